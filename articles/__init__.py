"""Guides: written, checked, published, found and read. Imports neither of the other apps; both may import it."""
