"""Exact repairs: a document in, the repaired one out. A finding may bring one; an editor sees it before it is made."""

import re
from collections.abc import Callable
from dataclasses import fields, replace
from html import escape, unescape
from typing import Any

from articles.document import Block, Document, Line
from articles.gate.findings import Fix, Place

TAG_OR_TEXT = re.compile(r"(<[^>]*>)|([^<]+)")


def with_words(place: Place, old: str, new: str) -> Fix:
    """Puts `new` wherever the text has `old` as whole words. Both are plain text; tags and addresses stay as they are."""
    pattern = re.compile(_open_at_words(old))

    def changed(text: str) -> str:
        return pattern.sub(lambda _match: new, text)

    return with_text(place, changed)


def with_text(place: Place, change: Callable[[str], str]) -> Fix:
    """Changes every plain text of the place; of rich text each stretch between two tags by itself."""

    def changed(html: str) -> str:
        return TAG_OR_TEXT.sub(lambda found: found[1] or escape(change(unescape(found[2])), quote=False), html)

    return lambda document: _at(document, place, change, changed)


def with_content(place: Place, change: Callable[[str], str]) -> Fix:
    """Changes what the place holds, rich text as HTML; what comes out is cleaned as if it had been typed."""
    return lambda document: _at(document, place, change, change)


def _open_at_words(words: str) -> str:
    """A pattern of the words, with any white space between them, that begins and ends where words do."""
    inner = r"\s+".join(map(re.escape, words.split()))
    before = r"(?<!\w)" if words[:1].isalnum() else ""
    return before + inner + (r"(?!\w)" if words[-1:].isalnum() else "")


def _at(document: Document, place: Place, plain: Callable[[str], str], rich: Callable[[str], str]) -> Document:
    if place.block is None:
        return _with(document, place.field, plain)
    block = document.blocks[place.block]
    changed = _with(block, place.field, rich if place.field in block.rich else plain)
    return replace(document, blocks=(*document.blocks[: place.block], changed, *document.blocks[place.block + 1 :]))


def _with[T: (Document, Block)](holder: T, name: str, change: Callable[[str], str]) -> T:
    """`name` may lead into a value of the holder, such as `hero.alt`."""
    name, _, rest = name.partition(".")
    content: Any = getattr(holder, name)
    return replace(holder, **{name: _with(content, rest, change) if rest else _changed(content, change)})


def _changed(content: Any, change: Callable[[str], str]) -> Any:
    if isinstance(content, str):
        return change(content)
    if isinstance(content, Line):
        return replace(
            content, **{entry.name: _changed(getattr(content, entry.name), change) for entry in fields(content)}
        )
    return tuple(_changed(item, change) for item in content) if isinstance(content, tuple) else content
