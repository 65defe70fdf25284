"""What people do about their own data: correct it, withdraw it, use their rights, complain.

What staff do with a request until it is decided is in `requests`.
"""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models.functions import Now
from django.utils import timezone

from articles.lib import days
from enquiries import follow_ups, history
from enquiries.consents import suppression
from enquiries.consents import verbs as consents
from enquiries.locking import NotAllowed, lock
from enquiries.models import Enquiry, Event, Notice, Outcome, PrivacyRequest, Role, State, Suppression, Team
from enquiries.notices import privacy_mail, replies
from enquiries.notices.sending import ABOUT_REQUESTS, OUTSIDE
from enquiries.privacy import applications, corrections, deadlines, restriction, retention
from enquiries.teams import data_protection_team

# The message stays as it was sent; it is what we were asked.
CORRECTABLE = ("name", "email", "phone", "reply_by", "reply_when")
CORRECTABLE_BY_ROLE = {
    Role.CANDIDATE: ("role_sought", "location", "right_to_work"),
    Role.CLIENT: ("organisation", "role_to_fill", "engagement", "urgency"),
    Role.OTHER: (),
}
# Of these two are the same only in the same words.
WORDS_SAY_WHAT = (PrivacyRequest.Kind.COMPLAINT, PrivacyRequest.Kind.RECTIFICATION, PrivacyRequest.Kind.OBJECTION)
# Each new address gets a mail, so a link in the wrong hands must not become a way to write to the world.
MAX_ADDRESSES = 4
# Each request sends a mail, too.
MAX_OPEN = 10


def correctable(role: str) -> tuple[str, ...]:
    """The fields that an enquirer of this role may correct."""
    return CORRECTABLE + CORRECTABLE_BY_ROLE[Role(role)]


@transaction.atomic
def correct(enquiry: Enquiry, changes: dict[str, Any]) -> None:
    """Puts valid answers in place of the old ones, which are not kept.

    A new e-mail address gets the acknowledgement and whatever was still to be sent; the link for the old one ends.
    """
    lock(enquiry)
    changed = corrections.changes(enquiry, {name: changes[name] for name in correctable(enquiry.role)})
    if not changed:
        return
    if "email" in changed and enquiry.notices.filter(kind=Notice.Kind.ACKNOWLEDGEMENT).count() >= MAX_ADDRESSES:
        raise NotAllowed("The e-mail address has already been changed several times. Please call or write to us.")
    corrections.make(enquiry, changed, Event.Kind.CORRECTED)


def was_just_corrected(enquiry: Enquiry) -> bool:
    return enquiry.events.filter(kind=Event.Kind.CORRECTED, at__gt=Now() - history.SECOND_PRESS).exists()


@transaction.atomic
def withdraw(enquiry: Enquiry) -> None:
    """Closes the enquiry; only answers to requests are still sent. The page itself confirms it, so no mail does."""
    lock(enquiry)
    if enquiry.outcome == Outcome.WITHDRAWN:
        return
    if not enquiry.is_open:
        raise NotAllowed("This enquiry is already closed.")
    replies.take_back_all(enquiry, "The enquirer withdrew.")
    enquiry.state, enquiry.outcome, enquiry.closed_at = State.CLOSED, Outcome.WITHDRAWN, Now()
    enquiry.save(update_fields=["state", "outcome", "closed_at"])
    follow_ups.clear(enquiry)
    enquiry.notices.filter(kind__in=OUTSIDE, sent_at=None).exclude(kind__in=ABOUT_REQUESTS).delete()
    history.record(enquiry, Event.Kind.WITHDRAWN)
    retention.set_erase_date(enquiry)


@transaction.atomic
def request(
    enquiry: Enquiry | None,
    kind: PrivacyRequest.Kind,
    words: str,
    by: Any = None,
    *,
    received: date | None = None,
    name: str = "",
    email: str = "",
) -> PrivacyRequest:
    """Makes the use of a right a dated task for whoever looks after data protection; both sides are told by mail.

    Asked again while it is open, it is the same task. `by` is the member of staff who took it down when it came by phone
    or letter, `received` the day on which it came. Without an enquiry, or with an erased one, `name` and `email` say who
    asked. Raises `NotAllowed` for a link to data that is erased.
    """
    _lock_for_request(enquiry, by)
    today = timezone.localdate()
    received = received or today
    asked = PrivacyRequest(enquiry=enquiry, kind=kind, words=words, due_on=deadlines.due_on(kind, received))
    if received < today:
        asked.received_at = days.start_of(received)
    if not asked.kept:
        asked.name, asked.email = name, email
    if existing := _asked_before(asked):
        return existing
    if enquiry and not by and enquiry.privacy_requests.open().count() >= MAX_OPEN:
        raise NotAllowed("We will answer your other requests first. If it is urgent, please call or write to us.")
    asked.save()
    if enquiry:
        history.record(enquiry, Event.Kind.REQUESTED, by=by, words=asked.get_kind_display())
    if kind == PrivacyRequest.Kind.OBJECTION:
        _stop_news(asked)
    privacy_mail.announce(asked)
    if privacy_mail.acknowledge(asked):
        asked.acknowledged_at = Now()
        asked.save(update_fields=["acknowledged_at"])
    return asked


def _stop_news(asked: PrivacyRequest) -> None:
    """At once, and without weighing anything (article 21(3))."""
    if asked.kept:
        consents.end(asked.kept, Suppression.Reason.OBJECTED)
    elif asked.email:
        suppression.add(asked.email, Suppression.Reason.OBJECTED)


def _lock_for_request(enquiry: Enquiry | None, by: Any) -> None:
    if enquiry:
        lock(enquiry)
        if enquiry.state == State.ERASED and not by:
            raise NotAllowed("It has already been erased.")
    else:  # there is no enquiry to lock that would make the second of two presses wait
        Team.objects.select_for_update().get(pk=data_protection_team().pk)


def _asked_before(asked: PrivacyRequest) -> PrivacyRequest | None:
    """The open request that this one repeats. What is new in its words is added where they are only a remark."""
    same = PrivacyRequest.objects.open().filter(
        enquiry=asked.enquiry, kind=asked.kind, name=asked.name, email=asked.email
    )
    if asked.kind in WORDS_SAY_WHAT or not asked.enquiry:
        return same.filter(words=asked.words).first()
    existing = same.first()
    if existing and asked.words not in existing.words:
        existing.words = "\n\n".join(filter(None, (existing.words, asked.words)))
        existing.save(update_fields=["words"])
    return existing


@transaction.atomic
def finish(request: PrivacyRequest, answer: str, by: Any, outcome: str = PrivacyRequest.Outcome.AGREED) -> None:
    """Decides the request with an answer, which is sent to the person.

    It is then done, but for an erasure that is agreed to: that stays open until the data is gone. A restriction that is
    agreed to holds from now on. Raises `NotAllowed` for what is decided already, and without an answer.
    """
    answer = answer.strip()
    _lock(request)
    if (request.outcome, request.done_by) == (outcome, by) and request.answer in (answer, ""):
        return  # the button was pressed twice; the data, and the answer with it, may be erased by now
    _check_undecided(request)
    if not answer:
        raise NotAllowed("Write the answer that the enquirer will receive.")
    is_of_application = _is_of_application(request)
    if is_of_application and outcome == PrivacyRequest.Outcome.AGREED:
        raise NotAllowed(f"It is an application. {applications.LAW} Agree in part, or refuse.")
    request.outcome, request.answer, request.answered_at, request.done_by = outcome, answer, Now(), by
    is_agreed = outcome == PrivacyRequest.Outcome.AGREED
    if not (request.kept and request.kind == PrivacyRequest.Kind.ERASURE and is_agreed):
        request.done_at = Now()
    request.save(update_fields=["outcome", "answer", "answered_at", "done_at", "done_by"])
    request.refresh_from_db()
    if request.kept and request.kind == PrivacyRequest.Kind.RESTRICTION and is_agreed:
        restriction.restrict(request.kept, by)
    if request.kept and is_of_application and outcome == PrivacyRequest.Outcome.PARTLY:
        applications.erase_the_rest(request.kept)
    if request.enquiry:
        words = f"{request.get_kind_display()}: {request.get_outcome_display()}"
        history.record(request.enquiry, Event.Kind.REQUEST_DONE, by=by, words=words)
    privacy_mail.answer(request)


def _is_of_application(request: PrivacyRequest) -> bool:
    """Whether it asks to erase what the law obliges us to keep."""
    return request.kind == PrivacyRequest.Kind.ERASURE and request.kept is not None and request.kept.is_kept_by_law


def lock_request(request: PrivacyRequest) -> None:
    """Locks its enquiry and it, and reads it again. Raises `NotAllowed` when it is decided."""
    _lock(request)
    _check_undecided(request)


def _lock(request: PrivacyRequest) -> None:
    if request.enquiry:
        lock(request.enquiry)
    request.refresh_from_db(from_queryset=PrivacyRequest.objects.select_for_update())


def _check_undecided(request: PrivacyRequest) -> None:
    if request.outcome or request.done_at:
        raise NotAllowed("It has already been dealt with.")
