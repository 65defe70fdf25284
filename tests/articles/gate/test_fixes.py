"""Exact repairs change the words they are about, in every kind of field, and nothing else."""

import pytest

from articles.document import Comparison, ComparisonRow, Document, Figure, Image, KeyTakeaways, QuestionAnswer, Text
from articles.gate.findings import Place
from articles.gate.prose import fixes

IMAGE = Image(name="pictures/desk.webp", width=1600, height=900)


def test_words_are_put_right_in_rich_text_but_not_in_addresses():
    document = Document(blocks=(Text(html='<p>Recieve &amp; read: <a href="/recieve/">recieve</a>, recieved</p>'),))
    fixed = fixes.with_words(Place(block=0, field="html"), "recieve", "receive")(document)
    assert fixed.blocks[0].html == '<p>Recieve &amp; read: <a href="/recieve/">receive</a>, recieved</p>'


@pytest.mark.parametrize(
    ("document", "place", "read"),
    [
        (Document(title="An upto date CV"), Place(field="title"), lambda document: document.title),
        (
            Document(hero=Figure(image=IMAGE, alt="An upto date CV")),
            Place(field="hero.alt"),
            lambda document: document.hero.alt,
        ),
        (
            Document(blocks=(KeyTakeaways(items=("First", "An upto date CV")),)),
            Place(block=0, field="items"),
            lambda document: document.blocks[0].items[1],
        ),
        (
            Document(blocks=(QuestionAnswer(question="An upto date CV", answer="<p>upto</p>"),)),
            Place(block=0, field="question"),
            lambda document: document.blocks[0].question,
        ),
        (
            Document(
                blocks=(
                    Comparison(options=("A", "B"), rows=(ComparisonRow(name="x", values=("An upto date CV", "")),)),
                )
            ),
            Place(block=0, field="rows"),
            lambda document: document.blocks[0].rows[0].values[0],
        ),
    ],
)
def test_words_are_put_right_in_every_kind_of_field(document, place, read):
    assert read(fixes.with_words(place, "upto", "up to")(document)) == "An up to date CV"


def test_what_a_place_holds_may_become_other_markup():
    document = Document(blocks=(Text(html="<p>- one</p><p>- two</p>"),))
    listed = fixes.with_content(Place(block=0, field="html"), lambda _html: "<ul><li>one</li><li>two</li></ul>")
    assert listed(document).blocks[0].html == "<ul><li>one</li><li>two</li></ul>"
