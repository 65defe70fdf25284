"""Sending messages until they arrive.

A worker claims messages by moving their `due_at` ahead by a lease; should the worker die, they fall due again when the
lease is over. A message may therefore arrive twice after a crash, under the same Message-ID, but is never lost. All
moments are the database's own: a worker whose clock is wrong leaves no message behind.
"""

import logging
from collections.abc import Callable, Sequence
from datetime import timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Now
from django.dispatch import Signal

from articles.outbox.channels import CHANNELS, Channel, ServerAway, codes_of
from articles.outbox.models import Attempt, Message

# Longer than the mail server may take over one message: ten exchanges of 20 seconds.
LEASE = timedelta(minutes=5)
# How soon a server that was away is asked again.
SERVER_PAUSE = timedelta(minutes=1)
LONGEST_PAUSE_MINUTES = 6 * 60

# Sent with the `message` that is about to leave, so that its owner can still change where answers go.
leaving = Signal()
# Sent in the transaction that records a `message` as sent, before its row is touched: a receiver that locks a row,
# as the verbs do before they touch messages, does it here, which prevents deadlocks.
sent = Signal()

log = logging.getLogger(__name__)


def send_due(channel: str, stop: Callable[[], bool] = lambda: False) -> int:
    """Sends what is due by the channel and returns how many were sent.

    Ends early when `stop` says so, or when the other side is away: the rest then stays due for the next round instead
    of each waiting for a dead server and being put off.
    """
    way, number = CHANNELS[channel], 0
    while not stop() and (attempts := _claim(way)):
        try:
            _send(way, [attempt.message for attempt in attempts])
        except ServerAway as trouble:
            _put_off(attempts, trouble.__cause__ or trouble, is_away=True)
            break
        except Exception as error:  # whatever is wrong with these messages, the worker and the others go on
            _put_off(attempts, error)
        else:
            _record_sent(attempts)
            if not number:
                _hurry_what_waited(channel)
            number += len(attempts)
    return number


def retry(messages: QuerySet[Message]) -> int:
    """Makes those of `messages` that wait for their next attempt due now; returns how many."""
    under_way = Attempt.objects.filter(message=OuterRef("pk"), finished_at=None, started_at__gt=Now() - LEASE)
    return messages.filter(~Exists(under_way), sent_at=None, is_held=False).update(due_at=Now())


def _send(channel: Channel, messages: Sequence[Message]) -> None:
    for message in messages:
        leaving.send(Message, message=message)
    channel.send(messages)


@transaction.atomic
def _claim(channel: Channel) -> list[Attempt]:
    """Attempts at the next due messages, leased to us: until the lease ends, other workers skip them."""
    due = Message.objects.waiting().filter(channel=channel.name, due_at__lte=Now()).order_by("due_at", "id")
    messages = list(due.select_for_update(skip_locked=True)[: channel.at_a_time])
    Message.objects.filter(pk__in=[message.pk for message in messages]).update(
        due_at=Now() + LEASE, waits_for_server=False
    )
    return [Attempt.objects.create(message=message) for message in messages]


def _record_sent(attempts: Sequence[Attempt]) -> None:
    for attempt in attempts:
        _record_one(attempt)


def _hurry_what_waited(channel: str) -> None:
    """The other side is there: what waited for it becomes due now."""
    waited = Message.objects.waiting().filter(channel=channel, waits_for_server=True)
    waited.update(due_at=Now(), waits_for_server=False)


@transaction.atomic
def _record_one(attempt: Attempt) -> None:
    sent.send(Message, message=attempt.message)
    Attempt.objects.filter(pk=attempt.pk).update(finished_at=Now())
    Message.objects.filter(pk=attempt.message_id, sent_at=None).update(sent_at=Now())
    log.info("message %s: sent", attempt.message_id)


def _put_off(attempts: Sequence[Attempt], error: BaseException, *, is_away: bool = False) -> None:
    for attempt in attempts:
        _put_off_one(attempt, error, is_away)


@transaction.atomic
def _put_off_one(attempt: Attempt, error: BaseException, is_away: bool) -> None:
    pause = SERVER_PAUSE if is_away else pause_after(attempt.message.attempts.count())
    Message.objects.filter(pk=attempt.message_id).update(due_at=Now() + pause, waits_for_server=is_away)
    Attempt.objects.filter(pk=attempt.pk).update(finished_at=Now(), error=kind_of(error))
    log.warning("message %s: not sent: %s; next attempt in %s", attempt.message_id, kind_of(error), pause)


def pause_after(attempts: int) -> timedelta:
    """Doubles from a minute up to six hours, and then stays at six hours."""
    return timedelta(minutes=min(2 ** min(attempts - 1, 10), LONGEST_PAUSE_MINUTES))


def kind_of(error: BaseException) -> str:
    """The kind of failure and the other side's codes; not its words, which may name people."""
    return " ".join([type(error).__name__, *map(str, codes_of(error))])
