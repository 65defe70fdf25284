"""The text of a CSV file as a table: the names of its columns, and its rows with the numbers that a spreadsheet gives them."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO

from enquiries.importing.decoding import Unreadable

MOST_ROWS = 10_000
MOST_COLUMNS = 200
LONGEST_HEADING = 200
SEPARATORS = ",;\t"
# Excel writes this line for itself.
SEPARATOR_LINE = re.compile(r"sep=.\n")
ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
# What programs call a field: the second header of some exports.
KEY = re.compile(r"[a-z][a-z0-9]*(?:[-_.][a-z0-9]+)*")
SAYS_PART = re.compile(r"[-_.0-9]")


@dataclass(frozen=True)
class Table:
    """Rows of as many cells as there are headings; `faults` are rows that are not, each with a sentence."""

    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    faults: tuple[tuple[int, str], ...] = ()
    repeated_headers: int = 0


def read(text: str) -> Table:
    """The table in a CSV file. Raises `Unreadable` where there is no row under a header."""
    lines = list(_lines(text))
    if not lines:
        raise Unreadable("There is nothing in this file.")
    (_, header), *rows = lines
    if len(header) < 2:
        raise Unreadable("There is only one column in this file. Export the entries as CSV, with a header row.")
    if len(header) > MOST_COLUMNS:
        raise Unreadable(
            f"This file has {len(header)} columns. Leave some out when you export; {MOST_COLUMNS} is most."
        )
    if any(ADDRESS.fullmatch(cell.strip()) for cell in header):
        raise Unreadable(
            "The first row is an entry. Export the entries with a header row, or put the names of the columns above them."
        )
    return _checked(tuple(cell.strip() for cell in header), rows)


def _checked(header: tuple[str, ...], rows: list[tuple[int, list[str]]]) -> Table:
    kept, faults, repeated = [], [], 0
    for place, (number, cells) in enumerate(rows):
        while len(cells) > len(header) and not cells[-1].strip():
            cells.pop()  # separators at the end of a line
        if tuple(cell.strip() for cell in cells) == header or (place == 0 and _are_keys(cells)):
            repeated += 1
        elif len(cells) != len(header):
            faults.append((number, f"It has {len(cells)} cells, and the header has {len(header)}."))
        else:
            kept.append((number, tuple(cells)))
    if not kept and not faults:
        raise Unreadable("There is a header in this file, and no entry under it.")
    if len(kept) > MOST_ROWS:
        raise Unreadable(f"These are {len(kept):,} entries. Export them in parts of up to {MOST_ROWS:,}.")
    return Table(_named(header), tuple(kept), tuple(faults), repeated)


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """The lines that are not empty. A line with a quotation mark that nobody escaped is read as older plug-ins meant it."""
    first = 1
    if SEPARATOR_LINE.match(text):
        text, first = text.partition("\n")[2], 2
    try:
        lines = _parsed(text, first)
    except Unreadable:
        lines = _parsed(text, first, escapechar="\\")
    return ((number, cells) for number, cells in lines if any(map(str.strip, cells)))


def _parsed(text: str, first: int, escapechar: str | None = None) -> list[tuple[int, list[str]]]:
    separator = max(SEPARATORS, key=lambda sign: len(next(csv.reader(StringIO(text, newline=""), delimiter=sign), [])))
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, escapechar=escapechar, strict=True)
    lines: list[tuple[int, list[str]]] = []
    try:
        lines.extend(enumerate(reader, start=first))
    except csv.Error:
        raise Unreadable(
            f"Row {first + len(lines):,} cannot be read as CSV: a quotation mark is missing, or one cell is very long. "
            "Export the entries anew."
        ) from None
    return lines


def _are_keys(cells: Sequence[str]) -> bool:
    """Whether a row under the header only repeats it in the words of a program."""
    keys = [cell.strip() for cell in cells if cell.strip()]
    return (
        len(keys) > 1
        and len(set(keys)) == len(keys)
        and all(map(KEY.fullmatch, keys))
        and any(map(SAYS_PART.search, keys))
    )


def _named(header: Sequence[str]) -> tuple[str, ...]:
    """Each column under a name of its own."""
    names: list[str] = []
    for number, heading in enumerate(header, start=1):
        name = called = " ".join(heading.split())[:LONGEST_HEADING] or f"Column {number}"
        again = 1
        while name in names:
            again += 1
            name = f"{called} ({again})"
        names.append(name)
    return tuple(names)
