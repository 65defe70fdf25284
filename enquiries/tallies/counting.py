"""What the reports count: the one home of the figures. They count the enquiries that they are given, grouped by `by`."""

from collections.abc import Iterable
from typing import Any

from django.db.models import (
    BigIntegerField,
    Case,
    CharField,
    Count,
    DateField,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce, TruncDate, TruncWeek

from enquiries.models import EDITION, By, Channel, Enquiry, Event, State
from enquiries.models.enquiry import IS_UNANSWERED, WAS_NEVER_ANSWERED


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
NOBODY = Cast(Value(None), BigIntegerField())  # PostgreSQL wants to know what kind of nothing it is
NO_VALUE = Value("", CharField())
# Replies that an earlier release counted say nothing of their channel: there was only one.
CHANNEL = Case(
    When(first_replied_at__isnull=False, first_reply_channel="", then=Value(Channel.EMAIL.value)),
    default=F("first_reply_channel"),
)
# What puts an enquiry into a group of each kind: a person, a team, or a value.
GROUPS: dict[str, tuple[Any, Any, Any]] = {
    By.ROLE: (NOBODY, NOBODY, F("role")),
    By.PERSON: (Coalesce(F("owner_id"), F("last_owner_id")), NOBODY, NO_VALUE),
    By.TEAM: (NOBODY, Coalesce(F("team_id"), F("last_team_id")), NO_VALUE),
    By.CHANNEL: (NOBODY, NOBODY, CHANNEL),
    By.SOURCE: (NOBODY, NOBODY, F("source")),
}
GROUP = ("of_kind", "of_person", "of_team", "of_value")
STANDING = ("number", "unanswered", "never_answered", "in_time", "late")
# Of a reply: quarter hours, rounded up; above eight hours whole hours, above eighty tens of them.
QUARTERS = Case(
    When(reply_minutes__lte=8 * 60, then=(F("reply_minutes") + 14) / 15),
    When(reply_minutes__lte=80 * 60, then=(F("reply_minutes") + 59) / 60 * 4),
    default=(F("reply_minutes") + 599) / 600 * 40,
)
WAITED = (By.ROLE, By.PERSON, By.TEAM, By.CHANNEL)


def by_marks(enquiries: QuerySet[Enquiry], *by: str) -> QuerySet[Any]:
    """How many there are of each role and outcome, spam or not, suspected or not."""
    marked = _with_verdict(enquiries).values(*by, "role", "outcome", is_spam=flag(IS_SPAM), is_suspected=SUSPECTED)
    return marked.annotate(number=Count("pk")).order_by().values_list(*by, *MARKS, "number")


def of_this_edition(enquiries: QuerySet[Enquiry], *by: str) -> QuerySet[Any]:
    """The same, for a tally."""
    marked = by_marks(enquiries, *by).annotate(edition=Value(EDITION))
    return marked.values_list(*by, *MARKS, "edition", "number")


def by_guide(enquiries: QuerySet[Enquiry], *by: str) -> QuerySet[Any]:
    """How many that are no spam came from each guide, and how they ended."""
    counted = _genuine(enquiries).values(*by, "guide", "outcome").annotate(number=Count("pk")).order_by()
    return counted.values_list(*by, "guide", "outcome", "number")


def by_day(enquiries: QuerySet[Enquiry], *by: str) -> QuerySet[Any]:
    """How many that are no spam came from guides: by the `day`, by local time, the `guide` and the `role`, or some of these."""
    named = {"day": DAY} if "day" in by else {}
    counted = _genuine(enquiries).exclude(guide=None).annotate(**named).values(*by)
    return counted.annotate(number=Count("pk")).order_by().values_list(*by, "number")


def by_group(enquiries: QuerySet[Enquiry], *by: str) -> list[QuerySet[Any]]:
    """For each kind of group: how many that are no spam ended how, and what became of their first replies."""
    return [
        _grouped(enquiries, kind, *by, "outcome")
        .annotate(
            number=Count("pk"),
            unanswered=Count("pk", filter=IS_UNANSWERED),
            never_answered=Count("pk", filter=WAS_NEVER_ANSWERED),
            in_time=Count("pk", filter=Q(first_replied_at__lte=F("reply_due_at"))),
            late=Count("pk", filter=Q(first_replied_at__gt=F("reply_due_at"))),
        )
        .values_list(*by, *GROUP, "outcome", *STANDING)
        for kind in GROUPS
    ]


def by_wait(enquiries: QuerySet[Enquiry], *by: str) -> list[QuerySet[Any]]:
    """For some kinds of groups: how many that are no spam had their first reply within so much working time."""
    replied = enquiries.filter(reply_minutes__isnull=False)
    return [
        _grouped(replied, kind, *by, quarters=QUARTERS)
        .annotate(number=Count("pk"))
        .values_list(*by, *GROUP, "quarters", "number")
        for kind in WAITED
    ]


def together(queries: Iterable[QuerySet[Any]]) -> QuerySet[Any]:
    """All their lines, in one statement."""
    first, *others = queries
    return first.union(*others, all=True).order_by()


def _grouped(enquiries: QuerySet[Enquiry], kind: str, *by: str, **also: Any) -> QuerySet[Any]:
    named = dict(zip(GROUP, (Value(kind), *GROUPS[kind]), strict=True))
    return _genuine(enquiries).values(*by, **named, **also).order_by()


def _genuine(enquiries: QuerySet[Enquiry]) -> QuerySet[Enquiry]:
    return _with_verdict(enquiries).exclude(IS_SPAM)


def _with_verdict(enquiries: QuerySet[Enquiry]) -> QuerySet[Enquiry]:
    return enquiries.alias(verdict=Coalesce(VERDICT, Value("")))
