"""Keeping data without using it, as the enquirer asked (UK GDPR, article 18)."""

from typing import Any

from django.db import transaction

from articles.outbox.models import soonest
from enquiries import history
from enquiries.locking import NotAllowed, lock
from enquiries.models import Enquiry, Event, State
from enquiries.notices import privacy_mail, replies
from enquiries.notices.sending import NEVER_HELD

HOLD = "Its use is restricted, as the enquirer asked."


def restrict(enquiry: Enquiry, by: Any) -> None:
    """Keeps a locked enquiry from being worked on and erased, and what waits to be sent about it from being sent."""
    if enquiry.is_restricted:
        return
    enquiry.is_restricted = True
    enquiry.hold_reason = enquiry.hold_reason or HOLD
    enquiry.save(update_fields=["is_restricted", "hold_reason"])
    replies.take_back_all(enquiry, "The use of the data is restricted.", by)
    enquiry.notices.filter(sent_at=None).exclude(kind__in=NEVER_HELD).update(is_held=True)
    history.record(enquiry, Event.Kind.RESTRICTED, by=by)


@transaction.atomic
def lift(enquiry: Enquiry, reason: str, by: Any) -> None:
    """Lets the enquiry be worked on again. The enquirer is told why, and what was held is sent."""
    lock(enquiry)
    reason = reason.strip()
    if not enquiry.is_restricted and history.has_just(enquiry, Event.Kind.UNRESTRICTED, by=by, words=reason):
        return
    if not enquiry.is_restricted:
        raise NotAllowed("Its use is not restricted.")
    if not reason:
        raise NotAllowed("Say why; the enquirer is told.")
    enquiry.is_restricted = False
    enquiry.hold_reason = "" if enquiry.hold_reason == HOLD else enquiry.hold_reason
    enquiry.save(update_fields=["is_restricted", "hold_reason"])
    privacy_mail.tell_of_lifting(enquiry, reason)
    if enquiry.state != State.SPAM:
        enquiry.notices.filter(sent_at=None, is_held=True).update(is_held=False, due_at=soonest())
    history.record(enquiry, Event.Kind.UNRESTRICTED, by=by, words=reason)
