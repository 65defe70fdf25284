"""Working on stored mails, one after the other: each becomes a line of a history, waits in the tray, or is ignored."""

import logging
from collections.abc import Callable
from typing import Any

from django.db import InterfaceError, OperationalError, transaction
from django.db.models import F

from enquiries.inbound import answering, conversation, files, matching, parsing, reports
from enquiries.inbound.files import NO_FILES, Checked
from enquiries.inbound.matching import Match
from enquiries.inbound.parsing import Incoming, Kind
from enquiries.locking import NotAllowed, lock
from enquiries.models import Enquiry, Event, IncomingMail

AT_ONCE = 50
# A mail at which the process died so often is left to people: the next try would kill it, too.
MOST_TRIES = 5
LONGEST_TEXT = 100_000  # characters
SHORTENED = "\n\nThe rest of this long mail is not shown."
State = IncomingMail.State
UNREADABLE = "It could not be read as a mail."
FAILED = "It could not be worked on ({error})."
DIED = "The site broke off each time it worked on it."
OWN = "We sent it ourselves."
TWICE = "It came before, by another way."
A_LIST = "It is from a mailing list or a newsletter."
A_MACHINE = "A machine answered automatically."
NO_REPORT = "It reports on a mail that we did not send."
ABOUT_OTHERS = "It reports on a mail of ours that is not about an enquiry."
NOT_PASSED_ON = "An answer of our staff that was not passed on: {reason}"
log = logging.getLogger(__name__)


def work_off(stop: Callable[[], bool]) -> int:
    """Works on what is stored; returns how many mails. Raises for a database that is away, which is not the mail's fault."""
    waiting = IncomingMail.objects.filter(state=State.STORED).order_by("pk").values_list("pk", flat=True)
    done = 0
    for pk in list(waiting[:AT_ONCE]):
        if stop():
            break
        done += _work_on(pk)
    return done


def _work_on(pk: int) -> int:
    """Reads it and looks into its files first, which may take seconds, and only then locks anything."""
    if not _begin(pk):
        return 0
    try:
        incoming = parsing.read(bytes(IncomingMail.objects.only("raw").get(pk=pk).raw))
        checked = files.check(incoming.files) if incoming.kind in (Kind.WRITTEN, Kind.LIST) else NO_FILES
        with transaction.atomic():
            mail = IncomingMail.objects.select_for_update().defer("raw").filter(pk=pk, state=State.STORED).first()
            if mail is None:  # another worker was faster
                return 0
            describe(mail, incoming)
            _settle(mail, incoming, checked)
            mail.save()
    except (InterfaceError, OperationalError):
        raise
    except Exception as error:  # whatever is wrong with this mail, it stays whole, and the others go on
        log.error("a mail that came in could not be worked on: %s", type(error).__name__)
        _stored(pk).update(state=State.TRAY, reason=FAILED.format(error=type(error).__name__))
    return 1


def _begin(pk: int) -> int:
    """Counts the try before it begins; a try too many ends in the tray."""
    _stored(pk).filter(tries__gte=MOST_TRIES).update(state=State.TRAY, reason=DIED)
    return _stored(pk).update(tries=F("tries") + 1)


def _stored(pk: int) -> Any:
    return IncomingMail.objects.filter(pk=pk, state=State.STORED)


def describe(mail: IncomingMail, incoming: Incoming) -> None:
    for name, value in described(incoming).items():
        setattr(mail, name, value)


def described(incoming: Incoming) -> dict[str, str]:
    """What lists and pages show of it, as a database takes it."""
    return {
        "kind": incoming.kind.value,
        "message_id": _kept(incoming.message_id, 255),
        "sender": _kept(incoming.sender, 254),
        "sender_name": _kept(incoming.sender_name, 200),
        "subject": _kept(incoming.subject, 300),
        "text": text_of(incoming.text),
        "quoted": text_of(incoming.quoted),
    }


def text_of(text: str) -> str:
    """Words of a mail as they are stored."""
    kept = _kept(text, LONGEST_TEXT)
    return kept if len(text) <= LONGEST_TEXT else kept + SHORTENED


def _kept(text: str, most: int) -> str:
    return text[:most].encode("utf-8", "replace").decode().replace("\0", "\N{REPLACEMENT CHARACTER}")


def _settle(mail: IncomingMail, incoming: Incoming, checked: Checked) -> None:
    """Decides what becomes of it, in the transaction that stores that."""
    if incoming.kind == Kind.UNREADABLE:
        _put_into_tray(mail, UNREADABLE)
    elif incoming.kind in (Kind.BOUNCE, Kind.DELAY, Kind.COMPLAINT):
        _report(mail, incoming)
    elif matching.is_own(incoming):
        _ignore(mail, OWN)
    else:
        _said(mail, incoming, checked, matching.match(incoming))


def _report(mail: IncomingMail, incoming: Incoming) -> None:
    enquiry, is_ours = reports.take_in(incoming.kind, incoming.report) if incoming.report else (None, False)
    if enquiry:
        mail.state, mail.enquiry = State.MATCHED, enquiry
    else:
        _ignore(mail, ABOUT_OTHERS if is_ours else NO_REPORT)


def _said(mail: IncomingMail, incoming: Incoming, checked: Checked, match: Match) -> None:
    """What a person, a machine or a list says."""
    is_theirs = match.enquiry and incoming.sender.casefold() == match.enquiry.email.casefold()
    if incoming.kind == Kind.LIST and not is_theirs and not match.person:
        _ignore(mail, A_LIST)
    elif incoming.kind == Kind.AUTO_REPLY:
        _auto_replied(mail, match)
    elif _came_before(mail, match.enquiry):
        _ignore(mail, TWICE)
    elif match.enquiry is None:
        _put_into_tray(mail, match.reason)
    elif match.person:
        _answered(mail, incoming, checked, match.enquiry, match.person)
    else:
        _wrote(mail, checked, match.enquiry)


def _auto_replied(mail: IncomingMail, match: Match) -> None:
    """Of our own staff's machines the enquirer hears nothing."""
    event = conversation.auto_replied(match.enquiry, mail.text) if match.enquiry and not match.is_staffs else None
    if event and match.enquiry:
        _match(mail, match.enquiry, event)
    else:
        _ignore(mail, A_MACHINE)


def _answered(mail: IncomingMail, incoming: Incoming, checked: Checked, enquiry: Enquiry, person: Any) -> None:
    if conversation.why_not(enquiry, by_hand=True):  # erased: a message about it would name people again
        _put_into_tray(mail, conversation.ERASED)
        return
    event, refusal = answering.answer(enquiry, incoming, checked, person)
    if event:
        _match(mail, enquiry, event)
    else:
        mail.state, mail.enquiry = State.MATCHED, enquiry
        mail.reason = NOT_PASSED_ON.format(reason=refusal)[:300]


def _wrote(mail: IncomingMail, checked: Checked, enquiry: Enquiry) -> None:
    try:
        with transaction.atomic():
            _match(mail, enquiry, conversation.wrote(enquiry, mail.text, checked))
    except NotAllowed as refusal:
        _put_into_tray(mail, str(refusal))


def _came_before(mail: IncomingMail, enquiry: Enquiry | None) -> bool:
    """Whether the same mail is here in other bytes: by a mailbox and a webhook, say. Sent to two enquiries it is two."""
    if enquiry:
        lock(enquiry)  # before looking: another worker may have the other one in hand
    same = IncomingMail.objects.filter(message_id=mail.message_id, sender=mail.sender, enquiry=enquiry)
    known = same.exclude(pk=mail.pk).exclude(state__in=(State.STORED, State.IGNORED))
    return bool(mail.message_id) and known.exists()


def _match(mail: IncomingMail, enquiry: Enquiry, event: Event) -> None:
    mail.state, mail.enquiry, mail.event, mail.reason = State.MATCHED, enquiry, event, ""


def _put_into_tray(mail: IncomingMail, reason: str) -> None:
    mail.state, mail.reason = State.TRAY, reason


def _ignore(mail: IncomingMail, reason: str) -> None:
    mail.state, mail.reason = State.IGNORED, reason
