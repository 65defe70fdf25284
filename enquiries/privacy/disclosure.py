"""What we hold about an enquirer, as their page and their file present it."""

import json
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Prefetch
from django.utils import timezone

from articles.lib import days
from enquiries.answers import in_words
from enquiries.consents import suppression
from enquiries.models import CV, Attachment, Enquiry, Event, Outcome, PrivacyRequest, State
from enquiries.notices.sending import TO_ENQUIRER
from enquiries.scanning import verdicts

RECEIVED = ("Received", "It has arrived and is waiting to be read.")
STATUS = {
    State.NEW: RECEIVED,
    State.SPAM: RECEIVED,
    State.OPEN: ("Being dealt with", "One of us is looking after it."),
    State.WAITING: ("Waiting for your answer", "We have written to you. We will carry on when you answer."),
    State.CLOSED: ("Closed", "We have finished working on it."),
}
FROM_THEM = (Event.Kind.WROTE, Event.Kind.AUTO_REPLIED)
WITHDRAWN = ("Closed", "You withdrew it.")
RESTRICTED = ("On hold", "You asked us not to use your data. We keep it and do nothing else with it.")
ASKED = {
    PrivacyRequest.Kind.ACCESS: "You asked for a copy of your data",
    PrivacyRequest.Kind.RECTIFICATION: "You asked us to correct your data",
    PrivacyRequest.Kind.ERASURE: "You asked us to erase your data",
    PrivacyRequest.Kind.RESTRICTION: "You asked us to keep your data without using it",
    PrivacyRequest.Kind.OBJECTION: "You objected to how we use your data",
    PrivacyRequest.Kind.PORTABILITY: "You asked for your data in a form for another service",
    PrivacyRequest.Kind.COMPLAINT: "You complained about how we use your data",
}
AGREED = "We agreed. Your data is erased as soon as our last e-mail has been sent and nothing obliges us to keep it. We wrote:"


def status(enquiry: Enquiry) -> tuple[str, str]:
    """Its status in a few words, and in a sentence."""
    if enquiry.is_restricted:
        return RESTRICTED
    return WITHDRAWN if enquiry.outcome == Outcome.WITHDRAWN else STATUS[State(enquiry.state)]


def answers(enquiry: Enquiry) -> list[tuple[str, str]]:
    """The questions that were answered, and the answers in words."""
    return in_words(enquiry, Enquiry.ANSWERS)


def cv(enquiry: Enquiry) -> CV | None:
    """The CV without its content, which is large."""
    return CV.objects.select_related("enquiry").defer("content").filter(enquiry=enquiry).first()


def wrote(enquiry: Enquiry) -> list[Event]:
    """What the enquirer wrote after the enquiry, with the names of the files that came with it."""
    written = enquiry.events.filter(kind=Event.Kind.WROTE)
    return list(written.prefetch_related(Prefetch("attachments", Attachment.objects.defer("content"))))


def everything(enquiry: Enquiry) -> dict[str, Any]:
    """All of it, as values for a JSON file."""
    file, consent = cv(enquiry), enquiry.marketing_wording
    mails = enquiry.notices.filter(kind__in=TO_ENQUIRER, sent_at__isnull=False)
    return {
        "reference": enquiry.reference,
        "received_at": enquiry.received_at,
        "status": status(enquiry)[0],
        "reply_promised_by": None if enquiry.is_imported else enquiry.reply_due_at,
        "first_replied_at": enquiry.first_replied_at,
        "first_reply_by": enquiry.get_first_reply_channel_display(),
        "closed_at": enquiry.closed_at,
        "erased_on": enquiry.erase_on,
        "is_application": enquiry.is_application,
        "last_service_on": enquiry.last_service_on,
        "answers": {name: getattr(enquiry, name) for name in Enquiry.ANSWERS},
        "came_from": enquiry.source_path,
        "cv": file
        and {"name": file.download_name, "type": file.content_type, "size": file.size, "scan": file.get_scan_display()},
        "you_wrote": list(enquiry.events.filter(kind__in=FROM_THEM).values("kind", "at", "words")),
        "mails_from_you": list(
            enquiry.mails.values("received_at", "sender", "sender_name", "subject", "text", "quoted", "size")
        ),
        "files": list(enquiry.attachments.values("name", "content_type", "size", "added_at")),
        "questions_for_guides": list(enquiry.asked_questions.values("proposed__question", "wants_answer", "told_at")),
        "privacy_notice": (notice := enquiry.privacy_wording) and {"version": notice.version, "text": notice.text},
        "marketing_consent": consent and {"version": consent.version, "text": consent.text},
        "marketing_consents": list(
            enquiry.consents.values("wording__version", "wording__text", "given_at", "state", "ended_at")
        ),
        "no_news": (line := suppression.of(enquiry.email)) and {"reason": line.reason, "since": line.since},
        "looked_at_by_us": list(enquiry.viewings.values("what", "at")),
        "requests": list(
            enquiry.privacy_requests.values(
                "kind",
                "words",
                "received_at",
                "due_on",
                "extension_reason",
                "outcome",
                "answer",
                "answered_at",
                "done_at",
            )
        ),
        "reference_elsewhere": enquiry.ats_reference,
        "passed_on_to": list(
            enquiry.handoffs.filter(sent_at__isnull=False)
            .order_by("sent_at")
            .values("receiver__name", "kind", "sent_at")
        ),
        "mails_to_you": list(mails.values("recipient", "cc", "subject", "text", "sent_at")),
    }


def archive(enquiry: Enquiry, *, with_history: bool) -> bytes:
    """A ZIP file of `everything`, the CV and the other files; with the history and its notes for somebody who has a right of access.

    Staff take out what is about others before they send it (UK GDPR article 15(4)).
    """
    held = everything(enquiry)
    if with_history:
        held["history"] = list(enquiry.events.values("kind", "at", "words"))
        held["drafts_of_replies"] = list(enquiry.reply_drafts.values("subject", "body", "cc", "saved_at"))
    with BytesIO() as out:
        with ZipFile(out, "w") as archive:
            archive.writestr("enquiry.json", as_json(held))
            for name, file in files(enquiry):
                archive.writestr(name, bytes(file.content))
        return out.getvalue()


def as_json(held: dict[str, Any]) -> str:
    """As people can read it, too."""
    return json.dumps(held, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)


def files(enquiry: Enquiry) -> Iterator[tuple[str, CV | Attachment]]:
    """The CV and the other files, each with a name that no other has.

    A file with a virus, or one that still waits for the scanner, is left out: it is to be had on the page of the enquiry,
    or not at all.
    """
    file = CV.objects.select_related("enquiry").filter(enquiry=enquiry).first()
    if file and verdicts.may_leave(file):
        yield file.download_name, file
    for number, attachment in enumerate(filter(verdicts.may_leave, enquiry.attachments.all()), start=1):
        yield f"files/{number} {attachment.name}", attachment


def asked(enquiry: Enquiry) -> list[tuple[str, str]]:
    """What the enquirer asked for by right, and where that stands, each in a sentence."""
    return [(_asked(request), _standing(request)) for request in enquiry.privacy_requests.all()]


def _asked(request: PrivacyRequest) -> str:
    return f"{ASKED[PrivacyRequest.Kind(request.kind)]} on {days.in_words(timezone.localdate(request.received_at))}."


def _standing(request: PrivacyRequest) -> str:
    if request.is_agreed_erasure:
        return f"{AGREED} {request.answer}"
    if answered_at := request.answered_at or request.done_at:
        return f"We answered on {days.in_words(timezone.localdate(answered_at))}: {request.answer}"
    more_time = f" We need more time: {request.extension_reason}" if request.extension_reason else ""
    if request.is_overdue:
        late = f"You should have heard from us by {days.in_words(request.due_on)}. We are sorry that it takes longer."
        return f"{late}{more_time}"
    return f"You will hear from us by {days.in_words(request.due_on)}.{more_time}"
