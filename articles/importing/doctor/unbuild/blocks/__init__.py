"""Blocks of the editor since WordPress 5: their comments, and what those mean that hold no HTML of their own."""
