"""First replies: how soon, how often as promised, by whom and by which way."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model

from articles.lib import people
from articles.lib.reports.tables import Report
from enquiries.models import By, Channel, Role, Team
from enquiries.reports.groups import PERCENTILES, Counted
from enquiries.reports.shares import names, percent
from enquiries.reports.statistics import Statistics, placed

HEADER = (
    "In time",
    "Late",
    "Overdue, no reply",
    "Closed, no reply",
    "Promise kept, %",
    "Half within, hours",
    "9 of 10 within, hours",
)
KEPT = HEADER.index("Promise kept, %") + 1
HOURS = (
    "Working hours, exact to a quarter of an hour up to 8 and to an hour up to 80. Half within is the median, 9 of 10 within "
    "the 90th percentile, of all who had a reply or should have had one."
)
NOBODY = "Nobody"


def by_role(statistics: Statistics) -> Report:
    """How soon each role was answered, and how often as promised."""
    groups = statistics.groups(By.ROLE)
    lines = [("Everybody", statistics.everybody())]
    lines += [(name, groups.get(role, Counted())) for role, name in names(Role)]
    rows = [(name, *_replies(counted)) for name, counted in lines]
    return Report(
        slug="replies",
        title="First replies against the promise",
        header=("Role", *HEADER),
        rows=rows,
        drawn=[row[KEPT] or 0 for row in rows],
        full=100,
        note=f"{HOURS} What was closed without any reply is counted as never answered. The bars show how often the promise "
        "was kept.",
    )


def by_person(statistics: Statistics) -> Report:
    """What each consultant did with the enquiries that they have, or had at last."""
    groups = statistics.groups(By.PERSON)
    persons = get_user_model().objects.in_bulk([key for key in groups if key])
    known = {key: people.name_of(person) for key, person in persons.items()}
    return _groups("people", "Consultants", "Consultant", groups, known, "Counted for whoever has an enquiry now.")


def by_team(statistics: Statistics) -> Report:
    """The same for each team."""
    groups = statistics.groups(By.TEAM)
    known = {team.pk: team.name for team in Team.objects.filter(pk__in=[key for key in groups if key])}
    return _groups("teams", "Teams", "Team", groups, known, "Counted for the team that has an enquiry now.")


def by_channel(statistics: Statistics) -> Report:
    """How the first replies reached people."""
    groups = statistics.groups(By.CHANNEL)
    lines = [(name, groups.get(channel, Counted())) for channel, name in names(Channel)]
    whole = sum(counted.number for _, counted in lines)
    rows = [
        (name, counted.number, percent(counted.number, whole), *map(counted.within, PERCENTILES))
        for name, counted in lines
    ]
    return Report(
        slug="channels",
        title="Channels of the first reply",
        header=("Channel", "First replies", "Share, %", *HEADER[-2:]),
        rows=rows,
        drawn=[counted.number for _, counted in lines],
        note="Answers by phone or in person count once they are taken down with “Answered another way”.",
    )


def _groups(slug: str, title: str, of: str, groups: dict[Any, Counted], known: dict[Any, str], note: str) -> Report:
    rows = [
        (name, counted.number, *_replies(counted), placed(counted.outcomes))
        for name, counted in sorted(_named(groups, known), key=lambda one: (one[0] == NOBODY, one[0].casefold()))
        if counted.number
    ]
    return Report(
        slug=slug,
        title=title,
        header=(of, "Enquiries", *HEADER, "Placements"),
        rows=rows,
        drawn=[row[KEPT + 1] or 0 for row in rows],
        full=100,
        note=f"{note} {HOURS} The bars show how often the promise was kept.",
    )


def _named(groups: dict[Any, Counted], known: dict[Any, str]) -> Iterable[tuple[str, Counted]]:
    return ((known.get(key, NOBODY), counted) for key, counted in groups.items())


def _replies(counted: Counted) -> tuple[Any, ...]:
    never_answered = counted.never_answered.total()
    kept = percent(counted.in_time, counted.in_time + counted.late + counted.unanswered)
    return counted.in_time, counted.late, counted.overdue, never_answered, kept, *map(counted.within, PERCENTILES)
