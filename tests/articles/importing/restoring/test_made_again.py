"""An export becomes the site that it was: its own export is the same, and so is every page."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError
from django.test import Client

from articles.drafts.rows import document_of
from articles.importing.restoring import guides
from articles.models import Article, GuideEvent, OldAddress, Picture, Revision, Topic
from tests.articles.exporting import full_site
from tests.articles.exporting.another_site import AnotherSite
from tests.articles.exporting.public_pages import pages

pytestmark = pytest.mark.django_db(transaction=True)


def differing(one: dict[str, Any], other: dict[str, Any]) -> set[str]:
    """The addresses at which two sites do not answer the same."""
    return {path for path in one.keys() | other.keys() if one.get(path) != other.get(path)}


def test_an_empty_site_becomes_what_the_export_was_of(tmp_path: Path) -> None:
    full_site.fill()
    before, shown = full_site.export(tmp_path / "before"), pages()
    full_site.empty()
    assert Client().get("/guides/second-address/").status_code == 404

    full_site.import_(tmp_path / "before")

    assert full_site.export(tmp_path / "after") == before
    assert differing(pages(), shown) == set()
    assert {path for path, (status, *_rest) in shown.items() if status >= 400} == {
        "/guides/withdrawn/",
        "/guides/scheduled/",
    }


def test_a_site_of_its_own_becomes_the_same_also_when_it_was_killed_on_the_way(tmp_path: Path) -> None:
    """With another database, media folder and key, on SQLite whatever this one runs on."""
    full_site.fill()
    before, shown = full_site.export(tmp_path / "before"), pages()
    other, export = AnotherSite(tmp_path / "other"), tmp_path / "after"

    other.kill_under_way("import_site", str(tmp_path / "before"), "--publish", when="1 of 4 guides")
    other.manage("import_site", str(tmp_path / "before"), "--publish")
    other.kill_under_way("export_site", str(export), when="1 of 4 guides")
    assert not export.exists()
    other.manage("export_site", str(export))

    assert full_site.files(export) == before
    assert differing(other.pages(), shown) == set()
    assert {path.name for path in tmp_path.iterdir()} == {"before", "after", "other"}


def test_what_was_put_back_can_be_worked_with(export: Path) -> None:
    full_site.import_(export)

    guide = Article.objects.get(slug="second-address")
    assert [one.is_live for one in guide.revisions.order_by("pk")] == [False, True]
    assert guide.revisions.published().get().mentions.exists()
    made = Topic.objects.create(name="New", slug="new", description="New.")
    assert made.pk not in {1, 2}
    assert Topic.objects.count() == 3


def test_the_history_names_people_with_whose_accounts_nobody_can_sign_in(export: Path) -> None:
    full_site.import_(export)

    person = User.objects.get()
    assert (person.username, person.get_full_name(), person.email) == ("ed", "Ed Itor", "")
    assert (person.is_active, person.is_superuser, person.has_usable_password()) == (False, False, False)
    assert GuideEvent.objects.filter(kind="withdrawn").get().by == person


def test_an_account_of_the_same_name_is_taken_as_it_is(export: Path) -> None:
    mine = User.objects.create_user("ed", "ed@here.example", "secret", is_staff=True)

    full_site.import_(export)

    assert User.objects.get() == mine
    assert mine.email == "ed@here.example"
    assert mine.has_usable_password()


def test_doing_it_again_changes_nothing(export: Path, tmp_path: Path) -> None:
    full_site.import_(export)
    before = full_site.export(tmp_path / "before")

    said = full_site.import_(export)

    assert "Put back: nothing." in said
    assert full_site.export(tmp_path / "after") == before


@pytest.mark.parametrize("after", range(4))
def test_a_run_that_was_broken_off_goes_on(
    export: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    done = guides._restore
    count = iter(range(10))

    def breaks_off(*args: Any) -> bool:
        if next(count) == after:
            raise KeyboardInterrupt
        return done(*args)

    monkeypatch.setattr(guides, "_restore", breaks_off)
    with pytest.raises(KeyboardInterrupt):
        full_site.import_(export)
    assert Article.objects.count() == after
    monkeypatch.undo()

    full_site.import_(export)

    assert full_site.export(tmp_path / "after") == full_site.files(export)


def test_a_dry_run_says_what_it_would_do_and_stores_nothing(export: Path) -> None:
    assert full_site.import_(export, dry_run=True) == "4 guides would be put back. Nothing was stored.\n"
    assert (Article.objects.count(), Picture.objects.count(), User.objects.count()) == (0, 0, 0)


def test_what_was_edited_here_stays_as_it_is_and_is_named(export: Path) -> None:
    full_site.import_(export)
    Article.objects.filter(slug="withdrawn").update(title="Mine")
    Topic.objects.filter(slug="hiring").update(description="Mine.")
    OldAddress.objects.all().delete()

    with pytest.raises(CommandError) as told:
        full_site.import_(export)

    assert str(told.value) == (
        "These are here and say something else, and stay as they are: topics: Topic hiring; the guide “Title of withdrawn”"
    )
    assert Article.objects.get(slug="withdrawn").title == "Mine"
    assert Topic.objects.get(slug="hiring").description == "Mine."
    assert OldAddress.objects.count() == 1


def test_what_a_new_site_begins_with_becomes_what_it_was_and_is_named(export: Path) -> None:
    said = full_site.import_(export)

    assert "Changed here: identity: Our agency.\n" in said
    assert "Changed here: pages: Contact us.\n" in said


@pytest.mark.parametrize(
    ("number", "why"),
    [
        (0, "The topic “Topic roles” of the export and the topic “Mine” of this site have the same number or name."),
        (1000, "This site has guides, topics, authors, pictures or job roles of its own."),
    ],
)
def test_a_site_with_content_of_its_own_is_left_alone(export: Path, number: int, why: str) -> None:
    theirs = json.loads((export / "tables/topics.jsonl").read_text().partition("\n")[0])["id"]
    mine = Topic.objects.create(pk=theirs + number, name="Mine", slug="mine", description="Mine.")

    with pytest.raises(CommandError) as told:
        full_site.import_(export)

    assert str(told.value).startswith(why)
    assert "Without --publish its guides become drafts beside yours." in str(told.value)
    assert (list(Topic.objects.all()), Article.objects.count(), Picture.objects.count()) == ([mine], 0, 0)


def test_what_goes_live_in_time_still_does(export: Path) -> None:
    full_site.import_(export)

    waiting = Revision.objects.scheduled().get()
    assert (waiting.slug, waiting.is_live) == ("scheduled", False)
    assert waiting.document() == document_of(waiting.article)
