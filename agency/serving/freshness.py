"""How fresh what a process knows is: which content version is in force, and when that was last certain."""

import logging
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from time import monotonic
from typing import NamedTuple

from django.db import Error

from articles.lib.databases import own_connection
from articles.models import content_version

LOOK_UP_AFTER = 0.5  # seconds
# What was last certain so long ago is given to nobody who can be given better; until it is a second old, it travels.
CERTAIN_FOR = 0.7
# For so long readers wait for a database that says nothing; then it is away, and what is kept stands. With the half
# second in which nobody looks, that is two seconds in all.
PATIENCE = 1.4  # seconds
CONNECTING = 2  # seconds; PostgreSQL's own library takes no fewer

log = logging.getLogger(__name__)


class Known(NamedTuple):
    """A content version, None while none was ever found, and the moment of this machine's clock at which it was in force.

    While the database is away, nothing is certain, and the version that was seen last stands.
    """

    version: str | None
    at: float
    is_certain: bool = True

    def is_younger_than(self, seconds: float) -> bool:
        return monotonic() - self.at < seconds


LONG_AGO = Known(None, float("-inf"))


class Freshness:
    """The content version, looked up at most once in half a second by whoever happens to come then.

    On a connection and a thread of its own: whoever waits for one of Django's threads, or for the database to come back to
    them, would learn too late that it is back; and a question that is never answered must not hold a reader. Both begin
    with the first look, so in the process that serves.

    While the database does not answer, the version that was seen last stands: a page that may be old is worth more
    than none.
    """

    def __init__(self) -> None:
        self.known = self._before = LONG_AGO
        self._looking = Lock()
        self._connection = own_connection(CONNECTING)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="freshness")

    def look(self) -> Known:
        """The version in force, as far as this process can know."""
        known = self.known
        if known.is_younger_than(LOOK_UP_AFTER):
            return known
        must_wait = known.is_certain and not known.is_younger_than(CERTAIN_FOR)
        if self._looking.acquire(timeout=PATIENCE if must_wait else 0):
            try:
                if not self.known.is_younger_than(LOOK_UP_AFTER):
                    self._look_up()
            finally:
                self._looking.release()
        elif must_wait:
            self._stand("no answer", monotonic())
        return self.known

    def held_lately(self, version: str | None) -> bool:
        """Whether this was in force a moment ago, before the present version."""
        return version == self._before.version and self._before.is_younger_than(CERTAIN_FOR)

    def _look_up(self) -> None:
        asked_at = monotonic()
        question = self._thread.submit(self._ask)
        try:
            # Once it has said nothing for so long, nobody else waits for as long.
            version = question.result(PATIENCE if self.known.is_certain else LOOK_UP_AFTER)
        except (Error, TimeoutError) as error:
            question.cancel()  # one that still waits behind another
            self._stand(type(error).__name__, asked_at)
            return
        if version != self.known.version:
            self._before = self.known if self.known.is_certain else LONG_AGO
        self.known = Known(version, asked_at)

    def _ask(self) -> str:
        try:
            self._connection.close_if_unusable_or_obsolete()
            return content_version.current(self._connection)
        except Error:
            self._connection.close()
            raise

    def _stand(self, trouble: str, asked_at: float) -> None:
        """A question to which there was no answer for long is asked again at once: the database may be back by now."""
        if self.known.is_certain:
            log.warning("the content version cannot be looked up: %s", trouble)
        self.known = Known(self.known.version, asked_at, is_certain=False)
