"""English words: what counts as one, and its stem. Knows nothing of guides; anybody may import it."""
