import json
from datetime import timedelta
from html.parser import HTMLParser
from typing import Any

import pytest
from django.core.management import call_command
from django.db.models import F
from django.test import Client
from django.utils import timezone
from django.utils.safestring import mark_safe
from pytest_django import DjangoAssertNumQueries, Settings

from agency.models import Identity
from articles.document import Text, richtext
from articles.models import Article, Author, PreparedPage, Revision, Topic
from articles.public import prepared
from articles.publishing import preparing, publication
from tests import cast

pytestmark = pytest.mark.django_db
GUIDE = "/guides/a-guide/"
DIRT = '<script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:alert(1)" onclick="alert(1)">dirt</a>'


class Dangers(HTMLParser):
    """Every tag of a page that runs something, or that is the planted one."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        runs = any(name.startswith("on") for name in given) or (given.get("href") or "").startswith("javascript:")
        is_foreign_script = tag == "script" and not given.get("src") and given.get("type") != "application/ld+json"
        if runs or is_foreign_script or given.get("src") == "x":
            self.found.append(tag)


def page(client: Client, path: str = GUIDE) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def illustrated() -> Revision:
    """A live guide of one block of each kind and a picture at its top."""
    cast.store_picture()
    draft = cast.full_draft(body=[*cast.one_of_each(), Text(html="<h2>More</h2><p>A bit more.</p>")])
    hero = {"hero_picture": cast.in_library(size=(1200, 800)), "hero_alt": "A desk"}
    Article.objects.filter(pk=draft.pk).update(**hero)
    draft.refresh_from_db()
    publication.publish(draft, publication.PublishOptions(note="A note.", shows_note=True), by=None)
    return draft.revisions.published().get()


def test_publishing_prepares_the_page_and_readers_see_the_one_that_the_document_makes(client: Client) -> None:
    revision = illustrated()
    as_prepared = page(client)

    PreparedPage.objects.all().delete()

    assert page(client) == as_prepared
    assert prepared.made(revision).hero != ""


def test_a_prepared_page_never_looks_at_the_document(client: Client) -> None:
    illustrated()
    before = page(client)

    Revision.objects.update(stored={"version": "none that anybody knows"})

    assert page(client) == before


@pytest.mark.parametrize("times", [1, 30])
def test_a_page_is_one_query_and_one_whether_what_was_remembered_still_holds(
    client: Client, times: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    cast.full_guide(body=cast.one_of_each(times))
    for number in range(times):
        cast.full_guide(f"related-{number}")

    client.get(GUIDE)

    with django_assert_num_queries(2):
        client.get(GUIDE)


@pytest.mark.parametrize("column", ["hero", "dates", "contents", "body", "styles", "frames", "nodes"])
def test_whoever_changes_a_prepared_text_in_the_database_changes_no_page(
    client: Client, column: str, caplog: pytest.LogCaptureFixture
) -> None:
    revision = illustrated()
    before = page(client)
    text = getattr(PreparedPage.objects.get(), column)
    dirty = json.dumps([*json.loads(text), {"@type": DIRT}]) if column == "nodes" else text + DIRT

    PreparedPage.objects.update(**{column: dirty})

    assert page(client) == before
    assert caplog.messages == [f"revision {revision.pk}: its prepared page was changed, and is not shown"]


def test_a_prepared_page_stands_for_no_other_guide(client: Client) -> None:
    illustrated()
    other = cast.full_guide("another", body=[Text(html="<p>Other words.</p>")])
    before = page(client)
    columns = ("edition", "seal", "hero", "dates", "contents", "body", "styles", "frames", "nodes")
    row = PreparedPage.objects.filter(revision=other).values(*columns).get()

    PreparedPage.objects.exclude(revision=other).update(**row)

    assert page(client) == before


def test_nothing_can_move_from_one_text_to_the_next() -> None:
    seal = richtext.seal({"a": mark_safe("<b>"), "b": mark_safe("</b>")}, bound_to="1")

    assert richtext.unsealed({"a": "<b>", "b": "</b>"}, bound_to="1", seal=seal) == {"a": "<b>", "b": "</b>"}
    assert richtext.unsealed({"a": "<b></b>", "b": ""}, bound_to="1", seal=seal) is None
    assert richtext.unsealed({"b": "<b>", "a": "</b>"}, bound_to="1", seal=seal) is None
    assert richtext.unsealed({"a": "<b>", "b": "</b>"}, bound_to="2", seal=seal) is None


def test_only_what_is_safe_can_be_sealed() -> None:
    with pytest.raises(TypeError, match="Not made safe: body"):
        richtext.seal({"hero": mark_safe(""), "body": DIRT}, bound_to="1")


def planted(value: Any) -> Any:
    """The stored document with dirt in every text, but where a text must be one of a few for the document to load."""
    if isinstance(value, list):
        return [planted(item) for item in value]
    if isinstance(value, dict):
        fixed = ("kind", "name", "slug", "as_of", "said_on", "version", "currency", "basis")
        return {name: item if name in fixed and item else planted(item) for name, item in value.items()}
    return f"{value}{DIRT}" if isinstance(value, str) else value


def test_the_planted_dirt_would_be_found() -> None:
    assert Dangers(DIRT).found == ["script", "img", "a"]


def test_dirt_in_every_text_of_the_stored_document_does_nothing_on_its_page(client: Client) -> None:
    revision = illustrated()
    PreparedPage.objects.all().delete()

    Revision.objects.filter(pk=revision.pk).update(stored=planted(revision.stored))

    shown = page(client)
    assert shown.count("dirt") > 10
    assert Dangers(shown).found == []


def test_dirt_in_the_stored_document_is_prepared_clean(client: Client) -> None:
    revision = illustrated()
    PreparedPage.objects.all().delete()
    Revision.objects.filter(pk=revision.pk).update(stored=planted(revision.stored))

    assert preparing.prepare_due() == 1

    row = PreparedPage.objects.get()
    assert Dangers("".join((row.hero, row.contents, row.body))).found == []
    assert Dangers(page(client)).found == []


def test_what_can_change_while_a_guide_is_live_is_not_frozen(client: Client) -> None:
    revision = illustrated()
    page(client)

    Topic.objects.update(name="A new name")
    Author.objects.update(name="Ned New", role="A new role", biography="<p>A new life.</p>", picture=None)
    Identity.objects.update(name="A new agency", tagline="A new line", phone="0161 000 0000")
    Article.objects.update(reviewed_on=timezone.localdate() + timedelta(days=1))
    cast.full_guide("newer")

    shown = page(client)
    for words in ("A new name", "Ned New", "A new role", "A new life.", "A new agency", "A new line", "Title of newer"):
        assert words in shown, words
    assert "last reviewed" in shown
    assert revision.title in shown


def test_another_key_is_another_edition(client: Client, settings: Settings) -> None:
    illustrated()
    before, edition = page(client), PreparedPage.objects.get().edition

    settings.SECRET_KEY = "another-" + "0123456789" * 6
    Revision.objects.update(stored=F("stored"))

    assert page(client) == before
    assert prepared.edition() != edition


@pytest.mark.parametrize(
    ("name", "value"), [("SITE_URL", "https://new.example"), ("MEDIA_URL", "/pictures/"), ("TIME_ZONE", "Asia/Tokyo")]
)
def test_a_setting_that_a_page_shows_is_another_edition(settings: Settings, name: str, value: str) -> None:
    edition = prepared.edition()

    setattr(settings, name, value)

    assert prepared.edition() != edition


def test_what_an_older_release_prepared_is_not_shown_and_is_prepared_anew(client: Client) -> None:
    illustrated()
    before = page(client)
    PreparedPage.objects.update(edition="of an older release", body="<p>Its words.</p>")

    assert page(client) == before
    assert preparing.prepare_due() == 0  # perhaps both releases still run
    PreparedPage.objects.update(prepared_at=timezone.now() - timedelta(minutes=6))
    assert preparing.prepare_due() == 1
    assert preparing.prepare_due() == 0
    assert PreparedPage.objects.get().edition == prepared.edition()
    assert page(client) == before


def test_the_command_prepares_at_once_whatever_is_not_of_this_release(capsys: pytest.CaptureFixture[str]) -> None:
    illustrated()
    cast.full_guide("another")
    PreparedPage.objects.filter(revision__slug="another").delete()
    PreparedPage.objects.update(edition="of an older release")

    call_command("prepare_pages")

    assert capsys.readouterr().out == "2 pages prepared\n"
    assert set(PreparedPage.objects.values_list("edition", flat=True)) == {prepared.edition()}


def test_preparing_stops_when_it_should() -> None:
    illustrated()
    PreparedPage.objects.all().delete()

    assert preparing.prepare_due(lambda: True) == 0
    assert not PreparedPage.objects.exists()


def test_only_the_live_revision_of_a_guide_has_a_prepared_page() -> None:
    first = illustrated()
    Article.objects.update(title="Another title")
    second = publication.publish(first.article, by=None)

    assert list(PreparedPage.objects.values_list("revision", flat=True)) == [second.pk]

    publication.withdraw(first.article, by=None)

    assert not PreparedPage.objects.exists()
    assert preparing.prepare_due() == 0


def test_a_draft_without_a_topic_can_be_previewed(admin_client: Client) -> None:
    draft = cast.draft()
    Article.objects.filter(pk=draft.pk).update(topic=None)

    assert "No topic yet" in page(admin_client, f"/admin/articles/article/{draft.pk}/preview/page/")
