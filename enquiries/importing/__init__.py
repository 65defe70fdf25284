"""Form entries of an earlier site: a CSV file of a form plug-in read, its columns mapped by a person, its rows planned and stored."""
