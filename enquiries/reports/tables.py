"""What the enquiries of some weeks add up to, counted by the database; no report holds personal data of enquirers.

Our own test enquiries and what came from an earlier site are in no report. Erased enquiries are: their role, guide, outcome and times remain.
"""

from collections import Counter
from collections.abc import Callable

from articles.lib.reports.tables import Report
from enquiries.models import By, Outcome, Role, Source
from enquiries.reports import replies, requests
from enquiries.reports.shares import names, percent, shares
from enquiries.reports.statistics import Statistics, placed

MOST_GUIDES = 20
NOT_CLOSED = "Not closed"


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
    return shares("roles", "Enquirers", "Role", [(name, counts[role]) for role, name in names(Role)])


def by_source(statistics: Statistics) -> Report:
    """How they reached us."""
    groups = statistics.groups(By.SOURCE)
    counted = [(source, name) for source, name in names(Source) if source != Source.EARLIER_SITE]
    counts = [(name, groups[source].number if source in groups else 0) for source, name in counted]
    return shares("sources", "How they reached us", "By", counts)


def by_outcome(statistics: Statistics) -> Report:
    """How the enquiries of these weeks have ended so far."""
    counts = statistics.genuine_by("outcome")
    return shares(
        "outcomes",
        "Outcomes",
        "Outcome",
        [(name, counts[outcome]) for outcome, name in [*names(Outcome), ("", NOT_CLOSED)]],
    )


def by_guide(statistics: Statistics) -> Report:
    """The guides that most enquiries came from."""
    rows = [(title, outcomes.total()) for title, outcomes in statistics.guides(MOST_GUIDES)]
    return Report(
        slug="guides",
        title="Where they came from",
        header=("Guide", "Enquiries"),
        rows=[(title or "No guide", count) for title, count in rows],
        drawn=[count for _, count in rows],
        note=f"The {MOST_GUIDES} most frequent. “No guide” is every other page, and guides that were deleted.",
    )


def by_guide_and_outcome(statistics: Statistics) -> Report:
    """What became of the enquiries that each guide brought."""
    found = statistics.guides(MOST_GUIDES)
    columns = [*names(Outcome), ("", NOT_CLOSED)]
    return Report(
        slug="guide-outcomes",
        title="What became of each guide’s enquiries",
        header=("Guide", "Enquiries", *(name for _, name in columns), "Placed, %"),
        rows=[
            (
                title or "No guide",
                outcomes.total(),
                *(outcomes[outcome] for outcome, _ in columns),
                percent(placed(outcomes), outcomes.total()),
            )
            for title, outcomes in found
        ],
        drawn=[placed(outcomes) for _, outcomes in found],
        note="The same guides. The bars show placements; “Not closed” may still lead to one.",
    )


def never_answered(statistics: Statistics) -> Report:
    """What was closed though nobody had answered it."""
    whole = statistics.everybody()
    columns = [*names(Outcome), ("", "Erased before it was closed")]
    closed = Counter(whole.outcomes)
    closed[""] = whole.never_answered[""]
    rows = [
        (name, closed[outcome], whole.never_answered[outcome], percent(whole.never_answered[outcome], closed[outcome]))
        for outcome, name in columns
    ]
    return Report(
        slug="unanswered",
        title="Closed without an answer",
        header=("Outcome", "Closed", "Without an answer", "Share, %"),
        rows=rows,
        drawn=[row[2] for row in rows],
        note="Whatever the outcome says: nobody had replied, and no other answer was taken down.",
    )


def spam(statistics: Statistics) -> Report:
    """What the filter quarantined, and how often it was wrong."""
    received = statistics.count()
    suspected = statistics.count(is_suspected=True)
    released = statistics.count(is_suspected=True, is_spam=False)
    missed = statistics.count(is_suspected=False, is_spam=True)
    rows = [
        ("Received", received, None),
        ("Suspected by the filter", suspected, percent(suspected, received)),
        ("Released as genuine (false positives)", released, percent(released, suspected)),
        ("Marked by hand (missed by the filter)", missed, percent(missed, received)),
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
    "sources": by_source,
    "outcomes": by_outcome,
    "guides": by_guide,
    "guide-outcomes": by_guide_and_outcome,
    "replies": replies.by_role,
    "people": replies.by_person,
    "teams": replies.by_team,
    "channels": replies.by_channel,
    "unanswered": never_answered,
    "rights": requests.by_right,
    "spam": spam,
}
