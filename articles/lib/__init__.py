"""Small tools that know nothing of guides: CSV, HTTP, mail, addresses, days, page numbers, pages of the admin, pasted
text and the form fields for it. Imported by everything; imports nothing else of the project.
"""
