"""What is certain of the talk among writers, and how much more its signs must weigh where somebody tells of themselves."""

import re

from articles.gate.prose.document_text import DocumentText

MORE_SIGNS = 2
TO_NOBODY = re.compile(r"\bI\b(?!.*\b[Yy]ou)")


def more_signs(guide: DocumentText) -> int:
    return MORE_SIGNS if guide.is_told_by_one else 0


def is_certain(sentence: str, text: str, more: int) -> bool:
    """Whether a sentence worded as such talk makes up most of its text, and is no step that somebody tells of themselves.

    Where signs must weigh `more`, that is a sentence that says “I” and speaks to nobody.
    """
    return 2 * len(sentence) >= len(text) and not (more and TO_NOBODY.search(sentence))
