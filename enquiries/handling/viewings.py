"""Who looked at what: so that somebody who asks, or a complaint, gets an answer (UK GDPR, articles 5(2) and 32)."""

from collections.abc import Iterable
from typing import Any

from django.utils import timezone

from articles.lib.days import months_later, start_of
from enquiries.models import Enquiry, Viewing, ViewingPeriod


def note(enquiry: Enquiry, user: Any, what: Viewing.What, known: Iterable[Viewing] = ()) -> None:
    """Keeps it, once an hour; one query, or none where the record is among the `known` ones."""
    hour = timezone.now().replace(minute=0, second=0, microsecond=0)
    if any((one.user_id, one.what, one.at) == (user.pk, what, hour) for one in known):
        return
    Viewing.objects.bulk_create([Viewing(enquiry=enquiry, user=user, what=what, at=hour)], ignore_conflicts=True)


def forget_old() -> int:
    """Deletes what is older than the period that the admin sets, and returns how many."""
    first = start_of(months_later(timezone.localdate(), -ViewingPeriod.objects.get().months))
    return Viewing.objects.filter(at__lt=first).delete()[0]
