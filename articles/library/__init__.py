"""The verbs of the library of pictures: adding, replacing and deleting them, and the files that nothing shows any more."""
