"""The gate in the admin: repairs shown before they are made, how loud each check is, and which laws have changed."""
