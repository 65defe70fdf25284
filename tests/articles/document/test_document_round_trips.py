"""A document survives every form it takes: stored JSON, an editor's rows, the database."""

import json

import pytest
from hypothesis import example, given, settings

from articles import document as doc
from articles.document import serialization
from articles.document.serialization import UnreadableDocument
from articles.drafts import saving
from articles.drafts.rows import document_of, replace_blocks, rows_from
from articles.models import Revision
from tests import cast
from tests.articles.documents import EMPTY_BLOCKS, LONG, LONG_BLOCKS, documents, storable_bodies

STORED = serialization.dump(doc.Document(title="A guide", blocks=(doc.Text(html="<p>Words.</p>"), doc.KeyTakeaways())))


def through_json(document):
    return serialization.load(json.loads(json.dumps(serialization.dump(document))))


@given(documents)
@example(doc.Document())
@example(doc.Document(blocks=EMPTY_BLOCKS))
@example(doc.Document(title=LONG, standfirst=LONG, blocks=LONG_BLOCKS))
def test_json_gives_back_an_equal_document(document):
    assert through_json(document) == document


@given(documents)
def test_stored_json_can_be_carried_by_every_database_and_page(document):
    stored = json.dumps(serialization.dump(document), ensure_ascii=False)
    assert stored.encode()
    assert [code for code in range(0x20) if f"\\u{code:04x}" in stored] == []


@pytest.fixture
def guide(db):
    for table in (cast.ENGINEER, cast.UNPAID):
        cast.job_role(table)
    for speaker in cast.SPEAKERS:
        cast.author(speaker)
    cast.store_picture()
    return cast.draft()


@given(body=storable_bodies)
@example(body=EMPTY_BLOCKS)
@example(body=LONG_BLOCKS)
def test_unsaved_rows_give_back_equal_blocks(guide, body):
    rows = rows_from(body)
    assert tuple(row.to_block() for row in rows) == body
    assert [(row.region, row.ordering) for row in rows] == [("main", 10 * n) for n in range(1, len(body) + 1)]


@given(body=storable_bodies)
@example(body=EMPTY_BLOCKS)
@example(body=LONG_BLOCKS)
@settings(max_examples=60)
def test_the_database_gives_back_an_equal_body(guide, body):
    replace_blocks(guide, body)
    assert document_of(guide).blocks == body


@given(body=storable_bodies)
@example(body=LONG_BLOCKS)
@settings(max_examples=40)
def test_a_revision_gives_back_an_equal_document(guide, body):
    document = doc.Document(slug="a-guide", title="A guide", standfirst="It says.", description="It.", blocks=body)
    revision = Revision.from_document(guide, document, at=guide.created_at)
    revision.save()
    assert Revision.objects.get(pk=revision.pk).document() == document


def test_the_whole_guide_comes_back_from_its_rows(guide):
    guide.hero_picture = cast.in_library()
    guide.hero_alt, guide.hero_caption, guide.hero_credit = "A desk", "Where we work", "The agency"
    guide.save()
    body = (doc.Text(html="<p>Words.</p>"), doc.Quote(text="Well said.", source="A poet"))
    replace_blocks(guide, body)
    assert document_of(type(guide).objects.get(pk=guide.pk)) == doc.Document(
        slug="a-guide",
        title="A guide",
        standfirst=guide.standfirst,
        description=guide.description,
        topic="data",
        author="sam-field",
        hero=doc.Figure(
            image=doc.Image(name=cast.PICTURE, width=12, height=8),
            alt="A desk",
            caption="Where we work",
            credit="The agency",
        ),
        blocks=body,
    )


def test_a_document_is_versioned():
    assert serialization.dump(doc.Document())["version"] == serialization.VERSION == 3


def test_an_older_version_is_brought_up_to_date(monkeypatch):
    def from_the_first(data):
        return {**data, "version": 2, "title": data["heading"]} | {"heading": None}

    def without_heading(data):
        return {name: value for name, value in from_the_first(data).items() if name != "heading"}

    monkeypatch.setitem(serialization.UPGRADES, 0, without_heading)
    assert serialization.load({"version": 0, "heading": "Old"}) == doc.Document(title="Old")


def test_a_guide_that_was_published_under_version_1_has_no_unpublished_changes(guide):
    guide.hero_picture = cast.in_library()
    guide.save()
    revision = Revision.from_document(guide, document_of(guide), at=guide.created_at)
    image = revision.stored["hero"]["image"]
    del image["focus_x"], image["focus_y"]
    revision.stored["version"], revision.is_live = 1, True
    revision.save()

    saving.note_changes([guide])

    guide.refresh_from_db()
    assert not guide.has_unpublished_changes


def test_a_voice_of_version_2_is_a_speaker():
    speaker = {"slug": "sam", "name": "Sam", "role": "", "portrait": None}
    insight = {"kind": "insight", "html": "<p>So it is.</p>", "voice": speaker, "said_on": None}

    document = serialization.load({"version": 2, "blocks": [insight]})

    expected = doc.Insight(html="<p>So it is.</p>", speaker=doc.Speaker(slug="sam", name="Sam"))
    assert document == doc.Document(blocks=(expected,))


def test_pictures_of_version_1_are_cropped_around_their_middle():
    old = {"name": "pictures/1.webp", "width": 1600, "height": 900}
    speaker = {"slug": "sam", "name": "Sam", "role": "", "portrait": old}
    blocks = [{"kind": "figure", "image": old, "alt": "A desk"}, {"kind": "insight", "html": "", "voice": speaker}]

    document = serialization.load(
        {"version": 1, "title": "Old", "hero": {"kind": "figure", "image": old}, "blocks": blocks}
    )

    image = doc.Image(**old, focus_x=50, focus_y=50)
    assert document == doc.Document(
        title="Old",
        hero=doc.Figure(image=image),
        blocks=(
            doc.Figure(image=image, alt="A desk"),
            doc.Insight(speaker=doc.Speaker(slug="sam", name="Sam", portrait=image)),
        ),
    )


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        "text",
        7,
        {},
        {"version": 4},
        {"version": None},
        {"version": []},
        {"version": "1"},
        STORED | {"title": None},
        STORED | {"title": 7},
        STORED | {"surprise": 1},
        STORED | {"hero": None},
        STORED | {"hero": {"kind": "quote"}},
        STORED | {"blocks": "text"},
        STORED | {"blocks": None},
        STORED | {"blocks": [None]},
        STORED | {"blocks": [{"kind": "hologram"}]},
        STORED | {"blocks": [{"html": "<p>Words.</p>"}]},
        STORED | {"blocks": [{"kind": "text", "html": ["<p>Words.</p>"]}]},
        STORED | {"blocks": [{"kind": "key_takeaways", "items": "words"}]},
        STORED | {"blocks": [{"kind": "insight", "said_on": "yesterday"}]},
        STORED | {"blocks": [{"kind": "insight", "said_on": 5}]},
        STORED | {"blocks": [{"kind": "insight", "said_on": ""}]},
        STORED | {"blocks": [{"kind": "figure", "image": {}}]},
        STORED | {"blocks": [{"kind": "figure", "decorative": "no"}]},
        STORED | {"blocks": [{"kind": "figure", "image": {"name": "a.webp", "width": "1", "height": 1}}]},
    ],
    ids=lambda data: json.dumps(data)[-60:],
)
def test_what_is_no_document_is_refused(data):
    with pytest.raises(UnreadableDocument, match="Not a document of version"):
        serialization.load(data)


def test_values_tidy_their_text_when_they_are_made():
    assert doc.Document(title=" A\x00 guide\n\tfor\x0bmany ").title == "A guide for many"
    assert doc.Speaker(slug="a", name=" Sam\r\nField\ud800 ").name == "Sam Field"
    assert doc.KeyTakeaways(items=(" one\n ", "", "\x00", "two")).items == ("one", "two")
    assert doc.CallToAction(heading="Looking\n for work?").heading == "Looking for work?"
    assert doc.Text(html="<p> </p><p>&nbsp;<br></p><h2></h2><ul><li></li></ul>").html == ""


@pytest.mark.parametrize("block", EMPTY_BLOCKS, ids=lambda block: block.kind)
def test_an_empty_block_shows_nothing(block):
    assert doc.Document(blocks=(block,)).shown() == ()


@pytest.mark.parametrize(
    "block",
    [
        doc.Figure(alt="A desk", caption="Where we work", credit="The agency"),
        doc.Insight(speaker=cast.DESK),
        doc.QuestionAnswer(question="Why?"),
        doc.QuestionAnswer(answer="<p>Because.</p>"),
        doc.Quote(source="A poet"),
        doc.CallToAction(heading="Hiring?", text="Write to us."),
        doc.CallToAction(text="Write to us.", label="Write"),
    ],
    ids=repr,
)
def test_a_block_without_what_it_stands_for_shows_nothing(block):
    assert doc.Document(blocks=(block,)).shown() == ()


@pytest.mark.parametrize("block", LONG_BLOCKS, ids=lambda block: block.kind)
def test_a_block_with_its_words_is_shown(block):
    assert doc.Document(blocks=(block,)).shown() == (block,)


def test_reading_time_counts_the_words_that_a_reader_reads():
    document = doc.Document(
        title="Not counted",
        standfirst="One two.",
        description="Not counted either",
        blocks=(
            doc.Text(html="<h2>Three</h2><p>four <strong>fi</strong>ve</p><ul><li>six</li><li>seven</li></ul>"),
            doc.KeyTakeaways(items=("eight nine", "ten")),
            doc.QuestionAnswer(question="Eleven?", answer="<p>Twelve.</p>"),
            doc.QuestionAnswer(question="Without an answer?"),
            doc.Figure(alt="Without a picture", caption="Without a picture"),
            doc.CallToAction(role="client", heading="Thirteen", text="fourteen", label="fifteen"),
        ),
    )
    assert doc.word_count(document) == 15
