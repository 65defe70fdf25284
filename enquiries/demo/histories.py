"""What belongs to a made-up enquiry: the lines of its history and its notices, as handling it would have left them."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from articles.outbox import mail
from enquiries.models import Enquiry, Event, Notice, State
from enquiries.notices.recipients import alert_address

REPLY = (
    "Your enquiry {reference}\n\nHello {name},\n\nthank you for writing. This reply is made up. When may we ring you?"
)
SOON = timedelta(seconds=20)  # until the worker has sent it


def history_of(enquiry: Enquiry) -> Iterator[Event]:
    """The events that brought the stored enquiry to where it stands."""
    kinds = Event.Kind
    at = enquiry.received_at
    yield _event(enquiry, kinds.RECEIVED, at)
    if enquiry.spam_reasons:
        yield _event(enquiry, kinds.QUARANTINED, at)
    if enquiry.first_replied_at and enquiry.spam_reasons:
        yield _event(enquiry, kinds.RELEASED, at)
    if enquiry.first_replied_at or not enquiry.spam_reasons:
        yield _event(enquiry, kinds.NOTIFIED, at + SOON)
        yield _event(enquiry, kinds.NOTIFIED, at + SOON)
    if enquiry.first_replied_at:
        words = "" if enquiry.state == State.ERASED else REPLY.format(name=enquiry.name, reference=enquiry.reference)
        yield _event(enquiry, kinds.REPLIED, enquiry.first_replied_at, by=enquiry.owner, words=words)
    if enquiry.closed_at:
        yield _event(enquiry, kinds.CLOSED, enquiry.closed_at, by=enquiry.owner)
    if enquiry.state == State.ERASED:
        yield _event(enquiry, kinds.ERASED, enquiry.closed_at or at)


def notices_of(enquiry: Enquiry) -> Iterator[Notice]:
    """The mails about the stored enquiry: sent, or held while it is suspected spam; none once it is erased."""
    if enquiry.state == State.ERASED:
        return
    kinds, at = Notice.Kind, enquiry.received_at
    yield _notice(enquiry, kinds.ACKNOWLEDGEMENT, enquiry.email, at)
    yield _notice(enquiry, kinds.ALERT, alert_address(enquiry), at)
    if enquiry.first_replied_at:
        yield _notice(enquiry, kinds.REPLY, enquiry.email, enquiry.first_replied_at, is_automatic=False)


def _event(enquiry: Enquiry, kind: Event.Kind, at: datetime, by: Any = None, words: str = "") -> Event:
    return Event(enquiry_id=enquiry.pk, kind=kind, at=at, by=by, words=words)


def _notice(enquiry: Enquiry, kind: Notice.Kind, recipient: str, at: datetime, *, is_automatic: bool = True) -> Notice:
    is_held = enquiry.state == State.SPAM
    envelope = mail.envelope(f"{enquiry.reference}.{kind.value}") | {"due_at": at}
    return Notice(
        enquiry_id=enquiry.pk,
        kind=kind,
        recipient=recipient,
        subject=f"Made up: {kind.label}",
        text=f"This made-up mail is about {enquiry.reference}.\n",
        html=f"<p>This made-up mail is about {enquiry.reference}.</p>",
        is_automatic=is_automatic,
        is_plain=False,
        is_held=is_held,
        sent_at=None if is_held else at + SOON,
        created_at=at,
        in_reply_to="",
        **envelope,
    )
