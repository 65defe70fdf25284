"""Page builders that keep a page in fields of their own: `fields` finds it there and says it in HTML."""
