"""What machines read: sitemaps, feeds' neighbours, structured data, social cards, the small files at fixed addresses.
Imported by `agency.urls` and the template tags.
"""
