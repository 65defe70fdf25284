"""When the agency and its teams are open: days that differ, as they are typed, and closures."""

import re
from datetime import time
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError

from enquiries.models import Closure
from enquiries.working_hours import DAYS

LINE = re.compile(
    r"(?P<day>[a-z]{3,}?)s?[:,]?\s+(?:(?P<closed>closed)|(?P<opens>\d\d?(?:[:.]\d\d)?)\s*(?:-|–|to)\s*(?P<closes>\d\d?(?:[:.]\d\d)?))",
    re.IGNORECASE,
)
EXAMPLES = "“Friday 09:00 to 16:00”, “Saturday 10:00 to 13:00” or “Wednesday closed”"


class DaysField(forms.CharField):
    """Days of the week with their hours, one a line; the cleaned value is what `days` of a promise or a team stores."""

    widget = forms.Textarea(attrs={"rows": 4, "cols": 40})

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        return "\n".join(f"{DAYS[int(day)]} {' to '.join(hours) or 'closed'}" for day, hours in sorted(value.items()))

    def to_python(self, value: Any) -> Any:
        days: dict[str, list[str]] = {}
        for line in filter(None, map(str.strip, str(value or "").splitlines())):
            day, hours = _read(line)
            if day in days:
                raise ValidationError(f"{DAYS[int(day)]} is there twice.")
            days[day] = hours
        return days

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(self.to_python(data) != (initial or {}))
        except ValidationError:
            return True


@admin.register(Closure)
class ClosureAdmin(admin.ModelAdmin):
    """Closures hold for enquiries that come in from now on: enquirers have been told the times already set."""

    list_display = ("name", "first_day", "last_day", "whose")
    list_select_related = ("team",)
    fields = ("name", "first_day", "last_day", "team")

    @admin.display(description="closed")
    def whose(self, closure: Closure) -> str:
        return str(closure.team or "the whole agency")


def _read(line: str) -> tuple[str, list[str]]:
    found = LINE.fullmatch(line)
    days = [number for number, day in enumerate(DAYS) if found and day.lower().startswith(found["day"].lower())]
    if not found or not days:
        raise ValidationError(f"We cannot read “{line}”. Write a day and its hours, such as {EXAMPLES}.")
    if found["closed"]:
        return str(days[0]), []
    opens, closes = (_time(found[name], line) for name in ("opens", "closes"))
    if opens >= closes:
        raise ValidationError(f"{DAYS[days[0]]}: closing time must be after opening time.")
    return str(days[0]), [f"{opens:%H:%M}", f"{closes:%H:%M}"]


def _time(text: str, line: str) -> time:
    hour, _, minute = text.replace(".", ":").partition(":")
    try:
        return time(int(hour), int(minute or 0))
    except ValueError:
        raise ValidationError(f"There is no such time as {text} in “{line}”.") from None
