"""What the public side of guides is made of: addresses, breadcrumbs, structured data, social cards, sitemaps. Imported
by views and by the agency.
"""
