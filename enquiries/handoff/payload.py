"""What a receiver is told: docs/handoff.schema.json says what each part means, and a test holds the two together."""

from typing import Any

from django.utils import timezone

from articles.lib.people import name_of
from articles.lib.urls import absolute
from enquiries import answers
from enquiries.consents import verbs as consents
from enquiries.handoff import files
from enquiries.models import Enquiry, Handoff
from enquiries.models.handoff import ERASED, TEST


def told(handoff: Handoff) -> dict[str, Any]:
    """The whole of what leaves, as values for JSON."""
    at = handoff.event.at if handoff.event else timezone.now()
    return {
        "type": TEST if handoff.happening == TEST else f"enquiry.{handoff.happening}",
        "timestamp": at.isoformat(),
        "data": _data(handoff),
    }


def enquiry(enquiry: Enquiry, handoff: Handoff | None = None) -> dict[str, Any]:
    """The enquiry as it stands; with links to its files where it leaves as a hand-off to somebody who may have them."""
    links = handoff if handoff and handoff.receiver.with_files else None
    return {
        "reference": enquiry.reference,
        "ats_reference": enquiry.ats_reference,
        "state": enquiry.state,
        "outcome": enquiry.outcome,
        "received_at": enquiry.received_at.isoformat(),
        "first_replied_at": enquiry.first_replied_at and enquiry.first_replied_at.isoformat(),
        "closed_at": enquiry.closed_at and enquiry.closed_at.isoformat(),
        "source": {"value": enquiry.source, "words": enquiry.get_source_display()},
        "came_from": enquiry.source_path,
        "guide": _guide(enquiry),
        "owner": enquiry.owner and {"name": name_of(enquiry.owner), "email": enquiry.owner.email},
        "team": enquiry.team and enquiry.team.name,
        "answers": _answers(enquiry),
        "consent": _consent(enquiry),
        "files": [_file(file, links) for file in files.of(enquiry)],
    }


def _data(handoff: Any) -> dict[str, Any]:
    if handoff.happening == TEST:
        return {"message": "This is a test. Nothing has happened to any enquiry."}
    if handoff.happening == ERASED:
        return {"event_id": handoff.event_id, "enquiry": {"reference": handoff.enquiry.reference}}
    return {"event_id": handoff.event_id, "enquiry": enquiry(handoff.enquiry, handoff)}


def _answers(enquiry: Enquiry) -> list[dict[str, str]]:
    return [
        {"name": name, "label": label, "value": getattr(enquiry, name), "words": words}
        for name in Enquiry.ANSWERS
        for label, words in answers.in_words(enquiry, [name])
    ]


def _guide(enquiry: Enquiry) -> dict[str, Any] | None:
    if enquiry.guide is None:
        return None
    live = enquiry.guide.revisions.published().defer("stored").first()
    return {
        "title": live.title if live else enquiry.guide.title,
        "url": absolute(live.get_absolute_url()) if live else None,
    }


def _consent(enquiry: Enquiry) -> dict[str, Any]:
    """To which words they agreed, and when; nothing of news while their address gets none."""
    privacy = enquiry.privacy_wording
    given = enquiry.consents.given().select_related("wording").first() if consents.hears_from_us(enquiry) else None
    return {
        "privacy": privacy
        and {
            "version": privacy.version,
            "text": privacy.text,
            "at": enquiry.received_at.isoformat(),
        },
        "marketing": given
        and {"version": given.wording.version, "text": given.wording.text, "at": given.given_at.isoformat()},
    }


def _file(file: files.Sent, handoff: Handoff | None) -> dict[str, Any]:
    return {
        "kind": "cv" if file.number == files.IS_CV else "other",
        "name": file.name,
        "content_type": file.content_type,
        "size": file.size,
        "scan": str(file.scan),
        "url": files.link(handoff, file.number) if handoff else None,
        "url_ends_at": (timezone.now() + files.LIFETIME).isoformat() if handoff else None,
    }
