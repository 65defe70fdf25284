"""Forms and their fields: our pages have their own."""

from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from articles.importing.doctor.reading import addresses
from articles.importing.doctor.reading.flow import Reader
from articles.importing.doctor.reading.lines import Around, Inline, Piece, wrapped
from articles.importing.doctor.reading.visible import words_of

WHOLE_PAGE = 80  # words beside its fields; a form of more stands around a page, as some programs have it


def form(reader: Reader, element: HtmlElement, around: tuple[Around, ...]) -> Iterator[Piece]:
    texts = element.xpath(".//text()[not(ancestor::label or ancestor::legend or ancestor::select or ancestor::button)]")
    if element.find(".//h1") is not None or len(" ".join(texts).split()) > WHOLE_PAGE:
        yield from reader.pieces(element, around)
    else:
        reader.notes.left_out("A form is left out.", words_of(element))


def field(reader: Reader, element: HtmlElement) -> Sequence[Inline]:
    """A field outside any form; a hidden one says nothing, and one to tick in a list is its sign."""
    if element.get("type", "").lower() == "checkbox" and next(element.iterancestors("li"), None) is not None:
        return ["☐ "]
    words = words_of(element)
    if words and element.get("type", "").lower() not in ("hidden", "checkbox", "radio"):
        reader.notes.left_out("A field of a form is left out.", words)
    return []


def button(reader: Reader, element: HtmlElement) -> Sequence[Inline]:
    """A button that leads somewhere is a link; any other does nothing without its page."""
    address = addresses.clean(element.get("data-href") or element.get("formaction") or "")
    if address:
        return [wrapped(Around("a", {"href": address}), reader.words(element))]
    if words := words_of(element):
        reader.notes.left_out("A button is left out, since nothing is left that it could do.", words)
    return []
