"""What may have been said to the writer warns; where it is certain, another check blocks, and says it alone."""

import pytest

from articles.document import Text
from articles.gate.checks.residue import CHECKS as RESIDUE
from articles.gate.checks.residue.asides import CHECKS
from tests.articles.gate.checks.residue.reading import find, in_paragraph


@pytest.mark.parametrize(
    "text",
    [
        "Okay, let’s draft the section on overtime.",
        "Thanks for sharing the notes; I’ve trimmed the part on relocation.",
        "I’m sorry, but I can’t open the file you attached, so I relied on general knowledge.",
        "Based on the details you gave, here is a job advert.",
        "These edits make the paragraph more concise.",
        "Do any of these headlines suit your brand?",
        "FAO Ben – happy for you to cut this.",
        "Do we really want to mention the rebate here?",
        "Section 4 (benefits, 120 words, bullet points)",
        "Rewrite the following so that it reads as human.",
    ],
)
def test_what_may_be_an_aside_warns(text):
    assert in_paragraph(RESIDUE, text) == [("aside-to-the-writer", "warns")]


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("Web team: please swap this photo, the licence has expired.", "note-to-colleague"),
        ("I’ve kept the paragraphs short; shall I continue with part three?", "chat-residue"),
        ("Voice: second person, friendly", "brief-as-content"),
    ],
)
def test_what_is_certain_is_told_once(text, check):
    assert in_paragraph(RESIDUE, text) == [(check, "blocks")]


@pytest.mark.parametrize(
    ("sentence", "check"),
    [
        ("Let me know if you want a shorter version.", "chat-residue"),
        ("This paragraph repeats the section above.", "note-to-colleague"),
        ("Can you think of a better example?", "note-to-colleague"),
    ],
)
def test_a_sentence_among_others_for_readers_warns(sentence, check):
    before, after = (
        "The panel meets on Mondays and keeps its notes.",
        "It answers each letter within five working days.",
    )
    assert in_paragraph(RESIDUE, sentence) == [(check, "blocks")]
    assert in_paragraph(RESIDUE, f"{before} {sentence} {after}") == [("aside-to-the-writer", "warns")]


def test_a_text_that_somebody_tells_of_themselves_needs_more_signs():
    step = "<p>I remove the build tasks that I talked about in the last article.</p>"
    own = "<p>I work in Leeds.</p><p>My team is small.</p><p>I’m a tester.</p>"
    assert [finding.check for finding in find(CHECKS, Text(html=step))] == ["aside-to-the-writer"]
    assert find(CHECKS, Text(html=own + step)) == []
    (finding,) = find(RESIDUE, Text(html=f"{own}<p>I need to write more about this.</p>"))
    assert finding.check == "aside-to-the-writer"
    assert in_paragraph(RESIDUE, "I need to write more about this.") == [("note-to-colleague", "blocks")]


@pytest.mark.parametrize(
    "text",
    [
        "Here is a summary of the law.",
        "The team keeps its notes in one document, and everybody may edit it.",
        "Ask Priya’s questions first, then your own.",
        "Your CV should be no longer than two pages.",
    ],
)
def test_what_readers_are_told_passes(text):
    assert in_paragraph(CHECKS, text) == []


def test_list_items_tell_readers_what_to_do():
    assert in_paragraph(CHECKS, "Do we really want to mention the rebate here?", "li") == []
