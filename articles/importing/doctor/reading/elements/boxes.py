"""Elements that mean a block of ours: questions that open, quotes, and what `data-means` names."""

from collections.abc import Iterator

from lxml.html import HtmlElement

from articles.document.blocks import Quote
from articles.document.conversion import from_text
from articles.document.tree import Element, serialise
from articles.importing.doctor.reading.flow import Reader
from articles.importing.doctor.reading.lines import Around, Box, Piece
from articles.importing.doctor.reading.visible import words_of

MARKS = ("“", "‘", '"', "'", "«")
ENOUGH = 150  # words; whatever is set in further is no quote


def opening(reader: Reader, element: HtmlElement, around: tuple[Around, ...]) -> Iterator[Piece]:
    """What opens when its summary is pressed: a question, or a part of the text."""
    summary = element.find("summary")
    title = words_of(summary) if summary is not None else ""
    if summary is not None:
        summary.drop_tree()
    yield Box(meaning="opens", title=title, pieces=list(reader.pieces(element, around)))


def aside(reader: Reader, element: HtmlElement, around: tuple[Around, ...]) -> Iterator[Piece]:
    meaning = element.get("data-means", "")
    if meaning == "left-out":
        reader.notes.left_out(f"{element.get('data-what') or 'A part of the page'} is left out.", words_of(element))
    elif meaning:
        yield Box(meaning=meaning, pieces=list(reader.pieces(element, around)))
    else:
        yield from reader.pieces(element, around)


def quote(reader: Reader, element: HtmlElement, around: tuple[Around, ...]) -> Iterator[Piece]:
    """Somebody's words, and who said them; what is only set in stays as it is.

    A long one that a sentence with a colon announces is somebody's too, and gets marks in the text.
    """
    is_announced = words_of(before).endswith(":") if (before := element.getprevious()) is not None else False
    sources = [*element.iterchildren("footer", "figcaption"), *element.iter("cite")]
    source = sources[0] if sources else None
    named = words_of(source).lstrip("—–-― ") if source is not None else ""
    if source is not None:
        source.drop_tree()
    pieces = list(reader.pieces(element, around))
    lines = [piece for piece in pieces if isinstance(piece, Element)]
    are_paragraphs = len(lines) == len(pieces) and all(piece.tag == "p" for piece in lines)
    if not pieces or not are_paragraphs or _length(lines) > ENOUGH:
        yield from _in_marks(lines) if is_announced and are_paragraphs else pieces
        if named:
            yield Element("p", {}, [named])
        return
    for one in from_text(serialise(Element(children=list(lines))), Quote):
        yield _with_source(one, named) if isinstance(one, Quote) else one
    for link in (link for piece in lines for link in piece.all("a")):
        reader.notes.left_out(f"A quote holds no links: “{link.words()}” led to {link.attributes['href']}.")


def _in_marks(lines: list[Element]) -> list[Element]:
    """Paragraphs of one quotation: a mark opens each of them, and one closes the last. Those that have marks keep them."""
    if not lines or any(line.words().lstrip().startswith(MARKS) for line in lines):
        return lines
    *others, last = lines
    return [
        *(Element("p", line.attributes, ["“", *line.children]) for line in others),
        Element("p", last.attributes, ["“", *last.children, "”"]),
    ]


def _with_source(made: Quote, named: str) -> Quote:
    return Quote(text=made.text, source=", ".join(filter(None, (made.source, named))))


def _length(pieces: list[Element]) -> int:
    return sum(len(piece.words().split()) for piece in pieces)
