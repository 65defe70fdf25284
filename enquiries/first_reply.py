"""The first reply to an enquiry: the one home of when it was, how it reached them, and how long they had waited."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Now
from django.utils import timezone

from enquiries import working_hours
from enquiries.models import Channel, Enquiry, ReplyPromise

FIELDS = ("first_replied_at", "first_reply_channel", "reply_minutes")
MINUTE = timedelta(minutes=1)


def count(enquiry: Enquiry, channel: Channel, at: datetime | None = None) -> None:
    """Counts a reply of now, or of the moment `at`, as the first one if there was none before it.

    Sets the `FIELDS` of the locked enquiry; the caller saves them.
    """
    first = enquiry.first_replied_at
    if first is None or (at and at < first):
        enquiry.first_replied_at, enquiry.first_reply_channel = at or Now(), channel
        enquiry.reply_minutes = _minutes(enquiry, at or timezone.now(), working_hours.for_team(enquiry.team))


def measure(enquiries: QuerySet[Enquiry]) -> None:
    """Fills in how long it took where that is not known, of replies that an earlier release counted, and locks those.

    Call it in a transaction.
    """
    unknown = enquiries.filter(first_replied_at__isnull=False, reply_minutes=None).select_for_update(of=("self",))
    replied: list[Any] = list(unknown.select_related("team").only("received_at", "first_replied_at", "team"))
    promises = working_hours.for_each({one.team for one in replied})
    measured = [
        Enquiry(pk=one.pk, reply_minutes=_minutes(one, one.first_replied_at, promises[one.team])) for one in replied
    ]
    Enquiry.objects.bulk_update(measured, ["reply_minutes"], batch_size=500)


def _minutes(enquiry: Any, replied_at: datetime, promise: ReplyPromise) -> int:
    """Whole working minutes, by the opening hours of now of whoever has it."""
    return working_hours.working_time(enquiry.received_at, replied_at, promise) // MINUTE
