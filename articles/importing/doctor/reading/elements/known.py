"""Which module knows which element, and reading a tree with all of them."""

from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from articles.importing.doctor.notes import Notes
from articles.importing.doctor.reading.elements import boxes, captions, films, forms, lists, pictures, tables, texts
from articles.importing.doctor.reading.flow import Handler, InlineHandler, Reader
from articles.importing.doctor.reading.lines import Inline, Piece
from articles.importing.doctor.reading.styles import Styles
from articles.importing.doctor.reading.visible import words_of

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def _drawing(reader: Reader, element: HtmlElement) -> Sequence[Inline]:
    if words := words_of(element):
        reader.notes.left_out("The words of a drawing are left out.", words)
    return []


BLOCKS: dict[str, Handler] = {
    **dict.fromkeys(HEADINGS, texts.heading),
    "p": texts.paragraph,
    "pre": texts.preformatted,
    "hr": texts.nothing,
    **dict.fromkeys(("ul", "menu", "dir"), lists.unordered),
    "ol": lists.ordered,
    "dl": lists.definitions,
    "table": tables.table,
    "figure": captions.figure,
    "blockquote": boxes.quote,
    "details": boxes.opening,
    "aside": boxes.aside,
    "form": forms.form,
}
INLINE: dict[str, InlineHandler] = {
    "br": texts.line_break,
    "img": pictures.picture,
    **dict.fromkeys(("iframe", "embed", "object", "frame"), films.frame),
    "video": films.film,
    "audio": films.sound,
    **dict.fromkeys(("svg", "canvas"), _drawing),
    **dict.fromkeys(("input", "select", "textarea"), forms.field),
    "button": forms.button,
}


def read(article: HtmlElement, styles: Styles, notes: Notes) -> Iterator[Piece]:
    """The pieces of a tree, in their order."""
    films.show(article)
    captions.give_captions(article)
    pictures.tell_of_links(article, notes)
    yield from Reader(notes=notes, styles=styles, blocks=BLOCKS, inline=INLINE).pieces(article)
