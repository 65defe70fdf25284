"""What staff do when mail does not reach somebody: put an address right, send a notice again, or drop it."""

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import Q

from articles.outbox import sending
from articles.outbox.models import Message
from enquiries import history
from enquiries.handling.verbs import NOT_IN_HAND
from enquiries.locking import NotAllowed, lock
from enquiries.models import Enquiry, Event, Notice, State, Team
from enquiries.notices import replies
from enquiries.notices.recipients import alert_address, escalation_address, team_address
from enquiries.notices.sending import TO_ENQUIRER
from enquiries.privacy import corrections
from enquiries.teams import data_protection_team

SENT_MEANWHILE = "This message has been sent meanwhile, or is being sent at this moment."
CORRECTED_MEANWHILE = (
    "Somebody else has corrected this meanwhile; the history says what. Save once more if yours is right."
)


def mark_of(enquiry: Enquiry, names: Iterable[str]) -> str:
    """What tells whether any of these answers has changed since."""
    said = json.dumps([getattr(enquiry, name) for name in Enquiry.ANSWERS if name in names])
    return hashlib.sha256(said.encode()).hexdigest()


@transaction.atomic
def correct(enquiry: Enquiry, answers: dict[str, Any], by: Any, *, seen: str = "") -> None:
    """Puts valid answers in place of the old ones, which the history keeps; a new e-mail address gets what did not reach
    the old one.

    `seen` is the mark of what stood there when the form was opened: after somebody else's correction it is refused.
    """
    lock(enquiry)
    if enquiry.state == State.ERASED:
        raise NotAllowed(NOT_IN_HAND[State.ERASED])
    if not (changed := corrections.changes(enquiry, answers)):
        return
    if seen and seen != mark_of(enquiry, answers):
        raise NotAllowed(CORRECTED_MEANWHILE)
    corrections.make(enquiry, changed, Event.Kind.AMENDED, by=by)


@transaction.atomic
def send_again(notice: Notice, by: Any) -> None:
    """Has the notice sent now, whatever became of its last attempt, to the address that is right by now."""
    lock(notice.enquiry)
    unsent = Message.objects.filter(pk=notice.pk)
    if not sending.retry(unsent):
        raise NotAllowed(SENT_MEANWHILE)
    unsent.update(recipient=_address(notice))


@transaction.atomic
def drop(notice: Notice, by: Any) -> None:
    """Gives up a notice that was not sent; the history says that it was not. A scheduled reply becomes a draft."""
    lock(notice.enquiry)
    if scheduled := replies.scheduled(notice.enquiry).filter(pk=notice.pk).first():
        if not replies.take_back(scheduled, by=by):
            raise NotAllowed(SENT_MEANWHILE)
        return
    words = notice.get_kind_display()
    if not sending.drop(Message.objects.filter(pk=notice.pk)):
        raise NotAllowed(SENT_MEANWHILE)
    history.record(notice.enquiry, Event.Kind.DROPPED, by=by, words=words)


def move(old: str, new: str, team: Team | None = None) -> int:
    """Sends to a mailbox of staff what did not leave for the one that it replaces; returns how many messages.

    Where another team keeps the old mailbox, only what is about enquiries of `team`.
    """
    to_enquirers = Notice.objects.filter(Q(kind__in=TO_ENQUIRER) | Q(enquiry__is_synthetic=True))
    messages = Message.objects.filter(recipient__iexact=old).exclude(pk__in=to_enquirers.values("pk"))
    others = Team.objects.exclude(pk=team.pk) if team else ()
    if any(other.inbox.lower() == old.lower() for other in others):
        messages = messages.filter(pk__in=Notice.objects.filter(enquiry__team=team).values("pk"))
    return sending.readdress(new, messages)


def _address(notice: Notice) -> str:
    match notice.kind:
        case Notice.Kind.ALERT | Notice.Kind.ASSIGNMENT | Notice.Kind.WROTE | Notice.Kind.REMINDER:
            return alert_address(notice.enquiry)
        case Notice.Kind.BURST:
            return team_address(notice.enquiry)
        case Notice.Kind.REQUEST:
            return data_protection_team().inbox
        case Notice.Kind.ESCALATION:
            return escalation_address()
    return notice.recipient
