"""The counts that the reports are made of: four queries, whatever the number of enquiries."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from math import ceil
from typing import Any

from django.utils import timezone

from articles.models import UNTITLED
from enquiries.models import Role
from enquiries.tallies import reading
from enquiries.tallies.reading import Marks

NO_GUIDE = 0
PERCENTILES = (50, 90)
WEEK = timedelta(weeks=1)


@dataclass(frozen=True)
class Counted:
    """How many enquiries share some marks, how many of each role are overdue, and how many came each week, without spam."""

    numbers: Counter[Marks]
    overdue: Counter[str]
    genuine: Counter[date]


@dataclass(frozen=True)
class Replies:
    """How many first replies came in time and late, and how many after so many hours and, of some hours, tenths."""

    in_time: int
    late: int
    hours: Counter[int]
    tenths: Counter[int]

    def hour_of(self, percent: int) -> int | None:
        """The hour that the percentile falls into."""
        return _reached(self.hours, self._wanted(percent))

    def within(self, percent: int) -> float | None:
        """The hours within which so many of a hundred of those answered had their reply."""
        hour = self.hour_of(percent)
        if hour is None:
            return None
        before = sum(count for other, count in self.hours.items() if other < hour)
        inside = {tenths: count for tenths, count in self.tenths.items() if int(tenths / 10) == hour}
        tenths = _reached(inside, self._wanted(percent) - before)
        return hour if tenths is None else tenths / 10

    def _wanted(self, percent: int) -> int:
        return ceil(self.hours.total() * percent / 100)


def _reached(counts: Mapping[int, int], wanted: int) -> int | None:
    """The least of the keys up to which there are as many as wanted."""
    for key, count in sorted(counts.items()):
        wanted -= count
        if wanted <= 0:
            return key
    return None


class Statistics:
    """The enquiries of the last `weeks` weeks, the one that we are in included, without our own trials."""

    def __init__(self, weeks: int) -> None:
        today = timezone.localdate()
        monday = today - timedelta(days=today.weekday())
        self.weeks: list[date] = [monday - number * WEEK for number in reversed(range(weeks))]

    def count(self, **wanted: Any) -> int:
        """How many enquiries have all these marks."""
        return sum(
            number for marks, number in self._counted.numbers.items() if wanted.items() <= marks._asdict().items()
        )

    def overdue(self, role: str) -> int:
        """How many enquirers of this role have waited longer than promised."""
        return self._counted.overdue[role]

    def genuine_by(self, mark: str) -> Counter[Any]:
        """How many enquiries that are no spam there are of each role or outcome."""
        counts: Counter[Any] = Counter()
        for marks, number in self._counted.numbers.items():
            if not marks.is_spam:
                counts[getattr(marks, mark)] += number
        return counts

    def by_week(self) -> list[tuple[date, int]]:
        """How many came each week."""
        return [(week, self._counted.genuine[week]) for week in self.weeks]

    def guides(self, most: int) -> list[tuple[str | None, int]]:
        """The titles of the guides that most enquiries came from; None for those that came from none."""
        counts: Counter[tuple[int, str | None]] = Counter()
        for title, guide, number in reading.by_guide(self.weeks[0]):
            counts[guide or NO_GUIDE, title] += number
        found = sorted(counts.items(), key=lambda one: (-one[1], one[0][0]))
        return [(title or (None if guide == NO_GUIDE else UNTITLED), number) for (guide, title), number in found[:most]]

    def replies(self, roles: Sequence[str]) -> Replies:
        """The first replies to enquirers of these roles."""
        replies = self._replies_by_hours(roles)
        for role, tenths, number in self._tenth_lines:
            if role in roles:
                replies.tenths[tenths] += number
        return replies

    def _replies_by_hours(self, roles: Sequence[str]) -> Replies:
        lines = [line for line in self._reply_lines if line[0] in roles]
        hours: Counter[int] = Counter()
        for _, after, in_time, late in lines:
            hours[after] += in_time + late
        return Replies(sum(line[2] for line in lines), sum(line[3] for line in lines), hours, Counter())

    @cached_property
    def _counted(self) -> Counted:
        """One pass over the lines of all weeks, which are many beside the marks."""
        counted = Counted(Counter(), Counter(), Counter())
        for week, role, outcome, is_spam, is_suspected, number, overdue in reading.by_marks(self.weeks[0]):
            counted.numbers[Marks(role, outcome, is_spam, is_suspected)] += number
            counted.overdue[role] += overdue
            if not is_spam:
                counted.genuine[week] += number
        return counted

    @cached_property
    def _reply_lines(self) -> list[Any]:
        return list(reading.by_reply(self.weeks[0]))

    @cached_property
    def _tenth_lines(self) -> list[Any]:
        """Of the hours that a percentile of anybody falls into."""
        anybody = [self._replies_by_hours(roles) for roles in (list(Role), *([role] for role in Role))]
        found = [replies.hour_of(percent) for replies in anybody for percent in PERCENTILES]
        return list(reading.by_tenth(self.weeks[0], {hour for hour in found if hour is not None}))
