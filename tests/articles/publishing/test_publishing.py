"""Publishing: the draft becomes what the public sees, and nothing else does."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth import get_user_model
from django.db import IntegrityError, transaction

from articles import document as doc
from articles.drafts import saving
from articles.drafts.rows import document_of, replace_blocks
from articles.models import Article, GuideEvent, Revision
from articles.publishing import publication
from articles.publishing.publication import CannotPublish, PublishOptions
from tests import cast

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
    revision = publication.publish(guide, by=editor, at=MAY)
    live = Revision.objects.published().get()
    assert live == revision
    assert live.document() == document_of(guide)
    assert (live.article, live.created_by, live.slug, live.title) == (guide, editor, "a-guide", "A guide")
    assert (live.standfirst, live.description) == (guide.standfirst, guide.description)
    assert (live.topic, live.author, live.reading_minutes) == (guide.topic, guide.author, 1)
    assert live.hero == live.stored["hero"]
    assert (live.published_at, live.updated_at) == (MAY, MAY)
    assert live.get_absolute_url() == "/guides/a-guide/"


def test_the_moment_is_now_when_none_is_given(guide):
    before = datetime.now(UTC)
    revision = publication.publish(guide, by=None)
    assert before <= revision.published_at == revision.updated_at <= datetime.now(UTC)


@pytest.mark.parametrize(("words", "minutes"), [(4, 1), (219, 1), (440, 2), (2_200, 10)])
def test_reading_time_is_told_in_whole_minutes(guide, words, minutes):
    replace_blocks(guide, [doc.Text(html="word " * (words - 3))])
    assert publication.publish(guide, by=None).reading_minutes == minutes


def test_publishing_again_replaces_the_live_revision_and_keeps_the_old_one(guide):
    first = publication.publish(guide, by=None, at=MAY)
    Article.objects.filter(pk=guide.pk).update(title="A better guide")
    second = publication.publish(guide, by=None, at=JUNE)
    assert list(guide.revisions.order_by("pk").values_list("pk", "is_live", "title", "published_at", "updated_at")) == [
        (first.pk, False, "A guide", MAY, MAY),
        (second.pk, True, "A better guide", MAY, JUNE),
    ]
    assert Revision.objects.get(pk=first.pk).document().title == "A guide"
    assert publication.publish(guide, by=None, at=JULY).published_at == MAY


def test_what_is_published_is_what_is_stored_not_what_is_held(guide):
    guide.title = "Never saved"
    assert publication.publish(guide, by=None).title == "A guide"


def test_a_draft_is_not_public(guide):
    assert public() == []


def test_saving_a_draft_touches_nothing_public(guide):
    publication.publish(guide, by=None, at=MAY)
    before = public()
    guide.title, guide.slug, guide.standfirst, guide.topic = "New", "new", "New.", cast.topic("hiring")
    guide.author = cast.author(cast.DESK)
    guide.save()
    replace_blocks(guide, [doc.Quote(text="New")])
    assert public() == before


def test_renaming_its_author_leaves_the_words_of_a_live_insight(guide):
    insight = doc.Insight(html="<p>Curious people do well.</p>", speaker=cast.PERSON, said_on=MAY.date())
    replace_blocks(guide, [insight])
    publication.publish(guide, by=None)
    before = public()
    guide.author.name = "Sam Forest"
    guide.author.save()
    assert public() == before


def test_deleting_a_guide_takes_it_from_the_public(guide):
    publication.publish(guide, by=None)
    guide.delete()
    assert Revision.objects.count() == 0


@pytest.mark.parametrize("fields", [{"hero_alt": "Two testers at a desk."}, {"hero_decorative": True}])
def test_a_picture_with_its_words_or_marked_as_decorative_is_fit(guide, fields):
    cast.store_picture()
    Article.objects.filter(pk=guide.pk).update(hero_picture=cast.in_library(), **fields)
    assert publication.publish(guide, by=None).document().hero.image == doc.Image(name=cast.PICTURE, width=12, height=8)


def test_an_address_at_which_another_guide_is_live_is_refused(guide):
    other = cast.draft("other-guide", title="Another guide of this site")
    publication.publish(other, by=None)
    Article.objects.filter(pk=other.pk).update(slug="moved-in-the-draft")
    Article.objects.filter(pk=guide.pk).update(slug="other-guide")
    assert_refused(guide, ["The guide “Another guide of this site” is live at this address. Choose another one."])
    publication.publish(other, by=None)
    assert publication.publish(guide, by=None).slug == "other-guide"


def assert_refused(guide, reasons):
    before, flags = public(), list(Article.objects.values_list("has_unpublished_changes"))
    with pytest.raises(CannotPublish) as refusal:
        publication.publish(guide, by=None, at=JUNE)
    assert refusal.value.reasons == reasons
    assert str(refusal.value) == " ".join(reasons)
    assert (public(), list(Article.objects.values_list("has_unpublished_changes"))) == (before, flags)


def test_a_failure_half_way_changes_nothing(guide, monkeypatch):
    publication.publish(guide, by=None, at=MAY)
    before = public()
    monkeypatch.setattr(Revision, "save", lambda revision: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        publication.publish(guide, by=None)
    assert public() == before


def test_two_live_revisions_of_one_guide_are_impossible(guide):
    publication.publish(guide, by=None)
    other = copy_of_the_live()
    other.slug = "another-address"
    with pytest.raises(IntegrityError), transaction.atomic():
        other.save()


def test_two_live_guides_at_one_address_are_impossible(guide):
    publication.publish(guide, by=None)
    other = copy_of_the_live()
    other.article = cast.draft("other-guide")
    with pytest.raises(IntegrityError), transaction.atomic():
        other.save()
    other.slug = "other-guide"
    other.save()
    assert Revision.objects.published().count() == 2


def test_revisions_that_are_not_live_may_repeat_themselves(guide):
    publication.publish(guide, by=None)
    other = copy_of_the_live()
    other.is_live = False
    other.save()
    assert guide.revisions.count() == 2


def copy_of_the_live():
    revision = Revision.objects.published().get()
    revision.pk = None
    return revision


def has_changes(guide):
    saving.note_changes([guide])
    return Article.objects.values_list("has_unpublished_changes", flat=True).get(pk=guide.pk)


def test_a_draft_that_was_never_published_has_changes(guide):
    assert guide.has_unpublished_changes
    assert has_changes(guide)


def test_publishing_leaves_no_changes(guide):
    publication.publish(guide, by=None)
    assert not Article.objects.get(pk=guide.pk).has_unpublished_changes
    assert not has_changes(guide)


def test_changes_are_noted_and_taken_back(guide):
    publication.publish(guide, by=None)
    replace_blocks(guide, [doc.Quote(text="New")])
    assert has_changes(guide)
    replace_blocks(guide, [cast.WORDS])
    assert not has_changes(guide)
    guide.title = "New"
    guide.save()
    assert has_changes(guide)


def test_changes_are_noted_of_each_guide_by_itself(guide):
    other = cast.draft("other-guide")
    for each in (guide, other):
        publication.publish(each, by=None)
    replace_blocks(other, [doc.Quote(text="New")])
    saving.note_changes([guide, other])
    assert dict(Article.objects.values_list("slug", "has_unpublished_changes")) == {
        "a-guide": False,
        "other-guide": True,
    }


def test_cards_leave_the_body_in_the_database(guide, django_assert_num_queries):
    for slug in ("b", "c"):
        publication.publish(cast.draft(slug), by=None)
    publication.publish(guide, by=None)
    with django_assert_num_queries(1):
        cards = [(card.title, card.topic.name, card.hero["image"]) for card in Revision.objects.published().for_cards()]
    assert cards == [("A guide", "Topic data", None), ("C", "Topic data", None), ("B", "Topic data", None)]
    assert "stored" in Revision.objects.for_cards()[0].get_deferred_fields()


def lines(guide):
    """The history, oldest line first."""
    return list(guide.events.order_by("pk").values_list("kind", "note"))


def stored(guide):
    return Article.objects.get(pk=guide.pk)


def test_publishing_is_told_in_the_history_with_its_note(guide):
    editor = get_user_model().objects.create_user("editor")
    revision = publication.publish(guide, PublishOptions(note="New figures."), by=editor)
    event = GuideEvent.objects.get()
    assert (event.article, event.kind, event.by, event.revision) == (guide, "published", editor, revision)
    assert (event.note, revision.note) == ("New figures.", "New figures.")


def test_publishing_ends_a_review_and_what_was_scheduled(guide):
    publication.schedule(guide, by=None, at=datetime.now(UTC) + timedelta(days=1))
    Article.objects.filter(pk=guide.pk).update(sent_for_review_at=MAY)
    publication.publish(guide, by=None)
    assert stored(guide).sent_for_review_at is None
    assert not Revision.objects.scheduled().exists()
    assert lines(guide) == [("scheduled", ""), ("unscheduled", ""), ("published", "")]


@pytest.mark.parametrize(("is_substantive", "updated"), [(True, JUNE), (False, MAY)])
def test_updated_on_moves_only_with_a_substantive_change(guide, is_substantive, updated):
    publication.publish(guide, by=None, at=MAY)
    revision = publication.publish(guide, PublishOptions(is_substantive=is_substantive), by=None, at=JUNE)
    assert (revision.published_at, revision.updated_at) == (MAY, updated)


def test_the_first_publication_is_an_update_whatever_is_said(guide):
    revision = publication.publish(guide, PublishOptions(is_substantive=False), by=None, at=MAY)
    assert (revision.published_at, revision.updated_at) == (MAY, MAY)


def test_a_guide_published_again_after_it_was_withdrawn_keeps_the_date_of_its_last_change(guide):
    publication.publish(guide, by=None, at=MAY)
    publication.publish(guide, by=None, at=JUNE)
    publication.withdraw(guide, by=None)
    revision = publication.publish(guide, PublishOptions(is_substantive=False), by=None, at=JULY)
    assert (revision.is_live, revision.published_at, revision.updated_at) == (True, MAY, JUNE)


def test_withdrawing_takes_the_page_away_and_keeps_everything_else(guide):
    revision = publication.publish(guide, by=None)
    editor = get_user_model().objects.create_user("editor")
    publication.withdraw(guide, by=editor, note="The law has changed.")
    assert public() == []
    assert stored(guide).withdrawn_at
    assert document_of(stored(guide)) == revision.document()
    event = guide.events.first()
    assert (event.kind, event.by, event.note, event.revision) == (
        "withdrawn",
        editor,
        "The law has changed.",
        revision,
    )


@pytest.mark.parametrize("was_live", [False, True])
def test_what_is_not_live_cannot_be_withdrawn(guide, was_live):
    if was_live:
        publication.publish(guide, by=None)
        publication.withdraw(guide, by=None)
    before = lines(guide)
    with pytest.raises(CannotPublish) as refusal:
        publication.withdraw(guide, by=None)
    assert refusal.value.reasons == ["This guide is not live."]
    assert lines(guide) == before


def test_a_withdrawn_guide_is_live_again_once_it_is_published(guide):
    publication.publish(guide, by=None, at=MAY)
    publication.withdraw(guide, by=None)
    publication.publish(guide, by=None, at=JUNE)
    assert [row["published_at"] for row in public()] == [MAY]
    assert stored(guide).withdrawn_at is None
    assert [kind for kind, _note in lines(guide)] == ["published", "withdrawn", "published"]


@pytest.mark.parametrize(("shows_note", "times"), [(True, 1), (False, 0)])
def test_readers_see_a_note_that_is_meant_for_them(guide, client, shows_note, times):
    publication.publish(guide, by=None)
    publication.publish(guide, PublishOptions(note="New figures for London.", shows_note=shows_note), by=None)
    assert client.get("/guides/a-guide/").content.decode().count("New figures for London.") == times


def test_a_note_is_not_shown_before_its_revision_is(guide, client):
    publication.publish(guide, by=None)
    options = PublishOptions(note="Figures of tomorrow.", shows_note=True)
    publication.schedule(guide, options, by=None, at=datetime.now(UTC) + timedelta(days=1))
    assert "Figures of tomorrow." not in client.get("/guides/a-guide/").content.decode()
