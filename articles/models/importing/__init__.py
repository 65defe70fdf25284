"""Moving in: each run of an import, and what became of each post of a source."""
