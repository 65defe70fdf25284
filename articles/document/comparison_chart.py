"""Roles side by side on one axis: a line each, on which every level has its stretch."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from articles.document.salary_bands import CURRENCIES, Figure, short_money

ROOM = 1.34  # of the highest salary: beyond it stand the fading end and the label
FADE = 5.0  # of a hundred: the end of “or more”
GAP = 0.5  # between levels that touch
OVERLAP = 0.1  # of a stretch and the fade that goes on from it
NEAR_ZERO = 15.0  # a bar that begins before has no room for a label on its left
MOST_TICKS = 5
STEPS = (5_000, 10_000, 20_000, 25_000, 50_000, 100_000, 200_000, 250_000, 500_000, 1_000_000, 2_000_000, 5_000_000)


@dataclass(frozen=True, kw_only=True, slots=True)
class Tick:
    """A gridline, in hundredths of the width, and what it stands for."""

    at: float
    words: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Stretch:
    """One level on a line."""

    level: str
    start: float
    length: float


@dataclass(frozen=True, kw_only=True, slots=True)
class ChartLine:
    """One role in one region, or one level of it: its stretches, and its ends in words beside them.

    `fades_from` is where “or more” begins, if it does: under the end of its stretch, so that no seam shows between them.
    """

    name: str
    region: str
    stretches: tuple[Stretch, ...]
    low: str
    high: str
    low_at: float
    high_at: float
    fades_from: float | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Chart:
    """The lines of one currency, on one axis from zero. `has_regions` says whether they tell regions apart."""

    currency: str
    ticks: tuple[Tick, ...]
    lines: tuple[ChartLine, ...]
    has_regions: bool


# A name and the figures under it.
type Named = tuple[str, Sequence[Figure]]


def charts(roles: Iterable[Named]) -> list[Chart]:
    """A chart for each currency, in the order of `CURRENCIES`. One role alone has a line for each level."""
    roles = list(roles)
    figures = [figure for _name, members in roles for figure in members]
    currencies = sorted({figure.currency for figure in figures}, key=[*CURRENCIES].index)
    return [_chart(currency, roles, by_level=len(roles) == 1) for currency in currencies]


def _chart(currency: str, roles: Sequence[Named], *, by_level: bool) -> Chart:
    lines = [line for role in roles for line in _grouped(role, currency, by_level=by_level)]
    width = max(figure.high for _name, _region, members in lines for figure in members) * ROOM
    return Chart(
        currency=currency,
        ticks=tuple(_ticks(width, currency)),
        lines=tuple(_line(name, region, members, 100 / width) for name, region, members in lines),
        has_regions=len({region for _name, region, _members in lines}) > 1,
    )


def _grouped(role: Named, currency: str, *, by_level: bool) -> Iterator[tuple[str, str, list[Figure]]]:
    """The figures of each line, the lowest first."""
    name, figures = role
    found: dict[tuple[str, str], list[Figure]] = {}
    for figure in figures:
        if figure.currency == currency:
            found.setdefault((figure.level if by_level else name, figure.region), []).append(figure)
    for (label, region), members in found.items():
        yield label, region, sorted(members, key=lambda figure: (figure.low, figure.high))


def _line(name: str, region: str, figures: Sequence[Figure], scale: float) -> ChartLine:
    top = max(figures, key=lambda figure: figure.high)
    low_at, high_at = figures[0].low * scale, top.high * scale
    low, high = short_money(figures[0].low, top.currency), short_money(top.high, top.currency)
    ends_open = top.open_ended
    if low_at < NEAR_ZERO and low != high:
        low, high = "", f"{low} – {high}"
    return ChartLine(
        name=name,
        region=region,
        stretches=tuple(_stretch(figure, scale) for figure in figures),
        low="" if low == high else low,
        high=f"{high}+" if ends_open else high,
        low_at=round(low_at - 1, 2),
        high_at=round(high_at + (FADE if ends_open else 0) + 1, 2),
        fades_from=_just_inside(_stretch(top, scale)) if ends_open else None,
    )


def _stretch(figure: Figure, scale: float) -> Stretch:
    length = max((figure.high - figure.low) * scale - GAP, GAP)
    return Stretch(level=figure.level, start=round(figure.low * scale, 2), length=round(length, 2))


def _just_inside(stretch: Stretch) -> float:
    return round(stretch.start + stretch.length - OVERLAP, 2)


def _ticks(width: float, currency: str) -> Iterator[Tick]:
    step = next((step for step in STEPS if width / step <= MOST_TICKS), STEPS[-1])
    for amount in range(0, int(width), step):
        yield Tick(at=round(100 * amount / width, 2), words=short_money(amount, currency) if amount else "0")
