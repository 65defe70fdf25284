"""What staff do with a request before it is decided, and what the worker does with all of them."""

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, Q
from django.db.models.functions import Now, TruncDate
from django.utils import timezone

from articles.lib import days
from enquiries import history
from enquiries.locking import NotAllowed
from enquiries.models import Event, PrivacyRequest
from enquiries.notices import privacy_mail
from enquiries.privacy import deadlines, erasure
from enquiries.privacy.rights import lock_request

REMINDED_BEFORE = timedelta(days=7)


@transaction.atomic
def correct_day(request: PrivacyRequest, on: date, by: Any) -> None:
    """Sets the day on which it came, when it was taken down wrongly; the person gets the right dates."""
    lock_request(request)
    if request.extended_at or request.identity_confirmed_on:
        raise NotAllowed("By when it is due no longer follows from the day on which it came.")
    if on > timezone.localdate():
        raise NotAllowed("This day is still to come.")
    if on == received_on(request):
        return  # the person was told these dates already
    request.received_at, request.due_on = days.start_of(on), deadlines.due_on(request.kind, on)
    request.reminded_at = None
    request.save(update_fields=["received_at", "due_on", "reminded_at"])
    privacy_mail.acknowledge(request)


@transaction.atomic
def confirm_identity(request: PrivacyRequest, on: date, by: Any) -> None:
    """Counts the time from the day on which we knew who is asking, where we had to ask (UK GDPR article 12A).

    Raises `NotAllowed` for a complaint, whose 30 days begin when it comes, and for a day that cannot be.
    """
    lock_request(request)
    if request.kind == PrivacyRequest.Kind.COMPLAINT:
        raise NotAllowed("The 30 days of a complaint begin on the day on which it came.")
    if request.extended_at:
        raise NotAllowed("The time has already been extended, and the person has been told by when.")
    if not received_on(request) <= on <= timezone.localdate():
        raise NotAllowed("Choose a day from the day on which it came up to today.")
    request.identity_confirmed_on = on
    request.due_on = deadlines.due_on(request.kind, on)
    request.save(update_fields=["identity_confirmed_on", "due_on"])


@transaction.atomic
def extend(request: PrivacyRequest, months: int, reason: str, by: Any) -> None:
    """Takes one or two further months; the person is told by when, and why.

    The law allows it once, in the first month, for complex or many requests (UK GDPR article 12A(3) and (4)).
    """
    lock_request(request)
    start = request.identity_confirmed_on or received_on(request)
    due_on, reason = deadlines.due_on(request.kind, start, months), reason.strip()
    if request.extended_at and (request.due_on, request.extension_reason) == (due_on, reason):
        return  # the button was pressed twice
    if request.extended_at:
        raise NotAllowed("The time has already been extended. That is possible once.")
    if request.is_overdue:
        raise NotAllowed("It is too late to take more time: the person must be told in the first month.")
    if not 1 <= months <= deadlines.MOST_FURTHER_MONTHS:
        raise NotAllowed("Take one or two further months.")
    if not reason:
        raise NotAllowed("Say why; the person is told.")
    request.due_on, request.extended_at, request.extension_reason, request.reminded_at = due_on, Now(), reason, None
    request.save(update_fields=["due_on", "extended_at", "extension_reason", "reminded_at"])
    if request.enquiry:
        words = f"{request.get_kind_display()}: now due on {request.due_on:%d/%m/%Y}"
        history.record(request.enquiry, Event.Kind.REQUEST_EXTENDED, by=by, words=words)
    privacy_mail.tell_of_more_time(request)


@transaction.atomic
def acknowledge(request: PrivacyRequest, by: Any) -> None:
    """Notes that somebody whom we cannot mail was told by letter or phone that their request came."""
    lock_request(request)
    if not request.acknowledged_at:
        request.acknowledged_at = Now()
        request.save(update_fields=["acknowledged_at"])


def received_on(request: PrivacyRequest) -> date:
    return timezone.localdate(request.received_at)


def do_due() -> int:
    """Erases what was agreed to and nothing holds any more, and sends reminders; returns how many of both."""
    return erasure.erase_agreed() + _remind()


@transaction.atomic
def _remind() -> int:
    """Reminds of what is due within a week, and once more when it is overdue; one mail for all of them."""
    soon = Q(reminded_at=None, due_on__lte=TruncDate(Now() + REMINDED_BEFORE))
    late = Q(due_on__lt=TruncDate(Now()), reminded_at__date__lte=F("due_on"))
    waiting = PrivacyRequest.objects.open().filter(soon | late).select_related("enquiry").order_by("due_on", "pk")
    requests = list(waiting.select_for_update(skip_locked=True, of=("self",)))
    if requests:
        PrivacyRequest.objects.filter(pk__in=[request.pk for request in requests]).update(reminded_at=Now())
        privacy_mail.remind(requests)
    return len(requests)
