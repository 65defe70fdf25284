"""The page cache in tests: in front of the site, by a clock of its own."""

from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, connection, connections

from agency.serving import freshness, page_cache
from agency.serving.page_cache import PageCache
from tests import cast
from tests.agency.serving.page_cache_parts import MEGABYTE, Clock


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock that runs and the one that tells the day pass together."""
    clock = Clock()
    started = page_cache.time() - clock.now
    for module in (freshness, page_cache):
        monkeypatch.setattr(module, "monotonic", clock)
    monkeypatch.setattr(page_cache, "time", lambda: started + clock.now)
    return clock


class TestConnection:
    """For looks: that of the test's transaction, which sees what the test wrote, and which nobody closes."""

    def __init__(self) -> None:
        self.of_the_test = connections["default"]

    def cursor(self) -> Any:
        return self.of_the_test.cursor()

    def close(self) -> None: ...

    close_if_unusable_or_obsolete = close


@pytest.fixture
def connection_stays(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The connection of the test's transaction stays open, as with Django's test client."""
    of_the_test = TestConnection()
    connection.inc_thread_sharing()  # with the thread that looks, while the test waits for it
    monkeypatch.setattr(freshness, "own_connection", lambda seconds: of_the_test)
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    connection.dec_thread_sharing()
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def cache(db: None, clock: Clock, connection_stays: None) -> PageCache:
    """In front of the whole site."""
    cast.full_guide()
    return PageCache(get_wsgi_application(), 10 * MEGABYTE)


@pytest.fixture
def always_fresh(clock: Clock, connection_stays: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every look finds another version, without a database."""
    versions = map(str, count())
    monkeypatch.setattr(freshness.content_version, "current", lambda on: next(versions))
