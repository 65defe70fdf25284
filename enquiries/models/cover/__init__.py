"""The tables of who is away, when we are closed, and whose turn it is."""
