"""Notices: written with the enquiry, sent by a worker until they arrive.

A worker claims a notice by moving its `due_at` ahead by a lease; should the worker die, the notice falls due again
when the lease is over. A notice may therefore arrive twice after a crash, under the same Message-ID, but is never lost.
All moments are the database's own: a worker whose clock is wrong strands nothing.
"""

import logging
from datetime import timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.db.models import F
from django.db.models.functions import Now
from django.template.loader import render_to_string

from enquiries.models import Enquiry, Notice

LEASE = timedelta(minutes=5)
log = logging.getLogger(__name__)


def queue(enquiry: Enquiry) -> None:
    """Writes the notices of a new enquiry; call it in the transaction that stores the enquiry."""
    _write(enquiry, Notice.Kind.ACKNOWLEDGEMENT, enquiry.email)
    _write(enquiry, Notice.Kind.ALERT, settings.ENQUIRIES_EMAIL)


def _write(enquiry: Enquiry, kind: Notice.Kind, recipient: str) -> None:
    context = {"enquiry": enquiry, "site_url": settings.SITE_URL}
    folder = f"enquiries/mail/{kind.value}"
    Notice.objects.create(
        enquiry=enquiry,
        kind=kind,
        recipient=recipient,
        subject=" ".join(render_to_string(f"{folder}/subject.txt", context).split()),
        text=render_to_string(f"{folder}/body.txt", context),
        html=render_to_string(f"{folder}/body.html", context),
        message_id=f"<{enquiry.reference}.{kind.value}@{settings.SITE.hostname}>",
        due_at=Now(),
    )


def send_due() -> int:
    """Sends every notice that is due and returns how many were sent."""
    sent = 0
    while notice := _claim():
        sent += _attempt(notice)
    return sent


@transaction.atomic
def _claim() -> Notice | None:
    """The next due notice, leased to us; other workers pass it over meanwhile."""
    due = (
        Notice.objects.select_for_update(skip_locked=True)
        .filter(sent_at=None, due_at__lte=Now())
        .order_by("due_at", "id")
    )
    notice = due.first()
    if notice:
        Notice.objects.filter(pk=notice.pk).update(due_at=Now() + LEASE, attempts=F("attempts") + 1)
        notice.refresh_from_db()
    return notice


def _attempt(notice: Notice) -> bool:
    """Hands the notice to the mail server; records that it went, or when to try again."""
    mine = Notice.objects.filter(pk=notice.pk)
    try:
        _message(notice).send()
    except (OSError, SMTPException) as error:
        mine.update(due_at=Now() + _back_off(notice.attempts), last_error=type(error).__name__)
        log.warning("notice %s: attempt %s failed: %s", notice.pk, notice.attempts, type(error).__name__)
        return False
    mine.update(sent_at=Now(), last_error="")
    log.info("notice %s: sent", notice.pk)
    return True


def _back_off(attempts: int) -> timedelta:
    minutes = Notice.BACK_OFF_MINUTES
    return timedelta(minutes=minutes[min(attempts, len(minutes)) - 1])


def _message(notice: Notice) -> EmailMultiAlternatives:
    message = EmailMultiAlternatives(
        notice.subject,
        notice.text,
        settings.DEFAULT_FROM_EMAIL,
        [notice.recipient],
        headers={"Message-ID": notice.message_id, "Auto-Submitted": "auto-generated"},
    )
    message.attach_alternative(notice.html, "text/html")
    return message
