"""How much more the signs of talk among writers must weigh where somebody tells of themselves."""

import re

from articles.gate.prose.document_text import DocumentText

MORE_SIGNS = 2
OF_ONESELF = re.compile(r"\bI\b(?!.*\b[Yy]ou)")


def more_signs(guide: DocumentText) -> int:
    return MORE_SIGNS if guide.is_told_by_one else 0


def tells_of_itself(sentence: str, more: int) -> bool:
    """Whether a sentence says “I” and speaks to nobody, where somebody tells of themselves and signs must weigh `more`."""
    return more > 0 and OF_ONESELF.search(sentence) is not None
