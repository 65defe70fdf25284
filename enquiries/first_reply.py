"""The first reply to an enquiry: the one home of when it was and how it reached them."""

from datetime import datetime

from django.db.models.functions import Now

from enquiries.models import Channel, Enquiry

FIELDS = ("first_replied_at", "first_reply_channel")


def count(enquiry: Enquiry, channel: Channel, at: datetime | None = None) -> None:
    """Counts a reply of now, or of the moment `at`, as the first one if there was none before it.

    Sets the `FIELDS` of the locked enquiry; the caller saves them.
    """
    first = enquiry.first_replied_at
    if first is None or (at and at < first):
        enquiry.first_replied_at, enquiry.first_reply_channel = at or Now(), channel
