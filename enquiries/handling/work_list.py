"""The work list: its tabs, their counts, and one page of rows. No query here grows with the table.

Counting stops at `MOST_COUNTED`, and a page begins after the last row of the page before instead of skipping rows.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import IntegerField, Q, QuerySet, Subquery

from enquiries import search
from enquiries.models import Enquiry, State
from enquiries.models.enquiry import EnquiryQuerySet

MOST_COUNTED = 1000
PAGE = 50


@dataclass(frozen=True)
class Tab:
    """One view of the work; `rows` narrows what the user may see. Most are ordered by what is due first."""

    key: str
    label: str
    rows: Callable[[EnquiryQuerySet, Any], QuerySet[Enquiry]]
    newest_first: bool = False

    def order(self) -> str:
        return "received_at" if self.newest_first else "reply_due_at"


TABS = {
    tab.key: tab
    for tab in (
        Tab("new", "New", lambda rows, user: rows.filter(state=State.NEW)),
        Tab("mine", "Mine", lambda rows, user: rows.in_hand().filter(owner=user)),
        Tab("waiting", "Waiting", lambda rows, user: rows.filter(state=State.WAITING)),
        Tab("overdue", "Overdue", lambda rows, user: rows.overdue()),
        Tab("spam", "Spam", lambda rows, user: rows.filter(state=State.SPAM), newest_first=True),
        Tab("closed", "Closed", lambda rows, user: rows.filter(state=State.CLOSED), newest_first=True),
        Tab("all", "All", lambda rows, user: rows.exclude(state=State.SPAM), newest_first=True),
    )
}
FOUND = Tab("found", "Found", lambda rows, user: rows, newest_first=True)


class BoundedCount(Subquery):
    """The number of rows of a sliced queryset."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS bounded)"
    output_field = IntegerField()


@dataclass(frozen=True)
class Page:
    """Some rows, and where the next page begins; empty on the last one."""

    rows: list[Enquiry]
    after: str


def counts(visible: EnquiryQuerySet, user: Any) -> dict[str, int]:
    """The number of enquiries on each tab, in one query; never above `MOST_COUNTED`."""
    numbers = {
        key: BoundedCount(_of(tab, visible, user).order_by().values("pk")[:MOST_COUNTED]) for key, tab in TABS.items()
    }
    # One row to attach the counts to: the current user's.
    row: Any = get_user_model().objects.filter(pk=user.pk).values(**numbers).get()
    return row


def page(tab: Tab, visible: EnquiryQuerySet, user: Any, *, text: str = "", after: str = "") -> Page:
    """The rows that follow `after`, which came from the page before; whatever else it holds begins at the start."""
    rows = _of(tab, visible, user)
    if text:
        rows = search.find(rows, text)
    if start := _start(after):
        rows = _beyond(rows, tab, *start)
    sign = "-" if tab.newest_first else ""
    rows = rows.select_related("owner", "team", "guide").order_by(f"{sign}{tab.order()}", f"{sign}pk")
    fetched = list(rows[: PAGE + 1])
    shown, more = fetched[:PAGE], fetched[PAGE:]
    last = shown[-1] if more else None
    return Page(shown, f"{getattr(last, tab.order()).isoformat()},{last.pk}" if last else "")


def _of(tab: Tab, visible: EnquiryQuerySet, user: Any) -> QuerySet[Enquiry]:
    return tab.rows(visible.filter(is_synthetic=False), user)


def _start(after: str) -> tuple[datetime, int] | None:
    moment, _, number = after.partition(",")
    try:
        at, pk = datetime.fromisoformat(moment).astimezone(UTC), int(number)
    except (ValueError, OverflowError):
        return None
    return at, pk


def _beyond(rows: QuerySet[Enquiry], tab: Tab, at: datetime, pk: int) -> QuerySet[Enquiry]:
    """The first condition repeats the second, so that the index is entered at the right place."""
    name, sign = tab.order(), "lt" if tab.newest_first else "gt"
    return rows.filter(**{f"{name}__{sign}e": at}).filter(
        Q(**{f"{name}__{sign}": at}) | Q(**{name: at, f"pk__{sign}": pk})
    )
