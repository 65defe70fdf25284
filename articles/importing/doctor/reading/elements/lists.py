"""Lists and definitions."""

from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from articles.document.tree import Element
from articles.importing.doctor.reading.flow import Reader
from articles.importing.doctor.reading.lines import STANDING, Around, Box, Inline, Piece, Standing, paragraphs, wrapped
from articles.importing.doctor.reading.visible import words_of
from articles.lib.visible import is_blank

TYPES = {
    "lower-alpha": "a",
    "upper-alpha": "A",
    "lower-roman": "i",
    "upper-roman": "I",
    "lower-latin": "a",
    "upper-latin": "A",
}


def unordered(reader: Reader, element: HtmlElement, around: tuple[Around, ...]) -> Iterator[Piece]:
    yield from _list(reader, element, Element("ul"), around)


def ordered(reader: Reader, element: HtmlElement, around: tuple[Around, ...]) -> Iterator[Piece]:
    attributes = {name: element.get(name) for name in ("start", "type", "reversed") if element.get(name) is not None}
    style = reader.styles.of(element).get("list-style-type", "").strip()
    yield from _list(
        reader, element, Element("ol", ({"type": TYPES[style]} if style in TYPES else {}) | attributes), around
    )


def _list(reader: Reader, element: HtmlElement, made: Element, around: tuple[Around, ...]) -> Iterator[Piece]:
    """The list, then the blocks that stood in its items; before it, what stood between its tags by itself."""
    after: list[Standing] = []
    loose: list[Inline] = [element.text or ""]
    for child in element:
        if child.tag == "li":
            made.children.append(_item(reader, child, after, around))
        elif child.tag in ("ul", "ol") or isinstance(child.tag, str):
            _nest(made, list(reader.pieces(_alone(child), around)), after)
        loose += [" ", child.tail or ""]
    yield from paragraphs(loose, around)
    made.children = [
        item for item in made.children if isinstance(item, Element) and (item.children or len(made.children) > 1)
    ]
    if not is_blank(made.words()):
        yield made
    yield from after


def _alone(element: HtmlElement) -> HtmlElement:
    """The element as the only thing in another, so that it is read like any other."""
    holder = element.makeelement("div")
    copy = element.__copy__()
    copy.tail = None
    holder.append(copy)
    return holder


def _item(reader: Reader, element: HtmlElement, after: list[Standing], around: tuple[Around, ...]) -> Element:
    pieces = list(reader.pieces(element, around))
    after += [piece for piece in pieces if isinstance(piece, STANDING)]
    inner = [simple(piece) for piece in pieces if isinstance(piece, Element)]
    lone = inner and inner[0].tag == "p" and [piece.tag for piece in inner[1:] if piece.tag not in ("ul", "ol")] == []
    return Element("li", {}, [*inner[0].children, *inner[1:]] if lone else list(inner))


def simple(piece: Element) -> Element:
    """A piece where no heading can stand: it is a bold paragraph there."""
    if piece.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
        return Element("p", {}, [Element("strong", {}, piece.children)])
    return piece


def _nest(made: Element, pieces: Sequence[Piece], after: list[Standing]) -> None:
    """What stands between the items belongs to the one before it."""
    after += [piece for piece in pieces if isinstance(piece, STANDING)]
    inner = [simple(piece) for piece in pieces if isinstance(piece, Element)]
    if not inner:
        return
    if made.children and isinstance(made.children[-1], Element):
        made.children[-1].children += inner
    else:
        made.children.append(Element("li", {}, list(inner)))


def definitions(reader: Reader, element: HtmlElement, around: tuple[Around, ...]) -> Iterator[Piece]:
    """Each term as a bold paragraph before what it means; one that asks opens its answer."""
    yield from paragraphs([element.text or ""], around)
    for child in element:
        if child.tag == "dt":
            yield from _term(reader, child, around)
        elif child.tag == "dd" and _asked(child):
            yield Box(meaning="opens", title=_asked(child), pieces=list(reader.pieces(child, around)))
        elif isinstance(child.tag, str):
            yield from (
                definitions(reader, child, around) if child.tag == "div" else reader.pieces(_alone(child), around)
            )
        yield from paragraphs([child.tail or ""], around)


def _term(reader: Reader, term: HtmlElement, around: tuple[Around, ...]) -> Iterator[Piece]:
    after = term.getnext()
    if after is None or after.tag != "dd" or not _asked(after):
        yield from map(_bold, reader.pieces(term, around))


def _asked(answer: HtmlElement) -> str:
    """The question that a definition answers; empty where its term asks nothing, or shows more than words."""
    term = answer.getprevious()
    words = words_of(term) if term is not None and term.tag == "dt" and term.find(".//img") is None else ""
    return words if words.endswith("?") else ""


def _bold(piece: Piece) -> Piece:
    if isinstance(piece, Element) and piece.tag == "p":
        return Element("p", {}, [wrapped(Around("strong", {}), list(piece.children))])
    return piece
