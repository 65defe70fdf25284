"""Moving in: uploading a source, how far it is, and what became of each of its posts."""
