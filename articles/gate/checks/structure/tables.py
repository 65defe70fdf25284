"""Tables: whether their columns are named and their cells filled."""

from collections.abc import Iterator

from articles.document.tables import Cell, grid
from articles.document.tree import Element
from articles.gate.checks.structure.rich_trees import rich_texts, words_of
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Place, Rule
from articles.gate.prose import repeats
from articles.gate.prose.document_text import DocumentText
from articles.gate.prose.words import cut

WHY_HEADED = (
    "Screen readers say the heading of its column before each cell; without one nobody knows what a cell is about."
)
# A cell here and there may have nothing to say in a large table.
SMALL_TABLE = 12

UNHEADED = Rule(
    check="table-without-headings",
    level=Level.WARNS,
    why=WHY_HEADED,
    advice="Name each column in the first row, and mark that row as the table’s headings.",
)
UNNAMED = Rule(
    check="table-column-unnamed",
    level=Level.WARNS,
    why=WHY_HEADED,
    advice="Write what the column holds above it.",
)
HOLLOW = Rule(
    check="table-cells-empty",
    level=Level.WARNS,
    why="Readers cannot tell whether there is nothing to say or something was forgotten.",
    advice="Fill them in, write “none” or “not known”, or leave the row or column out.",
)


def table_without_headings(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """Once for the guide: its tables are made in one way."""
    return repeats.once(_unheaded(guide))


def _unheaded(guide: DocumentText) -> Iterator[Finding]:
    for place, table, rows in _tables(guide):
        if not any(cell.is_heading and not cell.is_blank for row in rows for cell in row):
            yield UNHEADED.found(place, "A table has no headings.", excerpt=_said(table))


def table_column_unnamed(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """A blank heading above cells that are filled; the corner above the names of the rows may be blank."""
    for place, table, rows in _tables(guide):
        headings = [cell for cell in rows[0] if cell.is_heading]
        unnamed = [cell.column for cell in headings if cell.is_blank and cell.column]
        filled = {column for row in rows[1:] for cell in row if not cell.is_blank for column in cell.covers()}
        if any(not cell.is_blank for cell in headings) and (
            first := next((column for column in unnamed if column in filled), None)
        ):
            yield UNNAMED.found(place, f"Column {first + 1} of a table has no heading.", excerpt=_said(table))


def table_cells_empty(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """Only headings, a whole row or column without words, a short row, or a gap in a small table."""
    for place, table, rows in _tables(guide):
        if what := _hollow(rows):
            yield HOLLOW.found(place, what, excerpt=_said(table))


def _hollow(rows: list[list[Cell]]) -> str:
    below = [row for row in rows if not all(cell.is_heading for cell in row)]
    width = max(cell.column + cell.columns for row in rows for cell in row)
    if not below:
        return "A table has headings and nothing beneath them."
    if any(all(cell.is_blank for cell in row) for row in below):
        return "A row of a table is empty."
    filled = {column for row in below for cell in row if not cell.is_blank for column in cell.covers()}
    if len(filled) < width:
        return f"Column {min(set(range(width)) - filled) + 1} of a table is empty."
    cells = [cell for row in below for cell in row]
    is_plain = all(cell.columns == cell.rows == 1 for cell in cells)
    short = is_plain and any(len(row) < width for row in below)
    gaps = sum(cell.is_blank for cell in cells)
    return "A table has empty cells." if short or (gaps and len(cells) <= SMALL_TABLE) else ""


def _tables(guide: DocumentText) -> Iterator[tuple[Place, Element, list[list[Cell]]]]:
    for place, text in rich_texts(guide, "table"):
        for table in text.all("table"):
            if rows := [row for row in grid(table) if row]:
                yield place, table, rows


def _said(table: Element) -> str:
    return cut(" | ".join(words_of(cell.element) for row in grid(table)[:2] for cell in row))


CHECKS = (table_without_headings, table_column_unnamed, table_cells_empty)
