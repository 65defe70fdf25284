"""Hundreds of right sentences, in every place that a guide has for them: no check may hold a guide back for one."""

from collections.abc import Iterator
from datetime import date
from html import escape
from pathlib import Path

import pytest

from articles.document import Block, Document, Figure, FinalTakeaway, Image, KeyTakeaways, QuestionAnswer, Text
from articles.gate.checks import examine
from articles.gate.context import SiteContext
from articles.gate.prose.document_text import DocumentText

LINES = (Path(__file__).parent / "correct_sentences.txt").read_text().splitlines()
SENTENCES = [line for line in LINES if line and not line.startswith("#")]
FACTS = SiteContext(today=date(2026, 11, 24), hosts=frozenset({"www.example.org"}))
IMAGE = Image(name="pictures/desk.webp", width=1600, height=900)
OPENING = Text(
    html="<p>Hiring takes time, and most of it is spent waiting.</p><h2>What to keep in mind</h2><p>Plan each step.</p>"
)
CLOSING = FinalTakeaway(html="<p>Plan the search, tell people where they stand and decide quickly.</p>")


def sound_guide(*blocks: Block) -> Document:
    """A guide that is fit to be published, with the blocks between its opening and its close."""
    return Document(
        slug="how-to-hire-an-engineer",
        title="How to hire an engineer",
        standfirst="A plain plan for the weeks between the first idea of a role and the day that somebody starts in it.",
        description="How to hire an engineer: what to decide first, where to look, how to interview fairly and when to make the offer that brings them in.",
        topic="hiring",
        author="sam-field",
        hero=Figure(image=IMAGE, alt="Two people at a desk, talking over a printed plan."),
        blocks=(OPENING, *blocks, CLOSING),
    )


def in_every_place(sentence: str) -> tuple[Block, ...]:
    """The sentence as a paragraph, a list item, a takeaway and an answer."""
    html = escape(sentence, quote=False)
    return (
        Text(html=f"<p>{html}</p>"),
        Text(html=f"<ul><li>{html}</li><li>Anything else can wait.</li></ul>"),
        KeyTakeaways(items=(sentence, "Decide quickly.")),
        QuestionAnswer(question="What should I keep in mind?", answer=f"<p>{html}</p>"),
    )


def holding_back(document: Document) -> Iterator[str]:
    """What keeps the guide from being published, and the words it is about."""
    document_text = DocumentText(document)
    for finding in examine(document, FACTS):
        if finding.blocks:
            texts = [passage.text for passage in document_text.passages if passage.place == finding.place]
            yield f"{finding.check}: {finding.what} [{finding.excerpt}] in {' / '.join(texts)}"


def test_the_guide_around_the_sentences_is_sound():
    assert list(holding_back(sound_guide())) == []


def test_there_are_hundreds_of_sentences_and_none_twice():
    assert len(SENTENCES) == len(set(SENTENCES)) >= 240


@pytest.mark.parametrize("sentence", SENTENCES)
def test_no_right_sentence_holds_a_guide_back(sentence):
    assert list(holding_back(sound_guide(*in_every_place(sentence)))) == []
