"""Counting in working hours: opening hours on weekdays that are no bank holiday."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

import holidays
from django.utils import timezone

from articles.remembering import remembered
from enquiries.models import ReplyPromise

SATURDAY = 5


def reply_due(received_at: datetime, promise: ReplyPromise) -> datetime:
    """The moment by which an enquiry that came at `received_at` is promised a reply, in the agency's own time zone."""
    left = timedelta(hours=promise.hours)
    for opens, closes in _openings(timezone.localtime(received_at), promise):
        if left <= closes - opens:
            return opens + left
        left -= closes - opens
    raise AssertionError("opening hours never end")


def promised_from(moment: datetime) -> datetime:
    """The moment by which the agency, as it promises now, replies to what comes at `moment`."""
    return reply_due(moment, current_promise())


def next_opening(after: datetime) -> datetime:
    """The next moment at which the agency opens, in its own time zone."""
    start = timezone.localtime(after)
    return next(opens for opens, _closes in _openings(start, current_promise()) if opens > start)


def worked_between(start: datetime, end: datetime, promise: ReplyPromise) -> timedelta:
    """How much of the time from `start` to `end` the agency was open."""
    worked = timedelta()
    for opens, closes in _openings(timezone.localtime(start), promise):
        if opens >= end:
            break
        # Moments of one time zone are subtracted by what the clock on the wall says, also over a night in which it changes.
        worked += min(closes, end).astimezone(UTC) - opens.astimezone(UTC)
    return worked


@remembered
def current_promise() -> ReplyPromise:
    """What the agency promises now."""
    return ReplyPromise.objects.order_by("pk").first() or ReplyPromise()


def is_working_day(day: date, nation: str) -> bool:
    """False on weekends and on the bank holidays of `nation` (ENG, WLS, SCT or NIR)."""
    return day.weekday() < SATURDAY and day not in _bank_holidays(nation)


def _openings(start: datetime, promise: ReplyPromise) -> Iterator[tuple[datetime, datetime]]:
    """The opening hours from `start` on, today's shortened to what is left of them."""
    day = start.date()
    while True:
        if is_working_day(day, promise.nation):
            opens = timezone.make_aware(datetime.combine(day, promise.opens))
            closes = timezone.make_aware(datetime.combine(day, promise.closes))
            if start < closes:
                yield max(opens, start), closes
        day += timedelta(days=1)


@lru_cache
def _bank_holidays(nation: str) -> holidays.HolidayBase:
    return holidays.country_holidays("GB", subdiv=nation)
