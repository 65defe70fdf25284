"""Fetching mail from the mailbox: each is stored, and only then put away there."""

import logging
from collections.abc import Callable

from django.conf import settings
from django.db.models.functions import Now
from django.utils import timezone

from enquiries.inbound import imap, parsing, storing, working
from enquiries.inbound.imap import MailboxAway
from enquiries.inbound.tray import KEPT_FOR
from enquiries.models import IncomingMail, Mailbox

MOST_A_ROUND = 500
log = logging.getLogger(__name__)


def fetch(stop: Callable[[], bool]) -> int:
    """Fetches what waits in the mailbox, if there is one; returns how many mails. A mailbox that is away is noted."""
    if not settings.INBOUND_IMAP_URL:
        return 0
    done = 0
    try:
        with imap.opened(settings.INBOUND_IMAP_URL) as mailbox:
            while not stop() and done < MOST_A_ROUND and (mails := mailbox.waiting()):
                for uid, size in mails:
                    if stop():
                        break
                    _take(mailbox, uid, size)
                    done += 1
    except MailboxAway as trouble:
        log.warning("the mailbox could not be read: %s", trouble)
        Mailbox.objects.update_or_create(pk=1, defaults={"trouble": str(trouble)[:200]})
    else:
        Mailbox.objects.update_or_create(pk=1, defaults={"trouble": "", "read_at": Now()})
    return done


def forget_old() -> int:
    """Deletes from the mailbox what was put away there `KEPT_FOR` ago: erasing an enquiry does not reach it."""
    if not settings.INBOUND_IMAP_URL:
        return 0
    try:
        with imap.opened(settings.INBOUND_IMAP_URL) as mailbox:
            return mailbox.forget(timezone.localdate() - KEPT_FOR)
    except MailboxAway as trouble:
        log.warning("the mailbox could not be tidied: %s", trouble)
        return 0


def _take(mailbox: imap.Mailbox, uid: bytes, size: int) -> None:
    if size <= storing.MOST_BYTES:
        storing.store(mailbox.whole(uid), IncomingMail.Way.IMAP)
    else:
        head = mailbox.head(uid)
        storing.store_head(head, size, mailbox.processed, working.described(parsing.read(head)))
    mailbox.put_away(uid)
