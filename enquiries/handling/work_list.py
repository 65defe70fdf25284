"""The work list: its tabs, their counts, and one page of rows.

Counting stops at `MOST_COUNTED`, and a page begins after the last row of the page before instead of skipping rows. What
filters ask is in one index, so that even where nothing fits no enquiry is read to learn that.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Left
from django.utils import timezone

from enquiries import search
from enquiries.models import CV, Enquiry, Event, State
from enquiries.models.enquiry import EnquiryQuerySet
from enquiries.teams import covering

MOST_COUNTED = 1000
PAGE = 50
UNFILTERED = Q()
BEGINNING = 300  # characters of the message, of which the first line is shown
# The orders of the list: what came back today, then what is due first; by the day on which it comes back; newest first.
TURN = ("follow_up_on", "reply_due_at", "pk")
DUE = ("reply_due_at", "pk")
NEWEST = ("-received_at", "-pk")
READ: dict[str, Callable[[str], Any]] = {
    "follow_up_on": lambda text: date.fromisoformat(text) if text else None,
    "reply_due_at": lambda text: datetime.fromisoformat(text).astimezone(UTC),
    "received_at": lambda text: datetime.fromisoformat(text).astimezone(UTC),
    "pk": int,
}
# What is done without anybody doing something about the enquiry.
QUIET = (
    Event.Kind.RECEIVED,
    Event.Kind.NOTIFIED,
    Event.Kind.REMINDED,
    Event.Kind.DOWNLOADED,
    Event.Kind.COPIED,
    Event.Kind.HANDED_OFF,
)
SPOKEN = (Event.Kind.WROTE, Event.Kind.REPLIED, Event.Kind.ANSWERED)


@dataclass(frozen=True)
class Tab:
    """One view of the work; `rows` narrows what the user may see, in the `order` of these columns."""

    key: str
    label: str
    rows: Callable[[EnquiryQuerySet, Any], QuerySet[Enquiry]]
    order: tuple[str, ...] = NEWEST
    says: str = "newest first"


DUE_FIRST = "what came back by its follow-up date, then what is due first"
TABS = {
    tab.key: tab
    for tab in (
        Tab("new", "New", lambda rows, user: _at_hand(rows).filter(state=State.NEW), TURN, DUE_FIRST),
        Tab(
            "mine",
            "Mine",
            lambda rows, user: _at_hand(rows).in_hand().filter(owner__in=[user, *covering(user)]),
            TURN,
            DUE_FIRST,
        ),
        Tab("waiting", "Waiting", lambda rows, user: _at_hand(rows).filter(state=State.WAITING), TURN, DUE_FIRST),
        Tab("overdue", "Overdue", lambda rows, user: rows.overdue(), DUE, "what is due first"),
        Tab(
            "followup", "Follow up", lambda rows, user: rows.put_aside(timezone.localdate()), TURN, "the next day first"
        ),
        Tab("spam", "Spam", lambda rows, user: rows.filter(state=State.SPAM)),
        Tab("closed", "Closed", lambda rows, user: rows.filter(state=State.CLOSED)),
        Tab("all", "All", lambda rows, user: rows.exclude(state=State.SPAM)),
    )
}
FOUND = Tab("found", "Found", lambda rows, user: rows)


class BoundedCount(Subquery):
    """The number of rows of a sliced queryset."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS bounded)"
    output_field = IntegerField()


@dataclass(frozen=True)
class Asked:
    """What somebody wants to see of the enquiries that they may see."""

    user: Any
    visible: EnquiryQuerySet
    tab: Tab
    text: str = ""
    filters: Q = UNFILTERED

    def rows(self) -> QuerySet[Enquiry]:
        rows = _of(self.tab, self.visible, self.user).filter(self.filters)
        return search.find(rows, self.text) if self.text else rows


@dataclass(frozen=True)
class Page:
    """Some rows, and where the next page begins; empty on the last one."""

    rows: list[Any]
    after: str


def counts(visible: EnquiryQuerySet, user: Any, filters: Q = UNFILTERED) -> dict[str, int]:
    """The number of enquiries on each tab that the filters let through, in one query; never above `MOST_COUNTED`."""
    numbers = {
        key: BoundedCount(_of(tab, visible, user).filter(filters).order_by().values("pk")[:MOST_COUNTED])
        for key, tab in TABS.items()
    }
    # One row to attach the counts to: the current user's.
    row: Any = get_user_model().objects.filter(pk=user.pk).values(**numbers).get()
    return row


def page(asked: Asked, after: str = "") -> Page:
    """The rows that follow `after`, which came from the page before; whatever else it holds begins at the start."""
    rows, order = asked.rows(), asked.tab.order
    if start := _start(after, order):
        rows = _beyond(rows, order, start)
    fetched = _with_what_is_shown(rows.order_by(*_ordered(order))[: PAGE + 1], order)
    shown, more = fetched[:PAGE], fetched[PAGE:]
    _tell_what_happened(shown)
    return Page(shown, _place(shown[-1], order) if more else "")


def next_after(enquiry: Enquiry, asked: Asked) -> Enquiry | None:
    """The one below the enquiry on the list, wherever that stood before something was done about it."""
    order = asked.tab.order
    values = [getattr(enquiry, name.lstrip("-")) for name in order]
    if order == TURN and asked.tab.key != "followup" and values[0] and values[0] > timezone.localdate():
        values[0] = None  # it has been put aside only now
    return _beyond(asked.rows(), order, values).exclude(pk=enquiry.pk).order_by(*_ordered(order)).first()


def _of(tab: Tab, visible: EnquiryQuerySet, user: Any) -> QuerySet[Enquiry]:
    return tab.rows(visible.filter(is_synthetic=False), user)


def _at_hand(rows: EnquiryQuerySet) -> EnquiryQuerySet:
    return rows.at_hand(timezone.localdate())


def _with_what_is_shown(rows: QuerySet[Enquiry], order: Sequence[str]) -> list[Any]:
    """The chosen rows with all that a line of the list says: the numbers are chosen first, from the index alone."""
    events = Event.objects.filter(enquiry=OuterRef("pk")).order_by("-at", "-pk").values("pk")
    spoken = events.filter(kind__in=SPOKEN).values("kind")
    return list(
        Enquiry.objects.filter(pk__in=rows.values("pk"))
        .select_related("owner", "team", "guide")
        .defer("message", "spam_reasons", "ended_links")
        .annotate(
            beginning=Left("message", BEGINNING),
            has_cv=Exists(CV.objects.filter(enquiry=OuterRef("pk"))),
            last_event=Subquery(events.exclude(kind__in=QUIET)[:1]),
            last_spoken=Subquery(spoken[:1]),
        )
        .order_by(*_ordered(order))
    )


def _tell_what_happened(rows: list[Any]) -> None:
    """Gives each row its last event worth telling, if there is one, as `happened`."""
    events = (
        Event.objects.select_related("by").defer("words").in_bulk([row.last_event for row in rows if row.last_event])
    )
    for row in rows:
        row.happened = events.get(row.last_event)


def _ordered(order: Sequence[str]) -> list[Any]:
    return [F(name).asc(nulls_last=True) if name == "follow_up_on" else name for name in order]


def _place(row: Enquiry, order: Sequence[str]) -> str:
    values = (getattr(row, name.lstrip("-")) for name in order)
    return ",".join("" if value is None else str(value) for value in values)


def _start(after: str, order: Sequence[str]) -> list[Any] | None:
    texts = after.split(",")
    if len(texts) != len(order):
        return None
    try:
        return [READ[name.lstrip("-")](text) for name, text in zip(order, texts, strict=True)]
    except (ValueError, OverflowError):
        return None


def _beyond(rows: QuerySet[Enquiry], order: Sequence[str], values: Sequence[Any]) -> QuerySet[Enquiry]:
    """What comes after these values in the order. The first condition repeats the others, so that the index is entered at
    the right place."""
    steps = list(zip(order, values, strict=True))
    beyond = _after(*steps[-1])
    for name, value in reversed(steps[:-1]):
        beyond = _after(name, value) | Q(_same(name, value), beyond)
    name, value = steps[0]
    return rows.filter(_after(name, value) | _same(name, value), beyond)


def _after(name: str, value: Any) -> Q:
    """Empty dates come last; nothing comes after them."""
    if value is None:
        return Q(pk__in=[])
    after = Q(**{f"{name.lstrip('-')}__{'lt' if name.startswith('-') else 'gt'}": value})
    return after | Q(follow_up_on=None) if name == "follow_up_on" else after


def _same(name: str, value: Any) -> Q:
    return Q(**{name.lstrip("-"): value})
