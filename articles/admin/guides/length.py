"""How long a guide is, in words for its editor."""

from django.template.defaultfilters import pluralize

from articles.document import Document, word_count
from articles.models.revision import minutes_to_read


def length_of(document: Document) -> str:
    """Such as “1,204 words, 5 minutes to read”."""
    words = word_count(document)
    if not words:
        return "No words yet"
    minutes = minutes_to_read(words)
    return f"{words:,} word{pluralize(words)}, {minutes} minute{pluralize(minutes)} to read"
