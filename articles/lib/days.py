"""Days and moments in words, as Django's `j F Y` and `j F Y, H:i` write them in templates."""

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
    return timezone.make_aware(datetime.combine(timezone.localdate() + timedelta(days=1), time.min))
