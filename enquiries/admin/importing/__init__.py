"""Form entries of an earlier site in the admin: uploading a file, saying what its columns are, looking at what would come in, the report."""
