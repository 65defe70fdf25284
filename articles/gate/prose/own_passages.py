"""The passages in the guide's own words, and repairs of a few of them."""

import re
from collections.abc import Iterator
from functools import lru_cache
from html import escape
from typing import Any

from articles.document import Line, Quote, richtext
from articles.gate.findings import Fix, Place
from articles.gate.prose.document_text import DocumentText, Kind, Passage
from articles.gate.prose.fixes import with_words

ALL_KINDS = tuple(Kind)
BOLD = re.compile(r"<p>\s*<(?:strong|b)>((?:(?!</?(?:p|strong|b)>).)*)</(?:strong|b)>(:?)\s*</p>", re.DOTALL)
# Each finding searches its whole text; in one of thousands of findings that would take too long.
LONGEST_SEARCHED = 40_000
SEVERAL = 3  # items of a list


def own_passages(guide: DocumentText, kinds: tuple[Kind, ...] = ALL_KINDS) -> Iterator[Passage]:
    """The passages of these kinds but for quotes and transcripts, which are somebody else's words."""
    quoted = {position for position, block in guide.blocks if isinstance(block, Quote)}
    for passage in guide.passages:
        if passage.kind in kinds and passage.place.block not in quoted and passage.place.field != "transcript":
            yield passage


def with_exact(guide: DocumentText, place: Place, old: str, new: str) -> Fix | None:
    """The repair that puts `new` for `old`; none where a tag stands between, or white space is not what it seems."""
    written = [text for text in content_of(guide, place) if len(text) < LONGEST_SEARCHED]
    holds = any(old in text or escape(old, quote=False) in text for text in written)
    return with_words(place, old, new) if holds else None


def content_of(guide: DocumentText, place: Place) -> tuple[str, ...]:
    """What the document holds at the place; rich text as HTML."""
    content: Any = guide.document if place.block is None else guide.document.blocks[place.block]
    for name in place.field.split("."):
        content = getattr(content, name)
    if isinstance(content, str):
        return (content,)
    return tuple(text for item in content for text in (item.cells if isinstance(item, Line) else (item,)))


def is_bold(guide: DocumentText, passage: Passage) -> bool:
    """Whether a paragraph of rich text is bold as a whole, as one is that heads what follows it."""
    return passage.text in _bold("".join(content_of(guide, passage.place)))


def heads_text(guide: DocumentText, passage: Passage) -> bool:
    """Whether a heading, or a paragraph in bold, has text or a list beneath it."""
    following = guide.following.get(id(passage))
    if following is None or following.kind is Kind.HEADING:
        return False
    return passage.kind is Kind.HEADING or (passage.kind is Kind.PARAGRAPH and is_bold(guide, passage))


def is_one_of_several(guide: DocumentText, passage: Passage) -> bool:
    """Whether it is an item of a list of three or more."""
    return passage.kind is Kind.ITEM and len(guide.lists[passage.place, passage.ordinal]) >= SEVERAL


@lru_cache(maxsize=64)  # a text is asked once for each of its lines
def _bold(html: str) -> frozenset[str]:
    return frozenset(richtext.plain("".join(parts)) for parts in BOLD.findall(html))
