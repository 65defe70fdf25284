"""What a guide says in its own voice: not what it quotes, mentions or has from a named speaker."""

import re
from collections.abc import Iterator

from articles.document import Insight, PullFigure, Quote
from articles.gate.prose.document_text import DocumentText, Passage

QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
UNCLOSED = "\0"  # in no text of a document


def own_statements(guide: DocumentText) -> Iterator[Passage]:
    """The paragraphs and items in the guide’s own voice: no dated insight, no sourced quotation or figure."""
    voiced = {
        position
        for position, block in guide.blocks
        if (isinstance(block, Insight) and block.speaker and block.said_on)
        or (isinstance(block, (PullFigure, Quote)) and block.source)
    }
    for passage in guide.prose:
        if passage.place.block not in voiced:
            yield passage


def unquoted(passage: Passage) -> str:
    """The passage’s text without what stands in quotation marks, which it only mentions."""
    # Marks that nothing closes are hidden from the search, which would look for the end of each to the end of the text.
    closed, last, rest = passage.text.rpartition("”")
    return QUOTED.sub("“…”", closed + last + rest.replace("“", UNCLOSED)).replace(UNCLOSED, "“")


def clause(sentence: str, match: re.Match[str]) -> str:
    """The match with the words around it, up to the nearest commas, colons or semicolons."""
    before = max(sentence.rfind(mark, 0, match.start()) for mark in ",;:") + 1
    after = [place for mark in ",;:" if (place := sentence.find(mark, match.end())) >= 0]
    return sentence[before : min(after, default=len(sentence))]
