"""Which events are handed off, and to whom: decided as each line is added to a history, in its transaction."""

from datetime import timedelta
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Now
from django.dispatch import receiver as listens

from articles.outbox import mail
from articles.outbox.channels import envelope
from articles.outbox.models import Message
from enquiries import history
from enquiries.models import Enquiry, Event, Handoff, Happening, Receiver, State
from enquiries.models.handoff import ERASED, PREFIX, TEST

CHANNEL = "other systems"
Kind = Event.Kind
HAPPENINGS = {
    Kind.RECEIVED: Happening.RECEIVED,
    Kind.RELEASED: Happening.RECEIVED,
    Kind.TAKEN: Happening.ASSIGNED,
    Kind.ASSIGNED: Happening.ASSIGNED,
    Kind.REPLIED: Happening.ANSWERED,
    Kind.ANSWERED: Happening.ANSWERED,
    Kind.CLOSED: Happening.CLOSED,
    Kind.WITHDRAWN: Happening.CLOSED,
    Kind.CORRECTED: Happening.CORRECTED,
    Kind.AMENDED: Happening.CORRECTED,
    Kind.CONSENTED: Happening.CORRECTED,
    Kind.UNCONSENTED: Happening.CORRECTED,
    Kind.OBJECTED: Happening.CORRECTED,
}
SUSPICION = (Kind.QUARANTINED, Kind.MARKED_SPAM, Kind.RELEASED)
# What is under way when an enquiry is erased has arrived by then, or was given up.
AFTER_WHAT_IS_UNDER_WAY = timedelta(minutes=1)


@listens(history.recorded)
def follow(event: Event, **_signal: Any) -> None:
    """Writes, holds, lets go or drops hand-offs, as the event asks for."""
    match event.kind:
        case Kind.ERASED:
            _tell_of_erasure(event)
        case Kind.RESTRICTED | Kind.MARKED_SPAM:
            unsent(Handoff.objects.filter(enquiry=event.enquiry)).update(is_held=True)
        case Kind.UNRESTRICTED | Kind.RELEASED:
            let_go(Handoff.objects.filter(enquiry=event.enquiry))
    if happening := HAPPENINGS.get(Kind(event.kind)):
        _tell_of(event, happening)


def test(receiver: Receiver) -> Handoff:
    """Sends the receiver a message about nobody, even before it is switched on."""
    return _write(receiver, TEST)


def settle(receiver: Receiver) -> None:
    """After a change of the receiver: what waits for it goes to its new address, or is held while it is switched off."""
    waiting = unsent(Handoff.objects.filter(receiver=receiver))
    recipient = _recipient(receiver)
    waiting.exclude(recipient=recipient).update(recipient=recipient, due_at=Now(), undeliverable_at=None)
    if receiver.is_on:
        let_go(Handoff.objects.filter(receiver=receiver))
    else:
        waiting.exclude(kind=PREFIX + TEST).update(is_held=True)


def unsent(handoffs: QuerySet[Handoff]) -> QuerySet[Message]:
    """Those that have not arrived, as messages: Django updates columns of a parent table one by one otherwise."""
    return Message.objects.filter(pk__in=handoffs.filter(sent_at=None).values("pk"))


def let_go(handoffs: QuerySet[Handoff]) -> None:
    """Makes those due whose data may leave again."""
    held = handoffs.filter(is_held=True, sent_at=None).select_related("receiver", "enquiry")
    free = [handoff.pk for handoff in held if handoff.may_leave()]
    Message.objects.filter(pk__in=free).update(is_held=False, undeliverable_at=None, due_at=Now())


def _tell_of(event: Event, happening: str) -> None:
    enquiry = event.enquiry
    receivers = Receiver.objects.filter(is_on=True).prefetch_related("teams")
    interested = [receiver for receiver in receivers if receiver.wants(happening, enquiry)]
    if not interested or enquiry.is_synthetic or _is_suspected(enquiry):
        return
    for receiver in interested:
        if not _was_told(receiver, event):
            _write(receiver, happening, event, is_held=enquiry.is_restricted)


def _is_suspected(enquiry: Enquiry) -> bool:
    """Whether it is held as spam, or was when it was withdrawn: then nobody ever said that it is none."""
    last = enquiry.events.filter(kind__in=SUSPICION).last()
    return enquiry.state == State.SPAM or (last is not None and last.kind != Kind.RELEASED)


def _was_told(receiver: Receiver, event: Event) -> bool:
    """Of an enquiry that was told of before somebody took it for spam, its release is no news."""
    received = Handoff.objects.filter(receiver=receiver, enquiry=event.enquiry, kind=PREFIX + Happening.RECEIVED)
    return event.kind == Kind.RELEASED and received.exists()


def _tell_of_erasure(event: Event) -> None:
    """Drops what did not leave, and tells everybody whom an attempt was ever made to tell something.

    Who is switched off is told once they are switched on again.
    """
    of_it = Handoff.objects.filter(enquiry=event.enquiry)
    tried = Receiver.objects.filter(pk__in=of_it.filter(attempts__isnull=False).values("receiver"))
    for receiver in list(tried):
        _write(receiver, ERASED, event, is_held=not receiver.is_on, due_at=Now() + AFTER_WHAT_IS_UNDER_WAY)
    unsent(of_it.exclude(kind=PREFIX + ERASED)).delete()


def _write(receiver: Receiver, happening: str, event: Event | None = None, **columns: Any) -> Handoff:
    reference = event.enquiry.reference if event else "none"
    channel = mail.CHANNEL if receiver.is_mailbox else CHANNEL
    return Handoff.objects.create(
        receiver=receiver,
        event=event,
        enquiry=event.enquiry if event else None,
        kind=PREFIX + happening,
        recipient=_recipient(receiver),
        **envelope(channel, f"{reference}.{happening}") | columns,
    )


def _recipient(receiver: Receiver) -> str:
    """The address of a webhook may hold a secret, and the outbox has other readers."""
    return receiver.address if receiver.is_mailbox else receiver.name
