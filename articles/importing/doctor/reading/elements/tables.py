"""Tables of data, and those that only put things beside one another."""

from collections.abc import Iterator

from lxml.html import HtmlElement

from articles.document.tree import Element
from articles.importing.doctor.reading.elements.lists import simple
from articles.importing.doctor.reading.flow import Reader
from articles.importing.doctor.reading.lines import STANDING, Around, Piece, Standing
from articles.importing.doctor.reading.visible import words_of
from articles.lib.visible import is_blank

CAPTION = "caption"
PARTS = ("thead", "tbody", "tfoot")
NEVER_IN_CELLS = ("h1", "h2", "h3", "h4", "table", "iframe", "video", "blockquote", "figure")
WORDY = 60  # a cell of more words is a column of a page


def table(reader: Reader, element: HtmlElement, around: tuple[Around, ...]) -> Iterator[Piece]:
    if _is_layout(element):
        yield from reader.pieces(element, around)
        return
    after: list[Standing] = []
    for caption in element.iterchildren("caption"):
        for piece in reader.pieces(caption, around):
            yield _caption(piece) if isinstance(piece, Element) else piece
    made = _table(reader, element, after, around)
    if not is_blank(made.words()):
        yield made
    yield from after
    yield from _loose(reader, element, around)


def _caption(piece: Element) -> Element:
    """A bold paragraph, which is no heading for what follows the table."""
    return Element("p", {"class": CAPTION}, [Element("strong", {}, piece.children)])


def _is_layout(element: HtmlElement) -> bool:
    if element.get("role") in ("presentation", "none"):
        return True
    rows = list(_rows(element))
    if rows and element.find(".//th") is not None:
        return False
    cells = list(_cells(element))
    if len(rows) < 2 or max((len(_cells_of(row)) for row in rows), default=0) < 2:
        return True
    return any(cell.find(f".//{tag}") is not None for cell in cells for tag in NEVER_IN_CELLS) or any(
        len(words_of(cell).split()) > WORDY for cell in cells
    )


def _rows(element: HtmlElement) -> Iterator[HtmlElement]:
    for child in element:
        if child.tag == "tr":
            yield child
        elif child.tag in PARTS:
            yield from _rows(child)


def _cells_of(row: HtmlElement) -> list[HtmlElement]:
    return [cell for cell in row if cell.tag in ("td", "th")]


def _cells(element: HtmlElement) -> Iterator[HtmlElement]:
    """Whatever holds words: the cells, and what stands in the table where nothing may stand."""
    for child in element:
        if child.tag in (*PARTS, "tr"):
            yield from _cells(child)
        elif isinstance(child.tag, str) and child.tag not in ("colgroup", "col"):
            yield child


def _table(reader: Reader, element: HtmlElement, after: list[Standing], around: tuple[Around, ...]) -> Element:
    made = Element("table")
    for child in element:
        if child.tag in PARTS:
            rows = [_row(reader, row, after, around) for row in _rows(child)]
            made.children.append(Element("thead" if child.tag == "thead" else "tbody", {}, list(rows)))
        elif child.tag == "tr":
            if not made.children or made.children[-1].tag != "tbody":  # type: ignore[union-attr]
                made.children.append(Element("tbody"))
            made.children[-1].children.append(_row(reader, child, after, around))  # type: ignore[union-attr]
    _head(made)
    return made


def _row(reader: Reader, row: HtmlElement, after: list[Standing], around: tuple[Around, ...]) -> Element:
    return Element("tr", {}, [_cell(reader, cell, after, around) for cell in _cells_of(row)])


def _cell(reader: Reader, cell: HtmlElement, after: list[Standing], around: tuple[Around, ...]) -> Element:
    pieces = list(reader.pieces(cell, around))
    after += [piece for piece in pieces if isinstance(piece, STANDING)]
    inner = [simple(piece) for piece in pieces if isinstance(piece, Element)]
    spans = {name: cell.get(name) for name in ("colspan", "rowspan") if cell.get(name)}
    lone = len(inner) == 1 and inner[0].tag == "p"
    return Element(cell.tag, spans, inner[0].children if lone else list(inner))


def _head(made: Element) -> None:
    """A first row that is all bold, or all words over columns of numbers, is a row of headings."""
    first, *others = [list(row.elements()) for row in made.all("tr")] or [[]]
    if any(made.all("th")) or not others or not first:
        return
    if all(map(_is_bold, first)) or _is_over_numbers(first, others):
        for cell in first:
            cell.tag = "th"
            if _is_bold(cell):
                cell.children = [child for strong in cell.all("strong") for child in strong.children]


def _is_over_numbers(first: list[Element], others: list[list[Element]]) -> bool:
    if any(_has_digit(cell) or is_blank(cell.words()) for cell in first[1:]):
        return False
    columns = range(1, len(first))
    return any(all(len(row) > column and _has_digit(row[column]) for row in others) for column in columns)


def _has_digit(cell: Element) -> bool:
    return any(map(str.isdigit, cell.words()))


def _is_bold(cell: Element) -> bool:
    return (
        not is_blank(cell.words())
        and "".join(one.words() for one in cell.all("strong")).split() == cell.words().split()
    )


def _loose(reader: Reader, element: HtmlElement, around: tuple[Around, ...]) -> Iterator[Piece]:
    """What stands in a table outside its cells, which browsers show before it."""
    holders = [element, *element.iterchildren(*PARTS), *_rows(element)]
    for holder in holders:
        for child in holder:
            inside = ("td", "th") if holder.tag == "tr" else (*PARTS, "tr", "caption", "colgroup", "col")
            if isinstance(child.tag, str) and child.tag not in inside:
                yield from reader.pieces(child, around)
            if child.tail and not is_blank(child.tail):
                yield Element("p", {}, [child.tail])
        if holder.text and not is_blank(holder.text):
            yield Element("p", {}, [holder.text])
