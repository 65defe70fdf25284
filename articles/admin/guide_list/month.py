"""The calendar of guides: a month as a table of weeks, or as a list of its days, which is all that a phone shows."""

import re
from calendar import MONDAY, Calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.drafts import planning
from articles.models import Article

MONTH = re.compile(r"(?P<year>[12]\d{3})-(?P<month>0[1-9]|1[0-2])")
SHOWN = 4  # of a day in the table; the list has all of them
VIEWS = ("month", "list")


@dataclass(frozen=True, kw_only=True)
class Day:
    """A day of the month; in the table the first of its entries, and how many more there are."""

    day: date
    entries: list[planning.Entry]

    @property
    def shown(self) -> list[planning.Entry]:
        return self.entries if len(self.entries) <= SHOWN else self.entries[: SHOWN - 1]

    @property
    def more(self) -> int:
        return len(self.entries) - len(self.shown)


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """The month that `?month=2026-11` asks for, else this one; of all guides or with `whose=mine` one's own."""
    today = timezone.localdate()
    first = _asked(request.GET.get("month", "")) or today.replace(day=1)
    last = _next(first) - timedelta(days=1)
    whose = "mine" if request.GET.get("whose") == "mine" else "all"
    guides = Article.objects.filter(owner=request.user.pk) if whose == "mine" else Article.objects.all()
    entries = planning.of_days(guides, first, last)
    weeks = [
        [Day(day=day, entries=entries.get(day, [])) if day.month == first.month else None for day in week]
        for week in Calendar(MONDAY).monthdatescalendar(first.year, first.month)
    ]
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": "Calendar of guides",
        "opts": Article._meta,
        "month": first,
        "before": _before(first),
        "after": _next(first),
        "today": today,
        "weeks": weeks,
        "days": [day for week in weeks for day in week if day and day.entries],
        "view": request.GET["view"] if request.GET.get("view") in VIEWS else VIEWS[0],
        "whose": whose,
    }
    return TemplateResponse(request, "admin/articles/article/calendar.html", context)


def _asked(text: str) -> date | None:
    found = MONTH.fullmatch(text)
    return date(int(found["year"]), int(found["month"]), 1) if found else None


def _next(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)


def _before(first: date) -> date:
    return (first - timedelta(days=1)).replace(day=1)
