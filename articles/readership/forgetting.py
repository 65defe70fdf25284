"""Forgetting what was counted: months stay, days and words do not."""

from datetime import timedelta

from django.utils import timezone

from articles.models import AskedFor, GuideDay

DAYS = timedelta(days=761)  # 25 months: the same month of the year before can be compared day by day
WORDS = timedelta(days=90)


def forget_old() -> int:
    """Deletes the counts of guides by day and the words of searches that are older, and returns how many rows."""
    today = timezone.localdate()
    days, _ = GuideDay.objects.filter(day__lt=today - DAYS).delete()
    words, _ = AskedFor.objects.filter(day__lt=today - WORDS).delete()
    return days + words
