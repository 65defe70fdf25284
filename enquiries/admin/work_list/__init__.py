"""The work list in the admin: what is asked of it, what it shows, kept filters, and what is done to several at once."""
