"""What we hold about an enquirer, as their page and their file present it."""

from typing import Any

from enquiries.answers import in_words
from enquiries.models import CV, Enquiry, Outcome, State
from enquiries.notices.sending import TO_ENQUIRER

RECEIVED = ("Received", "It has arrived and is waiting to be read.")
STATUS = {
    State.NEW: RECEIVED,
    State.SPAM: RECEIVED,
    State.OPEN: ("Being dealt with", "One of us is looking after it."),
    State.WAITING: ("Waiting for your answer", "We have written to you. We will carry on when you answer."),
    State.CLOSED: ("Closed", "We have finished working on it."),
}
WITHDRAWN = ("Closed", "You withdrew it.")


def status(enquiry: Enquiry) -> tuple[str, str]:
    """Its status in a few words, and in a sentence."""
    return WITHDRAWN if enquiry.outcome == Outcome.WITHDRAWN else STATUS[State(enquiry.state)]


def answers(enquiry: Enquiry) -> list[tuple[str, str]]:
    """The questions that were answered, and the answers in words."""
    return in_words(enquiry, Enquiry.ANSWERS)


def cv(enquiry: Enquiry) -> CV | None:
    """The CV without its content, which is large."""
    return CV.objects.select_related("enquiry").defer("content").filter(enquiry=enquiry).first()


def everything(enquiry: Enquiry) -> dict[str, Any]:
    """All of it, as values for a JSON file."""
    file, consent = cv(enquiry), enquiry.marketing_wording
    mails = enquiry.notices.filter(kind__in=TO_ENQUIRER, sent_at__isnull=False)
    return {
        "reference": enquiry.reference,
        "received_at": enquiry.received_at,
        "status": status(enquiry)[0],
        "reply_promised_by": enquiry.reply_due_at,
        "first_replied_at": enquiry.first_replied_at,
        "closed_at": enquiry.closed_at,
        "erased_on": enquiry.erase_on,
        "answers": {name: getattr(enquiry, name) for name in Enquiry.ANSWERS},
        "came_from": enquiry.source_path,
        "cv": file and {"name": file.download_name, "type": file.content_type, "size": file.size},
        "privacy_notice": {"version": enquiry.privacy_wording.version, "text": enquiry.privacy_wording.text},
        "marketing_consent": consent and {"version": consent.version, "text": consent.text},
        "requests": list(
            enquiry.privacy_requests.values("kind", "words", "received_at", "due_on", "done_at", "answer")
        ),
        "mails_to_you": list(mails.values("recipient", "subject", "text", "sent_at")),
    }
