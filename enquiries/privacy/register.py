"""The register of requests: what it exports, and when it forgets who asked."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.db.models.functions import Now
from django.utils import timezone

from articles.lib import people
from articles.outbox.models import Message
from enquiries.models import PrivacyRequest, Retention, State
from enquiries.privacy.erasure import REQUEST_FIELDS

HEADER = (
    "reference",
    "kind",
    "received",
    "identity confirmed",
    "acknowledged",
    "due",
    "extended",
    "answered",
    "done",
    "outcome",
    "by",
)


def rows(requests: QuerySet[PrivacyRequest]) -> list[tuple[Any, ...]]:
    """The lines of the register under `HEADER`. Nothing in them says who asked or what was written."""
    return [
        (
            request.reference,
            request.get_kind_display(),
            _day(request.received_at),
            request.identity_confirmed_on or "",
            _day(request.acknowledged_at),
            request.due_on,
            _day(request.extended_at),
            _day(request.answered_at),
            _day(request.done_at),
            request.get_outcome_display(),
            people.name_of(request.done_by) if request.done_by else "",
        )
        for request in requests.select_related("enquiry", "done_by")
    ]


def to_forget() -> QuerySet[PrivacyRequest]:
    """Requests without an enquiry, or about an erased one, that were done as long ago as the rule for everything else
    keeps an enquiry, and that still say who asked."""
    days = Retention.objects.get(role="", outcome="").days
    says_something = Q(mails__isnull=False)
    for field in REQUEST_FIELDS:
        says_something |= ~Q(**{field: ""})
    alone = Q(enquiry=None) | Q(enquiry__state=State.ERASED)
    return PrivacyRequest.objects.filter(alone, says_something, done_at__lt=Now() - timedelta(days=days)).distinct()


@transaction.atomic
def forget() -> int:
    """Takes who asked, what was written and the mails about it out of those; the dated lines stay. Returns how many."""
    found = list(to_forget().values_list("pk", flat=True))
    Message.objects.filter(privacy_requests__in=found).delete()
    return PrivacyRequest.objects.filter(pk__in=found).update(**dict.fromkeys(REQUEST_FIELDS, ""))


def _day(moment: Any) -> Any:
    return timezone.localdate(moment) if moment else ""
