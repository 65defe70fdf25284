"""What is live is read again each night, and whoever looks after a guide is told what is new in it, once."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.gate import checks, inspection, nightly
from articles.gate.checks import CHECKS
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Place, Rule
from articles.gate.prose.document_text import DocumentText
from articles.models import Article, CheckRule, GuideEvent, LawChange, LiveLook
from articles.outbox.models import Message
from articles.publishing import publication
from articles.publishing.publication import PublishOptions
from articles.review import upkeep
from tests import cast

pytestmark = pytest.mark.django_db

FIRST = datetime(2026, 12, 1, 3, tzinfo=ZoneInfo("Europe/London"))
RULE = Rule(check="title-length", level=Level.WARNS, why="Why.", advice="Advice.")
sinking: set[str] = set()


def sinks(guide: DocumentText, _site: SiteContext) -> Iterator[Finding]:
    """Something that a page has from one day on though nobody touched it."""
    if guide.document.slug in sinking:
        yield RULE.found(Place(field="title"), f"“{guide.document.title}” has sunk.")


@pytest.fixture(autouse=True)
def _with_sinking(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(checks, "CHECKS", (*CHECKS, sinks))
    yield
    sinking.clear()


def person(name: str) -> Any:
    return get_user_model().objects.create_user(name, f"{name}@agency.example", is_staff=True)


def live(slug: str, owner: Any = None, **fields: Any) -> Article:
    return cast.full_guide(slug, owner=owner, **fields).article


def look(night: int) -> int:
    return nightly.look(lambda: False, FIRST + timedelta(days=night))


def mails() -> list[tuple[str, str]]:
    return list(Message.objects.filter(kind="gate_news").order_by("pk").values_list("recipient", "subject"))


def news(guide: Article) -> list[str]:
    return [entry["what"] for entry in LiveLook.objects.get(pk=guide.pk).news]


def test_the_first_look_tells_nobody_and_later_ones_only_what_is_new() -> None:
    kim, lee = person("kim"), person("lee")
    first, second, other = live("first", kim, title="Tea & <b>"), live("second", kim), live("third", lee)
    sinking.add("third")
    assert look(0) == 3
    assert mails() == []

    sinking.update({"first", "second"})
    assert look(1) == 3
    assert look(1) == 0
    assert look(2) == 3

    assert mails() == [("kim@agency.example", "The checks find something new in 2 live guides")]
    mail = Message.objects.get(kind="gate_news")
    assert "Tea & <b>\n" in mail.text
    assert "- “Tea & <b>” has sunk." in mail.text
    assert f"/admin/articles/article/{first.pk}/checks/" in mail.text
    assert "“Tea &amp; &lt;b&gt;” has sunk." in mail.html
    assert (len(news(first)), len(news(second)), news(other)) == (1, 1, [])


def test_what_is_mended_reviewed_or_published_is_no_news_any_more() -> None:
    guides = [live(slug, person(slug)) for slug in ("mended", "reviewed", "published")]
    look(0)
    sinking.update({"mended", "reviewed", "published"})
    look(1)
    assert [len(news(guide)) for guide in guides] == [1, 1, 1]

    sinking.remove("mended")
    upkeep.mark_reviewed(guides[1], by=None)
    publication.publish(guides[2], PublishOptions(note="Anew."), by=None)
    look(2)

    assert [news(guide) for guide in guides] == [[], [], []]
    assert len(mails()) == 3


def test_a_check_that_newly_finds_something_in_many_guides_is_one_line() -> None:
    kim = person("kim")
    CheckRule.objects.filter(name="title-length").update(level="silent")
    for number in range(6):
        live(f"guide-{number}", kim)
        sinking.add(f"guide-{number}")
    look(0)
    assert CheckRule.objects.get(name="title-length").found_live is None

    CheckRule.objects.filter(name="title-length").update(level="")
    look(1)

    assert mails() == [("kim@agency.example", "The checks find something new in 6 live guides")]
    text = Message.objects.get(kind="gate_news").text
    assert "The check “title length” now finds something in 6 of your guides." in text
    assert "has sunk" not in text
    assert CheckRule.objects.get(name="title-length").found_live == 6


def test_another_release_tells_only_what_would_hold_a_guide_back(monkeypatch: pytest.MonkeyPatch) -> None:
    guide = live("guide", person("kim"), title="Tea")
    look(0)
    monkeypatch.setattr(nightly, "edition", lambda: "another")
    sinking.add("guide")
    look(1)
    assert (mails(), news(guide)) == ([], [])

    sinking.clear()
    look(2)
    monkeypatch.setattr(nightly, "edition", lambda: "a third")
    sinking.add("guide")
    CheckRule.objects.filter(name="title-length").update(level="blocks")
    look(3)
    assert news(guide) == ["“Tea” has sunk."]
    assert mails() == [("kim@agency.example", "The checks find something new in a live guide")]


def test_a_look_that_is_stopped_goes_on_where_it_was() -> None:
    kim = person("kim")
    guides = [live(f"guide-{number}", kim) for number in range(4)]
    look(0)
    sinking.update(guide.slug for guide in guides)
    answers = iter([False, False, True])

    assert nightly.look(lambda: next(answers), FIRST + timedelta(days=1)) == 2
    assert mails() == []
    assert look(1) == 2

    assert mails() == [("kim@agency.example", "The checks find something new in 4 live guides")]


def test_a_page_that_cannot_be_read_keeps_no_other_from_being_looked_at(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(guide: DocumentText, _site: SiteContext) -> Iterator[Finding]:
        if guide.document.slug == "bad":
            raise ValueError("words of the page")
        yield from ()

    monkeypatch.setattr(checks, "CHECKS", (fails,))
    bad = live("bad")
    live("good")

    assert (look(0), look(0)) == (2, 0)
    assert caplog.messages == [f"guide {bad.pk} could not be looked at: ValueError"]


def test_a_change_of_the_law_lists_the_guides_that_touch_it_for_review(admin_client: Client) -> None:
    guide = live("guide", title="Umbrella companies")
    Article.objects.filter(pk=guide.pk).update(reviewed_on=date(2026, 4, 5), review_by=date(2027, 5, 1))
    look(0)
    look(1)

    guide.refresh_from_db()
    assert guide.review_by == date(2026, 12, 1)
    (event,) = guide.events.filter(kind=GuideEvent.Kind.REVIEW_MOVED)
    assert event.note == "By 1 December 2026. A change of the law concerns it."
    front = admin_client.get("/admin/").content.decode()
    assert "Touched by a change of the law" in front
    assert "The law on umbrella companies changed on 6 April 2026" in front
    listed = admin_client.get("/admin/articles/article/?night=law").content.decode()
    assert f"/admin/articles/article/{guide.pk}/change/" in listed

    upkeep.mark_reviewed(guide, by=None)
    assert "Touched by a change of the law" not in admin_client.get("/admin/").content.decode()


def test_a_change_that_is_added_has_all_pages_looked_at_again(admin_client: Client) -> None:
    live("guide")
    look(0)
    fields = {"subject": "notice", "in_force_on": "2026-03-01", "what": "A month.", "words": "notice"}

    admin_client.post("/admin/articles/lawchange/add/", fields | {"link": "https://www.gov.uk/notice"})

    assert LawChange.objects.filter(subject="notice").exists()
    assert look(0) == 1


def test_the_front_page_the_list_and_the_checks_of_the_guide_show_what_is_new(admin_client: Client) -> None:
    guide, other = live("guide"), live("other")
    look(0)
    sinking.add("guide")
    look(1)

    front = admin_client.get("/admin/").content.decode()
    assert "New findings on live pages" in front
    assert "has sunk. With no owner." in front
    listed = admin_client.get("/admin/articles/article/?night=news").content.decode()
    assert f"/admin/articles/article/{guide.pk}/change/" in listed
    assert f"/admin/articles/article/{other.pk}/change/" not in listed
    assert "New on the live page" in admin_client.get(f"/admin/articles/article/{guide.pk}/checks/").content.decode()


@pytest.mark.parametrize(("hour", "night"), [(2, date(2026, 11, 30)), (3, date(2026, 12, 1))])
def test_the_night_begins_at_three(hour: int, night: date) -> None:
    assert nightly.night_of(FIRST.replace(hour=hour)) == night


def test_each_page_costs_the_same_however_many_there_are(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    for number in range(10):
        live(f"guide-{number}")
    with django_assert_max_num_queries(110):
        look(0)


def test_two_workers_at_once_tell_nobody_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    guide = live("guide", person("kim"))
    look(0)
    sinking.add("guide")
    read = inspection.findings

    def overtaken(*args: Any) -> list[Finding]:
        """Another worker does all of it while this one reads the page."""
        monkeypatch.setattr(inspection, "findings", read)
        look(1)
        return read(*args)

    monkeypatch.setattr(inspection, "findings", overtaken)
    look(1)

    assert len(mails()) == 1
    assert len(news(guide)) == 1
