"""The rules of salary figures, and reading them from rows that an editor pastes."""

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import combinations
from typing import Protocol

from articles import richtext

BASES = {"placements": "our placements", "adverts": "job adverts", "judgement": "our judgement"}
CURRENCIES = {"GBP": "£", "USD": "$", "EUR": "€"}
COLUMNS = ("level", "region", "currency", "low", "high", "basis", "as of", "source")
DATE_FORMATS = ("%Y-%m-%d", "%d/%m/%Y", "%d %B %Y", "%d %b %Y")
MAX_SALARY = 10_000_000


class Band(Protocol):
    """What the rules need to know of a figure; both the record and the document's value have it."""

    level: str
    region: str
    currency: str
    low: int
    high: int
    open_ended: bool


@dataclass(kw_only=True)
class Row:
    """One pasted row as read; `None` is what the row left out or got wrong."""

    level: str = ""
    region: str = ""
    currency: str = ""
    low: int | None = None
    high: int | None = None
    open_ended: bool = False
    basis: str = ""
    source: str = ""
    as_of: date | None = None


def money(amount: int, currency: str) -> str:
    """`£40,000` for 40000 and GBP."""
    return f"{CURRENCIES.get(currency, currency + ' ')}{amount:,}"


def band(figure: Band) -> str:
    """`£40,000 to £60,000`; an open-ended band ends in `or more`."""
    more = " or more" if figure.open_ended else ""
    return f"{money(figure.low, figure.currency)} to {money(figure.high, figure.currency)}{more}"


def problems(rows: Sequence[Row]) -> list[str]:
    """What is wrong with the figures of one role, a sentence each that says which row; empty when all is well.

    Levels of one region and currency may touch but not overlap.
    """
    numbered = list(enumerate(rows, start=1))
    found = [f"{_name(number, row)}: {fault}" for number, row in numbered for fault in _faults(row)]
    complete = [(number, row) for number, row in numbered if not list(_faults(row))]
    for (first, a), (second, b) in combinations(complete, 2):
        if (a.region.casefold(), a.currency) != (b.region.casefold(), b.currency):
            continue
        if a.level.casefold() == b.level.casefold():
            found.append(f"{_name(second, b)}: row {first} already gives this level in this region and currency.")
        elif a.low < b.high and b.low < a.high:  # type: ignore[operator]
            found.append(
                f"{_name(second, b)}: overlaps with row {first} ({a.level}, {band(a)}). Levels may touch but not overlap."
            )  # type: ignore[arg-type]
    return found


def _name(number: int, row: Row) -> str:
    described = ", ".join(text for text in (row.level, row.region) if text)
    return f"Row {number} ({described})" if described else f"Row {number}"


def _faults(row: Row) -> Iterable[str]:
    if not row.level:
        yield "give the level, such as Junior."
    if not row.region:
        yield "give the region, such as UK."
    if row.currency not in CURRENCIES:
        yield f"give the currency as one of {', '.join(CURRENCIES)}."
    if row.low is None or row.high is None:
        yield "give the low and the high salary as whole numbers."
    elif row.low > row.high:
        yield f"the low salary ({row.low:,}) is above the high one ({row.high:,})."
    elif row.low <= 0 or row.high > MAX_SALARY:
        yield "a yearly salary lies between 1 and 10,000,000."
    if row.basis not in BASES:
        yield f"give the basis as one of {', '.join(BASES)}."
    if row.as_of is None:
        yield "give the date that the figures are from, such as 2026-04-01."


def parse(pasted: str) -> list[Row]:
    """Rows pasted from a spreadsheet (tabs) or a CSV file (commas or semicolons), in the order of `COLUMNS`.

    A first row of column names is passed over. What cannot be read is left empty for `problems` to name.
    """
    lines = [line for line in richtext.clean_text(pasted).splitlines() if line.strip()]
    delimiter = next((mark for mark in "\t;" if lines and mark in lines[0]), ",")
    cells = [[richtext.one_line(cell) for cell in row] for row in csv.reader(lines, delimiter=delimiter)]
    if cells and cells[0][0].casefold() == COLUMNS[0]:
        cells = cells[1:]
    return [_row(row) for row in cells]


def _row(cells: list[str]) -> Row:
    level, region, currency, low, high, basis, as_of, source = (cells + [""] * len(COLUMNS))[: len(COLUMNS)]
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
