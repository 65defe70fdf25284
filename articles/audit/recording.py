"""Writing lines of the audit trail, and forgetting what is too old."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import timedelta
from typing import Any, NamedTuple

from django.db.models.functions import Now

from articles.audit.models import LONGEST, Entry

KEPT_FOR = timedelta(days=400)  # a year, and time to look back at it
Action = Entry.Action


class Actor(NamedTuple):
    """Who acts, and from where; both are looked at when a line is written, not before."""

    user: Any = None
    address: Callable[[], str] = str

    @property
    def name(self) -> str:
        return self.user.get_username() if self.user else ""


NOBODY = Actor()
_actor: ContextVar[Actor | None] = ContextVar("actor")


@contextmanager
def acting(user: Any, address: Callable[[], str]) -> Iterator[None]:
    """What is recorded inside was done by this user, from this address; outside, by the site itself."""
    yield from _with_actor(Actor(user, address))


@contextmanager
def unrecorded() -> Iterator[None]:
    """Nothing inside leaves a line: for what the site does while its own tables may not be there."""
    yield from _with_actor(None)


def _with_actor(actor: Actor | None) -> Iterator[None]:
    token = _actor.set(actor)
    try:
        yield
    finally:
        _actor.reset(token)


def record(action: Action, *about: str, who: str | None = None) -> None:
    """Writes a line for each thing that it was about, or one about nothing.

    They stand or fall with the transaction around them, if there is one. `about` must not be personal data of an
    enquirer: it outlives them. `who` is a user name, where it is not the one who acts.
    """
    if actor := _actor.get(NOBODY):
        name = actor.name if who is None else who
        Entry.objects.bulk_create(
            Entry(action=action, about=thing[:LONGEST], who=name, address=actor.address()) for thing in about or [""]
        )


def forget_old() -> int:
    """Deletes lines older than `KEPT_FOR`, and returns how many."""
    return Entry.objects.filter(at__lt=Now() - KEPT_FOR).delete()[0]
