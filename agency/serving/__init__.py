"""What every answer passes or falls back on: headers, compression, stylesheets, media, health, error pages. Imported by
settings, addresses and pages.
"""
