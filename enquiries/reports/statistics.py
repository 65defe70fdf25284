"""The counts that the reports are made of: four queries, whatever the number of enquiries."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from math import ceil
from typing import Any

from django.db.models import Case, Count, F, Func, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce, TruncWeek
from django.utils import timezone

from articles.models import UNTITLED
from enquiries.models import Enquiry, Event, State
from enquiries.models.enquiry import IS_OVERDUE

WEEK = timedelta(weeks=1)
SPAM_VERDICTS = (Event.Kind.QUARANTINED, Event.Kind.MARKED_SPAM)
VERDICT = Subquery(
    Event.objects.filter(enquiry=OuterRef("pk"), kind__in=[*SPAM_VERDICTS, Event.Kind.RELEASED])
    .order_by("-at", "-id")
    .values("kind")[:1]
)
# Of what was erased without ever having been closed, only the history tells whether it was spam.
IS_SPAM = Q(state=State.SPAM) | Q(state=State.ERASED, closed_at=None, verdict__in=SPAM_VERDICTS)


class TenthsOfHours(Func):
    """A span of time in whole tenths of hours: few enough to group by, and as exact as a reader needs."""

    output_field = IntegerField()
    arity = 1

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        template = "FLOOR(EXTRACT(EPOCH FROM %(expressions)s) / 360)::integer"
        return self.as_sql(compiler, connection, template=template, **context)

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, template="(%(expressions)s) / 360000000", **context)


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
        return sum(line["count"] for line in self._lines if wanted.items() <= line.items())

    def genuine_by(self, mark: str) -> Counter[Any]:
        """How many enquiries that are no spam there are of each role or outcome."""
        counts: Counter[Any] = Counter()
        for line in self._lines:
            if not line["is_spam"]:
                counts[line[mark]] += line["count"]
        return counts

    def by_week(self) -> list[tuple[date, int]]:
        """How many came each week. A query of its own: PostgreSQL takes weeks for as many as moments, and would sort."""
        genuine = self._received().exclude(IS_SPAM)
        counted = genuine.values_list(TruncWeek("received_at")).annotate(Count("received_at")).order_by()
        counts = {start.date(): count for start, count in counted}
        return [(week, counts.get(week, 0)) for week in self.weeks]

    def guides(self, most: int) -> list[tuple[str | None, int]]:
        """The titles of the guides that most enquiries came from; None for those that came from none."""
        counted = (
            self._received().exclude(IS_SPAM).values_list("guide", "guide__title").annotate(count=Count("received_at"))
        )
        return [
            (title or (guide and UNTITLED), count) for guide, title, count in counted.order_by("-count", "guide")[:most]
        ]

    def replies(self, roles: Sequence[str]) -> Replies:
        """The first replies to enquirers of these roles."""
        lines = [line for line in self._reply_lines if line["role"] in roles]
        in_time, late = sum(line["in_time"] for line in lines), sum(line["late"] for line in lines)
        tenths: Counter[int] = Counter()
        for line in lines:
            tenths[line["tenths"]] += line["in_time"] + line["late"]
        return Replies(in_time, late, tenths)

    @cached_property
    def _lines(self) -> list[Any]:
        marked = self._received().values(
            "role",
            "outcome",
            is_spam=_flag(IS_SPAM),
            is_suspected=_flag(~Q(spam_reasons=[])),
            is_overdue=_flag(IS_OVERDUE),
        )
        return list(marked.annotate(count=Count("received_at")).order_by())

    @cached_property
    def _reply_lines(self) -> list[Any]:
        replied = self._received().exclude(IS_SPAM).filter(first_replied_at__isnull=False)
        grouped = replied.values("role", tenths=TenthsOfHours(F("first_replied_at") - F("received_at"))).order_by()
        return list(
            grouped.annotate(
                in_time=Count("received_at", filter=Q(first_replied_at__lte=F("reply_due_at"))),
                late=Count("received_at", filter=Q(first_replied_at__gt=F("reply_due_at"))),
            )
        )

    def _received(self) -> QuerySet[Enquiry]:
        start = timezone.make_aware(datetime.combine(self.weeks[0], time.min))
        enquiries = Enquiry.objects.filter(received_at__gte=start, is_synthetic=False)
        return enquiries.alias(verdict=Coalesce(VERDICT, Value("")))


def _flag(condition: Q) -> Case:
    return Case(When(condition, then=Value(True)), default=Value(False))
