"""Headings, paragraphs, preformatted lines and other elements of plain text."""

from collections.abc import Iterator

from lxml.html import HtmlElement

from articles.document.tree import Element
from articles.importing.doctor.reading.flow import Reader
from articles.importing.doctor.reading.lines import STANDING, Around, Inline, Piece, paragraphs, tidied, wrapped
from articles.importing.doctor.reading.visible import INLINE
from articles.lib.visible import is_blank

STANDING_IN = ("p", "div", "ul", "ol", "table", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "aside", "details")
# Paragraphs of Word and Google Docs that are headings by their class.
TITLES = {
    "title": "h1",
    "msotitle": "h1",
    "msoheading1": "h1",
    "msoheading2": "h2",
    "msoheading3": "h3",
    "msoheading4": "h4",
}


def heading(reader: Reader, element: HtmlElement, around: tuple[Around, ...]) -> Iterator[Piece]:
    """A heading at its own level, after the blocks that stood in it; `id` is what links within the page know it by."""
    if element.find("*") is not None and any(True for _ in element.iterdescendants(*STANDING_IN)):
        yield from _first_as_heading(list(reader.pieces(element, around)), element)
    else:
        yield from _heading(reader, element, element.tag, around)


def _first_as_heading(pieces: list[Piece], element: HtmlElement) -> Iterator[Piece]:
    """The first line of what stands in a heading that was never closed, say; the rest is text."""
    for piece in pieces:
        if isinstance(piece, Element) and piece.tag == "p" and piece is pieces[0]:
            yield tidied(Element(element.tag, _names(element), piece.children))
        else:
            yield piece


def _heading(reader: Reader, element: HtmlElement, tag: str, around: tuple[Around, ...]) -> Iterator[Piece]:
    said = reader.words(element)
    yield from (one for one in said if isinstance(one, STANDING))
    words: list[Inline] = [_in_one_line(one) for one in said if not isinstance(one, STANDING)]
    if not is_blank(
        "".join(one if isinstance(one, str) else one.words() for one in words if not isinstance(one, STANDING))
    ):
        for one in reversed([one for one in around if one.tag == "a"]):
            words = [wrapped(one, words)]
        yield tidied(Element(tag, _names(element), [one for one in words if not isinstance(one, STANDING)]))


def _in_one_line(one: Inline) -> Inline:
    """A break within a heading is a space; bold within it goes without saying."""
    if not isinstance(one, Element):
        return one
    if one.tag == "br":
        return " "
    children = [_in_one_line(child) for child in one.children]
    return Element("" if one.tag == "strong" else one.tag, one.attributes, children)  # type: ignore[arg-type]


def _names(element: HtmlElement) -> dict[str, str]:
    """The name by which links within the page know it, its own or that of an anchor in or right before it."""
    inner = (one.get("id") or one.get("name") for one in element.iter("a", "span", "strong"))
    names = [element.get("id"), *inner]
    before = element.getprevious()
    if before is not None and before.tag in ("a", "span", "div") and not "".join(before.itertext()).strip():
        names.append(before.get("id") or before.get("name"))
    parent = element.getparent()
    if parent is not None and parent.tag in ("section", "div") and parent.index(element) == 0:
        names.append(parent.get("id"))
    return {"id": " ".join(name for name in names if name)} if any(names) else {}


def paragraph(reader: Reader, element: HtmlElement, around: tuple[Around, ...]) -> Iterator[Piece]:
    for name in element.get("class", "").split():
        if tag := TITLES.get(name.lower()):
            yield from _heading(reader, element, tag, around)
            return
    yield from reader.pieces(element, around)


def preformatted(reader: Reader, element: HtmlElement, around: tuple[Around, ...]) -> Iterator[Piece]:
    """Lines of code, each its own line, with the spaces at its beginning."""
    if any(isinstance(one.tag, str) and one.tag not in INLINE for one in element.iterdescendants()):
        yield from reader.pieces(element, around)
        return
    lines = "".join(element.itertext()).strip("\n").split("\n")
    said: list[Inline] = []
    for line in lines:
        indent = len(line) - len(line.lstrip())
        said += [Element("br")] * bool(said) + [Element("code", {}, ["\xa0" * indent + line.strip()])] * bool(
            line.strip()
        )
    yield from paragraphs(said, around)


def line_break(_reader: Reader, _element: HtmlElement) -> list[Inline]:
    return [Element("br")]


def nothing(_reader: Reader, _element: HtmlElement, _around: tuple[Around, ...]) -> Iterator[Piece]:
    """A line across the page, say."""
    return iter(())
