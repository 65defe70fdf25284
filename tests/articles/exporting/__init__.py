"""Moving out: what is written, and where."""
