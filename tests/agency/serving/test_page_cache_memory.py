"""What the page cache keeps is bounded, whatever anybody asks for."""

from functools import _lru_cache_wrapper

import pytest

from agency.serving import compression, plain_requests
from agency.serving.kept_answer import LONGEST_THOROUGH, OVERHEAD, KeptAnswer
from agency.serving.page_cache import PageCache
from agency.serving.shelf import SHARE, Entry, Shelf
from tests.agency.serving.page_cache_parts import GUIDE, MEGABYTE, Site, ask, cacheable_response

PAGES = ("/", "/guides/", "/privacy/", "/contact/", "/salaries/", "/feed.xml", "/sitemap.xml", "/llms.txt")
LONG = "x" * 30_000


def kept(words: str) -> Entry:
    return Entry(KeptAnswer.of(cacheable_response(words)), "1", float("inf"))


def remembered() -> dict[str, list[int]]:
    """How many answers each of the cache's functions remembers, and how many at most."""
    functions = [value for module in (plain_requests, compression) for value in vars(module).values()]
    caches = [one for one in functions if isinstance(one, _lru_cache_wrapper)]
    return {one.__name__: [one.cache_info().currsize, one.cache_info().maxsize or 0] for one in caches}


def test_what_was_not_asked_for_longest_goes_first() -> None:
    entry = kept("x" * 300)
    shelf = Shelf(8 * entry.answer.size)
    for path in PAGES:
        shelf.put((path, ""), entry)
    shelf.touch(("/", ""))
    shelf.put(("/accessibility/", ""), entry)

    assert list(shelf.entries) == [(path, "") for path in (*PAGES[2:], "/", "/accessibility/")]
    assert shelf.taken == shelf.size


def test_what_takes_the_place_of_another_is_counted_once() -> None:
    shelf = Shelf(MEGABYTE)
    for words in ("x" * 3_000, "y" * 30):
        shelf.put(("/", ""), kept(words))

    assert shelf.taken == 30 * 2 + OVERHEAD


def test_what_was_dropped_meanwhile_is_not_missed() -> None:
    Shelf(MEGABYTE).touch(("/", ""))


def test_an_answer_that_is_not_packed_is_counted_once() -> None:
    response = cacheable_response("x" * 3_000)
    del response.headers["Vary"]

    assert KeptAnswer.of(response).size == 3_000 + OVERHEAD


@pytest.mark.parametrize("words", ["x", "x" * 300, "".join(chr(33 + number * 7919 % 90) for number in range(20_000))])
def test_an_answer_takes_no_more_than_it_says(words: str) -> None:
    answer = KeptAnswer.of(cacheable_response(words))
    bodies = [answer.form(encoding).body for encoding in ("", "gzip", "br")]

    assert sum(len(part) for body in bodies for part in body) <= answer.size


def test_an_answer_too_large_for_the_memory_is_given_and_not_kept(always_fresh: None) -> None:
    site = Site(lambda number: cacheable_response("x" * 100_000), may_answer=True)
    cache = PageCache(site, SHARE * 200_000)

    assert len(ask(cache, "/").body) == 100_000
    assert not cache.taken


def test_what_is_not_kept_or_long_is_packed_quickly_under_a_tag_of_its_own() -> None:
    """A strong tag means the same bytes."""
    kept_page, other, long = (
        KeptAnswer.of(cacheable_response("word " * number)) for number in (99, 99, LONGEST_THOROUGH)
    )
    kept_page.is_kept = long.is_kept = True

    assert kept_page.form("br").etag != other.form("br").etag
    assert kept_page.form("").etag == other.form("").etag
    assert [answer.form("br").etag.endswith('-quick"') for answer in (kept_page, other, long)] == [False, True, True]


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/salaries/", "role={}"),
        ("/guides/", "page={}"),
        ("/covers/2/{:08x}-00000000-hills.svg", ""),
        ("/media/a{}.jpg", ""),
    ],
)
def test_addresses_without_end_do_not_push_out_the_pages(always_fresh: None, path: str, query: str) -> None:
    site = Site(lambda number: cacheable_response("x" * 10_000), may_answer=True)
    cache = PageCache(site, MEGABYTE)
    ask(cache, GUIDE)
    for number in range(100):
        ask(cache, path.format(number), query=query.format(number))
    asked = site.asked
    ask(cache, GUIDE)

    assert site.asked == asked == 101
    assert MEGABYTE // 8 < cache.taken <= MEGABYTE
    assert cache.endless.taken <= MEGABYTE // 4


def test_what_says_the_same_in_other_words_makes_no_other_page(always_fresh: None) -> None:
    site = Site(may_answer=True)
    cache = PageCache(site, MEGABYTE)
    for query in ("role=tester&page=1", "page=1&role=tester", "x=1&role=tester&y&page=1", "r%6fle=test%65r&page=%31"):
        ask(cache, "/salaries/", query=query)

    assert site.asked == 1


def test_a_parameter_that_is_there_twice_is_left_to_the_view(always_fresh: None) -> None:
    cache = PageCache(Site(may_answer=True), MEGABYTE)
    ask(cache, "/salaries/", query="role=tester&role=tester")

    assert not cache.taken


@pytest.mark.parametrize(
    "odd",
    [
        {"HTTP_HOST": LONG},
        {"HTTP_ACCEPT": LONG},
        {"HTTP_ACCEPT_ENCODING": LONG},
        {"path": f"/guides/{LONG}/"},
        {"query": LONG},
        {"query": "&".join("abcdefghijklmnopqrstuvwxyz")},
    ],
)
def test_what_is_absurdly_long_is_left_to_django_and_not_remembered(always_fresh: None, odd: dict[str, str]) -> None:
    site = Site(may_answer=True)
    cache = PageCache(site, MEGABYTE)
    before = remembered()
    ask(cache, **{"path": "/", **odd})  # type: ignore[arg-type]

    assert not cache.taken
    assert remembered() == before


def test_everything_that_is_remembered_of_requests_is_bounded() -> None:
    sizes = [most for _now, most in remembered().values()]

    assert len(sizes) == 5
    assert all(0 < most <= 4096 for most in sizes)
