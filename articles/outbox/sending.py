"""Sending messages until they arrive.

A worker has a lease on what it sends (`leases`). A message may therefore arrive twice after a crash, under the same
Message-ID, but is never lost. All moments are the database's own: a worker whose clock is wrong leaves no message behind.

What is refused for good is not tried again: it is undeliverable until a person sends it again, elsewhere or not, or
drops it.
"""

import logging
from collections.abc import Callable, Sequence
from datetime import timedelta
from time import sleep

from django.db import InterfaceError, OperationalError, connection, transaction
from django.db.models import QuerySet, Subquery
from django.db.models.functions import Now
from django.dispatch import Signal

from articles.outbox.channels import CHANNELS, Channel, RefusedForGood, ServerAway, codes_of
from articles.outbox.leases import claim, idle, renewed
from articles.outbox.models import Attempt, Message, soonest
from articles.outbox.refusals import answer_of

# How soon a server that was away is asked again.
SERVER_PAUSE = timedelta(minutes=1)
LONGEST_PAUSE_MINUTES = 6 * 60
# How soon a database that is away is told again what has been sent.
DATABASE_PAUSE_SECONDS = 0.5

# Sent with the `message` that is about to leave, so that its owner can still change where answers go.
leaving = Signal()
# Sent in the transaction that records a `message` as sent, before its row is touched: a receiver that locks a row,
# as the verbs do before they touch messages, does it here, which prevents deadlocks.
sent = Signal()
# The same for a `message` that was refused for good; `answer` is what the other side said, which may name people.
undeliverable = Signal()

log = logging.getLogger(__name__)


def send_due(channel: str, stop: Callable[[], bool] = lambda: False) -> int:
    """Sends what is due by the channel and returns how many were sent.

    Ends early when `stop` says so, or when the other side is away: the rest then stays due for the next round instead
    of each waiting for a dead server and being put off.
    """
    way, number = CHANNELS[channel], 0
    while not stop() and (attempts := claim(way)):
        try:
            with renewed(attempts):
                _send(way, [attempt.message for attempt in attempts])
        except ServerAway as trouble:
            _put_off(attempts, trouble.__cause__ or trouble, is_away=True)
            break
        except RefusedForGood as refusal:
            _take_for_an_answer(attempts, refusal)
        except Exception as error:  # whatever is wrong with these messages, the worker and the others go on
            _put_off(attempts, error)
        else:
            _record_sent(attempts, stop)
            if not number:
                _hurry_what_waited(channel)
            number += len(attempts)
    return number


def retry(messages: QuerySet[Message]) -> int:
    """Makes those of `messages` that wait for their next attempt, or are undeliverable, due now; returns how many.

    What is kept for a later moment stays so.
    """
    ready = idle(messages).filter(is_held=False).exclude(not_before__gt=Now())
    return ready.update(due_at=Now(), undeliverable_at=None)


def drop(messages: QuerySet[Message]) -> int:
    """Deletes those of `messages` that were not sent, held ones too; returns how many."""
    _, deleted = idle(messages).delete()
    return deleted.get(Message._meta.label, 0)


def readdress(to: str, messages: QuerySet[Message]) -> int:
    """Sends those of `messages` that are not sent to another address; returns how many.

    What a worker has in hand at this moment is sent again: it cannot be called back from the old address.
    """
    return messages.filter(sent_at=None).update(
        recipient=to, due_at=soonest(), undeliverable_at=None, waits_for_server=False
    )


def _send(channel: Channel, messages: Sequence[Message]) -> None:
    for message in messages:
        leaving.send(Message, message=message)
    channel.send(messages)


def _record_sent(attempts: Sequence[Attempt], stop: Callable[[], bool]) -> None:
    """Waits for a database that is away: what it does not know to be sent is sent again."""
    for attempt in attempts:
        while not _is_recorded(attempt) and not stop():
            sleep(DATABASE_PAUSE_SECONDS)


def _is_recorded(attempt: Attempt) -> bool:
    try:
        _record_one(attempt)
    except (InterfaceError, OperationalError) as error:
        log.warning("message %s: sent, which cannot be noted yet: %s", attempt.message_id, type(error).__name__)
        connection.close_if_unusable_or_obsolete()
        return False
    return True


def _hurry_what_waited(channel: str) -> None:
    """The other side is there: what waited for it becomes due now."""
    waited = Message.objects.waiting().filter(channel=channel, waits_for_server=True)
    waited.update(due_at=Now(), waits_for_server=False)


@transaction.atomic
def _record_one(attempt: Attempt) -> None:
    sent.send(Message, message=attempt.message)
    Attempt.objects.filter(pk=attempt.pk).update(finished_at=Now())
    _as_tried(attempt).update(sent_at=Now(), undeliverable_at=None)
    log.info("message %s: sent", attempt.message_id, extra=_cause(attempt))


def _take_for_an_answer(attempts: Sequence[Attempt], refusal: RefusedForGood) -> None:
    """Ends what is refused for good. A doubtful refusal has to come from a server that takes other messages."""
    error = refusal.__cause__ or refusal
    for attempt in attempts:
        if refusal.is_certain or _others_got_through(attempt):
            _give_up(attempt, error)
        else:
            _put_off_one(attempt, error, waits_for_server=True)


@transaction.atomic
def _give_up(attempt: Attempt, error: BaseException) -> None:
    undeliverable.send(Message, message=attempt.message, answer=answer_of(error))
    Attempt.objects.filter(pk=attempt.pk).update(finished_at=Now(), error=kind_of(error))
    _as_tried(attempt).update(undeliverable_at=Now(), waits_for_server=False)
    log.warning("message %s: undeliverable: %s", attempt.message_id, kind_of(error), extra=_cause(attempt))


def _as_tried(attempt: Attempt) -> QuerySet[Message]:
    """The attempt's message, unless it was sent since, or is to go to another address now."""
    message = attempt.message
    return Message.objects.filter(pk=message.pk, recipient=message.recipient, sent_at=None)


def _others_got_through(attempt: Attempt) -> bool:
    """Whether the other side took another message since it was last asked to take this one."""
    last = (
        Attempt.objects.filter(message=attempt.message_id, pk__lt=attempt.pk).order_by("-pk").values("started_at")[:1]
    )
    ended_well = Attempt.objects.filter(error="", message__channel=attempt.message.channel)
    return ended_well.filter(finished_at__gte=Subquery(last)).exists()


def _put_off(attempts: Sequence[Attempt], error: BaseException, *, is_away: bool = False) -> None:
    for attempt in attempts:
        if is_away:
            _put_off_one(attempt, error, waits_for_server=True, pause=SERVER_PAUSE)
        else:
            _put_off_one(attempt, error, waits_for_server=_nothing_gets_through(attempt))


def _nothing_gets_through(attempt: Attempt) -> bool:
    """Whether it may be the server and not the message: a full disk, say. The first attempt tells nothing."""
    return attempt.message.attempts.count() > 1 and not _others_got_through(attempt)


@transaction.atomic
def _put_off_one(
    attempt: Attempt, error: BaseException, *, waits_for_server: bool, pause: timedelta | None = None
) -> None:
    pause = pause or pause_after(attempt.message.attempts.count())
    _as_tried(attempt).update(due_at=Now() + pause, waits_for_server=waits_for_server)
    Attempt.objects.filter(pk=attempt.pk).update(finished_at=Now(), error=kind_of(error))
    saying = "message %s: not sent: %s; next attempt in %s"
    log.warning(saying, attempt.message_id, kind_of(error), pause, extra=_cause(attempt))


def _cause(attempt: Attempt) -> dict[str, str]:
    """Of the request in which the message was written, for the log."""
    return {"request_id": attempt.message.request_id}


def pause_after(attempts: int) -> timedelta:
    """Doubles from a minute up to six hours, and then stays at six hours."""
    return timedelta(minutes=min(2 ** min(attempts - 1, 10), LONGEST_PAUSE_MINUTES))


def kind_of(error: BaseException) -> str:
    """The kind of failure and the other side's codes; not its words, which may name people."""
    return " ".join([type(error).__name__, *map(str, codes_of(error))])
