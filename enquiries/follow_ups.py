"""The day on which to come back to an enquiry: until then it stands on none of the tabs for daily work.

Only the list forgets it. What was promised a reply and has had none is reminded of, and is overdue, all the same.
"""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from articles.lib.days import in_words
from enquiries import history
from enquiries.locking import NotAllowed, lock
from enquiries.models import Enquiry, Event

NOT_IN_HAND = "Only an enquiry that somebody works on can be followed up: not one that is closed, spam or restricted."
CLEARED = "Not followed up on a certain day any more."


@transaction.atomic
def follow_up(enquiry: Enquiry, on: date | None, by: Any) -> None:
    """Puts the enquiry aside until the day `on`, by the calendar of the agency; without one it is at hand again.

    Raises `NotAllowed` for what nobody works on.
    """
    lock(enquiry)
    if enquiry.follow_up_on == on:
        return
    if on and (not enquiry.is_in_hand or enquiry.is_restricted):
        raise NotAllowed(NOT_IN_HAND)
    _set(enquiry, on)
    history.record(enquiry, Event.Kind.FOLLOW_UP, by=by, words=f"On {in_words(on)}." if on else CLEARED)


def clear(enquiry: Enquiry) -> None:
    """Brings the enquiry back at once. Call it with the enquiry locked, when the enquirer has written, or when it is
    passed on, closed or put aside for good; the line in the history about that says enough."""
    _set(enquiry, None)


def settle(enquiry: Enquiry) -> None:
    """Takes the enquiry off the top, if its day has come. Call it with the enquiry locked, when we have answered."""
    if enquiry.follow_up_on and enquiry.follow_up_on <= timezone.localdate():
        _set(enquiry, None)


def _set(enquiry: Enquiry, on: date | None) -> None:
    if enquiry.follow_up_on != on:
        enquiry.follow_up_on = on
        enquiry.save(update_fields=["follow_up_on"])
