"""The rich texts of a guide as trees, for checks of what only the markup tells."""

from collections.abc import Iterator
from functools import lru_cache

from articles.document import tree
from articles.document.tree import Element
from articles.gate.findings import Place
from articles.gate.prose.document_text import DocumentText

parsed = lru_cache(maxsize=64)(tree.parse)  # several checks read each text


def rich_texts(guide: DocumentText, *tags: str) -> Iterator[tuple[Place, Element]]:
    """Each rich text that has one of these elements."""
    for position, block in guide.blocks:
        for name in block.rich:
            html = getattr(block, name)
            if any(f"<{tag}" in html for tag in tags):
                yield Place(block=position, field=name), parsed(html)


def words_of(element: Element) -> str:
    return " ".join(element.words().split())
