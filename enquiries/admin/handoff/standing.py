"""Where a hand-off stands: a word for the stylesheet, and words for people."""

from datetime import datetime
from typing import Protocol

from articles.lib.days import moment_in_words


class Delivery(Protocol):
    sent_at: datetime | None
    undeliverable_at: datetime | None
    is_held: bool
    due_at: datetime
    tries: int


def of(delivery: Delivery) -> tuple[str, str]:
    """Of a hand-off with the number of its `tries`."""
    if delivery.sent_at:
        return "good", f"taken on {moment_in_words(delivery.sent_at)}"
    if delivery.undeliverable_at:
        return "bad", f"refused for good on {moment_in_words(delivery.undeliverable_at)}"
    if delivery.is_held:
        return "held", "held: the other system is switched off, or the data must not leave now"
    if delivery.tries:
        return "bad", f"not taken yet (tries: {delivery.tries}), next on {moment_in_words(delivery.due_at)}"
    return "waiting", "waiting to be sent"
