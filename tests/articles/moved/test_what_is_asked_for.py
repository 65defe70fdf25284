"""Hits of old addresses, and what is asked for in vain: counted, never of whom, bounded, and forgotten."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import OperationalError
from django.test import Client
from django.utils import timezone

from agency.serving.page_cache import PageCache
from articles.models import MissedAddress, OldAddress, content_version
from articles.moved import counting, forgetting, missed
from articles.moved.recording import record
from tests import cast
from tests.agency.serving.conftest import cache, clock, connection_stays  # noqa: F401 - they are fixtures
from tests.agency.serving.page_cache_parts import ask
from tests.articles import staff

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_was_asked_for() -> Iterator[None]:
    for kept in (counting._hit, counting._missed, counting._hits, counting._misses):
        kept.clear()
    yield
    for kept in (counting._hit, counting._missed, counting._hits, counting._misses):
        kept.clear()


def in_vain() -> dict[str, int]:
    counting.write_down()
    return dict(MissedAddress.objects.values_list("path", "times"))


def test_each_answer_of_a_row_is_a_hit_and_renews_no_page() -> None:
    record("/a", "/people/")
    record("/b", "gone")
    client, version = Client(), content_version.current()
    for path in ("/a", "/A/", "/a/amp/", "/b"):
        client.get(path)
    client.head("/b")

    assert counting.write_down() == 5
    today = timezone.localdate()
    assert list(OldAddress.objects.order_by("address").values_list("hits", "last_hit")) == [(3, today), (2, today)]
    assert content_version.current() == version


def test_staff_are_not_counted() -> None:
    record("/a", "/people/")
    client = Client()
    client.force_login(staff.reader())
    client.get("/a")
    client.get("/nothing")

    assert counting.write_down() == 0


def test_a_path_that_nothing_answers_is_counted_however_it_is_written_and_without_its_query() -> None:
    client = Client()
    cast.live_guide("late")
    for address in ("/guides/late", "/our-post/", "/our-post?name=Jane", "/Our-Post", "/caf%C3%A9", "/guides/unknown/"):
        client.get(address)

    assert {path.lower(): times for path, times in in_vain().items()} == {
        "/our-post": 3,
        "/café": 1,
        "/guides/unknown": 1,
    }


@pytest.mark.parametrize(
    "path",
    [
        "/wp-login.php", "/.env", "/.git/config", "/wp-admin/setup-config.php", "/vendor/phpunit/x", "/backup.zip", "/xmlrpc.php",
        "/cgi-bin/luci", "/a/../etc/passwd", "/<script>", "/actuator/health", "/wp-json/wp/v2/users", "/apple-touch-icon.png",
        "/unsubscribe/jane@mail.example", "/unsubscribe/jane%40mail.example", "/call/07700900123", "/reset/3f9a1c0be5d2487f9a",
        "/token/" + "a1" * 12, "/order/123e4567-e89b-12d3-a456-426614174000", "/" + "a" * 201, "/?p=999",
        "/admin/nothing/", "/enquiries/status/a-signed-link/", "/guides/shared/a-signed-link/", "/accounts/nothing/",
        "/enquiries/status/a-signed/link/",
    ],
)  # fmt: skip
def test_scans_and_what_may_name_somebody_are_not_noted(path: str) -> None:
    assert Client().get(path).status_code in (302, 404)
    assert in_vain() == {}


def test_what_cannot_be_written_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    Client().get("/our-post")
    with monkeypatch.context() as broken:
        broken.setattr(counting, "_write_misses", away)
        with pytest.raises(OperationalError):
            counting.write_down()

    assert in_vain() == {"/our-post": 1}


def away() -> None:
    raise OperationalError


def test_the_table_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "MOST_MISSED", 2)
    for path in ("/one", "/two", "/three", "/one"):
        counting.missed(path)

    assert in_vain() == {"/one": 2, "/three": 1}
    counting.missed("/one")
    counting.missed("/four")
    assert in_vain() == {"/one": 3, "/three": 1}


def test_what_nobody_asks_for_any_more_is_forgotten() -> None:
    today = timezone.localdate()
    for path, times, days in (("/often", 9, 56), ("/long-ago", 9, 57), ("/rare", 2, 14), ("/rare-ago", 2, 15)):
        day = today - timedelta(days=days)
        MissedAddress.objects.create(path=path, key=path, times=times, first_day=day, last_day=day)

    assert forgetting.forget_old() == 2
    assert set(MissedAddress.objects.values_list("path", flat=True)) == {"/often", "/rare"}


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("/blog/what-a-tech-lead-does", "What a tech lead does"),
        ("/2019/tech-leads", "What a tech lead does"),
        ("/what-a-tehc-laed-does", "What a tech lead does"),
        ("/hiring/privacy-policy.html", "Privacy notice"),
        ("/categories/data", "Topic data"),
        ("/christmas", "what /christmas-party leads to"),
        ("/zebra", None),
    ],
)
def test_what_is_like_it_is_proposed(path: str, meant: str | None) -> None:
    cast.live_guide("what-a-tech-lead-does", title="What a tech lead does")
    record("/christmas-party", "/people/")

    proposal = missed.Known().nearest(path)

    assert (proposal.title if proposal else None) == meant


# Through the page cache


def test_an_old_address_on_the_front_page_is_answered_past_the_cache_each_time(cache: PageCache) -> None:  # noqa: F811
    record("/?p=12", "/people/")
    ask(cache, "/")
    kept = cache.taken

    answers = [ask(cache, "/", query="p=12&utm_source=x") for _ in range(2)]

    assert [(one.status, one.headers["Location"]) for one in answers] == [(301, "/people/?utm_source=x")] * 2
    assert ask(cache, "/", query="p=13").status == 404
    assert ask(cache, "/", query="utm_source=x").body == ask(cache, "/").body
    assert cache.taken == kept
    assert counting.write_down() == 2


def test_an_old_address_that_looks_like_a_guides_is_counted_once_and_keeps_its_query(cache: PageCache) -> None:  # noqa: F811
    record("/guides/elsewhere/", "/people/")

    answer = ask(cache, "/guides/elsewhere/", query="utm_source=x")

    assert (answer.status, answer.headers["Location"]) == (301, "/people/?utm_source=x")
    assert (counting.write_down(), OldAddress.objects.get().hits) == (1, 1)
    assert not cache.taken
