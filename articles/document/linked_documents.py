"""The links of a whole document: which references it has, and the document with addresses in their place."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from articles.document.blocks import Block, Document
from articles.document.references import addressed, in_html, nearest

WITHIN = re.compile(r'(?<=<a href=")#([^"]+)(?=">)')


def references_in(*documents: Document) -> list[str]:
    """The references in the texts of the documents, each once."""
    found = (address for document in documents for html in rich_texts(document) for address in in_html(html))
    return list(dict.fromkeys(found))


def with_addresses(document: Document, addresses: Mapping[str, str]) -> Document:
    """The document with addresses for its references; a link whose reference has none is left out, not its words."""
    return rewritten(document, lambda html: addressed(html, addresses))


def links_within(document: Document) -> bool:
    """Whether a link of the document leads to a place in it."""
    return any(WITHIN.search(html) for html in rich_texts(document))


def with_places(document: Document, places: Iterable[str]) -> Document:
    """The document with its links to headings of its own leading to what these are called now, where that can be told."""
    known = tuple(places)
    return rewritten(document, lambda html: WITHIN.sub(lambda link: f"#{nearest(link[1], known) or link[1]}", html))


def rich_texts(document: Document) -> Iterator[str]:
    """Every rich text of the document."""
    return (text for block in document.blocks for name in block.rich for text in block.texts(name))


def rewritten(document: Document, rewrite: Callable[[str], str]) -> Document:
    """The document with its rich texts rewritten; only what changes is made anew, since making a block cleans its texts."""
    blocks = tuple(_block(block, rewrite) for block in document.blocks)
    return document if blocks == document.blocks else replace(document, blocks=blocks)


def _block(block: Block, rewrite: Callable[[str], str]) -> Block:
    before = {name: block.texts(name) for name in block.rich}
    after = {name: tuple(map(rewrite, texts)) for name, texts in before.items()}
    changed = {name: texts for name, texts in after.items() if texts != before[name]}
    if not changed:
        return block
    return replace(
        block,
        **{name: texts if isinstance(getattr(block, name), tuple) else texts[0] for name, texts in changed.items()},
    )
