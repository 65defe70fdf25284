"""Counting in working hours: opening hours on days that are neither bank holidays nor closure days.

Every function takes a promise, which says when it is open: the agency's (`current_promise`), or that of a team with hours
of its own (`for_team`).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

import holidays
from django.utils import timezone

from articles.remembering import remembered
from enquiries.models import Closure, ReplyPromise, Team

SATURDAY, A_WEEK = 5, 7
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
A_RUN = 3  # days after one another are named by the first and the last of them

type Hours = tuple[time, time]


def reply_due(received_at: datetime, promise: ReplyPromise) -> datetime:
    """The moment by which an enquiry that came at `received_at` is promised a reply, in the agency's own time zone."""
    return after(received_at, timedelta(hours=promise.hours), promise)


def after(start: datetime, left: timedelta, promise: ReplyPromise) -> datetime:
    """The moment at which that much working time has passed since `start`."""
    for opens, closes in _openings(timezone.localtime(start), promise):
        if left <= (length := _between(opens, closes)):
            return timezone.localtime(opens.astimezone(UTC) + left)
        left -= length
    raise AssertionError("opening hours never end")


def working_time(start: datetime, end: datetime, promise: ReplyPromise) -> timedelta:
    """The opening hours between two moments."""
    total = timedelta()
    for opens, closes in _openings(timezone.localtime(start), promise):
        if opens >= end:
            break
        total += _between(opens, min(closes, end))
    return total


def promised_from(moment: datetime, team: Team | None = None) -> datetime:
    """The moment by which the team, as the agency promises now, replies to what comes at `moment`."""
    return reply_due(moment, for_team(team))


def next_opening(after: datetime) -> datetime:
    """The next moment at which the agency opens, in its own time zone."""
    start = timezone.localtime(after)
    return next(opens for opens, _closes in _openings(start, current_promise()) if opens > start)


@remembered
def current_promise() -> ReplyPromise:
    """What the agency promises now."""
    promise = ReplyPromise.objects.order_by("pk").first() or ReplyPromise()
    promise.closures = _closures(None)
    return promise


def for_team(team: Team | None) -> ReplyPromise:
    """What is promised to those whose enquiry is with the team."""
    return for_each([team])[team]


def for_each(teams: Iterable[Team | None]) -> dict[Team | None, ReplyPromise]:
    """The same for several teams, at the cost of one; what a team does not set is the agency's."""
    agency, closures = current_promise(), _closures_of_teams()
    return {team: _with_own(agency, team, closures.get(team.pk, ())) if team else agency for team in teams}


def opening(day: date, promise: ReplyPromise) -> tuple[datetime, datetime] | None:
    """When that day opens and closes; nothing if it is closed."""
    hours = _hours(day, promise)
    if hours is None or any(first <= day <= last for first, last in promise.closures):
        return None
    opens, closes = (timezone.make_aware(datetime.combine(day, hour)) for hour in hours)
    return opens, closes


def is_working_day(day: date, nation: str) -> bool:
    """False on weekends and on the bank holidays of `nation` (ENG, WLS, SCT or NIR)."""
    return day.weekday() < SATURDAY and day not in _bank_holidays(nation)


def is_ever_open(promise: ReplyPromise) -> bool:
    """Whether any day of the week is open; otherwise the promised time would never come."""
    return any(_usual(weekday, promise) for weekday in range(A_WEEK))


def in_words(promise: ReplyPromise) -> str:
    """Such as: 09:00 to 17:30, Monday to Thursday, and 09:00 to 16:00, Friday."""
    days: dict[Hours, list[int]] = defaultdict(list)
    for weekday in range(A_WEEK):
        if hours := _usual(weekday, promise):
            days[hours].append(weekday)
    return ", and ".join(f"{opens:%H:%M} to {closes:%H:%M}, {_named(on)}" for (opens, closes), on in days.items())


def _with_own(agency: ReplyPromise, team: Team, closures: tuple[tuple[date, date], ...]) -> ReplyPromise:
    """Should the days of both leave none open, the agency's count alone."""
    own = ReplyPromise(
        hours=agency.hours,
        opens=agency.opens,
        closes=agency.closes,
        days=agency.days | team.days,
        nation=team.nation or agency.nation,
        escalation_email=agency.escalation_email,
    )
    own.closures = agency.closures + closures
    if not is_ever_open(own):
        own.days = agency.days
    return own


def _closures(team: int | None) -> tuple[tuple[date, date], ...]:
    return tuple(Closure.objects.filter(team=team).order_by("pk").values_list("first_day", "last_day"))


@remembered
def _closures_of_teams() -> dict[int, tuple[tuple[date, date], ...]]:
    found: dict[int, tuple[tuple[date, date], ...]] = {}
    for team, first, last in Closure.objects.exclude(team=None).values_list("team", "first_day", "last_day"):
        found[team] = (*found.get(team, ()), (first, last))
    return found


def _openings(start: datetime, promise: ReplyPromise) -> Iterator[tuple[datetime, datetime]]:
    """The opening hours from `start` on, today's shortened to what is left of them."""
    day = start.date()
    while True:
        if hours := opening(day, promise):
            opens, closes = hours
            if start < closes:
                yield max(opens, start), closes
        day += timedelta(days=1)


def _hours(day: date, promise: ReplyPromise) -> Hours | None:
    if str(day.weekday()) not in promise.days:
        return (promise.opens, promise.closes) if is_working_day(day, promise.nation) else None
    return None if day in _bank_holidays(promise.nation) else _usual(day.weekday(), promise)


def _usual(weekday: int, promise: ReplyPromise) -> Hours | None:
    """The hours of a day of the week."""
    hours = promise.days.get(str(weekday))
    if hours is None:
        return (promise.opens, promise.closes) if weekday < SATURDAY else None
    return (time.fromisoformat(hours[0]), time.fromisoformat(hours[1])) if hours else None


def _named(weekdays: list[int]) -> str:
    *most, last = (DAYS[weekday] for weekday in weekdays)
    if len(weekdays) >= A_RUN and weekdays[-1] - weekdays[0] == len(weekdays) - 1:
        return f"{most[0]} to {last}"
    return f"{', '.join(most)} and {last}" if most else last


def _between(start: datetime, end: datetime) -> timedelta:
    """In real time: the difference of two moments of one zone would leave out that the clocks were changed."""
    return end.astimezone(UTC) - start.astimezone(UTC)


@lru_cache
def _bank_holidays(nation: str) -> holidays.HolidayBase:
    return holidays.country_holidays("GB", subdiv=nation)
