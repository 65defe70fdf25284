"""What the reports count: the one home of the figures. They count the enquiries that they are given, grouped by `by`."""

from typing import Any

from django.db.models import Case, Count, DateField, F, Func, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Cast, Coalesce, TruncDate, TruncWeek

from enquiries.models import Enquiry, Event, State
from enquiries.models.enquiry import IS_UNANSWERED


def flag(condition: Q) -> Case:
    """A condition as a value."""
    return Case(When(condition, then=Value(True)), default=Value(False))


SPAM_VERDICTS = (Event.Kind.QUARANTINED, Event.Kind.MARKED_SPAM)
VERDICT = Subquery(
    Event.objects.filter(enquiry=OuterRef("pk"), kind__in=[*SPAM_VERDICTS, Event.Kind.RELEASED])
    .order_by("-at", "-id")
    .values("kind")[:1]
)
# Of what was erased without ever having been closed, only the history tells whether it was spam.
IS_SPAM = Q(state=State.SPAM) | Q(state=State.ERASED, closed_at=None, verdict__in=SPAM_VERDICTS)
# The Monday, by local time.
WEEK = Cast(TruncWeek("received_at", output_field=DateField()), DateField())  # PostgreSQL would leave it a moment
DAY = TruncDate("received_at")
# Rows of a release that did not have the flag yet say it by their reasons.
SUSPECTED = flag(Q(was_suspected=True) | (Q(was_suspected=None) & ~Q(spam_reasons=[])))
MARKS = ("role", "outcome", "is_spam", "is_suspected")


class TenthsOfHours(Func):
    """A span of time in whole tenths of hours: few enough to group by, and as exact as a reader needs."""

    output_field = IntegerField()
    arity = 1

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        template = "FLOOR(EXTRACT(EPOCH FROM %(expressions)s) / 360)::integer"
        return self.as_sql(compiler, connection, template=template, **context)

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, template="(%(expressions)s) / 360000000", **context)


TENTHS = TenthsOfHours(F("first_replied_at") - F("received_at"))


def by_marks(enquiries: QuerySet[Enquiry], *by: str) -> QuerySet[Any]:
    """How many there are of each role and outcome, spam or not, suspected or not, and how many of them are unanswered."""
    marked = _with_verdict(enquiries).values(*by, "role", "outcome", is_spam=flag(IS_SPAM), is_suspected=SUSPECTED)
    counted = marked.annotate(number=Count("pk"), unanswered=Count("pk", filter=IS_UNANSWERED)).order_by()
    return counted.values_list(*by, *MARKS, "number", "unanswered")


def by_guide(enquiries: QuerySet[Enquiry], *by: str) -> QuerySet[Any]:
    """How many that are no spam came from each guide."""
    counted = _genuine(enquiries).values(*by, "guide").annotate(number=Count("pk")).order_by()
    return counted.values_list(*by, "guide", "number")


def by_day(enquiries: QuerySet[Enquiry], *by: str) -> QuerySet[Any]:
    """How many that are no spam came from guides: by the `day`, by local time, the `guide` and the `role`, or some of these."""
    named = {"day": DAY} if "day" in by else {}
    counted = _genuine(enquiries).exclude(guide=None).annotate(**named).values(*by)
    return counted.annotate(number=Count("pk")).order_by().values_list(*by, "number")


def by_reply(enquiries: QuerySet[Enquiry], *by: str) -> QuerySet[Any]:
    """How many that are no spam had their first reply after so many hours, in time and late, for each role."""
    counted = _replied(enquiries, *by, hours=TENTHS / 10).annotate(
        in_time=Count("pk", filter=Q(first_replied_at__lte=F("reply_due_at"))),
        late=Count("pk", filter=Q(first_replied_at__gt=F("reply_due_at"))),
    )
    return counted.values_list(*by, "role", "hours", "in_time", "late")


def by_tenth(enquiries: QuerySet[Enquiry], *by: str) -> QuerySet[Any]:
    """The same by tenths of hours, in time or not."""
    counted = _replied(enquiries, *by, tenths=TENTHS).annotate(number=Count("pk"))
    return counted.values_list(*by, "role", "tenths", "number")


def _replied(enquiries: QuerySet[Enquiry], *by: str, **after: Any) -> QuerySet[Any]:
    return _genuine(enquiries).filter(first_replied_at__isnull=False).values(*by, "role", **after).order_by()


def _genuine(enquiries: QuerySet[Enquiry]) -> QuerySet[Enquiry]:
    return _with_verdict(enquiries).exclude(IS_SPAM)


def _with_verdict(enquiries: QuerySet[Enquiry]) -> QuerySet[Enquiry]:
    return enquiries.alias(verdict=Coalesce(VERDICT, Value("")))
