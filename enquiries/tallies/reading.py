"""Reading the counts of the weeks from `first` on: tallies, and rows that are not tallied.

Both come in one statement, so that what the worker tallies meanwhile is neither missed nor counted twice. What has the
same marks may come in several lines.
"""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any, NamedTuple

from django.db.models import Count, DateField, F, QuerySet, Sum, Value
from django.db.models.functions import Now
from django.utils import timezone

from enquiries.models import Enquiry, GuideTally, ReplyTally, Tally, TenthTally
from enquiries.models.enquiry import IS_UNANSWERED
from enquiries.tallies import counting


class Marks(NamedTuple):
    """What enquiries have in common that are counted together."""

    role: str
    outcome: str
    is_spam: bool
    is_suspected: bool


def by_marks(first: date) -> QuerySet[Any]:
    """Weeks and `Marks`, how many share them, and how many of these have waited longer than promised."""
    tallied = _summed(Tally.objects.filter(week__gte=first), ("week", *counting.MARKS), ("number", "unanswered"))
    rows = counting.by_marks(_not_tallied(first).annotate(week=counting.WEEK), "week")
    return tallied.union(rows, _not_due(first), all=True)


def by_guide(first: date) -> QuerySet[Any]:
    """Titles and guides, and how many came from there that are no spam."""
    tallied = _summed(GuideTally.objects.filter(week__gte=first), ("guide__title", "guide"), ("number",))
    return tallied.union(counting.by_guide(_not_tallied(first), "guide__title"), all=True)


def by_reply(first: date) -> QuerySet[Any]:
    """Roles and whole hours, and how many first replies came after them in time and late."""
    tallied = _summed(ReplyTally.objects.filter(week__gte=first), ("role", "hours"), ("in_time", "late"))
    return tallied.union(counting.by_reply(_not_tallied(first)), all=True)


def by_tenth(first: date, hours: Iterable[int]) -> QuerySet[Any]:
    """Roles and tenths of hours, and how many first replies came after them; of these hours, at least."""
    tenths = [10 * hour + tenth for hour in hours for tenth in range(10)]
    tallied = _summed(TenthTally.objects.filter(week__gte=first, tenths__in=tenths), ("role", "tenths"), ("number",))
    return tallied.union(counting.by_tenth(_not_tallied(first)), all=True)


def from_guides(first: date, guide: int | None, *by: str) -> QuerySet[Any]:
    """What they are counted `by` (`counting.by_day`), and how many came since that day from this guide or from any."""
    received = _received(first)
    return counting.by_day(received.filter(guide=guide) if guide else received, *by)


def _summed(tallies: QuerySet[Any], marks: tuple[str, ...], measures: tuple[str, ...]) -> QuerySet[Any]:
    sums = {f"sum_of_{measure}": Sum(measure) for measure in measures}
    return tallies.values(*marks).annotate(**sums).order_by().values_list(*marks, *sums)


def _received(first: date) -> QuerySet[Enquiry]:
    start = timezone.make_aware(datetime.combine(first, time.min))
    return Enquiry.objects.filter(received_at__gte=start, is_synthetic=False)


def _not_tallied(first: date) -> QuerySet[Enquiry]:
    return _received(first).filter(tallied_in=None)


def _not_due(first: date) -> QuerySet[Any]:
    """Takes those whose time is not over out of the unanswered: that, only the clock decides."""
    waiting = _received(first).filter(IS_UNANSWERED, reply_due_at__gte=Now())
    nothing = {
        "no_week": Value(first, DateField()),
        "no_role": F("role"),
        "no_outcome": Value(""),
        "no_spam": Value(False),
        "no_suspicion": Value(False),
        "no_number": Value(0),
    }
    grouped = waiting.values("role").annotate(**nothing, not_due=-Count("pk")).order_by()
    return grouped.values_list(*nothing, "not_due")
