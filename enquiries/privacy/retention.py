"""How long personal data is kept, and what keeps it longer."""

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models.functions import Now, TruncDate
from django.utils import timezone

from articles.lib.days import in_words
from enquiries import history
from enquiries.locking import NotAllowed, lock
from enquiries.models import Enquiry, Event, Retention, State
from enquiries.privacy import applications, restriction

MAX_REASON = 200


def set_erase_date(enquiry: Enquiry) -> None:
    """Sets the erase date by the most specific rule: role and outcome, role, outcome, neither; of an application no
    earlier than the law allows.

    Later rules change no date.
    """
    applications.end_service(enquiry)
    kept = kept_for(enquiry.role, enquiry.outcome)
    enquiry.erase_on = applications.not_before(enquiry, timezone.localdate() + kept)
    enquiry.save(update_fields=["erase_on"])


def kept_for(role: str, outcome: str = "") -> timedelta:
    """How long the most specific rule keeps an enquiry once it is closed."""
    rules = Retention.objects.filter(role__in=["", role], outcome__in=["", outcome])
    return timedelta(days=max(rules, key=lambda rule: (bool(rule.role), bool(rule.outcome))).days)


@transaction.atomic
def hold(enquiry: Enquiry, reason: str, by: Any, until: date | None = None) -> None:
    """Keeps the enquiry from being erased, whatever its date, up to the day `until`, or until the hold is lifted."""
    lock(enquiry)
    reason = reason.strip()
    if enquiry.state == State.ERASED:
        raise NotAllowed("There is nothing left to keep: it is erased.")
    if not 0 < len(reason) <= MAX_REASON:
        raise NotAllowed(f"Say in up to {MAX_REASON} characters why it must not be erased.")
    if until and until < timezone.localdate():
        raise NotAllowed("This day is over. Choose the last day of the hold.")
    words = f"{reason}\nUntil {in_words(until)}." if until else reason
    if enquiry.hold_reason and history.has_just(enquiry, Event.Kind.HELD, by=by, words=words):
        return
    enquiry.hold_reason, enquiry.hold_until = reason, until
    enquiry.save(update_fields=["hold_reason", "hold_until"])
    history.record(enquiry, Event.Kind.HELD, by=by, words=words)


@transaction.atomic
def unhold(enquiry: Enquiry, by: Any) -> None:
    """Lifts the hold; the erase date applies again."""
    lock(enquiry)
    if not enquiry.hold_reason and history.has_just(enquiry, Event.Kind.UNHELD, by=by):
        return
    if not enquiry.hold_reason:
        raise NotAllowed("It is not on hold.")
    if enquiry.is_restricted:
        raise NotAllowed("Its use is restricted, as the enquirer asked. Lift the restriction instead.")
    _lift(enquiry, by=by)


def lift_ended() -> int:
    """Lifts the holds whose last day is over, and returns how many. A restriction goes on without its hold."""
    ended = Enquiry.objects.filter(hold_until__lt=TruncDate(Now()))
    lifted = 0
    for key in list(ended.values_list("pk", flat=True)):
        with transaction.atomic():
            if enquiry := ended.select_for_update().filter(pk=key).first():
                lock(enquiry)
                _lift(enquiry, words=f"Its last day was {enquiry.hold_until:%d/%m/%Y}.")
                lifted += 1
    return lifted


def _lift(enquiry: Enquiry, *, by: Any = None, words: str = "") -> None:
    enquiry.hold_reason, enquiry.hold_until = restriction.HOLD if enquiry.is_restricted else "", None
    enquiry.save(update_fields=["hold_reason", "hold_until"])
    history.record(enquiry, Event.Kind.UNHELD, by=by, words=words)


def date_quarantined() -> None:
    """Sets the date of what is in quarantine; nobody closes that."""
    for enquiry in Enquiry.objects.filter(state=State.SPAM, erase_on=None):
        set_erase_date(enquiry)
