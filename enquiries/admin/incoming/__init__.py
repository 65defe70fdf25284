"""Mail that came in, in the admin: what has no enquiry, and the files that came with what has one."""
