"""An enquiry as plain text with a label on each line, as parsers of applicant tracking systems and people read it."""

from datetime import datetime

from django.utils import timezone

from enquiries.answers import in_words
from enquiries.handoff import payload
from enquiries.models import Enquiry

# What those parsers look for, by the name of the answer.
LABELS = {
    "name": "Name",
    "email": "Email",
    "phone": "Phone",
    "role": "Type",
    "role_sought": "Role",
    "role_to_fill": "Role",
    "location": "Location",
    "right_to_work": "Right to work",
    "organisation": "Organisation",
    "engagement": "Contract",
    "urgency": "Start",
    "reply_by": "Reply by",
    "reply_when": "Best time",
}


def of(enquiry: Enquiry) -> str:
    """The lines, and then the message as it was written."""
    lines = [(label, _answer(enquiry, name)) for name, label in LABELS.items()] + _facts(enquiry)
    labelled = [f"{label}: {' '.join(words.split())}" for label, words in lines if words]
    return "\n".join([*labelled, "Message:", enquiry.message]).strip() + "\n"


def subject(enquiry: Enquiry) -> str:
    wanted = enquiry.role_sought or enquiry.role_to_fill
    return " ".join(f"{enquiry.name}{f', {wanted}' if wanted else ''} ({enquiry.reference})".split())[:200]


def _answer(enquiry: Enquiry, name: str) -> str:
    return "".join(words for _label, words in in_words(enquiry, [name]))


def _facts(enquiry: Enquiry) -> list[tuple[str, str]]:
    told = payload.enquiry(enquiry)
    guide, owner, consent = told["guide"], told["owner"], told["consent"]["marketing"]
    return [
        ("Source", told["source"]["words"]),
        ("Guide", f"{guide['title']} {guide['url'] or ''}" if guide else told["came_from"]),
        ("Consent to news", f"{_day(consent['at'])}: {consent['text']}" if consent else "no"),
        ("Reference", told["reference"]),
        ("ATS reference", told["ats_reference"]),
        ("Received", _day(told["received_at"])),
        ("Status", f"{enquiry.get_state_display()} {enquiry.get_outcome_display()}"),
        ("Consultant", f"{owner['name']} {owner['email']}" if owner else ""),
        ("Team", told["team"] or ""),
    ]


def _day(moment: str) -> str:
    """As programs read it, by the clock on our wall."""
    return timezone.localdate(datetime.fromisoformat(moment)).isoformat()
