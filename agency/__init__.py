"""The project: settings, addresses, the agency's own pages and identity. It alone may import both apps; neither imports
it.
"""
