"""The page cache: which requests it answers, and with what."""

import gzip
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import brotli
import pytest
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.http import http_date

from agency.models import Identity
from agency.serving import freshness
from agency.serving.page_cache import PageCache
from articles.lib.days import tomorrow
from articles.models import Revision, Topic
from articles.publishing import publication
from tests import cast
from tests.agency.serving.page_cache_parts import GUIDE, Clock, ask


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
        {"SCRIPT_NAME": "/below"},
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


def test_the_date_of_the_sitemap_is_not_enough(cache: PageCache) -> None:
    """A guide that was withdrawn leaves it as old as it was, and another, in one second."""
    assert ask(cache, "/sitemap.xml", HTTP_IF_MODIFIED_SINCE=http_date()) == ask(cache, "/sitemap.xml")


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


def test_a_page_that_did_not_change_is_not_packed_again(cache: PageCache, clock: Clock) -> None:
    ask(cache, HTTP_ACCEPT_ENCODING="br")
    answer = cache.pages.entries[GUIDE, ""].answer
    Topic.objects.create(name="Other", slug="other", description="Other.")
    clock.now += 0.5
    ask(cache, HTTP_ACCEPT_ENCODING="br")

    assert cache.pages.entries[GUIDE, ""].answer is answer


def test_while_the_database_is_away_what_is_kept_stands(
    cache: PageCache, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = ask(cache)

    def away(on: Any) -> None:
        raise OperationalError

    monkeypatch.setattr(freshness.content_version, "current", away)
    for _ in range(5):
        clock.now += 10
        assert ask(cache) == page


def test_tomorrow_is_when_the_day_ends() -> None:
    assert timezone.localtime(tomorrow()).hour == 0
    assert timedelta(0) < tomorrow() - timezone.now() <= timedelta(days=1, hours=1)
