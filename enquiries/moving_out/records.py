"""One enquiry, whole: what its enquirer is told that we hold, and what they are not told of the work on it."""

from typing import Any

from django.db.models import F, Prefetch, QuerySet

from enquiries.models import CV, Attachment, Enquiry, Event, State
from enquiries.privacy import disclosure, erasure
from enquiries.scanning import verdicts

HANDLING = (
    "state",
    "outcome",
    "source",
    "spam_reasons",
    "reply_minutes",
    "follow_up_on",
    "is_restricted",
    "hold_reason",
    "hold_until",
)
HISTORY = ("kind", "at", "by", "words", "files")


def every() -> QuerySet[Enquiry]:
    """Those that leave, in the order in which they came: of people, not erased, and not due to be."""
    kept = Enquiry.objects.exclude(state=State.ERASED).filter(is_synthetic=False)
    return kept.exclude(pk__in=erasure.due_for_erasure().values("pk")).order_by("received_at", "pk")


def record(enquiry: Enquiry) -> dict[str, Any]:
    """All of it, as values for a JSON file. `held` is the enquirer's own copy (`disclosure.everything`)."""
    return {
        "reference": enquiry.reference,
        "held": disclosure.everything(enquiry),
        "handling": {
            **{name: getattr(enquiry, name) for name in HANDLING},
            "owner": _name(enquiry.owner),
            "team": enquiry.team and enquiry.team.name,
            "guide": enquiry.guide and enquiry.guide.title,
        },
        "history": [dict(zip(HISTORY, line, strict=True)) for line in history(enquiry)],
        "drafts_of_replies": list(
            enquiry.reply_drafts.values("subject", "body", "cc", "saved_at", by=F("person__username"))
        ),
        "files_left_out": [file.name for file in _files(enquiry) if not verdicts.may_leave(file)],
    }


def history(enquiry: Enquiry) -> list[tuple[Any, ...]]:
    """The lines of its history in their order: `HISTORY` of each, notes and replies among them."""
    events: QuerySet[Event] = enquiry.events.select_related("by").prefetch_related(
        Prefetch("attachments", Attachment.objects.defer("content"))
    )
    return [
        (event.kind, event.at, _name(event.by), event.words, [file.name for file in event.attachments.all()])
        for event in events
    ]


def _name(user: Any) -> str:
    return user.get_username() if user else ""


def _files(enquiry: Enquiry) -> list[CV | Attachment]:
    return [*CV.objects.defer("content").filter(enquiry=enquiry), *enquiry.attachments.defer("content")]
