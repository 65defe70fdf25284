"""Mail that comes in: fetched or brought, stored whole, matched with its enquiry, and what becomes of it then.

Also what enquirers write on their own page, which becomes the same. Imported by views, the admin, commands and the worker.
"""
