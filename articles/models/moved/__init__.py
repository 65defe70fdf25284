"""Addresses that the site does not have: those of an earlier site, and those that were asked for in vain."""
