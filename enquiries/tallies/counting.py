"""What the reports count: the one home of the figures. They count the enquiries that they are given, grouped by `by`."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db.models import Case, CharField, Count, DateField, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Cast, Coalesce, Concat, TruncDate, TruncWeek

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
# Replies that an earlier release counted say nothing of their channel: there was only one.
CHANNEL = Case(
    When(first_replied_at__isnull=False, first_reply_channel="", then=Value(Channel.EMAIL.value)),
    default=F("first_reply_channel"),
)
# All groups that an enquiry is in, as one: rows are read once, and `apart` makes a line for each kind of group.
GROUPS: dict[str, Any] = {
    "of_kind": Value(""),
    "of_person": Coalesce(F("owner_id"), F("last_owner_id")),
    "of_team": Coalesce(F("team_id"), F("last_team_id")),
    "of_value": Concat(F("role"), Value("/"), CHANNEL, Value("/"), F("source"), output_field=CharField()),
}
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


def by_group(enquiries: QuerySet[Enquiry], *by: str) -> QuerySet[Any]:
    """For all groups as one: how many that are no spam ended how, and what became of their first replies."""
    grouped = _genuine(enquiries).values(*by, "outcome", **GROUPS).order_by()
    counted = grouped.annotate(
        number=Count("pk"),
        unanswered=Count("pk", filter=IS_UNANSWERED),
        never_answered=Count("pk", filter=WAS_NEVER_ANSWERED),
        in_time=Count("pk", filter=Q(first_replied_at__lte=F("reply_due_at"))),
        late=Count("pk", filter=Q(first_replied_at__gt=F("reply_due_at"))),
    )
    return counted.values_list(*by, *GROUPS, "outcome", *STANDING)


def by_wait(enquiries: QuerySet[Enquiry], *by: str) -> QuerySet[Any]:
    """For all groups as one: how many that are no spam had their first reply within so much working time."""
    replied = _genuine(enquiries.filter(reply_minutes__isnull=False))
    grouped = replied.values(*by, quarters=QUARTERS, **GROUPS).order_by()
    return grouped.annotate(number=Count("pk")).values_list(*by, *GROUPS, "quarters", "number")


def apart(lines: Iterable[Sequence[Any]], kinds: Iterable[str], *, before: int) -> Iterator[tuple[Any, ...]]:
    """The lines, whose groups begin after so many columns: of all groups as one, a line for each of these `kinds`."""
    for line in lines:
        start, (kind, person, team, value), end = line[:before], line[before : before + 4], line[before + 4 :]
        if kind:
            yield tuple(line)
            continue
        role, channel, source = value.split("/")
        groups: dict[str, tuple[Any, Any, str]] = {
            By.ROLE: (None, None, role),
            By.PERSON: (person, None, ""),
            By.TEAM: (None, team, ""),
            By.CHANNEL: (None, None, channel),
            By.SOURCE: (None, None, source),
        }
        yield from ((*start, kind, *groups[kind], *end) for kind in kinds)


def _genuine(enquiries: QuerySet[Enquiry]) -> QuerySet[Enquiry]:
    return _with_verdict(enquiries).exclude(IS_SPAM)


def _with_verdict(enquiries: QuerySet[Enquiry]) -> QuerySet[Enquiry]:
    return enquiries.alias(verdict=Coalesce(VERDICT, Value("")))
