"""A table of figures, and what is drawn of it."""

from dataclasses import dataclass, field
from datetime import date
from itertools import zip_longest
from typing import Any

from articles.lib import days
from articles.lib.reports import charts


@dataclass(frozen=True, kw_only=True)
class Report:
    """A table, and the values that are drawn beside its rows: against the greatest of them, or against `full`.

    `links` are the addresses to which the names of the rows lead, if they do.

    With `each`, its rows follow one another in time, each such a piece of it ("week from"), and are drawn as upright bars.
    """

    slug: str
    title: str
    header: tuple[str, ...]
    rows: list[tuple[Any, ...]]
    drawn: list[int]
    full: int = 0
    each: str | None = None
    links: list[str] = field(default_factory=list)
    note: str = ""


def with_picture(report: Report, address: str = "") -> dict[str, Any]:
    """For `admin/report.html`: the report with upright bars, or with a bar in each row, and where it is to be had as CSV."""
    lengths = charts.lengths(report.drawn, report.full)
    context = {"report": report, "address": address, "lines": list(zip_longest(report.rows, lengths, report.links))}
    if report.each is not None:
        labels = [f"{report.each} {in_words(row[0])}".strip() for row in report.rows]
        context |= {"columns": charts.columns(report.drawn), "in_words": charts.in_words(labels, report.drawn)}
        context["is_empty"] = not any(report.drawn)
    return context


def in_words(cell: Any) -> str:
    """What a row is called, such as its day."""
    return days.in_words(cell) if isinstance(cell, date) else str(cell)
