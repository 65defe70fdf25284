"""Enquiries: received, answered, reported and erased. Imports `articles`; only `agency` may import it."""
