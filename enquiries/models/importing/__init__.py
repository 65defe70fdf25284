"""Form entries of an earlier site: each import of a file, and by what an entry is known that came in."""
