"""What happens on the site is counted by guide and day, and nothing of who it was."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from agency.serving.page_cache import PageCache
from articles.models import Article, AskedFor, GuideDay, GuideMonth, SiteDay, content_version
from articles.models.readership import What
from articles.readership import counting, forgetting, writing
from articles.readership.writing import Happening
from tests import cast
from tests.agency.serving.conftest import cache, clock, connection_stays  # noqa: F401 - they are fixtures
from tests.agency.serving.page_cache_parts import ask
from tests.articles.readership.test_readers import CHROME
from tests.articles.staff import editor

pytestmark = pytest.mark.django_db
READER = {"HTTP_USER_AGENT": CHROME}
A_DAY = timedelta(days=1)

type Counts = dict[tuple[str, ...], int]


@pytest.fixture(autouse=True)
def _nothing_has_happened() -> Iterator[None]:
    counting._happened.clear()
    counting._unwritten.clear()
    yield
    counting._happened.clear()
    counting._unwritten.clear()


@pytest.fixture
def reader() -> Client:
    return Client(headers={"user-agent": CHROME})


def counted(guide: Article) -> Counts:
    counting.write_down()
    rows = GuideDay.objects.filter(guide=guide, day=timezone.localdate()).values_list("what", "role", "number")
    return {tuple(filter(None, (what, role))): number for what, role, number in rows}


def asked() -> list[tuple[str, int]]:
    return list(AskedFor.objects.order_by("day", "pk").values_list("words", "number"))


# Views


def test_each_time_that_the_page_is_opened_is_a_view_also_when_nothing_changed(cache: PageCache) -> None:  # noqa: F811
    path, guide = address_of_the_guide()
    first = ask(cache, path, **READER)
    again = ask(cache, path, HTTP_IF_NONE_MATCH=first.headers["ETag"], **READER)
    for nobody in ({}, {"HTTP_USER_AGENT": "curl/8"}, {**READER, "HTTP_SEC_PURPOSE": "prefetch"}):
        ask(cache, path, **nobody)
    ask(cache, path, method="HEAD", **READER)
    ask(cache, path.rstrip("/") + ".md", **READER)
    ask(cache, path, HTTP_ACCEPT="text/markdown", **READER)
    ask(cache, "/guides/", **READER)
    with_cookie = ask(cache, path, HTTP_COOKIE="csrf=1", **READER)

    assert (first.status, again.status, with_cookie.status) == (200, 304, 200)
    assert counted(guide) == {("viewed",): 3}


def test_a_kept_page_is_counted_without_the_database(
    cache: PageCache,  # noqa: F811
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    path, guide = address_of_the_guide()
    ask(cache, path)
    with django_assert_num_queries(0):
        for _ in range(5):
            ask(cache, path, **READER)

    assert counted(guide) == {("viewed",): 5}


def test_without_the_page_cache_views_are_counted_as_well(reader: Client) -> None:
    guide = cast.live_guide()
    reader.get(f"/guides/{guide.slug}/")
    etag = reader.get(f"/guides/{guide.slug}/").headers["ETag"]
    reader.get(f"/guides/{guide.slug}/", headers={"if-none-match": etag})
    reader.head(f"/guides/{guide.slug}/")

    assert counted(guide) == {("viewed",): 3}


def test_staff_who_are_signed_in_are_no_readers(reader: Client) -> None:
    guide = cast.live_guide()
    reader.force_login(editor())
    reader.get(f"/guides/{guide.slug}/")
    reader.get("/search/?q=words")
    reader.get(f"/enquiries/new/?from=/guides/{guide.slug}/")

    assert counted(guide) == {}


# Enquiries that were started


def test_a_form_that_is_opened_from_a_guide_is_started_by_role(reader: Client) -> None:
    guide = cast.live_guide()
    for role in ("client", "client", "candidate", "", "nonsense"):
        reader.get(f"/enquiries/new/?from=/guides/{guide.slug}/&role={role}")
    for elsewhere in ("", "/", "/guides/unknown/", "\x00"):
        reader.get("/enquiries/new/", {"from": elsewhere, "role": "client"})

    assert counted(guide) == {("started", "client"): 2, ("started", "candidate"): 1, ("started",): 2}


# Searches


def test_a_search_is_counted_with_the_guides_that_it_shows(reader: Client) -> None:
    guide = cast.live_guide()
    word = guide.title.split()[-1]
    for text in (word, word.upper(), "zyzzyva", "   "):
        reader.get("/search/", {"q": text})

    assert counted(guide) == {("found",): 2}
    totals = SiteDay.objects.exclude(what=What.FOUND).order_by("what").values_list("what", "number")
    assert dict(totals) == {"missed": 1, "searched": 3}


def test_words_are_readable_once_the_same_was_asked_on_three_days() -> None:
    guide = cast.live_guide()
    today = timezone.localdate()
    for ago, times in ((2, 5), (1, 1)):
        for _ in range(times):
            counting.searched("Data  Engineer", [guide.pk], is_first_page=True, is_missed=False)
        counting.write_down(today - ago * A_DAY)
    assert asked() == [("", 5), ("", 1)]

    counting.searched("data engineer", [guide.pk], is_first_page=True, is_missed=False)
    counting.write_down(today)

    assert asked() == [("data engineer", 5), ("data engineer", 1), ("data engineer", 1)]


@pytest.mark.parametrize("text", ["sam@example.org", "07700 900123", "https://example.org/sam", "word " * 20])
def test_what_may_belong_to_one_person_is_counted_and_never_kept(text: str) -> None:
    counting.searched(text, [], is_first_page=True, is_missed=True)
    counting.write_down()

    assert asked() == []
    assert dict(SiteDay.objects.values_list("what", "number")) == {"missed": 1, "searched": 1}


# Writing


def test_nodes_and_days_add_up_and_no_page_is_made_again() -> None:
    guide, version = cast.live_guide(), None
    version = content_version.current()
    last, first = date(2026, 3, 31), date(2026, 4, 1)
    for day in (last, first, first):
        writing.add_all(Counter({(day, Happening(What.VIEWED, guide.pk)): 2, (day, Happening(What.SEARCHED)): 1}))

    assert list(GuideDay.objects.order_by("day").values_list("day", "number")) == [(last, 2), (first, 4)]
    assert list(GuideMonth.objects.order_by("day").values_list("day", "number")) == [(date(2026, 3, 1), 2), (first, 4)]
    assert list(SiteDay.objects.filter(what=What.VIEWED).order_by("day").values_list("number", flat=True)) == [2, 4]
    assert content_version.current() == version


def test_what_happened_before_midnight_is_of_the_day_before() -> None:
    guide = cast.live_guide()
    counting.viewed(guide.pk)
    counting.write_down(date(2026, 3, 31))
    counting.viewed(guide.pk)
    counting.write_down(date(2026, 4, 1))

    days = GuideDay.objects.order_by("day").values_list("day", "number")
    assert list(days) == [(date(2026, 3, 31), 1), (date(2026, 4, 1), 1)]


def test_a_deleted_guide_keeps_nothing_from_being_written() -> None:
    guide = cast.live_guide()
    counting.viewed(guide.pk)
    counting.viewed(guide.pk + 1)

    assert counting.write_down() == 2
    assert counted(guide) == {("viewed",): 1}


def test_what_cannot_be_written_waits_as_far_as_there_is_room(monkeypatch: pytest.MonkeyPatch) -> None:
    guide = cast.live_guide()
    monkeypatch.setattr(counting, "MOST_KEPT", 2)
    with monkeypatch.context() as away:
        away.setattr(writing, "_known", broken)
        for text in ("some words", "others", "more"):
            counting.viewed(guide.pk)
            counting.searched(text, [], is_first_page=False, is_missed=True)
            with pytest.raises(OperationalError):
                counting.write_down()

    assert counting.write_down() == 4
    assert counted(guide) == {("viewed",): 3}


def broken(*_: Any) -> Any:
    raise OperationalError("away")


# Forgetting


def test_days_are_forgotten_after_25_months_and_words_after_90_days_but_no_month() -> None:
    guide, today = cast.live_guide(), timezone.localdate()
    for day in (today, today - forgetting.WORDS, today - forgetting.WORDS - A_DAY, today - forgetting.DAYS - A_DAY):
        counting.searched("words", [guide.pk], is_first_page=True, is_missed=False)
        counting.write_down(day)

    assert forgetting.forget_old() == 3
    assert (GuideDay.objects.count(), AskedFor.objects.count()) == (3, 2)
    assert sum(GuideMonth.objects.values_list("number", flat=True)) == 4


def address_of_the_guide() -> tuple[str, Article]:
    guide = Article.objects.get()
    return f"/guides/{guide.slug}/", guide
