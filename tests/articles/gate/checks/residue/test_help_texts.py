"""What the forms say beside their fields, left in a guide, holds it back; words that resemble it do not."""

import pytest

from articles.document import CallToAction, Figure, Image, KeyTakeaways, Quote, Text
from articles.gate.checks.residue.help_texts import CHECKS
from articles.gate.findings import Level, Place
from tests.articles.gate.checks.residue.reading import find, in_paragraph

IMAGE = Image(name="pictures/desk.webp", width=1600, height=900)


@pytest.mark.parametrize(
    ("blocks", "place"),
    [
        (
            [CallToAction(heading="A few words, such as “Looking for your next role?”", label="Write to us")],
            Place(block=0, field="heading"),
        ),
        (
            [Text(html="<p>Begin each section with a heading: the contents list is made from the headings.</p>")],
            Place(block=0, field="html"),
        ),
        ([KeyTakeaways(items=("three to five sentences, one on each line",))], Place(block=0, field="items")),
        ([Quote(text="The words, without quotation marks.")], Place(block=0, field="text")),
        (
            [Figure(image=IMAGE, alt="What the picture shows, in one sentence, for people who cannot see it.")],
            Place(block=0, field="alt"),
        ),
        ([Figure(image=IMAGE, caption="Shown under the picture.")], Place(block=0, field="caption")),
    ],
)
def test_a_form_s_help_text_holds_the_guide_back(blocks, place):
    assert [(f.check, f.level, f.place) for f in find(CHECKS, *blocks)] == [
        ("help-text-as-content", Level.BLOCKS, place)
    ]


def test_the_standfirst_s_own_help_text_is_known():
    text = "One or two sentences under the title that say what the reader will learn."
    (finding,) = find(CHECKS, standfirst=text)
    assert (finding.check, finding.place, finding.excerpt) == ("help-text-as-content", Place(field="standfirst"), text)


@pytest.mark.parametrize(
    "text",
    [
        "The picture at the top shows the team on its first day.",
        "Begin each section of your CV with a heading.",
        "Who said it, and where?",
        "Say what the picture shows in one sentence.",
        "One sentence a line is easy to review.",
        "The button opens the enquiry form.",
        "Readers trust what they can check.",
        "Best under 60 characters, a subject line says one thing.",
        "When you publish a change, tell the people it concerns.",
        "One or two paragraphs that close the letter are plenty.",
        "The page is short, and so is the list.",
        "What a good advert says, in one sentence.",
        "Such as junior, mid-level or senior roles.",
        "A named person or desk answers every enquiry.",
        "Looking for your next role?",
    ],
)
def test_words_that_resemble_help_texts_pass(text):
    assert in_paragraph(CHECKS, text) == []
