"""What the enquirer's side says after the enquiry, by mail or on their own page, and what that does to the enquiry."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models.functions import Now
from django.utils import timezone

from enquiries import follow_ups, history
from enquiries.inbound import files
from enquiries.inbound.files import NO_FILES, Checked
from enquiries.locking import NotAllowed, lock
from enquiries.models import Enquiry, Event, Outcome, State
from enquiries.notices import replies, writing
from enquiries.teams import name_of

HOUR = timedelta(hours=1)
MOST_AN_HOUR = 20  # of one enquiry; two machines that answer each other write more
SAID_TWICE_WITHIN = timedelta(minutes=10)
# Whoever writes later than that begins something new: what was said then may be erased any day.
REOPENED_WITHIN = timedelta(days=90)
FROM_THEIR_SIDE = (Event.Kind.WROTE, Event.Kind.AUTO_REPLIED)
ERASED = "It answers an enquiry that has been erased."
LONG_CLOSED = "It answers an enquiry that was closed long ago ({reference})."
TOO_MANY = "More than {most} mails came to this enquiry within an hour ({reference})."
TOO_MANY_ON_THE_PAGE = "You have sent us many messages within an hour. Please wait a little, or call us."


@transaction.atomic
def wrote(enquiry: Enquiry, words: str, checked: Checked = NO_FILES, *, by_hand: bool = False) -> Event:
    """Adds what the enquirer wrote to the history, with the files that are kept; takes the enquiry up again, and tells
    whoever has it.

    Suspected spam stays that, and what may not be used stays unused; an enquiry that they withdrew stays closed.
    `by_hand`: somebody says that it belongs here. Raises `NotAllowed` for an erased enquiry, and unless somebody says so
    for one that was closed long ago, and for too many within an hour.
    """
    lock(enquiry)
    if obstacle := why_not(enquiry, by_hand=by_hand):
        raise NotAllowed(obstacle)
    said = "\n\n".join(filter(None, (words, checked.sentence())))
    event = history.record(enquiry, Event.Kind.WROTE, words=said)
    files.attach(event, checked)
    _take_up(enquiry)
    taken_back = replies.take_back_all(enquiry, "The enquirer wrote first.")
    writing.tell_of_words(enquiry, said, [one.name for one in checked.kept], taken_back=list(map(name_of, taken_back)))
    return event


@transaction.atomic
def wrote_on_their_page(enquiry: Enquiry, words: str, checked: Checked) -> None:
    """The same on the enquirer's own page, where a button may be pressed twice."""
    lock(enquiry)
    said = "\n\n".join(filter(None, (words, checked.sentence())))
    just = enquiry.events.filter(kind=Event.Kind.WROTE, at__gt=Now() - SAID_TWICE_WITHIN, words=said)
    if just.exists():
        return
    if _is_too_much(enquiry):
        raise NotAllowed(TOO_MANY_ON_THE_PAGE)
    wrote(enquiry, words, checked)


@transaction.atomic
def auto_replied(enquiry: Enquiry, words: str) -> Event | None:
    """A line that a machine on the enquirer's side answered; it changes nothing, and nobody is told.

    None where the history takes no more of it.
    """
    lock(enquiry)
    if enquiry.state == State.ERASED or _is_too_much(enquiry):
        return None
    return history.record(enquiry, Event.Kind.AUTO_REPLIED, words=words)


def may_write(enquiry: Enquiry) -> bool:
    """Whether the enquirer's own page offers to write."""
    return not is_long_closed(enquiry)


def why_not(enquiry: Enquiry, *, by_hand: bool = False) -> str:
    """Why nothing can be added to a locked enquiry, for staff; empty when it can."""
    if enquiry.state == State.ERASED:
        return ERASED
    if by_hand:
        return ""
    if is_long_closed(enquiry):
        return LONG_CLOSED.format(reference=enquiry.reference)
    return TOO_MANY.format(most=MOST_AN_HOUR, reference=enquiry.reference) if _is_too_much(enquiry) else ""


def is_long_closed(enquiry: Enquiry) -> bool:
    closed_at: Any = enquiry.closed_at
    return enquiry.state == State.CLOSED and bool(closed_at) and timezone.now() - closed_at > REOPENED_WITHIN


def _is_too_much(enquiry: Enquiry) -> bool:
    lately = enquiry.events.filter(kind__in=FROM_THEIR_SIDE, at__gt=Now() - HOUR)
    return lately.count() >= MOST_AN_HOUR


def _take_up(enquiry: Enquiry) -> None:
    """What waited for the enquirer, or was closed, is to be worked on again; a day for following it up is settled."""
    if enquiry.is_restricted or enquiry.state == State.SPAM or enquiry.outcome == Outcome.WITHDRAWN:
        return
    was_closed = enquiry.state == State.CLOSED
    if was_closed or enquiry.state == State.WAITING:
        enquiry.state = State.OPEN if enquiry.owner else State.NEW
    if was_closed:
        enquiry.outcome, enquiry.closed_at, enquiry.erase_on = "", None, None
        history.record(enquiry, Event.Kind.REOPENED)
    enquiry.save(update_fields=["state", "outcome", "closed_at", "erase_on"])
    follow_ups.clear(enquiry)
