"""The channels by which messages are sent. Each app registers its own when it is ready."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from smtplib import SMTPRecipientsRefused, SMTPResponseException
from typing import Any

from django.conf import settings
from django.db.models.functions import Now
from django.utils.crypto import get_random_string

from articles.outbox.cause import request_id
from articles.outbox.models import Message


class ServerAway(Exception):
    """The other side does not answer, so every message would fail in the same way. The cause says what it was."""


class Refused(Exception):
    """The other side is there and does not want this message now; `code` is its answer."""

    def __init__(self, code: int) -> None:
        super().__init__(f"answered with {code}")
        self.code = code


class RefusedForGood(Exception):
    """The other side will never take this message. The cause says what it was.

    Unless `is_certain`, the fault may be its own or ours: it is believed once it takes another message.
    """

    def __init__(self, *, is_certain: bool) -> None:
        super().__init__()
        self.is_certain = is_certain


def codes_of(error: BaseException) -> list[int]:
    """What the other side answered: a code for each recipient of a mail, or the one for the whole."""
    match error:
        case SMTPRecipientsRefused():
            return [code for code, _words in error.recipients.values()]
        case SMTPResponseException():
            return [error.smtp_code]
        case Refused():
            return [error.code]
    return []


def envelope(channel: str, name: str) -> dict[str, Any]:
    """The columns that every message needs, due now.

    Its Message-ID begins with `name`; it is random, so that a second message has one of its own, and stored, so that
    every attempt has the same one.
    """
    message_id = f"<{name}.{get_random_string(10)}@{settings.SITE.hostname}>"
    return {"channel": channel, "message_id": message_id, "due_at": Now(), "request_id": request_id()}


@dataclass(frozen=True)
class Channel:
    """A way out: `send` gets up to `at_a_time` messages and returns once the other side has taken them.

    It raises `ServerAway`, `RefusedForGood`, or anything else when the other side does not want these messages now.
    """

    name: str
    send: Callable[[Sequence[Message]], None]
    at_a_time: int = 1


CHANNELS: dict[str, Channel] = {}


def register(channel: Channel) -> None:
    """Adds the channel, or replaces the one of the same name."""
    CHANNELS[channel.name] = channel
