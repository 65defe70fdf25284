"""What several reports need: names of choices, and shares of a whole."""

from collections.abc import Iterable
from typing import Any

from articles.lib.reports.tables import Report


def names(choices: Any) -> Iterable[tuple[str, str]]:
    return [(choice.value, choice.label[:1].upper() + choice.label[1:]) for choice in choices]


def shares(slug: str, title: str, of: str, counts: list[tuple[str, int]], **more: Any) -> Report:
    drawn = [count for _, count in counts]
    rows = [(name, count, percent(count, sum(drawn))) for name, count in counts]
    return Report(slug=slug, title=title, header=(of, "Enquiries", "Share, %"), rows=rows, drawn=drawn, **more)


def percent(part: int, whole: int) -> int | None:
    """Rounded; None when there is nothing to take a share of."""
    return round(100 * part / whole) if whole else None
