"""Requests under the UK GDPR, and complaints, against their clocks: as the register dates them."""

from collections.abc import Sequence
from datetime import date
from statistics import median
from typing import Any

from django.utils import timezone

from articles.lib.reports.tables import Report
from enquiries.models import PrivacyRequest
from enquiries.reports.shares import names
from enquiries.reports.statistics import Statistics

Kind = PrivacyRequest.Kind


def by_right(statistics: Statistics) -> Report:
    """How many of each kind came in these weeks, and how they stand."""
    found = list(PrivacyRequest.objects.filter(received_at__gte=statistics.start).defer("words", "answer"))
    rows = [("All", *_standing(found))]
    rows += [(name, *_standing([one for one in found if one.kind == kind])) for kind, name in names(Kind)]
    return Report(
        slug="rights",
        title="Requests about personal data",
        header=("Request", "Received", "Open", "Of these overdue", "Answered in time", "Late", "Median days"),
        rows=rows,
        drawn=[row[1] for row in rows],
        note="Days until the answer, from the day on which the request came or we knew who was asking. A complaint is in time "
        "if we acknowledged it in time. An erasure that we agreed to is answered, and open until the data is gone.",
    )


def _standing(requests: Sequence[PrivacyRequest]) -> tuple[Any, ...]:
    answered = [request for request in requests if _answered_on(request)]
    in_time = sum(_was_in_time(request) for request in answered)
    waiting = [request for request in requests if not request.done_at]
    overdue = sum(request.is_overdue for request in waiting)
    days = [_days(request) for request in answered]
    return len(requests), len(waiting), overdue, in_time, len(answered) - in_time, median(days) if days else None


def _answered_on(request: PrivacyRequest) -> date | None:
    moment = request.answered_at or request.done_at
    return timezone.localdate(moment) if moment else None


def _was_in_time(request: PrivacyRequest) -> bool:
    """A complaint is acknowledged in time (Data Protection Act 2018, section 164A), a request answered (article 12A)."""
    is_acknowledged = request.kind == Kind.COMPLAINT and request.acknowledged_at
    on = timezone.localdate(request.acknowledged_at) if is_acknowledged else _answered_on(request)
    return bool(on and on <= request.due_on)


def _days(request: PrivacyRequest) -> int:
    start = request.identity_confirmed_on or timezone.localdate(request.received_at)
    end = _answered_on(request)
    return max(0, (end - start).days) if end else 0
