"""Rich text as a block of another kind, and a block as rich text again.

What a kind can be made of follows from its class: one that needs a single rich text takes the whole text, one that
needs a list takes each item or paragraph as one. Quotes and questions with answers are found in the words.
"""

from articles.document.conversion.kinds import from_text, is_convertible, to_text

__all__ = ["from_text", "is_convertible", "to_text"]
