"""The filters of the work list: what may be asked beside a tab and words to search for."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils import timezone


class Period(models.TextChoices):
    """When an enquiry came, counted from today."""

    TODAY = "today", "today"
    WEEK = "week", "in the last 7 days"
    MONTH = "month", "in the last 30 days"
    YEAR = "year", "in the last 365 days"


DAYS = {Period.TODAY: 0, Period.WEEK: 6, Period.MONTH: 29, Period.YEAR: 364}
MINE, NOBODY = "me", "nobody"


def condition(chosen: Mapping[str, Any], user: Any) -> Q:
    """What all filters together let through; `chosen` are the cleaned fields of their form, those without a value left out."""
    parts = (NARROWED_BY[name](value, user) for name, value in chosen.items() if value not in (None, ""))
    return Q(*parts)


def _owned(by: str, user: Any) -> Q:
    if by == NOBODY:
        return Q(owner=None)
    return Q(owner=user.pk if by == MINE else int(by))


def _since(day: date) -> Q:
    return Q(received_at__gte=_start(day))


def _start(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


NARROWED_BY: dict[str, Callable[[Any, Any], Q]] = {
    "role": lambda role, _: Q(role=role),
    "source": lambda source, _: Q(source=source),
    "guide": lambda number, _: Q(guide=number),
    "team": lambda number, _: Q(team=number),
    "owner": _owned,
    "outcome": lambda outcome, _: Q(outcome=outcome),
    "consent": lambda answer, _: Q(marketing_wording__isnull=answer == "no"),
    "period": lambda period, _: _since(timezone.localdate() - timedelta(days=DAYS[Period(period)])),
    "since": lambda day, _: _since(day),
    "until": lambda day, _: Q(received_at__lt=_start(day + timedelta(days=1))),
}
