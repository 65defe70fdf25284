"""What a guide says in its own voice: not what it quotes, mentions or has from a named speaker."""

import re
from collections.abc import Iterator

from articles.document import Insight, PullFigure, Quote, Video
from articles.gate.prose.document_text import DocumentText, Kind, Passage
from articles.gate.prose.quoting import without_quoted


def own_statements(guide: DocumentText) -> Iterator[Passage]:
    """The paragraphs and items in the guide’s own voice: no dated insight, no transcript, no sourced quotation."""
    voiced = {
        position
        for position, block in guide.blocks
        if (isinstance(block, Insight) and block.speaker and block.said_on)
        or (isinstance(block, (PullFigure, Quote)) and block.source)
        or isinstance(block, Video)
    }
    for position, passage in enumerate(guide.passages):
        is_prose = passage.kind in (Kind.PARAGRAPH, Kind.ITEM)
        if is_prose and passage.place.block not in voiced and position not in guide.quoted:
            yield passage


def unquoted(passage: Passage) -> str:
    """The passage’s text without what stands in quotation marks, which it only mentions."""
    return without_quoted(passage.text)


def clause(sentence: str, match: re.Match[str]) -> str:
    """The match with the words around it, up to the nearest commas, colons or semicolons."""
    before = max(sentence.rfind(mark, 0, match.start()) for mark in ",;:") + 1
    after = [place for mark in ",;:" if (place := sentence.find(mark, match.end())) >= 0]
    return sentence[before : min(after, default=len(sentence))]
