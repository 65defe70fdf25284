"""Blocks on their way into a form: made of a part of a text, turned back into text, or taken from another guide."""
