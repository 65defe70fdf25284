"""Enquiries that became applications, whose records the law obliges an agency to keep.

The Conduct of Employment Agencies and Employment Businesses Regulations 2003, regulation 29, and of what is kept the
schedules 4 (work-seekers) and 5 (hirers). Where it obliges us, nobody has a right to erasure: UK GDPR, article 17(3)(b).
"""

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from articles.lib.days import in_words
from enquiries import history
from enquiries.consents import verbs as consents
from enquiries.locking import NotAllowed, lock
from enquiries.models import Enquiry, Event, State, Suppression

REGULATION = "regulation 29 of the Conduct of Employment Agencies and Employment Businesses Regulations 2003"
LAW = (
    "The law obliges us to keep the records of applications “for at least one year from the date of their creation” and "
    f"“at least one year after the date on which” we last provide services ({REGULATION}). "
    "The right to erasure does not reach what we must keep (UK GDPR, article 17(3)(b))."
)
# Neither schedule asks for these. The consent to news and the questions proposed for guides go with them.
NOT_ASKED_FOR = ("reply_when", "source_path")
ERASED_NOW = (
    "What the law does not ask us to keep is erased now: the best time to reach you, the page that you came from, your "
    "consent to hear from us, and that you asked a question for a guide."
)


def until(enquiry: Enquiry, person: str = "you") -> str:
    """How long the law keeps an application, in words that fit after “it is kept”."""
    if enquiry.kept_by_law_until is None:
        return f"for a year after we have last worked for {person}"
    return f"until {in_words(enquiry.kept_by_law_until)}"


def told(enquiry: Enquiry) -> str:
    """Why an application is kept, and until when, for the person."""
    return f"{LAW} We keep it {until(enquiry)}."


def explanation(enquiry: Enquiry) -> str:
    """Why an application is not erased yet, until when, and what is; for the person who asked for it."""
    return f"Your enquiry became an application. {told(enquiry)} {ERASED_NOW}"


@transaction.atomic
def mark(enquiry: Enquiry, last_service_on: date | None, by: Any) -> None:
    """Makes it an application, or sets its last day of service; none while the work for them goes on."""
    lock(enquiry)
    _check(enquiry, last_service_on)
    if enquiry.is_application and enquiry.last_service_on == last_service_on:
        return
    if not last_service_on and not enquiry.is_open:
        last_service_on = _last_day(enquiry)
    enquiry.is_application, enquiry.last_service_on = True, last_service_on
    enquiry.erase_on = _not_before(enquiry, enquiry.erase_on)
    enquiry.save(update_fields=["is_application", "last_service_on", "erase_on"])
    words = f"Last service on {in_words(last_service_on)}." if last_service_on else ""
    history.record(enquiry, Event.Kind.APPLICATION, by=by, words=words)


@transaction.atomic
def unmark(enquiry: Enquiry, reason: str, by: Any) -> None:
    """It was no application after all; the erase date stays as the enquirer saw it."""
    lock(enquiry)
    reason = reason.strip()
    if not enquiry.is_application and history.has_just(enquiry, Event.Kind.NOT_APPLICATION, by=by, words=reason):
        return
    if not enquiry.is_application:
        raise NotAllowed("It is not marked as an application.")
    if not reason:
        raise NotAllowed("Say why it is no application.")
    enquiry.is_application, enquiry.last_service_on = False, None
    enquiry.save(update_fields=["is_application", "last_service_on"])
    history.record(enquiry, Event.Kind.NOT_APPLICATION, by=by, words=reason)


def end_service(enquiry: Enquiry) -> None:
    """The work for them ends with the enquiry, unless it ended before. Call it locked, and before its date is set."""
    if enquiry.is_application:
        enquiry.last_service_on = enquiry.last_service_on or timezone.localdate()
        enquiry.save(update_fields=["last_service_on"])


def resume_service(enquiry: Enquiry) -> None:
    """The work for them goes on. Call it locked."""
    if enquiry.is_application:
        enquiry.last_service_on = None
        enquiry.save(update_fields=["last_service_on"])


def not_before(enquiry: Enquiry, day: date) -> date:
    """The day, or the first one on which an application may be erased."""
    return _not_before(enquiry, day) or day


def erase_the_rest(enquiry: Enquiry) -> None:
    """Erases what the law does not ask us to keep of an application. Call it locked."""
    if enquiry.marketing_wording:
        consents.end(enquiry, Suppression.Reason.WITHDRAWN)
    for field in NOT_ASKED_FOR:
        setattr(enquiry, field, "")
    enquiry.save(update_fields=NOT_ASKED_FOR)
    enquiry.consents.all().delete()
    enquiry.asked_questions.all().delete()


def _not_before(enquiry: Enquiry, day: date | None) -> date | None:
    last = enquiry.kept_by_law_until
    return max(day, last + timedelta(days=1)) if day and last else day


def _last_day(enquiry: Enquiry) -> date:
    return timezone.localdate(enquiry.closed_at or enquiry.received_at)


def _check(enquiry: Enquiry, last_service_on: date | None) -> None:
    if enquiry.state == State.ERASED:
        raise NotAllowed("There is nothing left to keep: it is erased.")
    if enquiry.state == State.SPAM:
        raise NotAllowed("This enquiry is held as suspected spam. Release it first.")
    if enquiry.is_restricted:
        raise NotAllowed("Its use is restricted, as the enquirer asked. Lift the restriction first.")
    if last_service_on and last_service_on > timezone.localdate():
        raise NotAllowed("The last day of service is still to come. Leave it empty while you work for them.")
