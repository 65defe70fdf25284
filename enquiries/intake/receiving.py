"""Receiving an enquiry: stored with everything that belongs to it, or not at all."""

import hashlib
import json
import re
from datetime import timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models.functions import Now

from articles.lib import databases
from articles.models import Article
from articles.public import addresses
from enquiries import history, search, wordings, working_hours
from enquiries.consents import verbs as consents
from enquiries.intake import pending_cvs, routing
from enquiries.intake.cvs import UploadedCV
from enquiries.models import CV, Enquiry, Event, ReplyBy, Role, State, Wording
from enquiries.notices import writing

SENT_AGAIN_WITHIN = timedelta(days=1)
GUIDE_PATH = re.compile(r"/guides/(?P<slug>[-a-zA-Z0-9_]+)/")


def receive(
    answers: dict[str, Any],
    *,
    token: str,
    cv: UploadedCV | None = None,
    browser: str = "",
    spam_reasons: list[str] | None = None,
    unacknowledged: str = "",
    is_synthetic: bool = False,
) -> tuple[Enquiry, bool]:
    """Stores the enquiry that valid form `answers` describe, with its CV, its first event and its notices.

    Returns it, and whether it was created: however often the same form arrives, by double click, reload or in parallel,
    it is one enquiry, and so is one that `browser`, which is a secret of the visitor's, sends again unchanged within a
    day; a form that was changed in between is another. `unacknowledged` says why its sender is not written to, and empty
    that they are. Raises `DatabaseError` when nothing could be stored.
    """
    fingerprint = _fingerprint(token, answers, cv)
    sent_as = _fingerprint(browser, answers, cv) if browser else ""
    if existing := _sent_before(fingerprint, sent_as):
        return existing, False
    try:
        with transaction.atomic():
            enquiry = _store(answers, fingerprint, sent_as, token, cv, spam_reasons or [], unacknowledged, is_synthetic)
            return enquiry, True
    except IntegrityError:
        return Enquiry.objects.get(token=fingerprint), False  # a copy of the form was faster; any other breach raises


def guide_at(path: str) -> Article | None:
    """The guide that a path of this site leads to, now or before its address changed; any text may come in."""
    match = GUIDE_PATH.match(path)
    revision = addresses.last_at(match["slug"]) if match else None
    return revision.article if revision else None


def guide_number_at(path: str) -> int | None:
    """The number of that guide alone."""
    match = GUIDE_PATH.match(path)
    return addresses.last_number_at(match["slug"]) if match else None


def columns(answers: dict[str, Any]) -> dict[str, str]:
    """The answers of a valid form as they are stored."""
    said = {name: str(answers.get(name) or "") for name in Enquiry.ANSWERS}
    return said | {"reply_by": said["reply_by"] or ReplyBy.EMAIL}


def keep_cv(enquiry: Enquiry, cv: UploadedCV) -> CV:
    """Stores the CV with an enquiry that has none."""
    return CV.objects.create(
        enquiry=enquiry,
        name=cv.name,
        content_type=cv.content_type,
        content=cv.content,
        size=len(cv.content),
        scan=cv.scan,
    )


def _store(
    answers: dict[str, Any],
    fingerprint: str,
    sent_as: str,
    token: str,
    cv: UploadedCV | None,
    spam_reasons: list[str],
    unacknowledged: str,
    synthetic: bool,
) -> Enquiry:
    guide = guide_at(answers["from"])
    # Neither spam nor a test of ours takes anybody's turn.
    send = routing.route if spam_reasons or synthetic else routing.give
    destination = send(answers["role"], guide)
    enquiry = Enquiry.objects.create(
        **columns(answers),
        token=fingerprint,
        sent_as=sent_as,
        guide=guide,
        source_path=answers["from"],
        privacy_wording=wordings.current(Wording.Kind.PRIVACY),
        marketing_wording=wordings.current(Wording.Kind.MARKETING) if answers.get("marketing") else None,
        owner=destination.owner,
        team=destination.team,
        state=State.SPAM if spam_reasons else State.NEW,
        spam_reasons=spam_reasons,
        was_suspected=bool(spam_reasons),
        is_synthetic=synthetic,
        reply_due_at=working_hours.promised_from(databases.now(), destination.team),
    )
    enquiry.refresh_from_db()
    if cv is None and enquiry.role == Role.CANDIDATE:
        cv = pending_cvs.find(token)
    if cv:
        keep_cv(enquiry, cv)
    pending_cvs.drop(token)
    search.index(enquiry)
    consents.note(enquiry)
    history.record(
        enquiry, Event.Kind.RECEIVED, words=f"No acknowledgement was sent. {unacknowledged}" if unacknowledged else ""
    )
    if spam_reasons:
        history.record(enquiry, Event.Kind.QUARANTINED, words=" ".join(spam_reasons))
    if not unacknowledged:
        writing.acknowledge(enquiry)
    writing.alert(enquiry)
    return enquiry


def _sent_before(fingerprint: str, sent_as: str) -> Enquiry | None:
    """Two queries: of one with an "or" and an order, PostgreSQL would read every enquiry."""
    if existing := Enquiry.objects.filter(token=fingerprint).first():
        return existing
    recent = Enquiry.objects.filter(received_at__gt=Now() - SENT_AGAIN_WITHIN)
    return recent.filter(sent_as=sent_as).order_by("pk").first() if sent_as else None


def _fingerprint(token: str, answers: dict[str, Any], cv: UploadedCV | None) -> str:
    told = {name: str(answers.get(name) or "") for name in (*Enquiry.ANSWERS, "from", "marketing")}
    told["cv"] = hashlib.sha256(cv.content).hexdigest() if cv else ""
    return hashlib.sha256(json.dumps([token, told], sort_keys=True).encode()).hexdigest()
