"""Texts that were stored in one encoding and read in another: what they look like, and what was meant."""
