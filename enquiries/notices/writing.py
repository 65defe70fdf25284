"""Writing notices: one row for each message and recipient, in the transaction of what it reports.

The outbox sends them.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.text import Truncator

from articles.outbox import letterhead, mail
from articles.outbox.models import soonest
from enquiries import access_links, answers
from enquiries.locking import NotAllowed
from enquiries.models import Enquiry, Event, Notice, State
from enquiries.notices.recipients import alert_address, answered_by, team_address, wants_alert
from enquiries.notices.sending import OUTSIDE
from enquiries.notices.threads import conversation

NAMING_THE_PROMISE = (Notice.Kind.ACKNOWLEDGEMENT, Notice.Kind.ALERT, Notice.Kind.ASSIGNMENT)
BY_A_PERSON = (Notice.Kind.REPLY, Notice.Kind.COPY)
FOLDERS: dict[str, str] = {Notice.Kind.COPY: Notice.Kind.REPLY}  # those whose words are another's
NO_ADDRESS = "They gave no e-mail address. Phone them, or add their address under “Correct the contact details”."
LONGEST_MESSAGE = 2000  # of an enquirer, in a mail that is read on a phone


def acknowledge(enquiry: Enquiry) -> Notice:
    """Tells the enquirer that the enquiry arrived, who answers and by when.

    It does not repeat the message: the sender may have typed somebody else's address.
    """
    return _write(enquiry, Notice.Kind.ACKNOWLEDGEMENT, enquiry.email)


def alert(enquiry: Enquiry) -> Notice | None:
    """Tells the owner or team that there is an enquiry to answer, unless they hear of it in the morning."""
    if not wants_alert(enquiry):
        return None
    return _write(enquiry, Notice.Kind.ALERT, alert_address(enquiry))


def pass_on(enquiry: Enquiry, *, by: str, reason: str) -> Notice:
    """Tells the new owner or team by whom the enquiry was passed on to them, and why if that was said."""
    return _write(enquiry, Notice.Kind.ASSIGNMENT, alert_address(enquiry), payload={"by": by, "reason": reason})


def send_link(enquiry: Enquiry) -> Notice:
    """Sends the enquirer a new link to their own page, in place of one that is too old."""
    return _write(enquiry, Notice.Kind.NEW_LINK, enquiry.email, is_held=False)


def reply(
    enquiry: Enquiry,
    *,
    subject: str,
    body: str,
    event: Event | None = None,
    cc: Sequence[str] = (),
    at: datetime | None = None,
) -> Notice:
    """Sends a consultant's own words, and the files of their `event`, to the enquirer: now or `at` a moment.

    Whoever is in `cc` gets a mail of their own that says the same, so that one wrong address keeps nothing from anybody.
    """
    words: dict[str, Any] = {"subject": subject, "body": body, "cc": list(cc)}
    columns: dict[str, Any] = {
        "event": event,
        "cc": ", ".join(cc),
        "sender_name": _in_the_name_of(event.by if event else None),
    }
    if at:
        columns |= {"not_before": at, "due_at": at}
    notice = _write(enquiry, Notice.Kind.REPLY, enquiry.email, payload=words, **columns)
    for address in cc:
        _write(enquiry, Notice.Kind.COPY, address, payload=words, addressed_to=enquiry.email, **columns)
    return notice


def tell_of_answer(enquiry: Enquiry, *, question: str, guide: str, link: str) -> Notice:
    """Tells the enquirer that the guide of that title answers their question, and where."""
    return _write(
        enquiry, Notice.Kind.QUESTION_ANSWERED, enquiry.email, {"question": question, "guide": guide, "link": link}
    )


def tell_of_words(enquiry: Enquiry, words: str, files: Sequence[str] = (), *, taken_back: Sequence[str] = ()) -> Notice:
    """Tells the owner or team what the enquirer wrote; while its use is restricted, only that they wrote.

    `taken_back` names those whose scheduled replies have become drafts again for that.
    """
    more = {
        "words": Truncator(words).chars(LONGEST_MESSAGE),
        "is_cut": len(words) > LONGEST_MESSAGE,
        "files": files,
        "taken_back": taken_back,
    }
    return _write(enquiry, Notice.Kind.WROTE, alert_address(enquiry), more)


def tell_not_passed_on(enquiry: Enquiry, to: str, reason: str) -> Notice:
    """Tells a member of staff why the enquirer was not sent what they answered by e-mail."""
    return _write(enquiry, Notice.Kind.NOT_PASSED_ON, to, {"reason": reason}, is_held=False)


def release(enquiry: Enquiry) -> None:
    """Makes due what was held while the enquiry was suspected spam; mails that name the promised time are rewritten."""
    for notice in enquiry.notices.filter(is_held=True):
        words = _words(enquiry, notice.kind, notice.payload) if notice.kind in NAMING_THE_PROMISE else {}
        Notice.objects.filter(pk=notice.pk).update(is_held=False, due_at=soonest(), **words)


def tell_of_burst(enquiry: Enquiry, count: int) -> Notice:
    """Tells the team that more than `count` enquiries came from one connection within an hour, this one last.

    Never held, even if this one looks like spam.
    """
    return _write(enquiry, Notice.Kind.BURST, team_address(enquiry), {"count": count}, is_held=False)


def _write(
    enquiry: Enquiry,
    kind: Notice.Kind,
    recipient: str,
    more: dict[str, Any] | None = None,
    *,
    payload: dict[str, Any] | None = None,
    is_held: bool | None = None,
    **columns: Any,
) -> Notice:
    """Whatever the words need `more` than the enquiry; as `payload` where they may have to be written again.

    Raises `NotAllowed` for a mail to an enquirer who gave no address.
    """
    if not recipient and kind in OUTSIDE:
        raise NotAllowed(NO_ADDRESS)
    return Notice.objects.create(
        enquiry=enquiry,
        kind=kind,
        recipient=recipient,
        is_automatic=kind not in BY_A_PERSON,
        is_held=enquiry.state == State.SPAM if is_held is None else is_held,
        in_reply_to=conversation(enquiry, with_enquirer=kind in OUTSIDE),
        payload=payload or {},
        **mail.envelope(f"{enquiry.reference}.{kind.value}") | _words(enquiry, kind, payload or more) | columns,
    )


def _words(enquiry: Enquiry, kind: str, more: dict[str, Any] | None = None) -> dict[str, str]:
    folder = FOLDERS.get(kind, kind)
    return mail.words(f"enquiries/mail/{folder}", _context(enquiry) | (more or {}))


def _in_the_name_of(person: Any) -> str:
    """A person at the agency, by the name that the person goes by; nobody outside learns a user name."""
    name = person.get_full_name() if person else ""
    return " at ".join(filter(None, (name, letterhead.current().name)))


def _context(enquiry: Enquiry) -> dict[str, Any]:
    return {
        "enquiry": enquiry,
        "wanted": answers.in_words(enquiry, answers.WANTED),
        "message": Truncator(enquiry.message).chars(LONGEST_MESSAGE),
        "is_shortened": len(enquiry.message) > LONGEST_MESSAGE,
        "answered_by": answered_by(enquiry),
        "status_link": access_links.status_link(enquiry),
        "takes_answers": bool(settings.INBOUND_EMAIL) and not enquiry.is_synthetic,
    }
