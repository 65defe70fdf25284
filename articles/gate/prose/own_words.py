"""What a guide says itself, without what it only shows or repeats: quotations, code, whole blocks of another’s words."""

from collections.abc import Iterator
from functools import lru_cache

from articles.document import Quote, Video
from articles.gate.prose.document_text import DocumentText, Passage, without_code
from articles.gate.prose.quoting import without_quoted


def own_words(passage: Passage) -> str:
    """The passage's text with spaces for what it quotes or shows as code; as long as it was."""
    return _own_words(passage.text, passage.code)


def in_own_words(guide: DocumentText) -> Iterator[tuple[Passage, str]]:
    """Each passage that the guide says itself, with its own words. Quotes and transcripts are somebody else's."""
    quotes = {position for position, block in guide.blocks if isinstance(block, Quote)}
    films = {position for position, block in guide.blocks if isinstance(block, Video)}
    for position, passage in enumerate(guide.passages):
        block, field = passage.place.block, passage.place.field
        if block not in quotes and position not in guide.quoted and not (block in films and field == "transcript"):
            yield passage, own_words(passage)


@lru_cache(maxsize=4096)  # a dozen checks ask of the same texts
def _own_words(text: str, code: tuple[str, ...]) -> str:
    return without_quoted(without_code(text, code, " "))
