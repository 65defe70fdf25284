"""What staff do with mail that no enquiry was found for, and how long it is kept."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.db.models.functions import Now

from enquiries.inbound import conversation, files, parsing, working
from enquiries.inbound.files import Checked
from enquiries.intake import receiving
from enquiries.locking import NotAllowed
from enquiries.models import Enquiry, Event, IncomingMail, Source

State = IncomingMail.State
KEPT_FOR = timedelta(days=30)
UNDECIDED = (State.TRAY, State.IGNORED, State.SPAM)
SETTLED = "Somebody has already put this mail into the history of an enquiry."
UNDER_WAY = "The site is working on this mail at this moment."


def without_enquiry() -> QuerySet[IncomingMail]:
    """What staff may look at here: mails of no enquiry's history. The mails themselves, which are large, are left out."""
    return IncomingMail.objects.filter(state__in=(State.STORED, *UNDECIDED), enquiry=None).defer("raw")


def waiting() -> QuerySet[IncomingMail]:
    """What waits for somebody to decide."""
    return without_enquiry().filter(state=State.TRAY)


def attach(mail: IncomingMail, enquiry: Enquiry) -> None:
    """Puts the mail into the history of the enquiry, as if it had been matched. Raises `NotAllowed`."""
    checked = _look_into(mail)
    with transaction.atomic():
        _lock(mail)
        event = conversation.wrote(enquiry, mail.text, checked, by_hand=True)
        mail.state, mail.enquiry, mail.event, mail.reason = State.MATCHED, enquiry, event, ""
        mail.save()


def make_enquiry(mail: IncomingMail, answers: dict[str, Any]) -> Enquiry:
    """Makes a new enquiry of the mail, from valid `answers` of the form. Raises `NotAllowed`."""
    checked = _look_into(mail)
    with transaction.atomic():
        _lock(mail)
        enquiry, _created = receiving.receive(answers, token=f"mail {mail.digest}")
        enquiry.source = Source.MAIL
        enquiry.save(update_fields=["source"])
        event = enquiry.events.get(kind=Event.Kind.RECEIVED)
        files.attach(event, checked)
        mail.state, mail.enquiry, mail.event, mail.reason = State.MATCHED, enquiry, event, ""
        mail.save()
    return enquiry


@transaction.atomic
def put_aside(mail: IncomingMail, state: IncomingMail.State) -> None:
    """Marks it as spam, ignores it, or takes it back into the tray; a second press changes nothing. Raises `NotAllowed`."""
    _lock(mail)
    mail.state = state
    mail.save(update_fields=["state"])


def forget_old() -> int:
    """Deletes what nobody put into a history within `KEPT_FOR`; returns how many."""
    old = IncomingMail.objects.filter(state__in=UNDECIDED, enquiry=None, received_at__lt=Now() - KEPT_FOR)
    return old.delete()[0]


def _look_into(mail: IncomingMail) -> Checked:
    """Outside of transactions: it may take seconds. What it holds for lists may come from its headers alone."""
    incoming = parsing.read(bytes(IncomingMail.objects.only("raw").get(pk=mail.pk).raw))
    working.describe(mail, incoming)
    return files.check(incoming.files)


def _lock(mail: IncomingMail) -> None:
    kept = IncomingMail.objects.select_for_update().only("state").filter(pk=mail.pk).first()
    if kept is None or kept.state == State.MATCHED:
        raise NotAllowed(SETTLED)
    if kept.state == State.STORED:
        raise NotAllowed(UNDER_WAY)
