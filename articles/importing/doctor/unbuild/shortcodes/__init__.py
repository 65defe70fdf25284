"""Shortcodes: their grammar, and what the common ones mean in HTML."""
