"""Word documents in and out of the pages on which guides are written."""
