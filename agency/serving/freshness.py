"""How fresh what a process knows is: which content version is in force, and when that was last certain."""

import logging
from threading import Lock
from time import monotonic
from typing import NamedTuple
from uuid import UUID

from django.db import Error, close_old_connections

from articles.models import content_version

LOOK_UP_AFTER = 0.5  # seconds
# Nobody is answered with what was last certain a second ago; the rest is for the way to them.
CERTAIN_FOR = 0.9

log = logging.getLogger(__name__)


class Known(NamedTuple):
    """A content version, and the moment of this machine's clock at which it was last seen to be in force."""

    version: UUID | None
    at: float

    def is_younger_than(self, seconds: float) -> bool:
        return monotonic() - self.at < seconds


LONG_AGO = Known(None, float("-inf"))


class Freshness:
    """The content version, looked up at most once in half a second by whoever happens to come then.

    While the database does not answer, the version that was seen last stands: a page that may be old is worth more
    than none.
    """

    def __init__(self) -> None:
        self._known = self._before = LONG_AGO
        self._is_away = False
        self._looking = Lock()

    def look(self) -> Known:
        """The version in force, as far as this process can know."""
        if self._known.is_younger_than(LOOK_UP_AFTER):
            return self._known
        may_wait = not self._is_away and not self._known.is_younger_than(CERTAIN_FOR)
        if self._looking.acquire(may_wait, CERTAIN_FOR if may_wait else -1):
            try:
                if not self._known.is_younger_than(LOOK_UP_AFTER):
                    self._look_up()
            finally:
                self._looking.release()
        return self._known

    def held_lately(self, version: UUID | None) -> bool:
        """Whether this was in force less than a second ago, before the present version."""
        return version == self._before.version and self._before.is_younger_than(CERTAIN_FOR)

    def _look_up(self) -> None:
        asked_at = monotonic()
        close_old_connections()
        try:
            found = Known(content_version.current(), asked_at)
        except Error as error:
            if not self._is_away:
                log.warning("the content version cannot be looked up: %s", type(error).__name__)
            self._is_away, self._known = True, Known(self._known.version, monotonic())
            return
        finally:
            close_old_connections()
        if found.version != self._known.version:
            self._before = self._known
        self._is_away, self._known = False, found
