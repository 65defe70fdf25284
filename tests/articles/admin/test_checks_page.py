"""“Checks and publishing”: what an editor reads there, and what can be done from there."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone

from articles.admin.guides import places
from articles.document import KeyTakeaways, QuestionAnswer, Quote, Text
from articles.drafts import saving
from articles.drafts.rows import document_of, replace_blocks, rows_of
from articles.gate import inspection
from articles.gate.findings import Finding, Level, Place
from articles.models import Article, Revision
from articles.publishing import publication, scheduling
from articles.publishing.publication import PublishOptions
from articles.review import upkeep
from tests import cast
from tests.articles import staff

pytestmark = pytest.mark.django_db

LONDON = ZoneInfo("Europe/London")
NO_STANDFIRST = "The guide has no standfirst, the sentence or two under its title."


@pytest.fixture
def guide() -> Article:
    return cast.draft()


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(staff.editor())
    return client


@pytest.fixture
def manager(client: Client) -> Client:
    client.force_login(staff.manager())
    return client


def address(guide: Article, page: str = "checks") -> str:
    return f"/admin/articles/article/{guide.pk}/{page}/"


def read(client: Client, guide: Article, page: str = "checks") -> str:
    return client.get(address(guide, page)).content.decode()


def publish(client: Client, guide: Article, **fields: Any) -> str:
    """The page that follows after the publishing form was sent, filled in as an editor would."""
    review_by = timezone.localdate() + timedelta(days=100)
    data = {"version": Article.objects.get(pk=guide.pk).version, "note": "", "review_by": review_by} | fields
    return client.post(address(guide, "publish"), data, follow=True).content.decode()


def act(client: Client, guide: Article, page: str, **fields: Any) -> str:
    return client.post(address(guide, page), fields, follow=True).content.decode()


def spoil(guide: Article) -> str:
    """Takes the standfirst away; the key of what then blocks."""
    Article.objects.filter(pk=guide.pk).update(standfirst="")
    guide.refresh_from_db()
    return next(finding.key for finding in inspection.findings(guide, document_of(guide)) if finding.blocks)


def lines(guide: Article) -> list[tuple[str, str]]:
    return list(guide.events.order_by("pk").values_list("kind", "note"))


def test_findings_say_where_in_words_and_lead_to_that_very_row(guide: Article) -> None:
    replace_blocks(
        guide,
        [
            Text(html="<h2>The work from day to day</h2><p>Words.</p>"),
            QuestionAnswer(question="What is it?", answer="<p>Work.</p>"),
            Text(html="<h2>How to begin</h2><p>Words.</p>"),
            KeyTakeaways(),
        ],
    )
    rows = rows_of(guide)
    spots = [
        Place(block=2, field="html"), Place(block=1, field="answer"), Place(block=3, field="items"),
        Place(field="standfirst"), Place(field="hero.alt"), Place(field="blocks"), Place(),
    ]  # fmt: skip
    found = [Finding(check="a", level=Level.WARNS, place=spot, what="b", why="c", advice="d") for spot in spots]

    located = places.locate(found, document_of(guide, rows), rows)

    assert [(each.where, each.fragment) for each in located] == [
        ("Text block 2, “How to begin”", "articles_textblock_set-1"),
        ("Question and answer block 1, “What is it?”", "articles_questionanswerblock_set-0"),
        ("Key takeaways block 1", "articles_keytakeawaysblock_set-0"),
        ("Standfirst", "id_standfirst"),
        ("Picture at the top, alternative text", "id_hero_alt"),
        ("The guide as a whole", ""),
        ("The guide as a whole", ""),
    ]


def test_what_blocks_stands_before_what_warns_each_with_all_that_helps(editor: Client, guide: Article) -> None:
    Article.objects.filter(pk=guide.pk).update(title="Brief", standfirst="")

    page = read(editor, guide)

    assert page.index(NO_STANDFIRST) < page.index("The title has 5 characters.")
    for words in (
        "1 thing stops this guide from being published.",
        f'href="/admin/articles/article/{guide.pk}/change/#id_standfirst">Standfirst</a>',
        "Without it the guide looks broken there",
        "Write it.",
        '<blockquote class="finding__excerpt">Brief</blockquote>',
        "Fix what blocks, then come back here to publish.",
    ):
        assert words in page
    assert "Publish now" not in page


def test_a_guide_in_good_order_gets_one_glad_sentence(editor: Client, guide: Article) -> None:
    Article.objects.filter(pk=guide.pk).update(title="A guide of a good length")

    page = read(editor, guide)

    assert "Nothing: this draft is in good order." in page
    assert "Publish now" in page


def test_publishing_for_the_first_time_asks_for_little(editor: Client, guide: Article) -> None:
    assert 'name="is_substantive"' not in read(editor, guide)

    page = publish(editor, guide, review_by="2099-05-01")

    assert "Visitors now read it at" in page
    assert "This guide is live, and visitors read exactly what you see here." in page
    live = Revision.objects.published().get()
    assert (live.note, live.is_substantive, str(live.review_by)) == ("", True, "2099-05-01")
    assert live.created_by.username == "ed"


def test_publishing_again_asks_what_changed_and_what_readers_should_know(editor: Client, guide: Article) -> None:
    publication.publish(guide, by=None)

    refused = publish(editor, guide, is_substantive="on", shows_note="on")
    assert "This field is required." in refused
    assert refused.count(" checked>") == 2
    publish(editor, guide, note="New figures.", shows_note="on", is_substantive="on")
    publish(editor, guide, note="A comma.")

    told = Revision.objects.order_by("pk").values_list("note", "shows_note", "is_substantive")
    assert list(told) == [("", False, True), ("New figures.", True, True), ("A comma.", False, False)]


def test_the_next_review_is_suggested(editor: Client, guide: Article) -> None:
    day = upkeep.suggested(document_of(guide), timezone.localdate())

    assert f'name="review_by" value="{day}"' in read(editor, guide)


@pytest.mark.parametrize(
    ("day", "sentence"),
    [("", "This field is required."), ("2020-01-01", "in the future"), ("soon", "Enter a valid date.")],
)
def test_a_review_is_due_on_a_day_to_come(editor: Client, guide: Article, day: str, sentence: str) -> None:
    page = publish(editor, guide, review_by=day, note="Kept words")

    assert sentence in page
    assert 'value="Kept words"' in page
    assert not Revision.objects.exists()


def test_what_blocks_is_refused_whatever_is_sent(editor: Client, guide: Article) -> None:
    key = spoil(guide)

    page = publish(editor, guide, **{f"reason-{key}": "I would like to."})

    assert "Nothing was published: 1 finding still stops this guide from going live." in page
    assert not Revision.objects.exists()


def test_a_manager_gives_a_reason_under_each_finding_and_finds_it_there_the_next_time(
    manager: Client, guide: Article
) -> None:
    key = spoil(guide)

    refused = publish(manager, guide, note="Kept words")
    assert "Fix this, or give a reason." in refused
    assert 'value="Kept words"' in refused
    published = publish(manager, guide, **{f"reason-{key}": "It comes on Monday."})

    assert Revision.objects.published().get().overrides[0]["reason"] == "It comes on Monday."
    assert "It comes on Monday.</textarea>" in published


def test_who_saw_an_older_draft_is_shown_the_new_one_first(editor: Client, guide: Article) -> None:
    version = guide.version
    saving.save(guide, by=None)

    page = publish(editor, guide, version=version)

    assert "Somebody saved this guide after you opened this page." in page
    assert f'name="version" value="{version + 1}"' in page
    assert not Revision.objects.exists()


def test_publishing_at_a_time_is_by_the_clock_of_london(editor: Client, guide: Article) -> None:
    page = publish(editor, guide, at="2099-07-01T09:00", later="1")

    assert Revision.objects.get().goes_live_at == datetime(2099, 7, 1, 9, tzinfo=LONDON)
    assert "A version of it goes live on 1 July 2099, 09:00." in page
    assert "Cancel the schedule" in page


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"later": "1"}, "Choose the day and the time."),
        ({"later": "1", "at": "tomorrow"}, "Enter a valid date/time."),
        ({"later": "1", "at": "2020-01-01T09:00"}, "Choose a time that is still to come."),
        ({"later": "1", "at": "2099-03-29T01:30"}, "couldn’t be interpreted in time zone Europe/London"),
        ({"at": "2099-01-01T09:00"}, "You chose a time."),
    ],
)
def test_a_time_that_cannot_be_is_refused_and_nothing_typed_is_lost(
    editor: Client, guide: Article, fields: dict[str, str], sentence: str
) -> None:
    page = publish(editor, guide, note="Kept words", **fields)

    assert sentence in page
    assert 'value="Kept words"' in page
    assert "<title>Error: " in page
    assert not Revision.objects.exists()


def test_a_schedule_is_cancelled(editor: Client, guide: Article) -> None:
    publication.schedule(guide, by=None, at=timezone.now() + timedelta(days=1))
    scheduling.schedule_withdrawal(guide, by=None, at=timezone.now() + timedelta(days=2))

    page = act(editor, guide, "cancel")

    assert "Nothing is scheduled for this guide any more." in page
    assert not Revision.objects.scheduled().exists()
    assert Article.objects.get().withdraw_at is None


def test_withdrawing_says_first_what_readers_will_get(editor: Client, guide: Article, client: Client) -> None:
    publication.publish(cast.draft("another-guide"), by=None)
    publication.publish(guide, by=None)

    asked = read(editor, guide, "withdraw")
    assert "will read that it has been withdrawn" in asked
    assert '<a href="/guides/another-guide/">Another guide</a>' in asked
    assert client.get("/guides/a-guide/").status_code == 200
    page = act(editor, guide, "withdraw", note="The law has changed.")

    assert "This guide was withdrawn on" in page
    assert lines(guide)[-1] == ("withdrawn", "The law has changed.")
    assert client.get("/guides/a-guide/").status_code == 410


def test_withdrawing_at_a_time(editor: Client, guide: Article) -> None:
    publication.publish(guide, by=None)

    page = act(editor, guide, "withdraw", note="The fair is over.", at="2099-01-01T09:00", later="1")

    assert "It will be withdrawn on 1 January 2099, 09:00." in page
    assert Article.objects.get().withdraw_at == datetime(2099, 1, 1, 9, tzinfo=LONDON)
    assert lines(guide)[-1] == ("withdrawal_scheduled", "The fair is over.")


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"note": ""}, "This field is required."),
        ({"note": "Why", "later": "1"}, "Choose the day and the time."),
        ({"note": "Why", "later": "1", "at": "2020-01-01T09:00"}, "Choose a time that is still to come."),
        ({"note": "Why", "at": "2099-01-01T09:00"}, "You chose a time."),
    ],
)
def test_half_a_withdrawal_is_refused(editor: Client, guide: Article, fields: dict[str, str], sentence: str) -> None:
    publication.publish(guide, by=None)

    assert sentence in act(editor, guide, "withdraw", **fields)
    assert Revision.objects.published().exists()


def test_what_is_not_live_is_not_withdrawn(editor: Client, guide: Article) -> None:
    assert "so there is nothing to withdraw" in read(editor, guide, "withdraw")
    act(editor, guide, "withdraw", note="Why")
    assert lines(guide) == []


def test_who_withdraws_is_told_of_what_still_goes_live(editor: Client, guide: Article) -> None:
    publication.publish(guide, by=None)
    publication.schedule(guide, by=None, at=datetime(2099, 1, 1, 9, tzinfo=LONDON))

    assert "will still go live on 1 January 2099, 09:00" in read(editor, guide, "withdraw")


def test_discarding_says_first_that_nothing_is_lost(editor: Client, guide: Article) -> None:
    live = publication.publish(guide, by=None)
    replace_blocks(guide, [Quote(text="A worse idea.", source="Nobody")])
    saving.save(guide, by=None)

    assert "it stays in the" in read(editor, guide, "discard")
    page = act(editor, guide, "discard")

    assert "The draft is now what visitors read" in page
    assert document_of(guide) == live.document()


def test_discarding_where_nothing_is_live_is_refused(editor: Client, guide: Article) -> None:
    assert "no published version to go back to" in act(editor, guide, "discard")


def test_a_live_guide_is_found_right_with_one_click(editor: Client, guide: Article) -> None:
    publication.publish(guide, by=None)
    day = upkeep.suggested(document_of(guide), timezone.localdate())
    assert "Checked, still right" in read(editor, guide)

    page = act(editor, guide, "reviewed")

    assert f"The next review is due by {day:%-d %B %Y}." in page
    assert lines(guide)[-1] == ("reviewed", "")


def test_a_draft_cannot_be_found_right(editor: Client, guide: Article) -> None:
    assert "Checked, still right" not in read(editor, guide)
    assert "This guide is not live" in act(editor, guide, "reviewed")
    assert lines(guide) == []


def test_an_author_sends_a_draft_for_review_and_an_editor_sends_it_back(client: Client) -> None:
    ann, ed = staff.author(), staff.editor()
    guide = cast.draft(owner=ann)
    client.force_login(ann)
    assert "Send for review</button>" in read(client, guide)
    assert "Publish now" not in read(client, guide)
    assert "It was sent for review on" in act(client, guide, "send", note="Is the tone right?")

    client.force_login(ed)
    assert "This field is required." in act(client, guide, "return", note="")
    act(client, guide, "return", note="Say what it pays.")

    assert lines(guide) == [("sent_for_review", "Is the tone right?"), ("sent_back", "Say what it pays.")]
    assert "Send back to its author" not in read(client, guide)


ACTIONS = {
    "repair": staff.AUTHOR, "send": staff.AUTHOR, "discard": staff.AUTHOR, "reviewed": staff.AUTHOR,
    "publish": staff.EDITOR, "withdraw": staff.EDITOR, "cancel": staff.EDITOR, "return": staff.EDITOR,
}  # fmt: skip


@pytest.mark.parametrize("page", ACTIONS)
def test_each_action_is_refused_to_those_who_may_not(client: Client, page: str) -> None:
    guide, ann = cast.draft(), staff.author()
    hers = cast.draft("her-guide", owner=ann)
    before = Article.objects.filter(pk=guide.pk).values().get()

    client.force_login(ann)
    assert client.post(address(guide, page)).status_code == 403
    assert (client.post(address(hers, page)).status_code == 403) == (ACTIONS[page] == staff.EDITOR)
    client.force_login(staff.reader())
    assert client.post(address(guide, page)).status_code == 403

    assert Article.objects.filter(pk=guide.pk).values().get() == before
    assert lines(guide) == []


@pytest.mark.parametrize("page", ["send", "reviewed", "cancel", "return"])
def test_an_action_is_no_page(editor: Client, guide: Article, page: str) -> None:
    assert editor.get(address(guide, page)).status_code == 405


def test_a_reader_sees_what_was_found_and_can_do_nothing(client: Client, guide: Article) -> None:
    spoil(guide)
    publication.publish(cast.draft("another-guide"), PublishOptions(), by=None)
    client.force_login(staff.reader())

    page = read(client, guide)

    assert NO_STANDFIRST in page
    assert 'method="post"' not in page.split("<main", 1)[1]


def test_publish_opened_as_a_page_leads_to_the_checks(editor: Client, guide: Article) -> None:
    assert editor.get(address(guide, "publish")).headers["Location"] == address(guide)


@pytest.mark.parametrize("times", [1, 8])
def test_the_page_costs_the_same_however_long_the_guide(
    editor: Client, guide: Article, times: int, django_assert_max_num_queries: Any
) -> None:
    replace_blocks(guide, [Text(html=f"<h2>Part {n}</h2><p>Words can be few.</p>") for n in range(times)])

    with django_assert_max_num_queries(40):
        editor.get(address(guide))


@pytest.mark.parametrize("way", ["duplicate", "restore"])
def test_what_came_in_another_way_than_the_form_is_read_at_once(admin_client: Client, way: str) -> None:
    guide = cast.draft()
    replace_blocks(guide, [Text(html="<p>We serve cafÃ© owners.</p>")])
    version = saving.save(guide, by=None)
    where = "duplicate" if way == "duplicate" else f"history/take/{version.pk}"

    page = act(admin_client, guide, where)

    came = Article.objects.latest("pk")
    assert "to fix before it can be published" in page
    assert f'<a href="{address(came)}">What they are</a>' in page
    assert (came == guide) == (way == "restore")
