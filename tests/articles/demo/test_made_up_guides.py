"""Guides that are made up in bulk are what saving and publishing each of them would have left."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.db.models import Model
from django.test import Client

from articles.demo import bulk, generating
from articles.drafts import saving
from articles.drafts.rows import replace_blocks
from articles.gate.other_guides import OtherGuides
from articles.gate.site import site_context
from articles.models import Article, DraftVersion, Revision, SearchWord
from articles.publishing import preparing, publication
from tests import cast

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
# What two of the same need not have in common: numbers of rows, and when a row was written.
OWN = ("id", "row_ids", "created_at", "saved_at", "seal", "prepared_at", "went_live_at", "at")


@pytest.fixture(autouse=True)
def _site() -> None:
    """Just enough to write about."""
    cast.author(cast.PAT)
    cast.topic("roles")
    cast.job_role()


def make(*numbers: int) -> None:
    assert sum(generating.generate(list(numbers))) == len(numbers)


def test_it_leaves_what_saving_publishing_and_preparing_leave() -> None:
    bulk.publish([generating.Maker().draft(7)], at=[AT])
    preparing.prepare_due(settled=timedelta(0))
    made_in_bulk = everything_of(Article.objects.get())
    written = Revision.objects.get().document()
    Article.objects.all().delete()

    guide = Article(slug="to-fill")
    saving.fill(guide, written)
    guide.save()
    replace_blocks(guide, written.blocks)
    saving.save(guide, by=None)
    publication.publish(guide, by=None, at=AT, site=replace(site_context(), others=OtherGuides()))

    assert made_in_bulk == everything_of(Article.objects.get())
    assert made_in_bulk.keys() >= {
        "article",
        "Revision",
        "DraftVersion",
        "GuideEvent",
        "Mention",
        "SearchEntry",
        "TextBlock",
    }


def test_a_draft_version_names_its_rows() -> None:
    make(1)

    version = DraftVersion.objects.get()
    assert version.row_ids == [row.pk for row in saving.rows_of(version.article)]


def test_visitors_read_list_and_find_them(client: Client) -> None:
    make(*range(1, 4))

    assert client.get("/guides/sample-guide-2/").status_code == 200
    listed = [revision.slug for revision in client.get("/guides/").context["guides"]]
    assert listed == ["sample-guide-1", "sample-guide-2", "sample-guide-3"]
    found = client.get("/search/", {"q": '"sample guide number 2"'}).context["results"].hits
    assert [hit.slug for hit in found] == ["sample-guide-2"]


def test_what_was_made_before_a_stop_stays_and_the_rest_follows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generating, "BATCH", 2)
    stopped = generating.generate(generating.missing(5))
    next(stopped)
    stopped.close()

    assert generating.missing(5) == [3, 4, 5]
    make(*generating.missing(5))
    assert generating.missing(5) == []
    assert Revision.objects.published().count() == 5
    assert SearchWord.objects.get(word="sample").guides == 5


def test_progress_is_told_line_by_line_where_there_is_no_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(generating, "BATCH", 2)
    call_command("seed_demo", articles=4)

    assert capsys.readouterr().out.splitlines()[-3:] == ["2 of 4 guides", "4 of 4 guides", "4 guides made up"]


def everything_of(guide: Article) -> dict[str, list[dict[str, object]]]:
    """Every row that belongs to the guide or one of its revisions, and how often each word is said."""
    rows = {"article": [columns(guide)]}
    for owner in (guide, *guide.revisions.all()):
        for relation in owner._meta.related_objects:
            belonging = relation.related_model._base_manager.filter(**{relation.field.name: owner})
            rows[relation.related_model.__name__] = [columns(row) for row in belonging.order_by("pk")]
    words = SearchWord.objects.order_by("word").values("word", "stem", "guides")
    return {name: some for name, some in rows.items() if some} | {"words": list(words)}


def columns(row: Model) -> dict[str, object]:
    """Its columns but keys, moments of writing, and what is worked out of these."""
    plain = (field for field in row._meta.concrete_fields if not field.is_relation and field.name not in OWN)
    return {field.name: field.value_from_object(row) for field in plain}
