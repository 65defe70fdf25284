"""The rules of salary figures, and reading them from rows that an editor pastes."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import StringIO
from typing import Protocol

from articles.document import richtext

BASES = {"placements": "our placements", "adverts": "job adverts", "judgement": "our judgement"}
CURRENCIES = {"GBP": "£", "USD": "$", "EUR": "€"}
COLUMNS = ("level", "region", "currency", "low", "high", "basis", "as of", "source")
DATE_FORMATS = ("%Y-%m-%d", "%d/%m/%Y", "%d %B %Y", "%d %b %Y")
MAX_SALARY = 10_000_000
STORED = 0  # the number of the figures that a role has already; rows count from one
LONGEST = {"level": 40, "region": 40, "source": 200}


class Band(Protocol):
    """A figure that can be put in words; both the record and the document's value can."""

    @property
    def currency(self) -> str: ...
    @property
    def low(self) -> int: ...
    @property
    def high(self) -> int: ...
    @property
    def open_ended(self) -> bool: ...


class Figure(Band, Protocol):
    """A figure that can be laid out beside others; both the record and the document's value can."""

    @property
    def level(self) -> str: ...
    @property
    def region(self) -> str: ...
    @property
    def basis(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def as_of(self) -> date: ...


@dataclass(kw_only=True)
class Row:
    """One row as read; `None` is what a pasted row left out or got wrong, `fault` why it could not be read at all."""

    level: str = ""
    region: str = ""
    currency: str = ""
    low: int | None = None
    high: int | None = None
    open_ended: bool = False
    basis: str = ""
    source: str = ""
    as_of: date | None = None
    fault: str = ""


def money(amount: int, currency: str) -> str:
    """`£40,000` for 40000 and GBP."""
    return f"{CURRENCIES.get(currency, currency + ' ')}{amount:,}"


def band(figure: Band) -> str:
    """`£40,000 to £60,000`; an open-ended band ends in `or more`."""
    more = " or more" if figure.open_ended else ""
    return f"{money(figure.low, figure.currency)} to {money(figure.high, figure.currency)}{more}"


def basis_in_words(basis: str) -> str:
    """What a figure rests on; a basis that is no longer in use stands for itself."""
    return BASES.get(basis, basis)


def problems(rows: Sequence[Row], stored: Sequence[Row] = ()) -> list[str]:
    """What is wrong with the figures of one role, a sentence each that says which row; empty when all is well.

    `stored` are figures that the rows join. Levels of one region and currency may touch but not overlap.
    """
    numbered = list(enumerate(rows, start=1))
    found = [f"{_subject(number, row)}: {fault}" for number, row in numbered for fault in _faults(row)]
    sound = [(number, row) for number, row in numbered if not any(_faults(row))]
    levels: dict[tuple[str, str, str], int] = {}
    markets: dict[tuple[str, str], list[tuple[int, Row]]] = {}
    for number, row in [*((STORED, row) for row in stored), *sound]:
        market = row.region.casefold(), row.currency
        first = levels.setdefault((*market, row.level.casefold()), number)
        if first == number:
            markets.setdefault(market, []).append((number, row))
        else:
            repeats = f"{_name(first)} already gives this level in this region and currency."
            found.append(f"{_subject(number, row)}: {repeats}")
    return found + [sentence for bands in markets.values() for sentence in _overlaps(bands)]


def _overlaps(bands: list[tuple[int, Row]]) -> Iterator[str]:
    """From the lowest up, each band is held against the one before it that reaches highest: quick for many rows."""
    highest, *others = sorted(bands, key=lambda numbered: (numbered[1].low, numbered[1].high))
    for upper in others:
        if upper[1].low < highest[1].high:  # type: ignore[operator]
            (first, a), (second, b) = sorted((highest, upper), key=lambda numbered: numbered[0])
            described = f"{_name(first)} ({a.level}, {band(a)})"  # type: ignore[arg-type]
            yield f"{_subject(second, b)}: overlaps with {described}. Levels may touch but not overlap."
        highest = max(highest, upper, key=lambda numbered: numbered[1].high)  # type: ignore[arg-type,return-value]


def _name(number: int) -> str:
    return "a stored figure" if number == STORED else f"row {number}"


def _subject(number: int, row: Row) -> str:
    described = ", ".join(text[: LONGEST["level"]] for text in (row.level, row.region) if text)
    return _name(number).capitalize() + (f" ({described})" if described else "")


def _faults(row: Row) -> Iterator[str]:
    if row.fault:
        yield row.fault
        return
    yield from _text_faults(row)
    if row.currency not in CURRENCIES:
        yield f"give the currency as one of {', '.join(CURRENCIES)}."
    yield from _salary_faults(row.low, row.high)
    if row.basis not in BASES:
        yield f"give the basis as one of {', '.join(BASES)}."
    if row.as_of is None:
        yield "give the date that the figures are from, such as 2026-04-01."


def _text_faults(row: Row) -> Iterator[str]:
    if not row.level:
        yield "give the level, such as Junior."
    if not row.region:
        yield "give the region, such as UK."
    for name, longest in LONGEST.items():
        if len(getattr(row, name)) > longest:
            yield f"shorten the {name} to {longest} characters."


def _salary_faults(low: int | None, high: int | None) -> Iterator[str]:
    if low is None or high is None:
        yield "give the low and the high salary as whole numbers."
    elif low > high:
        yield f"the low salary ({low:,}) is above the high one ({high:,})."
    elif low <= 0 or high > MAX_SALARY:
        yield "a yearly salary lies between 1 and 10,000,000."


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
