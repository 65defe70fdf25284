"""A reminder when the promised time is near, and an escalation once it has passed."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Now

from enquiries import history, working_hours
from enquiries.models import Enquiry, Event, Notice, ReplyPromise
from enquiries.notices import writing

NEAR = 4  # the promise is near in its last quarter, counted in working hours


def send_out() -> int:
    """Writes the reminders and escalations that are due, each once for a promise; returns how many."""
    return _tell(_nearly_due(), Event.Kind.REMINDED, writing.remind) + _tell(
        Enquiry.objects.overdue(), Event.Kind.ESCALATED, writing.escalate
    )


def near_until(now: datetime, promise: ReplyPromise) -> datetime:
    """What is due by then has a quarter of the promised working hours left, or less."""
    quarter = ReplyPromise(
        hours=max(1, promise.hours // NEAR), opens=promise.opens, closes=promise.closes, nation=promise.nation
    )
    return working_hours.reply_due(now, quarter)


def _nearly_due() -> QuerySet[Enquiry]:
    promise = ReplyPromise.objects.annotate(now=Now()).get()
    return Enquiry.objects.unanswered().filter(
        reply_due_at__gte=Now(), reply_due_at__lte=near_until(promise.now, promise)
    )


def _tell(enquiries: QuerySet[Enquiry], told: Event.Kind, write: Callable[[Enquiry], Notice]) -> int:
    waiting = enquiries.exclude(Exists(Event.objects.filter(enquiry=OuterRef("pk"), kind=told)))
    return sum(_tell_of(pk, waiting, told, write) for pk in waiting.order_by("pk").values_list("pk", flat=True))


@transaction.atomic
def _tell_of(pk: int, waiting: QuerySet[Enquiry], told: Event.Kind, write: Callable[[Enquiry], Notice]) -> bool:
    """Looks again once the enquiry is locked: another worker or a reply may have been faster."""
    Enquiry.objects.select_for_update().filter(pk=pk).first()
    enquiry = waiting.filter(pk=pk).first()
    if enquiry is None:
        return False
    write(enquiry)
    history.record(enquiry, told)
    return True
