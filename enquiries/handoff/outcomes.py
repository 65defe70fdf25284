"""What sending a hand-off, or failing to, means to its enquiry and its receiver. The outbox does the sending."""

from typing import Any

from django.db.models.functions import Now
from django.dispatch import receiver as listens

from articles.outbox import mail
from articles.outbox.models import Message
from articles.outbox.sending import leaving, sent, undeliverable
from enquiries import history
from enquiries.handoff import mailbox, writing
from enquiries.models import Enquiry, Event, Handoff, Receiver
from enquiries.models.handoff import PREFIX
from enquiries.teams import default_team

GONE = "receiver_gone"


class Withheld(Exception):
    """It may not leave now."""


@listens(leaving)
def prepare(message: Message, **_signal: Any) -> None:
    """Keeps back what may not leave any more, or was dropped since the worker took it. Raises `Withheld`."""
    if not message.kind.startswith(PREFIX):
        return
    related = ("receiver", "enquiry__owner", "enquiry__team", "enquiry__guide")
    handoff = Handoff.objects.select_related(*related).filter(pk=message.pk).first()
    if handoff is None or not handoff.may_leave():
        Message.objects.filter(pk=message.pk, sent_at=None).update(is_held=True)
        raise Withheld
    if message.channel == mail.CHANNEL:
        mailbox.fill(message, handoff)


@listens(sent)
def note_that_it_arrived(message: Message, **_signal: Any) -> None:
    """The enquiry is locked first, as the verbs do. Two workers may have sent one hand-off: that is one line."""
    enquiry, handoff = _locked(message), _unsent(message)
    if enquiry and handoff:
        history.record(enquiry, Event.Kind.HANDED_OFF, words=_words(handoff))


@listens(undeliverable)
def note_that_it_was_refused(message: Message, answer: str, **_signal: Any) -> None:
    """Only a receiver that is gone refuses a webhook for good: it is told nothing more until somebody looks."""
    enquiry, handoff = _locked(message), _unsent(message)
    if handoff is None:
        return
    if enquiry:
        history.record(enquiry, Event.Kind.NOT_HANDED_OFF, words=f"{_words(handoff)}. {answer}".rstrip(". ") + ".")
    if not handoff.receiver.is_mailbox:
        _switch_off(handoff.receiver)


def _switch_off(receiver: Receiver) -> None:
    was_on = Receiver.objects.filter(pk=receiver.pk, is_on=True).update(is_on=False, gone_at=Now())
    receiver.is_on = False
    writing.settle(receiver)
    if was_on:
        mail.write(GONE, default_team().inbox, f"enquiries/mail/{GONE}", {"receiver": receiver})


def _locked(message: Message) -> Enquiry | None:
    return Enquiry.objects.select_for_update().filter(handoffs=message.pk).first()


def _unsent(message: Message) -> Handoff | None:
    return Handoff.objects.select_related("receiver").filter(pk=message.pk, sent_at=None).first()


def _words(handoff: Handoff) -> str:
    """After erasure this line stays; it names no one."""
    return f"{handoff.receiver}: {handoff.happening}"
