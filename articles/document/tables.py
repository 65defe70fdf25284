"""The cells of a table in their columns, and what its headings head."""

from collections.abc import Iterator
from dataclasses import dataclass

from articles.document.tree import Element
from articles.lib.visible import is_blank

# What a reader can still take for one table; it bounds what a few bytes can ask for.
WIDEST = 100


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell where it stands: its row, its first column and how many of each it covers."""

    element: Element
    row: int
    column: int
    columns: int
    rows: int

    @property
    def is_heading(self) -> bool:
        return self.element.tag == "th"

    @property
    def is_blank(self) -> bool:
        return is_blank(self.element.words())

    def covers(self) -> range:
        """The columns that it stands in."""
        return range(self.column, self.column + self.columns)


def rows_of(table: Element) -> Iterator[Element]:
    """The rows of a table, not those of tables inside it."""
    for child in table.elements():
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody"):
            yield from rows_of(child)


def grid(table: Element) -> list[list[Cell]]:
    """The cells of each row in the columns that readers see them in, as HTML lays tables out."""
    rows = list(rows_of(table))
    taken: dict[int, int] = {}  # by column: the first row in which it is free again
    return [list(_placed(row, number, len(rows), taken)) for number, row in enumerate(rows)]


def _placed(row: Element, number: int, rows: int, taken: dict[int, int]) -> Iterator[Cell]:
    column = 0
    for element in row.elements():
        while taken.get(column, 0) > number:
            column += 1
        columns = max(1, min(_number(element, "colspan"), WIDEST - column))
        deep = min(_number(element, "rowspan"), rows - number)
        cell = Cell(element, number, column, columns, deep)
        taken.update(dict.fromkeys(cell.covers(), number + deep))
        yield cell
        column += columns


def _number(element: Element, name: str) -> int:
    text = element.attributes.get(name, "")
    return max(1, int(text)) if text.isdecimal() and len(text) < 5 else 1


def mark_headings(table: Element) -> None:
    """Says of each heading what it heads. A heading with nothing in it is a cell: it would be announced as nothing.

    HTML Living Standard, section 4.9.12. A heading across several columns heads their group, and one across the whole
    table the rows beneath it, up to the next.
    """
    cells = grid(table)
    width = max((cell.column + cell.columns for row in cells for cell in row), default=0)
    for cell in [cell for row in cells for cell in row if cell.is_heading and cell.is_blank]:
        cell.element.tag = "td"
    _head_groups(table, cells, width)
    headed = {
        id(cell) for part in table.elements() if part.tag == "thead" for row in rows_of(part) for cell in row.elements()
    }
    filled_below: set[int] = set()
    for row in reversed(cells):
        for cell in (cell for cell in row if cell.is_heading and "scope" not in cell.element.attributes):
            over_columns = id(cell.element) in headed or _is_over_columns(cell, row, filled_below)
            cell.element.attributes["scope"] = "col" if over_columns else "row"
        filled_below |= {column for cell in row if _is_filled(cell) for column in cell.covers()}


def _is_filled(cell: Cell) -> bool:
    return not cell.is_heading and not cell.is_blank


def _is_over_columns(cell: Cell, row: list[Cell], filled_below: set[int]) -> bool:
    """Whether a heading heads what is below it rather than what is beside it; empty cells tell only where nothing else does."""
    beside = [other for other in row if other.column > cell.column and not other.is_heading]
    if any(map(_is_filled, beside)):
        return False
    return not beside or not filled_below.isdisjoint(cell.covers())


def _head_groups(table: Element, cells: list[list[Cell]], width: int) -> None:
    """Gives headings across columns or across the whole table the groups that they head."""
    first = cells[0] if cells else []
    if len(first) > 1 and all(cell.is_heading or cell.is_blank for cell in first):
        _head_columns(table, first)
    for body in [part for part in table.elements() if part.tag == "tbody"]:
        _head_rows(table, body, {id(row[0].element) for row in cells[1:] if _is_across(row, width)})


def _head_columns(table: Element, first: list[Cell]) -> None:
    across = [cell for cell in first if cell.is_heading and cell.columns > 1]
    for cell in across:
        cell.element.attributes["scope"] = "colgroup"
    if across:
        table.children[:0] = [Element("colgroup", {"span": str(cell.columns)}) for cell in first]


def _is_across(row: list[Cell], width: int) -> bool:
    return len(row) == 1 and row[0].is_heading and row[0].columns == width > 1


def _head_rows(table: Element, body: Element, across: set[int]) -> None:
    """A part of the table of its own for each heading across it, with the rows beneath."""
    parts = [Element("tbody")]
    for row in body.elements():
        heading = next(row.elements(), None)
        if heading and id(heading) in across:
            heading.attributes["scope"] = "rowgroup"
            parts.append(Element("tbody"))
        parts[-1].children.append(row)
    at = next(place for place, child in enumerate(table.children) if child is body)
    table.children[at : at + 1] = [part for part in parts if part.children]
