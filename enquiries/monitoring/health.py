"""What staff must know of: notices that do not arrive, and promises that were not kept."""

from django.conf import settings
from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Now

from articles.outbox import mail
from articles.outbox.models import PATIENCE, Message, is_late
from enquiries.models import Enquiry, IncomingMail, Mailbox, Notice, State
from enquiries.models.enquiry import IN_HAND
from enquiries.notices.sending import TO_ENQUIRER
from enquiries.scanning import clamd, verdicts

# What came back from an address of the enquirer that was corrected since is settled.
CAME_BACK = Q(bounced_at__isnull=False) & ~Q(Q(kind__in=TO_ENQUIRER), ~Q(recipient=F("enquiry__email")))
REFUSED = Q(undeliverable_at__isnull=False, sent_at=None)


def late() -> QuerySet[Notice]:
    """Notices that have waited for too long."""
    return Notice.objects.filter(is_late())


def bounced() -> QuerySet[Notice]:
    """Notices that came back, while their enquiry is in hand: somebody has to reach the person another way."""
    return Notice.objects.filter(CAME_BACK, enquiry__in=Enquiry.objects.in_hand())


def undeliverable() -> QuerySet[Notice]:
    """Notices that were refused for good, while their enquiry is in hand; a reply also after that, until it is dropped."""
    unread_reply = Q(kind=Notice.Kind.REPLY, enquiry__state=State.CLOSED)
    return Notice.objects.filter(REFUSED, Q(enquiry__state__in=IN_HAND) | unread_reply)


def unreached() -> QuerySet[Enquiry]:
    """Enquiries in hand with a notice that came back or was refused.

    They are few, and what ever came back is not: a query with a limit of its own is one that PostgreSQL asks for each of
    them, instead of turning it round.
    """
    failed = Notice.objects.filter(CAME_BACK | REFUSED, enquiry=OuterRef("pk")).order_by().values("pk")[:1]
    return Enquiry.objects.in_hand().alias(failed=Subquery(failed)).filter(failed__isnull=False)


def reasons() -> list[str]:
    """Why the site is not quite well, in words that may be shown to anybody; empty when it is.

    For whoever watches the site, what was refused for good has bounced, too.
    """
    checks = {
        "Notices have been undelivered for more than 15 minutes.": Message.objects.filter(channel=mail.CHANNEL).late(),
        "Notices have bounced.": unreached(),
        "Enquiries have waited longer than promised.": Enquiry.objects.overdue(),
    }
    reasons = [reason for reason, found in checks.items() if found.exists()]
    if settings.INBOUND_IMAP_URL and _is_mailbox_away():
        reasons.append("The mailbox has not been read for more than 15 minutes.")
    if late_mail().exists():
        reasons.append("Mail that came in has waited for more than 15 minutes to be worked on.")
    if verdicts.is_on() and not clamd.is_there():
        reasons.append("The virus scanner does not answer.")
    return reasons


def late_mail() -> QuerySet[IncomingMail]:
    """Mail that came in and that no worker took up."""
    return IncomingMail.objects.filter(state=IncomingMail.State.STORED, received_at__lt=Now() - PATIENCE)


def _is_mailbox_away() -> bool:
    away = Q(read_at=None) | Q(read_at__lt=Now() - PATIENCE)
    return Mailbox.objects.exclude(trouble="").filter(away).exists()
