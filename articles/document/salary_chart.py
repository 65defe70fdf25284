"""Salary figures laid out to be compared: bars on one scale, and notes on where the figures come from."""

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


def groups(figures: Iterable[Figure]) -> list[SalaryGroup]:
    """The figures by region and currency, in the order in which each first appears; each as wide as its highest salary."""
    grouped: dict[tuple[str, str], list[Figure]] = {}
    for figure in figures:
        grouped.setdefault((figure.region, figure.currency), []).append(figure)
    return [
        SalaryGroup(
            region=region,
            currency=currency,
            bars=tuple(_bars(members, max(figure.high for figure in members))),
            notes=tuple(_notes(members)),
        )
        for (region, currency), members in grouped.items()
    ]


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


def _notes(figures: list[Figure]) -> list[str]:
    """One note when all figures share their origin, else one per origin that names its levels."""
    levels: dict[str, list[str]] = {}
    for figure in figures:
        origin = f"{basis_in_words(figure.basis)}, as of {days.in_words(figure.as_of)}."
        levels.setdefault(f"{origin} {figure.source}".strip(), []).append(figure.level)
    if len(levels) == 1:
        return [origin[0].upper() + origin[1:] for origin in levels]
    return [f"{', '.join(names)}: {origin}" for origin, names in levels.items()]
