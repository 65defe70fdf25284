"""Forgetting paths that nobody asks for any more."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from articles.models import MissedAddress

OFTEN = 3  # times, from which on editors see a path
AFTER = timedelta(days=56)
RARE_AFTER = timedelta(days=14)


def forget_old() -> int:
    """Deletes what was asked for in vain for the last time eight weeks ago, or two where it was rarely, and returns how many."""
    today = timezone.localdate()
    old = Q(last_day__lt=today - AFTER) | Q(last_day__lt=today - RARE_AFTER, times__lt=OFTEN)
    deleted, _ = MissedAddress.objects.filter(old).delete()
    return deleted
