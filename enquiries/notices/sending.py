"""Sending notices until they arrive.

A worker claims a notice by moving its `due_at` ahead by a lease; should the worker die, the notice falls due again
when the lease is over. A notice may therefore arrive twice after a crash, under the same Message-ID, but is never lost.
All moments are the database's own: a worker whose clock is wrong strands nothing.
"""

import logging
from collections.abc import Callable
from datetime import timedelta
from smtplib import (
    SMTPDataError,
    SMTPNotSupportedError,
    SMTPRecipientsRefused,
    SMTPResponseException,
    SMTPSenderRefused,
)

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Now

from enquiries import history
from enquiries.models import Attempt, Enquiry, Event, Notice
from enquiries.notices.recipients import alert_address

# Longer than the mail server may take over one message: ten exchanges of 20 seconds.
LEASE = timedelta(minutes=5)
LONGEST_PAUSE_MINUTES = 6 * 60
TO_ENQUIRER = (Notice.Kind.ACKNOWLEDGEMENT, Notice.Kind.REPLY)
# The server is there and does not want this message; any other trouble with it would meet the next message, too.
REFUSED = (SMTPDataError, SMTPNotSupportedError, SMTPRecipientsRefused, SMTPSenderRefused)

log = logging.getLogger(__name__)


def send_due(stop: Callable[[], bool] = lambda: False) -> int:
    """Sends what is due and returns how many were sent.

    Ends early when `stop` says so, or when the mail server is not there: the rest then stays due for the next round
    instead of each waiting for a dead server and being put off.
    """
    sent = 0
    while not stop() and (attempt := _claim()):
        try:
            message(attempt.notice).send()
        except Exception as error:  # whatever is wrong with one notice, the worker and the others go on
            _put_off(attempt, error)
            if isinstance(error, OSError) and not isinstance(error, REFUSED):
                break
        else:
            _record_sent(attempt)
            sent += 1
    return sent


def retry(notices: QuerySet[Notice]) -> int:
    """Makes those of `notices` that wait for their next attempt due now; returns how many."""
    under_way = Attempt.objects.filter(notice=OuterRef("pk"), finished_at=None, started_at__gt=Now() - LEASE)
    return notices.filter(~Exists(under_way), sent_at=None, is_held=False).update(due_at=Now())


def message(notice: Notice) -> EmailMultiAlternatives:
    """The mail, to one recipient. An answer to it reaches the other side: the enquirer or whoever answers them."""
    validate_email(notice.recipient)
    is_written_by_hand = notice.kind == Notice.Kind.REPLY
    mail = EmailMultiAlternatives(
        notice.subject,
        notice.text,
        settings.DEFAULT_FROM_EMAIL,
        [notice.recipient],
        reply_to=[alert_address(notice.enquiry) if notice.kind in TO_ENQUIRER else notice.enquiry.email],
        headers={"Message-ID": notice.message_id, "Auto-Submitted": "no" if is_written_by_hand else "auto-generated"},
    )
    mail.attach_alternative(notice.html, "text/html")
    return mail


@transaction.atomic
def _claim() -> Attempt | None:
    """An attempt at the next due notice, leased to us; other workers pass it over meanwhile."""
    due = Notice.objects.filter(sent_at=None, is_held=False, due_at__lte=Now()).order_by("due_at", "id")
    notice = due.select_for_update(skip_locked=True).first()
    if notice is None:
        return None
    Notice.objects.filter(pk=notice.pk).update(due_at=Now() + LEASE)
    return Attempt.objects.create(notice=notice)


@transaction.atomic
def _record_sent(attempt: Attempt) -> None:
    # The enquiry is locked first, as the verbs of handling do, so that none of them and we wait for each other.
    enquiry = Enquiry.objects.select_for_update().filter(pk=attempt.notice.enquiry_id).first()
    Attempt.objects.filter(pk=attempt.pk).update(finished_at=Now())
    if enquiry and Notice.objects.filter(pk=attempt.notice_id, sent_at=None).update(sent_at=Now()):
        history.record(enquiry, Event.Kind.NOTIFIED, words=attempt.notice.get_kind_display())
    log.info("notice %s: sent", attempt.notice_id)


@transaction.atomic
def _put_off(attempt: Attempt, error: Exception) -> None:
    pause = pause_after(attempt.notice.attempts.count())
    Notice.objects.filter(pk=attempt.notice_id).update(due_at=Now() + pause)
    Attempt.objects.filter(pk=attempt.pk).update(finished_at=Now(), error=kind_of(error))
    log.warning("notice %s: not sent: %s; next attempt in %s", attempt.notice_id, kind_of(error), pause)


def pause_after(attempts: int) -> timedelta:
    """Doubles from a minute to six hours, and stays there without an end."""
    return timedelta(minutes=min(2 ** min(attempts - 1, 10), LONGEST_PAUSE_MINUTES))


def kind_of(error: Exception) -> str:
    """The kind of failure and the server's code; not its words, which may name people."""
    codes: list[int] = []
    if isinstance(error, SMTPRecipientsRefused):
        codes = [code for code, _ in error.recipients.values()]
    elif isinstance(error, SMTPResponseException):
        codes = [error.smtp_code]
    return " ".join([type(error).__name__, *map(str, codes)])
