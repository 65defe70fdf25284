"""Writing to an enquirer: the form, the pages, what is to leave later, and what stands below replies."""
