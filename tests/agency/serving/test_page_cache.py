"""The page cache: right, fresh, the same for everybody, and bounded."""

import gzip
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from io import BytesIO
from threading import Event
from typing import Any, NamedTuple
from uuid import uuid4

import brotli
import pytest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import OperationalError, close_old_connections, connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from agency.models import Identity
from agency.serving import freshness, page_cache
from agency.serving.kept_answer import KeptAnswer
from agency.serving.page_cache import PageCache
from articles.models import Revision, Topic
from articles.publishing import publication
from tests import cast

GUIDE = "/guides/a-guide/"
MEGABYTE = 1024 * 1024


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes


class Clock:
    """The machine's clock, which passes when a test says so."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    for module in (freshness, page_cache):
        monkeypatch.setattr(module, "monotonic", clock)
    return clock


@pytest.fixture
def _connection_stays(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The connection of the test's transaction stays open, as with Django's test client."""
    monkeypatch.setattr(freshness, "close_old_connections", lambda: None)
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def cache(db: None, clock: Clock, _connection_stays: None) -> PageCache:
    """In front of the whole site."""
    cast.full_guide()
    return PageCache(get_wsgi_application(), 10 * MEGABYTE)


@pytest.fixture
def always_fresh(clock: Clock, _connection_stays: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every look finds another version, without a database."""
    monkeypatch.setattr(freshness.content_version, "current", uuid4)


def ask(
    application: Callable[..., Any], path: str = GUIDE, method: str = "GET", query: str = "", **extra: str
) -> Answer:
    """What a server's client gets; `extra` are lines of the WSGI environment."""
    started: list[Any] = []
    environ = {
        "REQUEST_METHOD": method,
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "HTTP_HOST": "localhost",
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(),
        "wsgi.errors": BytesIO(),
    } | extra
    result = application(environ, lambda status, headers, error=None: started.extend((status, headers)))
    body = b"".join(result)
    if hasattr(result, "close"):
        result.close()
    return Answer(int(started[0].split()[0]), dict(started[1]), body)


def queries(act: Callable[[], Any]) -> int:
    with CaptureQueriesContext(connection) as captured:
        act()
    return len(captured)


def test_the_second_reader_costs_no_query(cache: PageCache) -> None:
    first = ask(cache)

    assert queries(lambda: ask(cache)) == 0
    assert ask(cache) == first
    assert first.status == 200
    assert b"<h1" in first.body


def test_a_change_is_seen_after_half_a_second_and_costs_one_look(cache: PageCache, clock: Clock) -> None:
    before = ask(cache, "/")
    Identity.objects.update(tagline="We find people.")

    assert ask(cache, "/") == before
    clock.now += 0.5
    assert b"We find people." in ask(cache, "/").body
    clock.now += 0.5
    assert queries(lambda: ask(cache, "/")) == 1


def test_a_withdrawn_guide_is_gone_and_kept_as_gone(cache: PageCache, clock: Clock) -> None:
    ask(cache)
    publication.withdraw(Revision.objects.get().article, by=None)
    clock.now += 0.5

    assert ask(cache).status == 410
    assert queries(lambda: ask(cache)) == 0


def test_a_moved_guide_leads_on_and_that_is_kept(cache: PageCache) -> None:
    guide = Revision.objects.get().article
    guide.slug = "moved"
    guide.save()
    cast.live.publish(guide)

    assert ask(cache).headers["Location"] == "/guides/moved/"
    assert queries(lambda: ask(cache)) == 0


@pytest.mark.parametrize("path", ["/guides/nothing/", "/search/", "/enquiries/new/", "/healthz"])
def test_what_is_not_there_or_not_for_everybody_is_not_kept(cache: PageCache, path: str) -> None:
    ask(cache, path)

    assert not cache.taken


def test_who_has_a_cookie_is_answered_by_django(cache: PageCache) -> None:
    ask(cache, "/")
    Identity.objects.update(tagline="We find people.")

    assert b"We find people." in ask(cache, "/", HTTP_COOKIE="session=x").body
    assert b"We find people." not in ask(cache, "/").body


@pytest.mark.parametrize(
    "extra",
    [
        {"HTTP_AUTHORIZATION": "Basic eDp5"},
        {"HTTP_HOST": "evil.example"},
        {"HTTP_HOST": ""},
        {"wsgi.url_scheme": "https"},
        {"HTTP_ACCEPT": "text/markdown"},
        {"CONTENT_LENGTH": "3"},
        {"HTTP_TRANSFER_ENCODING": "chunked"},
        {"REQUEST_METHOD": "POST"},
    ],
)
def test_a_request_out_of_the_ordinary_is_answered_by_django(cache: PageCache, extra: dict[str, str]) -> None:
    ask(cache, **extra)

    assert not cache.taken


def test_each_encoding_is_the_same_page_with_a_tag_of_its_own(cache: PageCache) -> None:
    plain, packed, dense = (ask(cache, HTTP_ACCEPT_ENCODING=accepted) for accepted in ("", "gzip", "gzip, br"))

    assert gzip.decompress(packed.body) == plain.body == brotli.decompress(dense.body)
    assert [answer.headers.get("Content-Encoding") for answer in (plain, packed, dense)] == [None, "gzip", "br"]
    assert {answer.headers["Vary"] for answer in (plain, packed, dense)} == {"Accept-Encoding"}
    tags = {answer.headers["ETag"] for answer in (plain, packed, dense)}
    assert len(tags) == 3
    assert all(tag.startswith('"') for tag in tags)
    for answer in (plain, packed, dense):
        assert answer.headers["Content-Length"] == str(len(answer.body))


def test_head_says_the_same_without_the_body(cache: PageCache) -> None:
    whole = ask(cache)

    assert ask(cache, method="HEAD") == whole._replace(body=b"")


@pytest.mark.parametrize("tag", ["{}", "W/{}", '"other", {}', "*"])
def test_who_knows_the_page_hears_that_it_did_not_change(cache: PageCache, tag: str) -> None:
    whole = ask(cache)

    answer = ask(cache, HTTP_IF_NONE_MATCH=tag.format(whole.headers["ETag"]))

    assert (answer.status, answer.body) == (304, b"")
    assert answer.headers == {
        name: value for name, value in whole.headers.items() if name not in ("Content-Type", "Content-Length")
    }


@pytest.mark.parametrize("tag", ['"other"', "{}x", ""])
def test_who_knows_another_page_gets_this_one(cache: PageCache, tag: str) -> None:
    whole = ask(cache)

    assert ask(cache, HTTP_IF_NONE_MATCH=tag.format(whole.headers["ETag"])) == whole


def test_the_tag_of_another_encoding_is_not_enough(cache: PageCache) -> None:
    tag = ask(cache, HTTP_ACCEPT_ENCODING="br").headers["ETag"]

    assert ask(cache, HTTP_ACCEPT_ENCODING="gzip", HTTP_IF_NONE_MATCH=tag).status == 200


def test_the_sitemap_is_known_by_its_date(cache: PageCache) -> None:
    date = ask(cache, "/sitemap.xml").headers["Last-Modified"]

    assert ask(cache, "/sitemap.xml", HTTP_IF_MODIFIED_SINCE=date).status == 304
    assert ask(cache, "/sitemap.xml", HTTP_IF_MODIFIED_SINCE="Mon, 01 Jan 2001 00:00:00 GMT").status == 200
    assert ask(cache, "/sitemap.xml", HTTP_IF_MODIFIED_SINCE="soon").status == 200


def test_a_range_is_answered_with_the_whole(cache: PageCache) -> None:
    assert ask(cache, HTTP_RANGE="bytes=0-9") == ask(cache)


def test_parameters_that_the_view_does_not_read_make_no_other_page(cache: PageCache) -> None:
    page = ask(cache)
    taken = cache.taken

    assert ask(cache, query="utm_source=mail&fbclid=1") == page
    assert ask(cache, "/salaries/", query="role=tester&x=1&page=1") == ask(
        cache, "/salaries/", query="page=1&role=tester"
    )
    assert cache.taken < taken + 100_000


def test_one_page_of_many_is_not_another(cache: PageCache) -> None:
    first = ask(cache, "/salaries/")

    assert ask(cache, "/salaries/", query="role=data-engineer") != first
    assert ask(cache, "/salaries/", query="page=99").status == 404
    assert ask(cache, "/salaries/") == first


def test_a_page_that_depends_on_the_day_ends_with_it(cache: PageCache, clock: Clock) -> None:
    ask(cache, "/salaries/")
    clock.now += timedelta(days=1).total_seconds()

    assert queries(lambda: ask(cache, "/salaries/")) > 1
    ask(cache)
    clock.now += timedelta(days=1).total_seconds()
    assert queries(lambda: ask(cache)) == 1


def test_what_was_not_asked_for_longest_goes_first(always_fresh: None) -> None:
    first, *others = ("/", "/guides/", "/privacy/", "/contact/", "/salaries/", "/feed.xml", "/sitemap.xml", "/llms.txt")
    site = Site()
    site.may_answer.set()
    size = 8 * KeptAnswer.of(cacheable_response("x" * 300), is_kept=True).size
    cache = PageCache(site, size)
    for path in (first, *others, first, "/accessibility/"):
        ask(cache, path)

    assert (site.asked, cache.taken) == (9, size)
    for path in (*others[1:], first, "/accessibility/"):
        ask(cache, path)
    assert site.asked == 9
    ask(cache, others[0])
    assert site.asked == 10


def test_an_answer_too_large_for_the_memory_is_given_and_not_kept(always_fresh: None) -> None:
    cache = PageCache(saying("x" * 100_000), 900_000 // 2)

    assert len(ask(cache, "/").body) == 100_000
    assert not cache.taken


def test_a_page_that_did_not_change_is_not_packed_again(cache: PageCache, clock: Clock) -> None:
    ask(cache, HTTP_ACCEPT_ENCODING="br")
    answer = cache._entries[GUIDE, ""].answer
    Topic.objects.create(name="Other", slug="other", description="Other.")
    clock.now += 0.5
    ask(cache, HTTP_ACCEPT_ENCODING="br")

    assert cache._entries[GUIDE, ""].answer is answer


def test_while_the_database_is_away_what_is_kept_stands(
    cache: PageCache, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = ask(cache)

    def away() -> None:
        raise OperationalError

    monkeypatch.setattr(freshness.content_version, "current", away)
    for _ in range(5):
        clock.now += 10
        assert ask(cache) == page


def test_readers_who_come_at_once_make_the_page_once(always_fresh: None) -> None:
    site = Site()
    cache = PageCache(site, MEGABYTE)
    with ThreadPoolExecutor(8) as readers:
        asked = [readers.submit(ask, cache, "/") for _ in range(8)]
        site.is_asked.wait(10)
        site.may_answer.set()
        bodies = {one.result(10).body for one in asked}

    assert bodies == {b"1" * 300}
    assert site.asked == 1


def test_who_comes_while_a_page_is_made_anew_gets_the_one_before_for_less_than_a_second(
    always_fresh: None, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = Site()
    site.may_answer.set()
    cache = PageCache(site, MEGABYTE)
    ask(cache, "/")
    site.is_asked.clear()
    site.may_answer.clear()
    clock.now += 0.6
    with ThreadPoolExecutor(2) as readers:
        first = readers.submit(ask, cache, "/")
        site.is_asked.wait(10)
        assert ask(cache, "/").body == b"1" * 300
        clock.now += 0.35
        monkeypatch.setattr(cache._freshness, "_looking", Locked())
        late = readers.submit(ask, cache, "/")
        site.may_answer.set()

        assert first.result(10).body == late.result(10).body == b"2" * 300


def test_a_page_that_fails_is_not_kept(always_fresh: None) -> None:
    cache = PageCache(saying("Trouble", status=500), MEGABYTE)

    assert ask(cache, "/").status == 500
    assert not cache.taken


class Locked:
    """A lock that somebody else holds."""

    def acquire(self, *args: Any) -> bool:
        return False


class Site:
    """Says how often it was asked, once it may."""

    def __init__(self) -> None:
        self.asked = 0
        self.is_asked, self.may_answer = Event(), Event()

    def __call__(self, environ: Any, start_response: Any) -> HttpResponse:
        self.asked += 1
        number = self.asked
        self.is_asked.set()
        self.may_answer.wait(10)
        return cacheable_response(str(number) * 300)


def saying(words: str, status: int = 200) -> Callable[..., HttpResponse]:
    def site(environ: Any, start_response: Any) -> HttpResponse:
        response = cacheable_response(words) if status == 200 else HttpResponse(words, status=status)
        start_response(f"{response.status_code} {response.reason_phrase}", list(response.items()))
        return response

    return site


def cacheable_response(words: str) -> HttpResponse:
    response = HttpResponse(words, headers={"Vary": "Accept-Encoding", "Cache-Control": "public"})
    response.cacheable_until = None  # type: ignore[attr-defined]
    return response


def test_tomorrow_is_when_the_day_ends() -> None:
    from articles.lib.days import tomorrow

    assert timezone.localtime(tomorrow()).hour == 0
    assert timedelta(0) < tomorrow() - timezone.now() <= timedelta(days=1, hours=1)
