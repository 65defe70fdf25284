"""When a kept page is old, who makes it anew, and who waits for that."""

import logging
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event, Lock
from typing import Any

import pytest
from django.db import OperationalError, ProgrammingError
from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string

from agency import home
from agency.monitoring.metrics import REQUESTS
from agency.serving import django_threads, freshness, page_cache
from agency.serving.freshness import CERTAIN_FOR, LOOK_UP_AFTER, PATIENCE, Freshness
from agency.serving.page_cache import PageCache
from tests.agency.serving.page_cache_parts import (
    MEGABYTE,
    Answer,
    Clock,
    Locked,
    NotedEvent,
    Site,
    ask,
    cacheable_response,
)
from tests.agency.serving.page_cache_parts import PATIENCE as TEST_PATIENCE

HOME = ("/", "")


class Database:
    """What the look-up finds; it can be away, and it can take its time."""

    def __init__(self) -> None:
        self.version = "1"
        self.looks = 0
        self.trouble: Exception | None = None
        self.is_asked, self.may_answer = Event(), Event()
        self.may_answer.set()

    def current(self, on: Any) -> str:
        self.looks += 1
        self.is_asked.set()
        assert self.may_answer.wait(TEST_PATIENCE)
        if self.trouble:
            raise self.trouble
        return self.version


@pytest.fixture
def database(clock: Clock, connection_stays: None, monkeypatch: pytest.MonkeyPatch) -> Database:
    database = Database()
    monkeypatch.setattr(freshness.content_version, "current", database.current)
    return database


@pytest.fixture
def readers() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(8) as threads:
        yield threads


def begun(readers: ThreadPoolExecutor, cache: PageCache, site: Site) -> tuple[Future[Answer], NotedEvent]:
    """A reader whose page the site is making, and the event for which others wait."""
    site.is_asked.clear()
    first = readers.submit(ask, cache, "/")
    assert site.is_asked.wait(TEST_PATIENCE)
    done = cache._being_made[HOME].is_done = NotedEvent()
    return first, done


def joined(readers: ThreadPoolExecutor, cache: PageCache, done: NotedEvent) -> Future[Answer]:
    """One more reader, who waits for the page."""
    reader = readers.submit(ask, cache, "/")
    assert done.waiting.acquire(timeout=TEST_PATIENCE)
    return reader


def body(reader: Future[Answer]) -> bytes:
    return reader.result(TEST_PATIENCE).body


# The version.


def test_the_version_is_looked_up_once_in_half_a_second(database: Database, clock: Clock) -> None:
    known = Freshness()
    for _ in range(3):
        assert known.look().version == "1"
    clock.now += LOOK_UP_AFTER - 0.01
    known.look()
    assert database.looks == 1

    clock.now += 0.01
    known.look()
    assert database.looks == 2


def test_its_age_counts_from_the_question_and_not_from_the_answer(
    database: Database, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slowly(on: Any) -> str:
        clock.now += 3
        return "1"

    monkeypatch.setattr(freshness.content_version, "current", slowly)

    assert Freshness().look().at == clock.now - 3


def test_nobody_waits_for_a_look_while_the_last_is_recent(
    database: Database, clock: Clock, readers: ThreadPoolExecutor
) -> None:
    known = Freshness()
    known.look()
    database.version = "2"
    database.may_answer.clear()
    database.is_asked.clear()
    clock.now += LOOK_UP_AFTER
    looking = readers.submit(known.look)
    assert database.is_asked.wait(TEST_PATIENCE)

    assert known.look().version == "1"
    database.may_answer.set()
    assert looking.result(TEST_PATIENCE).version == "2"


def test_everybody_waits_for_a_look_when_the_last_is_not(database: Database, clock: Clock) -> None:
    known = Freshness()
    known.look()
    clock.now += CERTAIN_FOR
    known._looking = lock = Locked()  # type: ignore[assignment]
    known.look()

    assert lock.timeouts == [PATIENCE]


def test_who_waited_for_a_look_does_not_look_again(database: Database, clock: Clock) -> None:
    known = Freshness()
    known.look()
    clock.now += CERTAIN_FOR

    class Taken:
        """Free once somebody else has looked."""

        def acquire(self, **_how: Any) -> bool:
            known._look_up()
            return True

        def release(self) -> None: ...

    known._looking = Taken()  # type: ignore[assignment]

    assert known.look().at == clock.now
    assert database.looks == 2


def test_a_database_that_says_nothing_is_away(
    database: Database, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    known = Freshness()
    known.look()
    clock.now += 10
    known._looking = Locked()  # type: ignore[assignment]

    assert known.look() == ("1", clock.now, False)
    clock.now += 10
    known.look()
    assert known._looking.timeouts == [PATIENCE, 0]  # type: ignore[attr-defined]
    assert [record.getMessage() for record in caplog.records] == ["the content version cannot be looked up: no answer"]


def test_a_database_that_never_answers_holds_nobody(
    database: Database, clock: Clock, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    database.may_answer.clear()
    known = Freshness()
    with monkeypatch.context() as impatience:
        impatience.setattr(freshness, "PATIENCE", 0.01)
        impatience.setattr(freshness, "LOOK_UP_AFTER", 0.01)  # how long the next wait
        for _ in range(3):
            clock.now += 1
            assert known.look() == (None, clock.now, False)
    database.may_answer.set()
    known._thread.submit(int).result(TEST_PATIENCE)  # what was asked first is answered by now
    clock.now += 1

    assert known.look() == ("1", clock.now, True)
    assert database.looks == 2
    assert [record.getMessage() for record in caplog.records] == [
        "the content version cannot be looked up: TimeoutError"
    ]


def test_a_database_that_fails_is_away_until_it_answers(
    database: Database, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    known = Freshness()
    known.look()
    database.trouble = OperationalError("gone, with the password")
    for _ in range(3):
        clock.now += 1
        assert known.look() == ("1", clock.now, False)
    database.trouble, database.version = None, "2"
    clock.now += 1

    assert known.look() == ("2", clock.now, True)
    assert [record.getMessage() for record in caplog.records] == [
        "the content version cannot be looked up: OperationalError"
    ]
    assert caplog.records[0].levelno == logging.WARNING


def test_a_question_that_nobody_answered_for_long_is_asked_again_at_once(
    database: Database, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody_answers(on: Any) -> str:
        clock.now += PATIENCE
        raise OperationalError

    known = Freshness()
    known.look()
    clock.now += LOOK_UP_AFTER
    with monkeypatch.context() as trouble:
        trouble.setattr(freshness.content_version, "current", nobody_answers)
        assert not known.look().is_certain

    assert known.look().is_certain


def test_what_held_before_is_known_for_a_moment(database: Database, clock: Clock) -> None:
    known = Freshness()
    known.look()
    clock.now += LOOK_UP_AFTER
    database.version = "2"
    known.look()

    assert known.held_lately("1")
    assert not known.held_lately("2")
    clock.now += CERTAIN_FOR - LOOK_UP_AFTER
    assert not known.held_lately("1")


def test_what_was_only_believed_to_hold_is_not_given_any_more(database: Database, clock: Clock) -> None:
    known = Freshness()
    known.look()
    database.trouble = OperationalError()
    clock.now += LOOK_UP_AFTER
    known.look()
    database.trouble, database.version = None, "2"
    clock.now += LOOK_UP_AFTER
    known.look()

    assert not known.held_lately("1")


# The page.


def counted() -> float:
    """What Prometheus hears of such answers."""
    return REQUESTS.labels("GET", "503")._value.get()


def unavailable(answer: Answer) -> bool:
    return (answer.status, answer.headers.get("Retry-After")) == (503, "60")


@pytest.mark.parametrize("trouble", [OperationalError, ProgrammingError])
def test_while_the_version_is_unknown_nothing_is_made_and_who_asks_is_told_so(
    database: Database, clock: Clock, trouble: type[Exception]
) -> None:
    database.trouble = trouble()
    site, before = Site(may_answer=True), counted()
    cache = PageCache(site, MEGABYTE)

    answers = [ask(cache, "/"), ask(cache, "/"), ask(cache, "/", "HEAD")]
    assert [answer.content.decode() for answer in answers] == [*[render_to_string("503.html")] * 2, ""]
    assert all(map(unavailable, answers))
    assert (site.asked, cache.taken, counted() - before) == (0, 0, 3)

    database.trouble = None
    clock.now += LOOK_UP_AFTER
    assert ask(cache, "/").body == b"1" * 300


def test_who_is_told_so_gets_what_django_says(cache: PageCache, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise OperationalError

    monkeypatch.setattr(home.Revision.objects, "published", fail)
    monkeypatch.setattr(cache._freshness, "_ask", fail)
    django = ask(cache.site, "/", HTTP_ACCEPT_ENCODING="gzip")
    ours = ask(cache, "/", HTTP_ACCEPT_ENCODING="gzip")

    assert (ours.status, ours.content) == (django.status, django.content)
    assert {**ours.headers, "ETag": "", "Content-Length": ""} == {**django.headers, "ETag": "", "Content-Length": ""}


def test_what_needs_no_database_is_made_all_the_same(database: Database) -> None:
    database.trouble = OperationalError()
    cache = PageCache(Site(may_answer=True), MEGABYTE)

    assert ask(cache, "/robots.txt").body == b"1" * 300
    assert not cache.taken


def test_what_goes_wrong_with_a_page_is_logged_under_the_number_of_its_request(database: Database) -> None:
    site, numbers = Site(may_answer=True), []

    def noting(environ: Any, start_response: Any) -> Any:
        numbers.append(environ["HTTP_X_REQUEST_ID"])
        return site(environ, start_response)

    ask(PageCache(noting, MEGABYTE), HTTP_X_REQUEST_ID="0123456789abcdef")

    assert numbers == ["0123456789abcdef"]


def test_nobody_waits_for_a_page_of_a_database_that_went_away_meanwhile(
    database: Database, clock: Clock, monkeypatch: pytest.MonkeyPatch, readers: ThreadPoolExecutor
) -> None:
    """Not even who asked for it first: the query may never be answered."""
    monkeypatch.setattr(page_cache, "LOOK_UP_AFTER", 0.01)
    site, threads = Site(), ThreadPoolExecutor(1)
    cache = PageCache(site, MEGABYTE, lambda environ, take: threads.submit(django_threads.ask, site, environ, take))
    first, done = begun(readers, cache, site)
    other = joined(readers, cache, done)
    database.trouble = OperationalError()
    clock.now += LOOK_UP_AFTER

    assert unavailable(first.result(TEST_PATIENCE))
    assert unavailable(other.result(TEST_PATIENCE))
    site.may_answer.set()
    threads.shutdown()
    assert not cache._being_made


def test_what_is_kept_stands_while_the_database_is_away_and_nothing_is_added(database: Database, clock: Clock) -> None:
    cache = PageCache(Site(may_answer=True), MEGABYTE)
    page = ask(cache, "/")
    taken = cache.taken
    database.trouble = OperationalError()
    for _ in range(3):
        clock.now += 60
        assert ask(cache, "/") == page
    assert unavailable(ask(cache, "/guides/"))
    assert cache.taken == taken


def test_readers_who_come_at_once_make_the_page_once(database: Database, readers: ThreadPoolExecutor) -> None:
    site = Site()
    cache = PageCache(site, MEGABYTE)
    first, done = begun(readers, cache, site)
    others = [joined(readers, cache, done) for _ in range(7)]
    site.may_answer.set()

    assert {body(reader) for reader in (first, *others)} == {b"1" * 300}
    assert (site.asked, site.closed) == (1, 1)


def test_who_comes_while_a_page_is_made_anew_gets_the_one_that_held_a_moment_ago(
    database: Database, clock: Clock, readers: ThreadPoolExecutor
) -> None:
    site = Site(may_answer=True)
    cache = PageCache(site, MEGABYTE)
    ask(cache, "/")
    site.may_answer.clear()
    database.version = "2"
    clock.now += LOOK_UP_AFTER
    first, done = begun(readers, cache, site)

    assert ask(cache, "/").body == b"1" * 300
    clock.now += CERTAIN_FOR - LOOK_UP_AFTER
    late = joined(readers, cache, done)
    site.may_answer.set()
    assert body(first) == body(late) == b"2" * 300


def test_a_page_whose_day_ended_is_not_given_while_it_is_made_anew(
    database: Database, clock: Clock, readers: ThreadPoolExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    ends = page_cache.time() + 0.1
    monkeypatch.setattr(page_cache, "_until", lambda response: ends)
    site = Site(may_answer=True)
    cache = PageCache(site, MEGABYTE)
    ask(cache, "/")
    site.may_answer.clear()
    database.version = "2"
    clock.now += LOOK_UP_AFTER
    first, done = begun(readers, cache, site)
    late = joined(readers, cache, done)
    site.may_answer.set()

    assert body(first) == body(late) == b"2" * 300


def test_who_comes_long_after_a_page_was_begun_gets_one_that_was_begun_later(
    database: Database, clock: Clock, readers: ThreadPoolExecutor
) -> None:
    site = Site()
    cache = PageCache(site, MEGABYTE)
    first, done = begun(readers, cache, site)
    clock.now += CERTAIN_FOR
    database.version = "2"
    late = joined(readers, cache, done)
    site.may_answer.set()

    assert body(first) == b"1" * 300
    assert body(late) == b"2" * 300


def test_nobody_waits_a_second_time_for_a_page_that_was_begun_after_they_came(
    database: Database, clock: Clock, readers: ThreadPoolExecutor
) -> None:
    """However long it takes: nothing could be fresher for them."""
    site = Site()
    cache = PageCache(site, MEGABYTE)
    first, done = begun(readers, cache, site)
    second = joined(readers, cache, done)
    clock.now += 60
    cache._being_made[HOME].began = clock.now - 60  # as it is: begun when they came
    site.may_answer.set()

    assert body(first) == body(second) == b"1" * 300
    assert site.asked == 1


def test_a_page_that_takes_too_long_is_made_for_one_reader_alone(
    database: Database, readers: ThreadPoolExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_cache, "SECONDS", 0)
    site = Site()
    cache = PageCache(site, MEGABYTE)
    first, done = begun(readers, cache, site)
    other = joined(readers, cache, done)
    site.may_answer.set()

    assert body(first) == b"1" * 300
    assert body(other) == b"2" * 300


def test_a_page_that_was_kept_since_we_looked_is_not_made_again(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = Site(may_answer=True)
    cache = PageCache(site, MEGABYTE)
    look, found = cache._freshness.look, []

    def another_reader_is_faster() -> Any:
        found.append(1)
        if len(found) == 2:
            ask(cache, "/")
        return look()

    monkeypatch.setattr(cache._freshness, "look", another_reader_is_faster)

    assert ask(cache, "/").body == b"1" * 300
    assert site.asked == 1


def test_when_making_a_page_breaks_off_each_asks_for_themselves(
    database: Database, readers: ThreadPoolExecutor
) -> None:
    def answer(number: int) -> HttpResponseBase:
        if number == 1:
            raise ConnectionAbortedError
        return cacheable_response(str(number) * 300)

    site = Site(answer)
    cache = PageCache(site, MEGABYTE)
    first, done = begun(readers, cache, site)
    other = joined(readers, cache, done)
    site.may_answer.set()

    with pytest.raises(ConnectionAbortedError):
        first.result(TEST_PATIENCE)
    assert body(other) == b"2" * 300
    assert not cache._being_made


def streaming(number: int) -> HttpResponseBase:
    return StreamingHttpResponse([str(number).encode() * 300])


def with_a_cookie(number: int) -> HttpResponseBase:
    response = cacheable_response(str(number) * 300)
    response.set_cookie("number", str(number))
    return response


def by_language(number: int) -> HttpResponseBase:
    response = cacheable_response(str(number) * 300)
    response.headers["Vary"] = "Accept-Encoding, Accept-Language"
    return response


@pytest.mark.parametrize("answer", [streaming, with_a_cookie, by_language])
def test_what_is_for_one_reader_goes_to_nobody_else(
    database: Database, readers: ThreadPoolExecutor, answer: Any
) -> None:
    site = Site(answer)
    cache = PageCache(site, MEGABYTE)
    first, done = begun(readers, cache, site)
    others = [joined(readers, cache, done) for _ in range(2)]
    site.may_answer.set()

    assert sorted(body(reader)[:1] for reader in (first, *others)) == [b"2", b"3", b"4"]
    assert (site.closed, cache.taken) == (4, 0)


@pytest.mark.parametrize("status", [302, 404, 500, 503])
def test_what_is_the_same_for_all_is_shared_by_who_waits_and_not_kept(
    database: Database, readers: ThreadPoolExecutor, status: int
) -> None:
    """Also an error: in trouble, the site is not asked once more for each of them."""
    site = Site(lambda number: HttpResponse(str(number) * 300, status=status))
    cache = PageCache(site, MEGABYTE)
    first, done = begun(readers, cache, site)
    other = joined(readers, cache, done)
    site.may_answer.set()

    assert body(first) == body(other) == b"1" * 300
    assert first.result().status == status
    assert ask(cache, "/").body == b"2" * 300
    assert not cache.taken


def test_a_page_that_becomes_private_is_not_kept_any_more(database: Database, clock: Clock) -> None:
    cache = PageCache(
        Site(lambda number: cacheable_response("1") if number == 1 else with_a_cookie(number), may_answer=True),
        MEGABYTE,
    )
    ask(cache, "/")
    database.version = "2"
    clock.now += LOOK_UP_AFTER

    assert [ask(cache, "/").body[:1] for _ in range(2)] == [b"3", b"5"]


def test_head_makes_the_whole_page_for_others(database: Database) -> None:
    site = Site(may_answer=True)
    cache = PageCache(site, MEGABYTE)
    head = ask(cache, "/", "HEAD")

    assert ask(cache, "/") == head._replace(body=b"1" * 300)
    assert site.asked == 1


def test_each_encoding_is_packed_once(
    database: Database, readers: ThreadPoolExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    from agency.serving import compression

    packed, pack, lock = [], compression.compressed, Lock()

    def note(content: bytes, encoding: str, quality: Any) -> bytes:
        with lock:
            packed.append(encoding)
        return pack(content, encoding, quality)

    monkeypatch.setattr(compression, "compressed", note)
    cache = PageCache(Site(may_answer=True), MEGABYTE)
    asked = [readers.submit(ask, cache, "/", HTTP_ACCEPT_ENCODING=way) for way in ("", "gzip", "br", "gzip, br") * 4]
    bodies = {body(reader) for reader in asked}

    assert sorted(packed) == ["", "br", "gzip"]
    assert len(bodies) == 3
