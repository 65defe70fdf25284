"""What the site shows, kept in each process for as long as the content version is the one under which it was read.

Nothing is older than the version that the request itself found: whoever published sees it in their next request, with or
without the page cache. On PostgreSQL a page that the cache may keep looks the version up in the snapshot of all its queries.
"""

from collections.abc import Callable
from contextlib import suppress
from contextvars import ContextVar
from functools import cached_property, wraps
from typing import Any

from django.db import DatabaseError
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from articles.models import content_version

SAFE = frozenset({"GET", "HEAD"})
SERVER_ERROR = 500
MOST = 2000  # topics, people, roles and the lists of each

# What was read, and of what: the function that reads, and what it was given.
type Asked = tuple[Callable[..., Any], tuple[Any, ...]]
_kept: dict[Asked, tuple[str, Any]] = {}


class Reading:
    """A request that changes nothing; it looks the version up once, and only if it has to."""

    def __init__(self) -> None:
        self.found: dict[Asked, Any] = {}

    @cached_property
    def version(self) -> str:
        return content_version.current()

    def recall(self, asked: Asked) -> Any:
        """What is kept of this version, or read now."""
        now = self.version  # first: what is read later may be newer, but never older
        version, value = _kept.get(asked, ("", None))
        if now and version == now:
            return value
        if asked not in self.found:
            read, given = asked
            self.found[asked] = read(*given)
        return self.found[asked]

    def keep(self) -> None:
        """Keeps what was read, unless anything was published meanwhile: some of it may be of before, some of after."""
        if not self.found:
            return
        with suppress(DatabaseError):  # the answer is there already
            if self.version and content_version.current() == self.version:
                if len(_kept) + len(self.found) > MOST:
                    _kept.clear()
                _kept.update((asked, (self.version, value)) for asked, value in self.found.items())


_reading: ContextVar[Reading | None] = ContextVar("reading", default=None)


class RememberingMiddleware:
    """Lets the requests that change nothing take what is `remembered`. Everywhere else it is read anew each time."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method not in SAFE:
            return self.get_response(request)
        reading = Reading()
        before = _reading.set(reading)
        try:
            response = self.get_response(request)
            if response.status_code < SERVER_ERROR:  # else the database may be away, and is not asked again
                reading.keep()
            return response
        finally:
            _reading.reset(before)


def remembered[*Given, Value](read: Callable[[*Given], Value]) -> Callable[[*Given], Value]:
    """Reads once for each content version and these plain values, what nobody may change afterwards.

    It may read only what renews the version whenever it is written (`Shown`), and nothing that depends on the time.
    """

    @wraps(read)
    def recalled(*given: *Given) -> Value:
        reading = _reading.get()
        found: Value = reading.recall((read, given)) if reading else read(*given)
        return found

    return recalled
