"""Once the database is back, nobody waits for connections that it broke."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.wsgi import get_wsgi_application
from django.db import connection

from agency.serving import django_threads
from agency.serving.freshness import Freshness
from agency.serving.plain_requests import plain_request
from articles.lib.databases import own_connection
from articles.models import content_version
from tests.agency.serving.page_cache_parts import Clock

pytestmark = pytest.mark.django_db(transaction=True)
BREAK = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()"


@pytest.fixture
def known(clock: Clock) -> Iterator[Freshness]:
    known = Freshness()
    yield known
    known._connection.close()


def break_connections() -> None:
    """All but this one, as a restart of the database does; on SQLite there is nothing to break."""
    if connection.vendor == "postgresql":
        breaker = own_connection(2)
        with breaker.cursor() as cursor:
            cursor.execute(BREAK)
        breaker.close()


def test_a_look_sees_what_others_committed(known: Freshness, clock: Clock) -> None:
    before = known.look().version
    content_version.renew()
    clock.now += 1

    assert known.look().version not in ("", before)


def test_threads_look_on_one_connection(known: Freshness, clock: Clock) -> None:
    known.look()
    line = known._connection.connection
    clock.now += 1
    with ThreadPoolExecutor(1) as thread:
        assert thread.submit(known.look).result(10).is_certain

    assert known._connection.connection is line


def test_the_next_look_knows_the_version(known: Freshness, clock: Clock) -> None:
    content_version.renew()
    version = known.look().version
    break_connections()
    connection.close()  # the test's own
    clock.now += 1

    assert known.look() == (version, clock.now, True)


def test_the_next_page_is_whole() -> None:
    site, request = get_wsgi_application(), plain_request(("/guides/", ""))

    def status() -> int:
        return django_threads.ask(site, dict(request), lambda response: response.status_code)

    assert status() == 200
    break_connections()
    assert status() == 200
