"""Reading the counts of the weeks from `first` on: tallies, and rows that are not tallied.

Both come in one statement, so that what the worker tallies meanwhile is neither missed nor counted twice. What has the
same marks may come in several lines.
"""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any, NamedTuple

from django.db.models import F, QuerySet, Sum, Value
from django.db.models.functions import Now
from django.utils import timezone

from enquiries.models import By, Enquiry, GroupTally, GuideTally, Tally, WaitTally
from enquiries.models.enquiry import IS_UNANSWERED
from enquiries.tallies import counting


class Marks(NamedTuple):
    """What enquiries have in common that are counted together."""

    role: str
    outcome: str
    is_spam: bool
    is_suspected: bool


class Group(NamedTuple):
    """What puts enquiries together: a person or team by its number, or else a value; nothing for those of nobody."""

    by: str
    person: int | None
    team: int | None
    value: str

    @property
    def key(self) -> Any:
        return {By.PERSON: self.person, By.TEAM: self.team}.get(By(self.by), self.value)


GROUP = ("by", "person", "team", "value")


def by_marks(first: date) -> QuerySet[Any]:
    """Weeks and `Marks`, and how many share them."""
    tallied = _summed(Tally.objects.filter(week__gte=first), ("week", *counting.MARKS), ("number",))
    return tallied.union(counting.by_marks(_not_tallied(first).annotate(week=counting.WEEK), "week"), all=True)


def by_guide(first: date) -> QuerySet[Any]:
    """Titles, guides and outcomes, and how many came from there that are no spam and ended so."""
    marks = ("guide__title", "guide", "outcome")
    tallied = _summed(GuideTally.objects.filter(week__gte=first), marks, ("number",))
    return tallied.union(counting.by_guide(_not_tallied(first), "guide__title"), all=True)


def by_group(first: date) -> Iterable[Any]:
    """The parts of a `Group`, outcomes, and how these stand; of the unanswered only those that waited longer than promised."""
    tallied = _summed(GroupTally.objects.filter(week__gte=first), (*GROUP, "outcome"), counting.STANDING)
    lines = tallied.union(counting.by_group(_not_tallied(first)), _not_due(first), all=True)
    return counting.apart(lines, By, before=0)


def by_wait(first: date) -> Iterable[Any]:
    """The parts of a `Group`, and how many first replies came within so many quarters of working hours."""
    tallied = _summed(WaitTally.objects.filter(week__gte=first), (*GROUP, "quarters"), ("number",))
    lines = tallied.union(counting.by_wait(_not_tallied(first)), all=True)
    return counting.apart(lines, counting.WAITED, before=0)


def from_guides(first: date, guide: int | None, *by: str) -> QuerySet[Any]:
    """What they are counted `by` (`counting.by_day`), and how many came since that day from this guide or from any."""
    received = _received(first)
    return counting.by_day(received.filter(guide=guide) if guide else received, *by)


def _summed(tallies: QuerySet[Any], marks: tuple[str, ...], measures: tuple[str, ...]) -> QuerySet[Any]:
    sums = {f"sum_of_{measure}": Sum(measure) for measure in measures}
    return tallies.values(*marks).annotate(**sums).order_by().values_list(*marks, *sums)


def _received(first: date) -> QuerySet[Enquiry]:
    start = timezone.make_aware(datetime.combine(first, time.min))
    return Enquiry.objects.counted().filter(received_at__gte=start)


def _not_tallied(first: date) -> QuerySet[Enquiry]:
    return _received(first).filter(tallied_in=None)


def _not_due(first: date) -> QuerySet[Any]:
    """Takes those whose time is not over out of the unanswered: that, only the clock decides."""
    waiting = _received(first).filter(IS_UNANSWERED, reply_due_at__gte=Now())
    nothing = {f"no_{name}": Value(0) for name in counting.STANDING}
    standing = ({"unanswered": "not_due"}.get(name, f"no_{name}") for name in counting.STANDING)
    counted = counting.by_group(waiting).annotate(**nothing, not_due=-F("unanswered"))
    return counted.values_list(*counting.GROUPS, "outcome", *standing)
