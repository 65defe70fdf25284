"""Publishing: the draft becomes what the public sees, and nothing else does."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction

from articles import document as doc
from articles import drafts, publishing
from articles.models import Article, Revision
from articles.publishing import CannotPublish
from tests.articles import cast

pytestmark = pytest.mark.django_db

MAY, JUNE, JULY = (datetime(2026, month, 1, 9, tzinfo=UTC) for month in (5, 6, 7))


@pytest.fixture
def guide():
    return cast.draft()


def public():
    """All that the public can see, as it is stored."""
    return list(Revision.objects.published().order_by("pk").values())


def test_a_published_guide_is_live_as_it_was_drafted(guide):
    editor = get_user_model().objects.create_user("editor")
    revision = publishing.publish(guide, by=editor, at=MAY)
    live = Revision.objects.published().get()
    assert live == revision
    assert live.document() == drafts.document_of(guide)
    assert (live.article, live.created_by, live.slug, live.title) == (guide, editor, "a-guide", "A guide")
    assert (live.standfirst, live.description) == ("What it says.", "What searchers see.")
    assert (live.topic, live.author, live.reading_minutes) == (guide.topic, guide.author, 1)
    assert live.hero == live.stored["hero"]
    assert (live.published_at, live.updated_at) == (MAY, MAY)
    assert live.get_absolute_url() == "/guides/a-guide/"


def test_the_moment_is_now_when_none_is_given(guide):
    before = datetime.now(UTC)
    revision = publishing.publish(guide, by=None)
    assert before <= revision.published_at == revision.updated_at <= datetime.now(UTC)


@pytest.mark.parametrize(("words", "minutes"), [(4, 1), (219, 1), (440, 2), (2_200, 10)])
def test_reading_time_is_told_in_whole_minutes(guide, words, minutes):
    drafts.replace_blocks(guide, [doc.Text(html="word " * (words - 3))])
    assert publishing.publish(guide, by=None).reading_minutes == minutes


def test_publishing_again_replaces_the_live_revision_and_keeps_the_old_one(guide):
    first = publishing.publish(guide, by=None, at=MAY)
    Article.objects.filter(pk=guide.pk).update(title="A better guide")
    second = publishing.publish(guide, by=None, at=JUNE)
    assert list(guide.revisions.order_by("pk").values_list("pk", "is_live", "title", "published_at", "updated_at")) == [
        (first.pk, False, "A guide", MAY, MAY),
        (second.pk, True, "A better guide", MAY, JUNE),
    ]
    assert Revision.objects.get(pk=first.pk).document().title == "A guide"
    assert publishing.publish(guide, by=None, at=JULY).published_at == MAY


def test_what_is_published_is_what_is_stored_not_what_is_held(guide):
    guide.title = "Never saved"
    assert publishing.publish(guide, by=None).title == "A guide"


def test_a_draft_is_not_public(guide):
    assert public() == []


def test_saving_a_draft_touches_nothing_public(guide):
    publishing.publish(guide, by=None, at=MAY)
    before = public()
    guide.title, guide.slug, guide.standfirst, guide.topic = "New", "new", "New.", cast.topic("hiring")
    guide.author = cast.author(cast.DESK)
    guide.save()
    drafts.replace_blocks(guide, [doc.Quote(text="New")])
    assert public() == before


def test_renaming_its_author_leaves_the_words_of_a_live_insight(guide):
    drafts.replace_blocks(guide, [doc.Insight(html="<p>x</p>", voice=cast.PERSON)])
    publishing.publish(guide, by=None)
    before = public()
    guide.author.name = "Sam Forest"
    guide.author.save()
    assert public() == before


def test_deleting_a_guide_takes_it_from_the_public(guide):
    publishing.publish(guide, by=None)
    guide.delete()
    assert Revision.objects.count() == 0


STANDFIRST = "Write a standfirst: one or two sentences that say what the reader will learn."
DESCRIPTION = "Write a description for search engines."
HERO = "Say what the picture at the top shows, or mark it as decorative."
BLOCKS = "Add at least one block; the page would be empty."


@pytest.mark.parametrize(
    ("fields", "reasons"),
    [
        ({"standfirst": ""}, [STANDFIRST]),
        ({"standfirst": " \n\x0b"}, [STANDFIRST]),
        ({"description": ""}, [DESCRIPTION]),
        ({"hero_image": cast.PICTURE}, [HERO]),
        ({"hero_image": cast.PICTURE, "hero_alt": " "}, [HERO]),
        ({"standfirst": "", "description": "", "hero_image": cast.PICTURE}, [STANDFIRST, DESCRIPTION, HERO]),
    ],
)
@pytest.mark.parametrize("is_live", [False, True], ids=["never published", "live"])
def test_a_draft_that_is_not_fit_changes_nothing(guide, is_live, fields, reasons):
    cast.store_picture()
    if is_live:
        publishing.publish(guide, by=None, at=MAY)
    Article.objects.filter(pk=guide.pk).update(**fields)
    assert_refused(guide, reasons)


def test_a_draft_without_blocks_changes_nothing(guide):
    publishing.publish(guide, by=None, at=MAY)
    drafts.replace_blocks(guide, [])
    assert_refused(guide, [BLOCKS])


@pytest.mark.parametrize("fields", [{"hero_alt": "A desk"}, {"hero_decorative": True}])
def test_a_picture_with_its_words_or_marked_as_decorative_is_fit(guide, fields):
    cast.store_picture()
    Article.objects.filter(pk=guide.pk).update(hero_image=cast.PICTURE, **fields)
    assert publishing.publish(guide, by=None).document().hero.image == doc.Image(name=cast.PICTURE, width=12, height=8)


def test_an_address_at_which_another_guide_is_live_is_refused(guide):
    other = cast.draft("other-guide", title="The other guide")
    publishing.publish(other, by=None)
    Article.objects.filter(pk=other.pk).update(slug="moved-in-the-draft")
    Article.objects.filter(pk=guide.pk).update(slug="other-guide")
    assert_refused(guide, ["The guide “The other guide” is live at this address. Choose another one."])
    publishing.publish(other, by=None)
    assert publishing.publish(guide, by=None).slug == "other-guide"


def assert_refused(guide, reasons):
    before, flags = public(), list(Article.objects.values_list("has_unpublished_changes"))
    with pytest.raises(CannotPublish) as refusal:
        publishing.publish(guide, by=None, at=JUNE)
    assert refusal.value.reasons == reasons
    assert str(refusal.value) == " ".join(reasons)
    assert (public(), list(Article.objects.values_list("has_unpublished_changes"))) == (before, flags)


def test_a_failure_half_way_changes_nothing(guide, monkeypatch):
    publishing.publish(guide, by=None, at=MAY)
    before = public()
    monkeypatch.setattr(Revision, "save", lambda revision: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        publishing.publish(guide, by=None)
    assert public() == before


def test_two_live_revisions_of_one_guide_are_impossible(guide):
    publishing.publish(guide, by=None)
    other = copy_of_the_live()
    other.slug = "another-address"
    with pytest.raises(IntegrityError), transaction.atomic():
        other.save()


def test_two_live_guides_at_one_address_are_impossible(guide):
    publishing.publish(guide, by=None)
    other = copy_of_the_live()
    other.article = cast.draft("other-guide")
    with pytest.raises(IntegrityError), transaction.atomic():
        other.save()
    other.slug = "other-guide"
    other.save()
    assert Revision.objects.published().count() == 2


def test_revisions_that_are_not_live_may_repeat_themselves(guide):
    publishing.publish(guide, by=None)
    other = copy_of_the_live()
    other.is_live = False
    other.save()
    assert guide.revisions.count() == 2


def copy_of_the_live():
    revision = Revision.objects.published().get()
    revision.pk = None
    return revision


def has_changes(guide):
    publishing.note_changes([guide])
    return Article.objects.values_list("has_unpublished_changes", flat=True).get(pk=guide.pk)


def test_a_draft_that_was_never_published_has_changes(guide):
    assert guide.has_unpublished_changes
    assert has_changes(guide)


def test_publishing_leaves_no_changes(guide):
    publishing.publish(guide, by=None)
    assert not Article.objects.get(pk=guide.pk).has_unpublished_changes
    assert not has_changes(guide)


def test_changes_are_noted_and_taken_back(guide):
    publishing.publish(guide, by=None)
    drafts.replace_blocks(guide, [doc.Quote(text="New")])
    assert has_changes(guide)
    drafts.replace_blocks(guide, [cast.WORDS])
    assert not has_changes(guide)
    guide.title = "New"
    guide.save()
    assert has_changes(guide)


def test_changes_are_noted_of_each_guide_by_itself(guide):
    other = cast.draft("other-guide")
    for each in (guide, other):
        publishing.publish(each, by=None)
    drafts.replace_blocks(other, [doc.Quote(text="New")])
    publishing.note_changes([guide, other])
    assert dict(Article.objects.values_list("slug", "has_unpublished_changes")) == {
        "a-guide": False,
        "other-guide": True,
    }


def test_cards_leave_the_body_in_the_database(guide, django_assert_num_queries):
    for slug in ("b", "c"):
        publishing.publish(cast.draft(slug), by=None)
    publishing.publish(guide, by=None)
    with django_assert_num_queries(1):
        cards = [(card.title, card.topic.name, card.author.name) for card in Revision.objects.published().for_cards()]
    assert cards == [("A guide", "Data", "Sam Field")] * 3
    assert Revision.objects.for_cards()[0].get_deferred_fields() == {"stored"}
