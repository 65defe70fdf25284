"""Tables as CSV that a spreadsheet opens without running anything."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from django.http import HttpResponse

# A cell that begins like this would be taken for a formula; some programs look past spaces and at wide signs, too.
FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
BYTE_ORDER_MARK = "\ufeff"  # without it, Excel misreads accents and typographic quotes: a saved file has no header


def response(name: str, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> HttpResponse:
    """A download called `name`.csv."""
    answer = HttpResponse(lines(header, rows), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return answer


def lines(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    """The table row by row, as the text of a file."""
    yield BYTE_ORDER_MARK
    writer = csv.writer(_Echo())
    for row in chain([header], rows):
        yield writer.writerow([cell(value) for value in row])


def cell(value: Any) -> Any:
    """The value; a text that a spreadsheet would run as a formula is marked as text by an apostrophe."""
    return f"'{value}" if isinstance(value, str) and FORMULA.match(value) else value


class _Echo:
    """Where a writer of CSV writes to, to get the line back."""

    def write(self, line: str) -> str:
        return line
