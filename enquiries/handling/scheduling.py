"""What staff do with a reply that is to leave later."""

from typing import Any

from django.db import transaction
from django.db.models.functions import Now

from articles.outbox.models import Message
from enquiries.locking import NotAllowed, lock
from enquiries.models import Enquiry, Notice
from enquiries.notices import replies

GONE = "This reply has left meanwhile, or was taken back."


@transaction.atomic
def send_now(enquiry: Enquiry, key: str, by: Any) -> None:
    """Lets it leave at once; it counts as a reply as soon as it has left."""
    notice = _find(enquiry, key)
    Message.objects.filter(notice__event=notice.event, sent_at=None).update(not_before=None, due_at=Now())


@transaction.atomic
def take_back(enquiry: Enquiry, key: str, by: Any) -> None:
    """Makes it a draft of whoever wrote it."""
    if not replies.take_back(_find(enquiry, key), by=by):
        raise NotAllowed(GONE)


def _find(enquiry: Enquiry, key: str) -> Notice:
    """The scheduled reply of that number, with the enquiry locked."""
    lock(enquiry)
    due = replies.scheduled(enquiry).select_related("enquiry", "event__by")
    notice = next((one for one in due if str(one.pk) == key), None)
    if notice is None:
        raise NotAllowed(GONE)
    return notice
