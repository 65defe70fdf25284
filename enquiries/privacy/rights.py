"""What enquirers do about their own data: correct it, withdraw it, consent to mail or not, ask for erasure, complain."""

import calendar
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models.functions import Now
from django.utils import timezone

from enquiries import history, wordings
from enquiries.locking import NotAllowed, lock
from enquiries.models import Enquiry, Event, Notice, Outcome, PrivacyRequest, Role, State, Wording
from enquiries.notices import writing
from enquiries.privacy import corrections, retention

# The message stays as it was sent; it is what we were asked.
CORRECTABLE = ("name", "email", "phone", "reply_by", "reply_when")
CORRECTABLE_BY_ROLE = {
    Role.CANDIDATE: ("role_sought", "location", "right_to_work"),
    Role.CLIENT: ("organisation", "role_to_fill", "engagement", "urgency"),
    Role.OTHER: (),
}
# The day of receipt is the first of the 30 (Data Protection Act 2018, section 164A(3)).
COMPLAINT_ACKNOWLEDGED_AFTER = timedelta(days=29)
# Each new address gets a mail, so a link in the wrong hands must not become a way to write to the world.
MAX_ADDRESSES = 4


def correctable(role: str) -> tuple[str, ...]:
    """The fields that an enquirer of this role may correct."""
    return CORRECTABLE + CORRECTABLE_BY_ROLE[Role(role)]


@transaction.atomic
def correct(enquiry: Enquiry, changes: dict[str, Any]) -> None:
    """Puts valid answers in place of the old ones, which are not kept.

    A new e-mail address gets the acknowledgement and whatever was still to be sent; the link for the old one ends.
    """
    lock(enquiry)
    changed = corrections.changes(enquiry, {name: changes[name] for name in correctable(enquiry.role)})
    if not changed:
        return
    if "email" in changed and enquiry.notices.filter(kind=Notice.Kind.ACKNOWLEDGEMENT).count() >= MAX_ADDRESSES:
        raise NotAllowed("The e-mail address has already been changed several times. Please call or write to us.")
    corrections.make(enquiry, changed, Event.Kind.CORRECTED)


@transaction.atomic
def withdraw(enquiry: Enquiry) -> None:
    """Closes the enquiry; nothing more is sent to the enquirer. The page itself confirms it, so no mail does."""
    lock(enquiry)
    if not enquiry.is_open:
        raise NotAllowed("This enquiry is already closed.")
    enquiry.state, enquiry.outcome, enquiry.closed_at = State.CLOSED, Outcome.WITHDRAWN, Now()
    enquiry.save(update_fields=["state", "outcome", "closed_at"])
    corrections.unsent(enquiry).delete()
    history.record(enquiry, Event.Kind.WITHDRAWN)
    retention.set_erase_date(enquiry)


@transaction.atomic
def consent(enquiry: Enquiry, *, given: bool) -> None:
    """Records whether the enquirer wants to hear from us now and then, and to which words they said yes."""
    lock(enquiry)
    if given == bool(enquiry.marketing_wording):
        return
    enquiry.marketing_wording = wordings.current(Wording.Kind.MARKETING) if given else None
    enquiry.save(update_fields=["marketing_wording"])
    words = f"consent given: {enquiry.marketing_wording}" if given else "consent to hear from us withdrawn"
    history.record(enquiry, Event.Kind.CORRECTED, words=words)


@transaction.atomic
def request(enquiry: Enquiry, kind: PrivacyRequest.Kind, words: str, by: Any = None) -> PrivacyRequest:
    """Makes what the enquirer asks a dated task for staff; asked again in the same words, it is the same task.

    `by` is the member of staff who took it down, when it came by phone or letter.
    """
    lock(enquiry)
    if enquiry.state == State.ERASED:
        raise NotAllowed("It has already been erased.")
    same = enquiry.privacy_requests.filter(kind=kind, done_at=None)
    if kind == PrivacyRequest.Kind.COMPLAINT:
        same = same.filter(words=words)
    if existing := same.first():
        return existing
    history.record(enquiry, Event.Kind.REQUESTED, by=by, words=f"{kind.label}: {words}" if words else kind.label)
    asked = PrivacyRequest.objects.create(
        enquiry=enquiry, kind=kind, words=words, due_on=due_on(kind, timezone.localdate())
    )
    writing.announce(asked)
    return asked


@transaction.atomic
def finish(request: PrivacyRequest, answer: str, by: Any) -> None:
    """Closes the task with an answer, which is sent to the enquirer and tracked like any notice."""
    lock(request.enquiry)
    request.refresh_from_db()
    if request.done_at:
        raise NotAllowed("It has already been dealt with.")
    if not answer.strip():
        raise NotAllowed("Write the answer that the enquirer will receive.")
    request.answer, request.done_at, request.done_by = answer.strip(), Now(), by
    request.save(update_fields=["answer", "done_at", "done_by"])
    history.record(request.enquiry, Event.Kind.REQUEST_DONE, by=by, words=request.answer)
    notice = writing.reply(
        request.enquiry, subject=f"Your data: an answer ({request.enquiry.reference})", body=request.answer
    )
    if notice.is_held:  # everybody who asks is owed an answer, even if their enquiry looked like spam
        notice.is_held = False
        notice.save(update_fields=["is_held"])


def due_on(kind: PrivacyRequest.Kind, received: date) -> date:
    """A complaint: the 30th day. A request: the same day of the next month, or its last (UK GDPR article 12(3))."""
    if kind == PrivacyRequest.Kind.COMPLAINT:
        return received + COMPLAINT_ACKNOWLEDGED_AFTER
    year, month = (received.year + 1, 1) if received.month == calendar.DECEMBER else (received.year, received.month + 1)
    return date(year, month, min(received.day, calendar.monthrange(year, month)[1]))
