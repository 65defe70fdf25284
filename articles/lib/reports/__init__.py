"""Reports in the admin: tables with the pictures of what they say, for guides and enquiries alike."""
