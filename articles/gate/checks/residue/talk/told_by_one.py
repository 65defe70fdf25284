"""How much more the signs of talk among writers must weigh where somebody tells of themselves."""

from articles.gate.prose.document_text import DocumentText
from articles.gate.prose.statements import is_told_by_one

MORE_SIGNS = 2


def more_signs(guide: DocumentText) -> int:
    return MORE_SIGNS if is_told_by_one(guide) else 0
