"""Salary figures laid out to be compared: bars on one scale, and notes on where the figures come from."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from articles.document.salary_bands import Figure, band, basis_in_words
from articles.lib import days

HEADROOM = 1.05  # the highest bar ends short of the edge
SHORTEST = 0.5  # of a hundred: a band of no width is still to be seen


@dataclass(frozen=True, kw_only=True, slots=True)
class SalaryBar:
    """One figure in words, and the place of its bar in hundredths of the width."""

    level: str
    band: str
    start: float
    length: float
    as_of: date


@dataclass(frozen=True, kw_only=True, slots=True)
class SalaryGroup:
    """The figures of one region and currency, on one scale from zero."""

    region: str
    currency: str
    bars: tuple[SalaryBar, ...]
    notes: tuple[str, ...]


def groups(figures: Iterable[Figure], *, usual: str = "") -> list[SalaryGroup]:
    """The figures by region and currency, in the order in which each first appears; each as wide as its highest salary.

    An origin is noted once: under the last group where all share it, and not at all where it is the `usual` one, which
    the page has said already.
    """
    figures = tuple(figures)
    grouped: dict[tuple[str, str], list[Figure]] = {}
    for figure in figures:
        grouped.setdefault((figure.region, figure.currency), []).append(figure)
    is_shared = len(grouped) > 1 and len({_origin(figure) for figure in figures}) == 1
    return [
        SalaryGroup(
            region=region,
            currency=currency,
            bars=tuple(_bars(members, max(figure.high for figure in members))),
            notes=tuple(_shared_notes(figures, usual, place, len(grouped)) if is_shared else _notes(members, usual)),
        )
        for place, ((region, currency), members) in enumerate(grouped.items(), start=1)
    ]


def usual_origin(figures: Iterable[Figure]) -> str:
    """The basis, date and source that more than half of the figures have in common; empty where none does."""
    counted = Counter(_origin(figure) for figure in figures)
    return next((origin for origin, count in counted.most_common(1) if count * 2 > counted.total()), "")


def _bars(figures: list[Figure], highest: int) -> Iterator[SalaryBar]:
    scale = 100 / (max(1, highest) * HEADROOM)
    for figure in figures:
        yield SalaryBar(
            level=figure.level,
            band=band(figure),
            start=round(figure.low * scale, 2),
            length=round(max((figure.high - figure.low) * scale, SHORTEST), 2),
            as_of=figure.as_of,
        )


def _origin(figure: Figure) -> str:
    return f"{basis_in_words(figure.basis)}, as of {days.in_words(figure.as_of)}. {figure.source}".strip()


def _shared_notes(figures: tuple[Figure, ...], usual: str, place: int, last: int) -> Iterator[str]:
    origin = _origin(figures[0])
    if place == last and origin != usual:
        yield f"All these figures: {origin}"


def _notes(figures: list[Figure], usual: str) -> list[str]:
    """One note when all figures share their origin, else one per origin that names its levels."""
    levels: dict[str, list[str]] = {}
    for figure in figures:
        levels.setdefault(_origin(figure), []).append(figure.level)
    told = {origin: names for origin, names in levels.items() if origin != usual}
    if len(levels) == 1:
        return [origin[0].upper() + origin[1:] for origin in told]
    return [f"{', '.join(names)}: {origin}" for origin, names in told.items()]
