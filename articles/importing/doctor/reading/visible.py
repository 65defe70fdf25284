"""What readers of a source saw of it: its words, and what was hidden from them."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from articles.document.richtext import one_line

UNSPOKEN = frozenset({"script", "style", "template", "head", "title", "meta", "link", "param", "datalist"})
IN_LINES = """
    a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rb rt ruby s samp small span strike
    strong sub sup time tt u var wbr source track o:p st1:place st1:city
"""
INLINE = frozenset(IN_LINES.split())
VALUED = frozenset({"submit", "button", "reset"})
HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
HIDDEN_CLASS = re.compile(
    r"(?:screen-reader(?:-text)?|sr-only|visually-?hidden|visuallyhidden|hidden-text)", re.IGNORECASE
)
# What is folded away until a reader opens it is no less a part of the text.
OPENS = re.compile(
    r"accordion|faq|toggle|collaps|tab(?:s|-?pane|panel|-content|_content)?\b|answer|panel|expand|read-?more",
    re.IGNORECASE,
)


def words_of(element: HtmlElement) -> str:
    """All words of an element as one line: its text, what its pictures show, what its buttons say."""
    return one_line("".join(_spoken(element)))


def _spoken(element: HtmlElement) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.tag in UNSPOKEN:
        return
    apart = "" if element.tag in INLINE else " "
    yield apart
    yield _said_by_attributes(element)
    yield "" if element.tag == "iframe" else element.text or ""  # what browsers without frames would show
    for child in element:
        yield from _spoken(child)
        yield child.tail or ""
    yield apart


def _said_by_attributes(element: HtmlElement) -> str:
    if element.tag == "img":
        return element.get("alt", "")
    if element.tag == "input" and element.get("type", "").lower() in VALUED:
        return element.get("value", "")
    return element.get("placeholder", "") if element.tag in ("input", "textarea") else ""


def is_hidden(element: HtmlElement) -> bool:
    """Whether a reader never saw it."""
    if element.get("hidden") is None and not HIDDEN_STYLE.search(element.get("style", "")):
        return any(HIDDEN_CLASS.fullmatch(name) for name in element.get("class", "").split())
    return not _opens(element)


def _opens(element: HtmlElement) -> bool:
    """Whether it is folded away rather than hidden: by its role or name, or that of what holds it."""
    if next(element.iterancestors("details"), None) is not None:
        return True
    near = [element, *list(element.iterancestors())[:3]]
    names = " ".join(
        f"{one.get('class', '')} {one.get('id', '')} {one.get('role', '')}" for one in near if one.tag != "body"
    )
    return OPENS.search(names) is not None
