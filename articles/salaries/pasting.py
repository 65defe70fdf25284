"""Reading salary figures from rows that an editor pastes."""

import csv
import re
from datetime import date, datetime
from io import StringIO

from articles.document import richtext
from articles.document.salary_bands import CURRENCIES, Row

COLUMNS = ("level", "region", "currency", "low", "high", "basis", "as of", "source")
DATE_FORMATS = ("%Y-%m-%d", "%d/%m/%Y", "%d %B %Y", "%d %b %Y")


def parse(pasted: str) -> list[Row]:
    """Rows pasted from a spreadsheet (tabs) or a CSV file (commas or semicolons), in the order of `COLUMNS`.

    A first row of column names is passed over. What cannot be read is left empty for `problems` to name.
    """
    lines = [line for line in StringIO(pasted, newline=None) if line.strip()]
    rows: list[Row] = []
    try:
        rows.extend(_row(cells) for cells in csv.reader(lines, delimiter=_delimiter(lines), strict=True))
    except csv.Error:
        rows.append(Row(fault="a quotation mark is not closed, or stands inside a quoted value."))
    return rows[1:] if rows and rows[0].level.casefold() == COLUMNS[0] else rows


def _delimiter(lines: list[str]) -> str:
    first_line = "".join(lines[:1])
    return "\t" if "\t" in first_line else max(",;", key=first_line.count)


def _row(cells: list[str]) -> Row:
    cells = [richtext.one_line(cell) for cell in cells] + [""] * len(COLUMNS)
    level, region, currency, low, high, basis, as_of, source = cells[: len(COLUMNS)]
    if any(cells[len(COLUMNS) :]):
        fault = f"has more than {len(COLUMNS)} columns; put a value that holds a comma in quotation marks."
        return Row(level=level, region=region, fault=fault)
    return Row(
        level=level,
        region=region,
        currency={sign: code for code, sign in CURRENCIES.items()}.get(currency, currency.upper()),
        low=_amount(low),
        high=_amount(high),
        open_ended=high.endswith("+"),
        basis=basis.casefold(),
        source=source,
        as_of=_date(as_of),
    )


def _amount(text: str) -> int | None:
    match = re.fullmatch(r"[£$€]?(\d{1,9}|\d{1,3}(?:,\d{3}){1,2})(k?)\+?", text.replace(" ", "").lower(), re.ASCII)
    return int(match[1].replace(",", "")) * (1000 if match[2] else 1) if match else None


def _date(text: str) -> date | None:
    for form in DATE_FORMATS:
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day, not a moment
        except ValueError:
            continue
    return None
