"""What staff do about other systems: send once more, and keep the reference that a record has there."""

from typing import Any

from django.db import transaction
from django.db.models.functions import Now

from articles.outbox import mail
from articles.outbox.channels import envelope
from articles.outbox.leases import idle
from articles.outbox.models import Message
from enquiries import history, search
from enquiries.locking import NotAllowed, lock
from enquiries.models import Enquiry, Event, Handoff, State

BEING_SENT = "This is being sent at this moment."
NOT_NOW = "This may not leave now: the other system is switched off, or the data must not be used."
PASSED_ON = "Only what is neither suspected spam, nor restricted, nor erased may leave for another system."


@transaction.atomic
def send_again(handoff: Handoff, by: Any) -> None:
    """Sends the hand-off once more, also one that arrived.

    A webhook keeps its id, by which the other side knows it again; a mail gets a new one, since mailboxes drop a second
    mail of the same.
    """
    if handoff.enquiry:
        lock(handoff.enquiry)
    handoff = Handoff.objects.select_related("receiver", "enquiry").get(pk=handoff.pk)
    if not handoff.may_leave():
        raise NotAllowed(NOT_NOW)
    this = Message.objects.filter(pk=handoff.pk)
    if handoff.sent_at is None and not idle(this).exists():
        raise NotAllowed(BEING_SENT)
    columns = {"sent_at": None, "bounced_at": None, "undeliverable_at": None, "is_held": False, "due_at": Now()}
    if handoff.channel == mail.CHANNEL and handoff.sent_at:
        columns["message_id"] = envelope(mail.CHANNEL, handoff.message_id.strip("<").rpartition(".")[0])["message_id"]
    this.update(**columns)


@transaction.atomic
def refer(enquiry: Enquiry, reference: str, by: Any) -> None:
    """Keeps the reference that the enquiry has in another system; an empty one forgets it."""
    lock(enquiry)
    if enquiry.state == State.ERASED:
        raise NotAllowed("This enquiry has been erased.")
    if reference == enquiry.ats_reference:
        return
    enquiry.ats_reference = reference
    enquiry.save(update_fields=["ats_reference"])
    history.record(enquiry, Event.Kind.NOTED, by=by, words=f"Reference in another system: {reference or 'none'}.")
    search.index(enquiry)


def check_may_leave(enquiry: Enquiry) -> None:
    """Raises `NotAllowed` for data that no other system may get."""
    if not enquiry.may_be_passed_on:
        raise NotAllowed(PASSED_ON)
