"""The counts that the reports are made of: four queries, whatever the number of enquiries."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from math import ceil
from typing import Any

from django.utils import timezone

from articles.models import UNTITLED
from enquiries.tallies import reading

NO_GUIDE = 0
WEEK = timedelta(weeks=1)


@dataclass(frozen=True)
class Replies:
    """How many first replies came in time and late, and how many after so many tenths of hours."""

    in_time: int
    late: int
    tenths: Counter[int]

    def within(self, percent: int) -> float | None:
        """The hours within which so many of a hundred of those answered had their reply."""
        wanted = ceil(self.tenths.total() * percent / 100)
        for tenths, count in sorted(self.tenths.items()):
            wanted -= count
            if wanted <= 0:
                return tenths / 10
        return None


class Statistics:
    """The enquiries of the last `weeks` weeks, the one that we are in included, without our own trials."""

    def __init__(self, weeks: int) -> None:
        today = timezone.localdate()
        monday = today - timedelta(days=today.weekday())
        self.weeks: list[date] = [monday - number * WEEK for number in reversed(range(weeks))]

    def count(self, **wanted: Any) -> int:
        """How many enquiries have all these marks."""
        return sum(line.number for line in self._having(**wanted))

    def overdue(self, role: str) -> int:
        """How many enquirers of this role have waited longer than promised."""
        return sum(line.overdue for line in self._having(role=role))

    def genuine_by(self, mark: str) -> Counter[Any]:
        """How many enquiries that are no spam there are of each role or outcome."""
        counts: Counter[Any] = Counter()
        for line in self._having(is_spam=False):
            counts[getattr(line, mark)] += line.number
        return counts

    def by_week(self) -> list[tuple[date, int]]:
        """How many came each week."""
        counts: Counter[date] = Counter()
        for week, number in reading.by_week(self.weeks[0]):
            counts[week] += number
        return [(week, counts[week]) for week in self.weeks]

    def guides(self, most: int) -> list[tuple[str | None, int]]:
        """The titles of the guides that most enquiries came from; None for those that came from none."""
        counts: Counter[tuple[int, str | None]] = Counter()
        for title, guide, number in reading.by_guide(self.weeks[0]):
            counts[guide or NO_GUIDE, title] += number
        found = sorted(counts.items(), key=lambda one: (-one[1], one[0][0]))
        return [(title or (None if guide == NO_GUIDE else UNTITLED), number) for (guide, title), number in found[:most]]

    def replies(self, roles: Sequence[str]) -> Replies:
        """The first replies to enquirers of these roles."""
        in_time, late, tenths = 0, 0, Counter[int]()
        for role, after, soon_enough, too_late in self._reply_lines:
            if role in roles:
                in_time += soon_enough
                late += too_late
                tenths[after] += soon_enough + too_late
        return Replies(in_time, late, tenths)

    def _having(self, **wanted: Any) -> Iterator[reading.Line]:
        for line in self._lines:
            if all(getattr(line, mark) == value for mark, value in wanted.items()):
                yield line

    @cached_property
    def _lines(self) -> list[reading.Line]:
        return reading.by_marks(self.weeks[0])

    @cached_property
    def _reply_lines(self) -> list[Any]:
        return list(reading.by_reply(self.weeks[0]))
