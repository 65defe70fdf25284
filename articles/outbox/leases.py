"""Whose turn it is to send a message.

A worker claims messages by moving their `due_at` ahead by a lease, which it renews while it is at them. Should it die,
they fall due again when the lease is over: within a minute, however long a mail server may take over one message.
"""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from threading import Event, Thread

from django.db import Error, connection, transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Now

from articles.outbox.channels import Channel
from articles.outbox.models import Attempt, Message

LEASE = timedelta(seconds=40)
RENEWED_EVERY = 10  # seconds
# Longer than the mail server may take over one message: ten exchanges of 20 seconds.
LONGEST_ATTEMPT = timedelta(minutes=5)

log = logging.getLogger(__name__)


@transaction.atomic
def claim(channel: Channel) -> list[Attempt]:
    """Attempts at the next due messages, leased to us: until the lease ends, other workers skip them."""
    due = Message.objects.waiting().filter(channel=channel.name, due_at__lte=Now()).order_by("due_at", "id")
    messages = list(due.select_for_update(skip_locked=True)[: channel.at_a_time])
    Message.objects.filter(pk__in=[message.pk for message in messages]).update(
        due_at=Now() + LEASE, waits_for_server=False
    )
    return [Attempt.objects.create(message=message) for message in messages]


@contextmanager
def renewed(attempts: Sequence[Attempt]) -> Iterator[None]:
    """The lease lasts as long as what is inside."""
    is_over = Event()
    thread = Thread(target=_renew, args=(attempts, is_over), name="lease", daemon=True)
    thread.start()
    try:
        yield
    finally:
        is_over.set()
        thread.join()


def _renew(attempts: Sequence[Attempt], is_over: Event) -> None:
    while not is_over.wait(RENEWED_EVERY):
        try:
            _in_hand(attempts).update(due_at=Now() + LEASE)
        except Error as error:
            log.warning("a lease could not be renewed: %s", type(error).__name__)
        finally:
            connection.close()


def _in_hand(attempts: Sequence[Attempt]) -> QuerySet[Message]:
    """Their messages, without those that are to go to another address now: these are due at once."""
    same = Q(*(Q(pk=one.message_id, recipient=one.message.recipient) for one in attempts), _connector=Q.OR)
    return Message.objects.filter(same, sent_at=None)


def idle(messages: QuerySet[Message]) -> QuerySet[Message]:
    """Those of `messages` that are not sent and that no worker is sending."""
    under_way = Attempt.objects.filter(message=OuterRef("pk"), finished_at=None, started_at__gt=Now() - LONGEST_ATTEMPT)
    return messages.filter(~Exists(under_way), sent_at=None)
