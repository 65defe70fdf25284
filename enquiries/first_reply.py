"""The first reply to an enquiry: the one home of when it was, how it reached them, and how long they had waited."""

from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.db.models.functions import Now
from django.utils import timezone

from enquiries import working_hours
from enquiries.models import Channel, Enquiry

FIELDS = ("first_replied_at", "first_reply_channel", "reply_minutes")
MINUTE = timedelta(minutes=1)


def count(enquiry: Enquiry, channel: Channel, at: datetime | None = None) -> None:
    """Counts a reply of now, or of the moment `at`, as the first one if there was none before it.

    Sets the `FIELDS` of the locked enquiry; the caller saves them.
    """
    first = enquiry.first_replied_at
    if first is None or (at and at < first):
        enquiry.first_replied_at, enquiry.first_reply_channel = at or Now(), channel
        enquiry.reply_minutes = _minutes(enquiry.received_at, at or timezone.now())


def measure(enquiries: QuerySet[Enquiry]) -> None:
    """Fills in how long it took where that is not known: of replies that an earlier release counted."""
    unknown = enquiries.filter(first_replied_at__isnull=False, reply_minutes=None)
    measured = [
        Enquiry(pk=pk, reply_minutes=_minutes(received_at, replied_at))
        for pk, received_at, replied_at in unknown.values_list("pk", "received_at", "first_replied_at")
        if replied_at  # by the filter; for the types
    ]
    Enquiry.objects.bulk_update(measured, ["reply_minutes"], batch_size=500)


def _minutes(received_at: datetime, replied_at: datetime) -> int:
    """Whole working minutes, by the opening hours of now."""
    worked = working_hours.worked_between(received_at, replied_at, working_hours.current_promise())
    return worked // MINUTE
