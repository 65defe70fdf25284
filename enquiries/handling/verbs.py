"""The verbs of handling: what staff do with an enquiry.

Each locks the row, writes, and adds its line to the history.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models.functions import Now
from django.utils import timezone

from articles.lib.days import moment_in_words
from enquiries import follow_ups, history, working_hours
from enquiries.intake import routing
from enquiries.locking import NotAllowed, lock
from enquiries.models import Channel, Enquiry, Event, Outcome, State, Team
from enquiries.notices import replies, writing
from enquiries.notices.sending import NEVER_HELD
from enquiries.privacy import applications, retention
from enquiries.teams import name_of

NOT_IN_HAND = {
    State.CLOSED: "This enquiry is closed. Reopen it first.",
    State.SPAM: "This enquiry is held as suspected spam. Release it first.",
    State.ERASED: "This enquiry has been erased.",
}
HOW = {
    Channel.EMAIL: "By e-mail",
    Channel.PHONE: "By phone",
    Channel.IN_PERSON: "In person",
    Channel.OTHER: "Another way",
}
RESTRICTED = (
    "The enquirer asked us not to use their data. Whoever looks after data protection can lift the restriction."
)


@transaction.atomic
def take(enquiry: Enquiry, by: Any) -> None:
    """Makes `by` the owner; of two who try at once, the second is refused."""
    _lock_in_hand(enquiry)
    if enquiry.state != State.NEW and enquiry.owner == by:
        return
    if enquiry.state != State.NEW and enquiry.owner:
        raise NotAllowed(f"{name_of(enquiry.owner)} has already taken this enquiry.")
    enquiry.owner = by
    if enquiry.state == State.NEW:
        enquiry.state = State.OPEN
    enquiry.save(update_fields=["owner", "state"])
    history.record(enquiry, Event.Kind.TAKEN, by=by)


@transaction.atomic
def assign(enquiry: Enquiry, to: Any, by: Any, reason: str = "") -> None:
    """Passes the enquiry to a person or a team, and tells them by whom and why.

    A team's is new again until one of its people takes it.
    """
    _lock_in_hand(enquiry)
    owner, team = (None, to) if isinstance(to, Team) else (to, enquiry.team)
    words = _lines(f"To {name_of(to)}.", reason)
    if (enquiry.owner, enquiry.team) == (owner, team):
        if history.has_just(enquiry, Event.Kind.ASSIGNED, by=by, words=words):
            return
        raise NotAllowed(f"This enquiry is already with {name_of(to)}.")
    enquiry.owner, enquiry.team = owner, team
    if enquiry.state == State.OPEN and owner is None:
        enquiry.state = State.NEW
    enquiry.save(update_fields=["owner", "team", "state"])
    follow_ups.clear(enquiry)
    history.record(enquiry, Event.Kind.ASSIGNED, by=by, words=words)
    if to != by:
        writing.pass_on(enquiry, by=name_of(by), reason=reason)


@transaction.atomic
def note(enquiry: Enquiry, words: str, by: Any) -> None:
    """Adds a note for colleagues; the enquirer does not see it."""
    lock(enquiry)
    if enquiry.state == State.ERASED:
        raise NotAllowed(NOT_IN_HAND[State.ERASED])
    if not history.has_just(enquiry, Event.Kind.NOTED, by=by, words=words):
        history.record(enquiry, Event.Kind.NOTED, by=by, words=words)


@transaction.atomic
def reply(
    enquiry: Enquiry,
    subject: str,
    body: str,
    by: Any,
    *,
    replies_seen: int | None = None,
    cc: Sequence[str] = (),
    files: Iterable[Any] = (),
) -> None:
    """Sends a reply with its files, copies of it to `cc`, and owns the enquiry if nobody does.

    `replies_seen` is how many replies the writer knew of: a reply after a colleague's is then refused instead of sent,
    and one's own, sent again, stays sent once.
    """
    _lock_in_hand(enquiry)
    if not _was_sent_already(enquiry, replies.in_words(subject, body, cc), by, replies_seen):
        replies.send(enquiry, subject, body, by, cc=cc, files=files)


@transaction.atomic
def schedule(
    enquiry: Enquiry,
    subject: str,
    body: str,
    by: Any,
    *,
    at: datetime,
    replies_seen: int | None = None,
    cc: Sequence[str] = (),
    files: Iterable[Any] = (),
) -> None:
    """Keeps a reply until a moment that is to come; until it leaves, the enquiry is unanswered."""
    _lock_in_hand(enquiry)
    words = replies.scheduled_words(subject, body, cc, at)
    if history.has_just(enquiry, Event.Kind.SCHEDULED, by=by, words=words):
        return
    _was_sent_already(enquiry, replies.in_words(subject, body, cc), by, replies_seen)
    if at <= timezone.now():
        raise NotAllowed("The time at which it was to leave has passed. Choose a later one.")
    enquiry.owner = enquiry.owner or by
    enquiry.state = State.OPEN if enquiry.state == State.NEW else enquiry.state
    enquiry.save(update_fields=["owner", "state"])
    replies.schedule(enquiry, subject, body, by, at=at, cc=cc, files=files)


@transaction.atomic
def answer_elsewhere(enquiry: Enquiry, channel: str, by: Any, *, at: datetime | None = None, words: str = "") -> None:
    """Takes down that somebody spoke with the enquirer, now or at a moment that is over, and counts it as a reply.

    A call that reached nobody is no answer: that is a note.
    """
    lock(enquiry)
    how = HOW[Channel(channel)]
    told = _lines(f"{how} on {moment_in_words(at)}." if at else f"{how}.", words)
    if history.has_just(enquiry, Event.Kind.ANSWERED, by=by, words=told):
        return
    _check_in_hand(enquiry)
    if at and not _minute(enquiry.received_at) <= at <= timezone.now():
        raise NotAllowed("An answer can be neither before the enquiry came nor still to come.")
    replies.count(enquiry, by, Channel(channel), at and max(at, enquiry.received_at))
    history.record(enquiry, Event.Kind.ANSWERED, by=by, words=told)


def replies_sent(enquiry: Enquiry) -> int:
    return replies.replies_sent(enquiry)


def _was_sent_already(enquiry: Enquiry, words: str, by: Any, replies_seen: int | None) -> bool:
    """Whether these very words were. Raises `NotAllowed` when the writer does not know of the last reply."""
    if replies_seen in (None, replies_sent(enquiry)):
        return False
    last = enquiry.events.filter(kind=Event.Kind.REPLIED).last()
    if last and (last.by, last.words) == (by, words):
        return True
    raise NotAllowed("Another reply has just been sent. Read it in the history before you send yours.")


@transaction.atomic
def close(enquiry: Enquiry, outcome: str, by: Any, words: str = "") -> None:
    """Ends the work with an outcome, which decides when the personal data is erased."""
    lock(enquiry)
    told = _lines(Outcome(outcome).label, words)
    if enquiry.state == State.CLOSED and history.has_just(enquiry, Event.Kind.CLOSED, by=by, words=told):
        return
    _check_in_hand(enquiry)
    replies.take_back_all(enquiry, "The enquiry was closed.", by)
    enquiry.outcome = Outcome(outcome)
    enquiry.state, enquiry.closed_at = State.CLOSED, Now()
    enquiry.save(update_fields=["outcome", "state", "closed_at"])
    follow_ups.clear(enquiry)
    retention.set_erase_date(enquiry)
    history.record(enquiry, Event.Kind.CLOSED, by=by, words=told)


@transaction.atomic
def reopen(enquiry: Enquiry, by: Any) -> None:
    """Takes up a closed enquiry again, with the owner it had."""
    lock(enquiry)
    if enquiry.is_in_hand and history.has_just(enquiry, Event.Kind.REOPENED, by=by):
        return
    _check_unrestricted(enquiry)
    if enquiry.state != State.CLOSED:
        raise NotAllowed("This enquiry is not closed.")
    enquiry.state = State.OPEN if enquiry.owner else State.NEW
    enquiry.outcome, enquiry.closed_at, enquiry.erase_on = "", None, None
    enquiry.save(update_fields=["state", "outcome", "closed_at", "erase_on"])
    applications.resume_service(enquiry)
    history.record(enquiry, Event.Kind.REOPENED, by=by)


@transaction.atomic
def mark_spam(enquiry: Enquiry, by: Any) -> None:
    """Puts the enquiry aside; what is still to be sent is held, but for answers to requests about data."""
    lock(enquiry)
    if enquiry.state == State.SPAM and history.has_just(enquiry, Event.Kind.MARKED_SPAM, by=by):
        return
    _check_in_hand(enquiry)
    replies.take_back_all(enquiry, "The enquiry was marked as spam.", by)
    enquiry.state = State.SPAM
    enquiry.save(update_fields=["state"])
    follow_ups.clear(enquiry)
    retention.set_erase_date(enquiry)
    enquiry.notices.filter(sent_at=None).exclude(kind__in=NEVER_HELD).update(is_held=True)
    history.record(enquiry, Event.Kind.MARKED_SPAM, by=by)


@transaction.atomic
def release(enquiry: Enquiry, by: Any) -> None:
    """Treats suspected spam as a new enquiry after all: it is promised a reply from now on, and what was held is sent."""
    lock(enquiry)
    if enquiry.is_in_hand and history.has_just(enquiry, Event.Kind.RELEASED, by=by):
        return
    _check_unrestricted(enquiry)
    if enquiry.state != State.SPAM:
        raise NotAllowed("This enquiry is not held as spam.")
    enquiry.owner = enquiry.owner or _given(enquiry)
    enquiry.state, enquiry.erase_on = State.NEW, None
    enquiry.reply_due_at = working_hours.promised_from(timezone.now(), enquiry.team)
    enquiry.save(update_fields=["owner", "state", "erase_on", "reply_due_at"])
    writing.release(enquiry)
    history.record(enquiry, Event.Kind.RELEASED, by=by)


def _minute(moment: datetime) -> datetime:
    """People enter no seconds."""
    return moment.replace(second=0, microsecond=0)


def _given(enquiry: Enquiry) -> Any:
    """Whom the rules give it to in its team, as they would have if it had not been suspected."""
    destination = routing.give(enquiry.role, enquiry.guide)
    return destination.owner if destination.team == enquiry.team else None


def _lock_in_hand(enquiry: Enquiry) -> None:
    lock(enquiry)
    _check_in_hand(enquiry)


def _check_unrestricted(enquiry: Enquiry) -> None:
    if enquiry.is_restricted:
        raise NotAllowed(RESTRICTED)


def _check_in_hand(enquiry: Enquiry) -> None:
    _check_unrestricted(enquiry)
    if not enquiry.is_in_hand:
        raise NotAllowed(NOT_IN_HAND[State(enquiry.state)])


def _lines(*texts: str) -> str:
    return "\n".join(filter(None, texts))
