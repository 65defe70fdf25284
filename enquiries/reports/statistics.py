"""The counts that the reports are made of: a handful of queries, whatever the number of enquiries."""

from collections import Counter, defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Any

from django.utils import timezone

from articles.models import UNTITLED
from enquiries.models import By, Outcome
from enquiries.reports.groups import Counted
from enquiries.tallies import keeping, reading
from enquiries.tallies.reading import Group, Marks

WEEK = timedelta(weeks=1)


@dataclass(frozen=True)
class Scope:
    """Whom a reader may see counted apart from the others; None is everybody."""

    people: Collection[int] | None = None
    teams: Collection[int] | None = None

    def holds(self, by: str, key: Any) -> bool:
        seen = {By.PERSON: self.people, By.TEAM: self.teams}.get(By(by))
        return seen is None or key in seen


EVERYBODY = Scope()


class Statistics:
    """The enquiries of the last `weeks` weeks, the one that we are in included, without our own trials."""

    def __init__(self, weeks: int, scope: Scope = EVERYBODY) -> None:
        today = timezone.localdate()
        monday = today - timedelta(days=today.weekday())
        self.weeks: list[date] = [monday - number * WEEK for number in reversed(range(weeks))]
        self.scope = scope

    @property
    def start(self) -> datetime:
        return timezone.make_aware(datetime.combine(self.weeks[0], time.min))

    def count(self, **wanted: Any) -> int:
        """How many enquiries have all these marks."""
        return sum(number for marks, number in self._numbers.items() if wanted.items() <= marks._asdict().items())

    def genuine_by(self, mark: str) -> Counter[Any]:
        """How many enquiries that are no spam there are of each role or outcome."""
        counts: Counter[Any] = Counter()
        for marks, number in self._numbers.items():
            if not marks.is_spam:
                counts[getattr(marks, mark)] += number
        return counts

    def by_week(self) -> list[tuple[date, int]]:
        """How many came each week, without spam."""
        counts: Counter[date] = Counter()
        for week, *marks, number in self._marked:
            counts[week] += 0 if Marks(*marks).is_spam else number
        return [(week, counts[week]) for week in self.weeks]

    def guides(self, most: int) -> list[tuple[str | None, Counter[str]]]:
        """The titles of the guides that most enquiries came from, and how these ended; None for those from no guide."""
        counts: dict[tuple[int, str | None], Counter[str]] = defaultdict(Counter)
        for title, guide, outcome, number in self._from_guides:
            counts[guide or 0, title][outcome] += number
        found = sorted(counts.items(), key=lambda one: (-one[1].total(), one[0][0]))
        return [(title or (UNTITLED if guide else None), outcomes) for (guide, title), outcomes in found[:most]]

    def groups(self, by: str) -> dict[Any, Counted]:
        """What is counted of each group that the reader may see: by the number of the person or team, or by value."""
        return {key: counted for key, counted in self._groups[by].items() if self.scope.holds(by, key)}

    def everybody(self) -> Counted:
        """The same of all enquiries together."""
        whole = Counted()
        for counted in self.groups(By.ROLE).values():
            whole.add(counted)
        return whole

    @cached_property
    def uncounted_weeks(self) -> int:
        """How many weeks the worker has still to count anew after an upgrade."""
        return keeping.outdated_weeks().filter(week__gte=self.weeks[0]).count()

    @cached_property
    def _marked(self) -> list[Any]:
        return list(reading.by_marks(self.weeks[0]))

    @cached_property
    def _numbers(self) -> Counter[Marks]:
        numbers: Counter[Marks] = Counter()
        for _, *marks, number in self._marked:
            numbers[Marks(*marks)] += number
        return numbers

    @cached_property
    def _from_guides(self) -> list[Any]:
        return list(reading.by_guide(self.weeks[0]))

    @cached_property
    def _groups(self) -> dict[str, dict[Any, Counted]]:
        groups: dict[str, dict[Any, Counted]] = defaultdict(lambda: defaultdict(Counted))
        for *group, outcome, number, overdue, never_answered, in_time, late in reading.by_group(self.weeks[0]):
            counted = groups[group[0]][Group(*group).key]
            counted.outcomes[outcome] += number
            counted.never_answered[outcome] += never_answered
            counted.overdue += overdue
            counted.in_time += in_time
            counted.late += late
        for *group, quarters, number in reading.by_wait(self.weeks[0]):
            groups[group[0]][Group(*group).key].waits[quarters] += number
        return groups


def placed(outcomes: Counter[str]) -> int:
    return outcomes[Outcome.PLACED]
