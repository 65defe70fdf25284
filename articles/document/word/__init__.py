"""A document as a Word file, for people who review there."""

from articles.document.word.writing import to_word

__all__ = ["to_word"]
