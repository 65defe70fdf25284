"""Taking down an enquiry that reached one of us instead of the form: by phone, at a fair, in a message elsewhere."""

from datetime import datetime
from typing import Any, NamedTuple

from django.db import IntegrityError, transaction

from enquiries import history, search, wordings, working_hours
from enquiries.consents import verbs as consents
from enquiries.intake import pending_cvs, receiving, routing
from enquiries.intake.cvs import UploadedCV
from enquiries.models import Enquiry, Event, Role, Source, State, Team, Wording
from enquiries.notices import writing
from enquiries.teams import name_of


class Coming(NamedTuple):
    """How it reached us, when, and whether they are to get an acknowledgement by e-mail."""

    source: Source
    at: datetime
    is_acknowledged: bool = False


def enter(
    answers: dict[str, Any],
    coming: Coming,
    by: Any,
    *,
    token: str,
    to: Any = None,
    cv: UploadedCV | None = None,
) -> tuple[Enquiry, bool]:
    """Stores the enquiry that valid form `answers` describe, with its CV, its history and its notices.

    Returns it, and whether it was created: one form is one enquiry, however often it is sent. It goes to the person or the
    team in `to`, and is taken by `by` without one. It is never held as spam, since one of us spoke with them; its reply
    is promised from the moment when it came.
    """
    key = f"by hand {token}"
    if existing := Enquiry.objects.filter(token=key).first():
        return existing, False
    try:
        with transaction.atomic():
            return _store(answers, coming, by, key, token, to or by, cv), True
    except IntegrityError:
        return Enquiry.objects.get(token=key), False  # a copy of the form was faster; any other breach raises


def unstored(answers: dict[str, Any]) -> Enquiry:
    """The enquiry as it would be, to look for others like it."""
    return Enquiry(**receiving.columns(answers))


def _store(
    answers: dict[str, Any], coming: Coming, by: Any, key: str, token: str, to: Any, cv: UploadedCV | None
) -> Enquiry:
    guide = receiving.guide_at(answers["from"])
    team = to if isinstance(to, Team) else routing.route(answers["role"], guide).team
    enquiry = Enquiry.objects.create(
        **receiving.columns(answers),
        token=key,
        guide=guide,
        source_path=answers["from"],
        source=coming.source,
        privacy_wording=wordings.current(Wording.Kind.PRIVACY),
        marketing_wording=wordings.current(Wording.Kind.MARKETING) if answers.get("marketing") else None,
        owner=None if to == team else to,
        team=team,
        state=State.OPEN if to == by else State.NEW,
        was_suspected=False,
        received_at=coming.at,
        reply_due_at=working_hours.promised_from(coming.at, team),
    )
    enquiry.refresh_from_db()
    cv = cv or (pending_cvs.find(token) if enquiry.role == Role.CANDIDATE else None)
    if cv:
        receiving.keep_cv(enquiry, cv)
    pending_cvs.drop(token)
    search.index(enquiry)
    consents.note(enquiry)
    _tell(enquiry, coming, by, to)
    return enquiry


def _tell(enquiry: Enquiry, coming: Coming, by: Any, to: Any) -> None:
    """The history, and whoever is to know."""
    how = f"Entered by hand, from {coming.source.label}."
    history.record(enquiry, Event.Kind.RECEIVED, by=by, words=how)
    if enquiry.marketing_wording:
        words = f"{enquiry.marketing_wording}: “{enquiry.marketing_wording.text}” They said so to the person who entered it."
        history.record(enquiry, Event.Kind.CONSENTED, by=by, words=words)
    if to == by:
        history.record(enquiry, Event.Kind.TAKEN, by=by)
    else:
        history.record(enquiry, Event.Kind.ASSIGNED, by=by, words=f"To {name_of(to)}.")
        writing.alert(enquiry)
    if coming.is_acknowledged:
        writing.acknowledge(enquiry)
