"""Mails about requests and complaints, to the person and to whoever looks after data protection.

They are notices of the enquiry while there is one, and go with it. Without one they are kept with the request. None is
held with suspected spam or a restriction: an answer is owed to everybody who asks.
"""

from collections.abc import Sequence
from typing import Any

from articles.outbox import mail
from articles.outbox.models import Message
from enquiries import access_links
from enquiries.models import Enquiry, Notice, PrivacyRequest
from enquiries.notices.sending import TO_ENQUIRER
from enquiries.notices.threads import conversation
from enquiries.teams import data_protection_team

BY_A_PERSON = (Notice.Kind.REQUEST_EXTENDED, Notice.Kind.REQUEST_ANSWERED, Notice.Kind.RESTRICTION_LIFTED)


def announce(request: PrivacyRequest) -> None:
    """Tells whoever looks after data protection what was asked, and when it is due."""
    kept = request.kept
    address = kept.email if kept and kept.is_synthetic else data_protection_team().inbox
    _write(request, Notice.Kind.REQUEST, address, reply_to=request.address)


def acknowledge(request: PrivacyRequest) -> bool:
    """Tells the person what was asked, when it came, who answers and by when; whether there is an address.

    It does not repeat their words: whoever sent the form may have typed somebody else's address, and has the link.
    """
    return _to_person(request, Notice.Kind.REQUEST_ACKNOWLEDGED)


def tell_of_more_time(request: PrivacyRequest) -> bool:
    """Tells the person by when they are answered instead, and why."""
    return _to_person(request, Notice.Kind.REQUEST_EXTENDED)


def answer(request: PrivacyRequest) -> bool:
    """Sends the person the answer; one that does not agree says to whom they can turn (UK GDPR article 12(4))."""
    is_disputed = request.outcome in (PrivacyRequest.Outcome.REFUSED, PrivacyRequest.Outcome.PARTLY)
    return _to_person(request, Notice.Kind.REQUEST_ANSWERED, {"is_disputed": is_disputed})


def tell_of_lifting(enquiry: Enquiry, reason: str) -> None:
    """Tells the enquirer that their data is used again, and why (UK GDPR article 18(3)); by mail, where that is possible."""
    if enquiry.email:
        _notice(enquiry, Notice.Kind.RESTRICTION_LIFTED, enquiry.email, {"reason": reason})


def remind(requests: Sequence[PrivacyRequest]) -> None:
    """One mail to whoever looks after data protection about what is due soon or overdue. It names nobody."""
    team = data_protection_team()
    mail.write("privacy_reminder", team.inbox, "enquiries/mail/privacy_reminder", {"requests": requests})


def _to_person(request: PrivacyRequest, kind: Notice.Kind, more: dict[str, Any] | None = None) -> bool:
    if request.address:
        _write(request, kind, request.address, more, reply_to=data_protection_team().inbox)
    return bool(request.address)


def _write(
    request: PrivacyRequest, kind: Notice.Kind, to: str, more: dict[str, Any] | None = None, *, reply_to: str
) -> None:
    context = {"request": request} | (more or {})
    if request.kept:
        _notice(request.kept, kind, to, context)
    else:
        columns = _columns(kind, to, request.reference, context)
        request.mails.add(Message.objects.create(reply_to=reply_to, **columns))


def _notice(enquiry: Enquiry, kind: Notice.Kind, to: str, context: dict[str, Any]) -> None:
    context = {"enquiry": enquiry, "status_link": access_links.status_link(enquiry)} | context
    thread = conversation(enquiry, with_enquirer=kind in TO_ENQUIRER)
    Notice.objects.create(enquiry=enquiry, in_reply_to=thread, **_columns(kind, to, enquiry.reference, context))


def _columns(kind: Notice.Kind, to: str, reference: str, context: dict[str, Any]) -> dict[str, Any]:
    context = {"team": data_protection_team()} | context
    return {
        "kind": kind,
        "recipient": to,
        "is_automatic": kind not in BY_A_PERSON,
        **mail.envelope(f"{reference}.{kind.value}"),
        **mail.words(f"enquiries/mail/{kind.value}", context),
    }
