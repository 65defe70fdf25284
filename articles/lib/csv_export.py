"""Tables as CSV that a spreadsheet opens without running anything."""

import csv
import re
from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpResponse

# A cell that begins like this would be taken for a formula; some programs look past spaces and at wide signs, too.
FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
BYTE_ORDER_MARK = "\ufeff"  # without it, Excel misreads accents and typographic quotes: a saved file has no header


def response(name: str, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> HttpResponse:
    """A download called `name`.csv."""
    answer = HttpResponse(BYTE_ORDER_MARK, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    csv.writer(answer).writerows([cell(value) for value in row] for row in (header, *rows))
    return answer


def cell(value: Any) -> Any:
    """The value; a text that a spreadsheet would run as a formula is marked as text by an apostrophe."""
    return f"'{value}" if isinstance(value, str) and FORMULA.match(value) else value
