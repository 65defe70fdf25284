"""Texts that somebody tells of themselves, where another “I” or “my draft” is no sign of talk among writers."""

import re

from articles.gate.prose.document_text import DocumentText, Kind

OF_ONESELF = re.compile(r"\b(?:I|I[’'](?:m|ve|d|ll)|[Mm]y(?:self)?)\b")
FEWEST = 4  # paragraphs
MORE_SIGNS = 2


def more_signs(guide: DocumentText) -> int:
    """How much more the signs of talk must weigh in this guide."""
    told = (OF_ONESELF.search(passage.text) for passage in guide.passages if passage.kind is Kind.PARAGRAPH)
    return MORE_SIGNS if sum(map(bool, told)) >= FEWEST else 0
