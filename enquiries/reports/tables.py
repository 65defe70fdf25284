"""What the enquiries of some weeks add up to, counted by the database; no report holds personal data.

Our own test enquiries are in no report. Erased enquiries are: their role, guide, outcome and times remain.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from articles.lib.reports.tables import Report
from enquiries.models import Outcome, Role
from enquiries.reports.statistics import PERCENTILES, Statistics

MOST_GUIDES = 20


def by_week(statistics: Statistics) -> Report:
    """How many enquiries came in each week, the quiet ones included."""
    rows = statistics.by_week()
    return Report(
        slug="weeks",
        title="Enquiries by week",
        header=("Week from", "Enquiries"),
        rows=list(rows),
        drawn=[count for _, count in rows],
        each="week from",
        note="Without suspected spam. The last week is not over yet.",
    )


def by_role(statistics: Statistics) -> Report:
    """What the enquirers are."""
    counts = statistics.genuine_by("role")
    return _shares("roles", "Enquirers", "Role", [(name, counts[role]) for role, name in _names(Role)])


def by_outcome(statistics: Statistics) -> Report:
    """How the enquiries of these weeks have ended so far."""
    counts = statistics.genuine_by("outcome")
    names = [*_names(Outcome), ("", "Not closed")]
    return _shares("outcomes", "Outcomes", "Outcome", [(name, counts[outcome]) for outcome, name in names])


def by_guide(statistics: Statistics) -> Report:
    """The guides that most enquiries came from."""
    rows = statistics.guides(MOST_GUIDES)
    return Report(
        slug="guides",
        title="Where they came from",
        header=("Guide", "Enquiries"),
        rows=[(title or "No guide", count) for title, count in rows],
        drawn=[count for _, count in rows],
        note=f"The {MOST_GUIDES} most frequent. “No guide” is every other page, and guides that were deleted.",
    )


def first_replies(statistics: Statistics) -> Report:
    """How soon each role was answered, and how often as promised."""
    rows = [
        _replies("Everybody", statistics, list(Role)),
        *(_replies(name, statistics, [role]) for role, name in _names(Role)),
    ]
    return Report(
        slug="replies",
        title="First replies against the promise",
        header=(
            "Role",
            "In time",
            "Late",
            "Overdue, no reply",
            "Promise kept, %",
            "Half within, hours",
            "9 of 10 within, hours",
        ),
        rows=rows,
        drawn=[row[4] or 0 for row in rows],
        full=100,
        note="Hours by the clock, nights and weekends included; the promise itself counts working hours. "
        "Half within is the median, 9 of 10 within the 90th percentile. The bars show how often the promise was kept.",
    )


def spam(statistics: Statistics) -> Report:
    """What the filter quarantined, and how often it was wrong."""
    received = statistics.count()
    suspected = statistics.count(is_suspected=True)
    released = statistics.count(is_suspected=True, is_spam=False)
    missed = statistics.count(is_suspected=False, is_spam=True)
    rows = [
        ("Received", received, None),
        ("Suspected by the filter", suspected, _percent(suspected, received)),
        ("Released as genuine (false positives)", released, _percent(released, suspected)),
        ("Marked by hand (missed by the filter)", missed, _percent(missed, received)),
    ]
    return Report(
        slug="spam",
        title="Spam",
        header=("What became of it", "Enquiries", "Share, %"),
        rows=rows,
        drawn=[row[1] for row in rows],
        note="False positives are a share of what was suspected, the others of everything received.",
    )


REPORTS: dict[str, Callable[[Statistics], Report]] = {
    "weeks": by_week,
    "roles": by_role,
    "guides": by_guide,
    "outcomes": by_outcome,
    "replies": first_replies,
    "spam": spam,
}


def _replies(name: str, statistics: Statistics, roles: Sequence[str]) -> tuple[Any, ...]:
    replies = statistics.replies(roles)
    overdue = sum(statistics.overdue(role) for role in roles)
    kept = _percent(replies.in_time, replies.in_time + replies.late + overdue)
    return name, replies.in_time, replies.late, overdue, kept, *map(replies.within, PERCENTILES)


def _names(choices: Any) -> Iterable[tuple[str, str]]:
    return [(choice.value, choice.label.capitalize()) for choice in choices]


def _shares(slug: str, title: str, of: str, counts: list[tuple[str, int]]) -> Report:
    drawn = [count for _, count in counts]
    rows = [(name, count, _percent(count, sum(drawn))) for name, count in counts]
    return Report(slug=slug, title=title, header=(of, "Enquiries", "Share, %"), rows=rows, drawn=drawn)


def _percent(part: int, whole: int) -> int | None:
    """Rounded; None when there is nothing to take a share of."""
    return round(100 * part / whole) if whole else None
