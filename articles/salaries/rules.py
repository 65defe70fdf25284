"""The rules of salary figures."""

from collections.abc import Iterator, Sequence

from articles.document.salary_bands import BASES, CURRENCIES, Row, band

MAX_SALARY = 10_000_000
STORED = 0  # the number of the figures that a role has already; rows count from one
LONGEST = {"level": 40, "region": 40, "source": 200}


# The number of a row, the row, and a sentence.
type Found = tuple[int, Row, str]


def problems(rows: Sequence[Row], stored: Sequence[Row] = ()) -> list[str]:
    """What is wrong with the figures of one role, a sentence each that says which row; empty when all is well.

    `stored` are figures that the rows join. Levels of one region and currency may touch but not overlap.
    """
    found = faults(list(enumerate(rows, start=1)), stored)
    return [f"{_subject(number, row)}: {sentence}" for number, row, sentence in found]


def faults(numbered: Sequence[tuple[int, Row]], stored: Sequence[Row] = ()) -> list[Found]:
    """The same for rows that have their numbers already."""
    found = [(number, row, fault) for number, row in numbered for fault in _faults(row)]
    sound = [(number, row) for number, row in numbered if not any(_faults(row))]
    levels: dict[tuple[str, str, str], int] = {}
    markets: dict[tuple[str, str], list[tuple[int, Row]]] = {}
    for number, row in [*((STORED, row) for row in stored), *sound]:
        market = row.region.casefold(), row.currency
        first = levels.setdefault((*market, row.level.casefold()), number)
        if first == number:
            markets.setdefault(market, []).append((number, row))
        else:
            found.append((number, row, f"{_name(first)} already gives this level in this region and currency."))
    return found + [overlap for bands in markets.values() for overlap in _overlaps(bands)]


def _overlaps(bands: list[tuple[int, Row]]) -> Iterator[Found]:
    """From the lowest up, each band is held against the one before it that reaches highest: quick for many rows."""
    highest, *others = sorted(bands, key=lambda numbered: (numbered[1].low, numbered[1].high))
    for upper in others:
        if upper[1].low < highest[1].high:  # type: ignore[operator]
            (first, a), (second, b) = sorted((highest, upper), key=lambda numbered: numbered[0])
            described = f"{_name(first)} ({a.level}, {band(a)})"  # type: ignore[arg-type]
            yield second, b, f"overlaps with {described}. Levels may touch but not overlap."
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
        yield "a yearly salary must be between 1 and 10,000,000."
