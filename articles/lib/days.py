"""Days and moments in words, as Django's `j F Y` and `j F Y, H:i` write them in templates."""

import calendar
from datetime import date, datetime, time, timedelta

from django.utils import timezone


def in_words(day: date) -> str:
    """Such as: 1 April 2026."""
    return f"{day.day} {day:%B %Y}"


def moment_in_words(at: datetime) -> str:
    """Such as: 1 April 2026, 14:05, in the time zone of the site."""
    at = timezone.localtime(at)
    return f"{in_words(at)}, {at:%H:%M}"


def tomorrow() -> datetime:
    """The moment at which another day begins, in the time zone of the site."""
    return start_of(timezone.localdate() + timedelta(days=1))


def start_of(day: date) -> datetime:
    """The moment at which the day begins, in the time zone of the site."""
    return timezone.make_aware(datetime.combine(day, time.min))


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or of an earlier one for a number below zero; or the last day of that month."""
    years, month = divmod(day.month - 1 + months, calendar.DECEMBER)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
