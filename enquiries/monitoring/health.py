"""What staff must know of: notices that do not arrive, and promises that were not kept."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Now

from enquiries.models import Attempt, Notice, State
from enquiries.notices import reminders

PATIENCE = timedelta(minutes=15)


def late() -> QuerySet[Notice]:
    """Notices that have been due for too long: no worker took them up, or their attempts fail."""
    long_ago = Now() - PATIENCE
    tried_long_ago = Attempt.objects.filter(notice=OuterRef("pk"), started_at__lte=long_ago)
    waiting = Notice.objects.filter(sent_at=None, is_held=False)
    return waiting.filter(Q(due_at__lte=long_ago) | Exists(tried_long_ago))


def bounced() -> QuerySet[Notice]:
    """Notices that came back, until their enquiry is closed: somebody has to reach the person another way."""
    done = (State.CLOSED, State.SPAM, State.ERASED)
    return Notice.objects.filter(bounced_at__isnull=False).exclude(enquiry__state__in=done)


def reasons() -> list[str]:
    """Why the site is not quite well, in words that may be shown to anybody; empty when it is."""
    checks = {
        "Notices have been undelivered for more than 15 minutes.": late(),
        "Notices have bounced.": bounced(),
        "Enquiries have waited longer than promised.": reminders.overdue(),
    }
    return [reason for reason, found in checks.items() if found.exists()]
