"""How long personal data is kept, and what keeps it longer."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from enquiries import history
from enquiries.locking import NotAllowed, lock
from enquiries.models import Enquiry, Event, Retention, State

MAX_REASON = 200


def set_erase_date(enquiry: Enquiry) -> None:
    """Sets the erase date by the most specific rule: role and outcome, role, outcome, neither.

    Later rules change no date.
    """
    rules = Retention.objects.filter(role__in=["", enquiry.role], outcome__in=["", enquiry.outcome])
    rule = max(rules, key=lambda rule: (bool(rule.role), bool(rule.outcome)))
    enquiry.erase_on = timezone.localdate() + timedelta(days=rule.days)
    enquiry.save(update_fields=["erase_on"])


@transaction.atomic
def hold(enquiry: Enquiry, reason: str, by: Any) -> None:
    """Keeps the enquiry from being erased, whatever its date, until the hold is lifted."""
    lock(enquiry)
    if enquiry.state == State.ERASED:
        raise NotAllowed("There is nothing left to keep: it is erased.")
    if not 0 < len(reason.strip()) <= MAX_REASON:
        raise NotAllowed(f"Say in up to {MAX_REASON} characters why it must not be erased.")
    if enquiry.hold_reason and history.has_just(enquiry, Event.Kind.HELD, by=by, words=reason.strip()):
        return
    enquiry.hold_reason = reason.strip()
    enquiry.save(update_fields=["hold_reason"])
    history.record(enquiry, Event.Kind.HELD, by=by, words=enquiry.hold_reason)


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
    enquiry.hold_reason = ""
    enquiry.save(update_fields=["hold_reason"])
    history.record(enquiry, Event.Kind.UNHELD, by=by)


def date_quarantined() -> None:
    """Sets the date of what is in quarantine; nobody closes that."""
    for enquiry in Enquiry.objects.filter(state=State.SPAM, erase_on=None):
        set_erase_date(enquiry)
