"""Columns that hold a whole entry in one cell, taken apart: what PHP or JSON wrote, and lines of “Label: value”."""

import re
from collections.abc import Sequence
from dataclasses import replace

from enquiries.importing import cells
from enquiries.importing.tables import LONGEST_HEADING, MOST_COLUMNS, Table

LABELLED = re.compile(r"([^:\n]{1,60}): ?(.*)")
FEWEST_LABELS = 2
type Values = list[dict[str, str]]


def unfolded(table: Table) -> Table:
    """The table with a column of its own for each named value; what is no such column stays as it is."""
    columns = [[row[place] for _, row in table.rows] for place in range(len(table.headings))]
    headings: list[str] = []
    parts: list[Sequence[str]] = []
    for heading, column in zip(table.headings, columns, strict=True):
        values = _values(column)
        names = list(dict.fromkeys(name for one in values for name in one)) if values else []
        if not names or len(table.headings) + len(names) > MOST_COLUMNS:
            headings.append(heading)
            parts.append([cells.plain(cell) for cell in column])
            continue
        for name in names:
            headings.append(_free(name, (*table.headings, *headings), heading))
            parts.append([one.get(name, "") for one in values or []])
    rows = tuple((number, tuple(part[at] for part in parts)) for at, (number, _) in enumerate(table.rows))
    return replace(table, headings=tuple(headings), rows=rows)


def _values(column: Sequence[str]) -> Values | None:
    """What each cell names, if that is how every filled cell of the column is written."""
    found: Values = []
    for cell in column:
        value = _named(cell.strip()) if cell.strip() else {}
        if value is None:
            return None
        found.append(value)
    firsts = {next(iter(one)) for one in found if one}
    return found if len(firsts) == 1 else None


def _named(cell: str) -> dict[str, str] | None:
    value = cells.unpacked(cell)
    if isinstance(value, dict):
        return cells.named(value)
    return None if value else _labelled(cell)


def _labelled(cell: str) -> dict[str, str] | None:
    """The values of lines such as “Name: Ann”; a line without a label goes on with the one before."""
    values: dict[str, str] = {}
    label = ""
    for line in cell.splitlines():
        if (found := LABELLED.fullmatch(line)) and not found[2].startswith("//"):
            label = found[1].strip()
            values[label] = found[2].strip()
        elif label:
            values[label] = f"{values[label]}\n{line}".strip()
        else:
            return None
    return values if len(values) >= FEWEST_LABELS else None


def _free(name: str, taken: Sequence[str], heading: str) -> str:
    name = " ".join(name.split())[:LONGEST_HEADING]
    return f"{heading}: {name}"[:LONGEST_HEADING] if name in taken else name
