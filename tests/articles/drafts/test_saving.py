"""The verbs of the draft: none touches what visitors read, and each leaves a version behind."""

import pytest

from articles import document as doc
from articles.drafts import saving
from articles.drafts.rows import document_of, replace_blocks
from articles.models import Article, Author, DraftVersion, JobRole, Revision
from articles.publishing import publication
from tests import cast
from tests.articles import staff

pytestmark = pytest.mark.django_db

NEW = doc.Text(html="<p>New words can be few as well.</p>")


@pytest.fixture
def guide() -> Article:
    return cast.draft()


def change(guide: Article, *blocks: doc.Block, **fields: object) -> None:
    """Saves the draft with these blocks and fields."""
    Article.objects.filter(pk=guide.pk).update(**fields)
    guide.refresh_from_db()
    replace_blocks(guide, list(blocks or (NEW,)))
    saving.save(guide, by=None)
    guide.refresh_from_db()


def now(guide: Article) -> doc.Document:
    return document_of(Article.objects.get(pk=guide.pk))


def public() -> list[object]:
    return list(Revision.objects.order_by("pk").values())


def test_each_save_is_a_version_that_can_be_read_later(guide: Article) -> None:
    before = now(guide)
    change(guide)

    assert guide.version == 2
    assert [version.document() for version in guide.versions.order_by("number")] == [before, now(guide)]
    assert saving.current_version(guide) == guide.versions.get(number=2)


def test_an_earlier_revision_becomes_the_draft_and_the_page_stays(guide: Article) -> None:
    first = publication.publish(guide, by=None)
    change(guide, title="A better guide", slug="better")
    publication.publish(guide, by=None)
    before, editor = public(), staff.editor()

    version = saving.restore(first, by=editor)

    assert public() == before
    assert now(guide) == first.document()
    assert Article.objects.get().has_unpublished_changes
    event = guide.events.first()
    assert (event.kind, event.by, event.revision, event.version) == ("restored", editor, first, version)
    assert publication.publish(guide, by=None).slug == "a-guide"


def test_discarding_makes_the_draft_what_visitors_read_and_keeps_what_it_was(guide: Article) -> None:
    live = publication.publish(guide, by=None)
    change(guide, title="A worse guide")
    worse, before = now(guide), public()

    saving.discard(guide, by=None)

    assert (public(), now(guide)) == (before, live.document())
    assert not Article.objects.get().has_unpublished_changes
    assert worse in [version.document() for version in guide.versions.all()]
    assert guide.events.first().kind == "discarded"


@pytest.mark.parametrize("was_live", [False, True])
def test_nothing_can_be_discarded_where_nothing_is_live(guide: Article, was_live: bool) -> None:
    if was_live:
        publication.publish(guide, by=None)
        publication.withdraw(guide, by=None)
    before = now(guide), guide.events.count(), DraftVersion.objects.count()

    with pytest.raises(saving.CannotRestore, match="no published version to go back to"):
        saving.discard(guide, by=None)

    assert (now(guide), guide.events.count(), DraftVersion.objects.count()) == before


def refused(guide: Article, revision: Revision) -> str:
    """Why the revision cannot become the draft; nothing changes."""
    before = now(guide), guide.events.count(), DraftVersion.objects.count()
    with pytest.raises(saving.CannotRestore) as refusal:
        saving.restore(revision, by=None)
    assert (now(guide), guide.events.count(), DraftVersion.objects.count()) == before
    return str(refusal.value)


def test_a_revision_whose_address_another_guide_has_now_is_refused(guide: Article) -> None:
    first = publication.publish(guide, by=None)
    change(guide, slug="elsewhere")
    cast.draft("a-guide", title="The one that took it")

    assert refused(guide, first) == "Its address, a-guide, now belongs to the guide “The one that took it”."


@pytest.mark.parametrize("gone", [Author, JobRole])
def test_a_revision_that_shows_what_is_gone_is_refused(guide: Article, gone: type[Author] | type[JobRole]) -> None:
    cast.author(cast.DESK)
    cast.job_role()
    insight = doc.Insight(
        html="<p>Curious people do well.</p>", speaker=cast.DESK, said_on=cast.ENGINEER.figures[0].as_of
    )
    change(guide, insight, cast.ENGINEER)
    revision = publication.publish(guide, by=None)
    change(guide)
    gone.objects.filter(slug__in=("data-desk", "data-engineer")).delete()

    assert refused(guide, revision) == saving.GONE
