"""How a document names what is not stored yet."""

# The name of a picture or a file that is not stored yet is its address in the source, after this.
PENDING = "source:"
