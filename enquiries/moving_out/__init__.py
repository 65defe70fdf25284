"""Every enquiry for whoever goes on with the work elsewhere: one ZIP file, encrypted with a passphrase."""
