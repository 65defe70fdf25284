"""Old addresses as rows of a CSV file: as they are read from ours, a spreadsheet's or a redirection plug-in's, and written."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from django.db.models import QuerySet

from articles.models import OldAddress
from articles.moved import showing
from articles.moved.plans import Wanted

HEADER = ("Old address", "Leads to", "Note", "Came by", "Hits", "Last asked for")
MOST = 10_000
# What columns are called, here and in the exports of redirection plug-ins.
NAMES = {
    "address": ("old address", "source", "source url", "from", "origin", "old", "old url", "url", "request"),
    "target": ("leads to", "target", "target url", "to", "destination", "url to", "new", "new url", "redirect to"),
    "note": ("note", "title", "notes", "comment"),
    "code": ("code", "type", "status", "action code", "http code", "redirect type"),
}
GONE_CODES = frozenset({"410", "451"})


class Unreadable(ValueError):
    """The text is no table of old addresses; the sentence says why."""


def read(text: str) -> list[Wanted]:
    """The rows. Columns stand in any order under a header that names them, else the address first. Raises `Unreadable`."""
    try:
        lines = [
            line
            for line in csv.reader(StringIO(text.lstrip("\ufeff"), newline=""), _dialect(text))
            if any(map(str.strip, line))
        ]
    except csv.Error as error:
        raise Unreadable(f"This cannot be read as CSV: {error}.") from None
    columns = _columns(lines[0]) if lines else {}
    rows = [_wanted(line, columns or {"address": 0, "target": 1, "note": 2}) for line in lines[1 if columns else 0 :]]
    if not rows:
        raise Unreadable("There is no row in this.")
    if len(rows) > MOST:
        raise Unreadable(f"These are {len(rows):,} rows. Store them in parts of {MOST:,}.")
    return rows


def decoded(content: bytes) -> str:
    """A file as text; what is no UTF-8 is what Windows programs write."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def written(rows: QuerySet[OldAddress]) -> Iterator[Sequence[object]]:
    """The cells of each row, which `read` reads back."""
    every = list(rows)
    leads = showing.addresses_of(every)
    for row in every:
        yield row.address, leads[row.pk], row.note, row.get_source_display(), row.hits, row.last_hit or ""


def _dialect(text: str) -> type[csv.Dialect]:
    first = text.lstrip("\ufeff").partition("\n")[0]

    class Dialect(csv.excel):
        delimiter = max(",;\t", key=first.count)

    return Dialect


def _columns(header: Sequence[str]) -> dict[str, int]:
    """Where each column is; empty where the line is no header."""
    called = [cell.strip().casefold().replace("_", " ") for cell in header]
    found = {
        name: called.index(word)
        for name, words in NAMES.items()
        if (word := next((word for word in words if word in called), ""))
    }
    return found if "address" in found and found.keys() & {"target", "code"} else {}


def _wanted(line: Sequence[str], columns: dict[str, int]) -> Wanted:
    cell = {name: _cell(line[place]) if place < len(line) else "" for name, place in columns.items()}
    target = "gone" if cell.get("code") in GONE_CODES else cell.get("target", "")
    return Wanted(address=cell["address"], target=target, note=" ".join(cell.get("note", "").split())[:200])


def _cell(text: str) -> str:
    """Without the apostrophe that keeps a spreadsheet from running the cell."""
    text = text.strip()
    return text[1:] if text[:1] == "'" and text[1:2] in tuple("=+-@") else text
