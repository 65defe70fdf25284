"""Small tools that know nothing of guides: CSV, HTTP, mail, addresses, days, page numbers, pages of the admin. Imported
by everything; imports nothing else of the project.
"""
