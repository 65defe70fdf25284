"""How much more the signs of talk among writers must weigh where somebody tells of themselves."""

from articles.gate.prose.document_text import DocumentText

MORE_SIGNS = 2


def more_signs(guide: DocumentText) -> int:
    return MORE_SIGNS if guide.is_told_by_one else 0
