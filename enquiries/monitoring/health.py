"""What staff must know of: notices that do not arrive, and promises that were not kept."""

from django.db.models import QuerySet

from articles.outbox import mail
from articles.outbox.models import Message
from enquiries.models import Enquiry, Notice


def late() -> QuerySet[Notice]:
    """Notices that have waited for too long."""
    return Notice.objects.filter(pk__in=Message.objects.late())


def bounced() -> QuerySet[Notice]:
    """Notices that came back, while their enquiry is in hand: somebody has to reach the person another way."""
    return Notice.objects.filter(bounced_at__isnull=False, enquiry__in=Enquiry.objects.in_hand())


def reasons() -> list[str]:
    """Why the site is not quite well, in words that may be shown to anybody; empty when it is."""
    checks = {
        "Notices have been undelivered for more than 15 minutes.": Message.objects.filter(channel=mail.CHANNEL).late(),
        "Notices have bounced.": bounced(),
        "Enquiries have waited longer than promised.": Enquiry.objects.overdue(),
    }
    return [reason for reason, found in checks.items() if found.exists()]
