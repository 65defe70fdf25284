"""Nothing is said twice."""

from datetime import date

import pytest

from articles.document import CallToAction, Document, FinalTakeaway, KeyTakeaways, Text
from articles.gate.checks.consistency import repeated_paragraphs, repetition
from articles.gate.context import SiteContext
from articles.gate.findings import Place
from articles.gate.prose.document_text import DocumentText

SITE = SiteContext(today=date(2026, 11, 26))
CHECKS = (*repeated_paragraphs.CHECKS, *repetition.CHECKS)
BRIEF = "A good brief says what the person will do in the first month, and who will help them do it."


def told(*blocks):
    guide = DocumentText(Document(blocks=blocks))
    return [(finding.check, finding.place) for check in CHECKS for finding in check(guide, SITE)]


def text(*paragraphs):
    return Text(html="".join(f"<p>{paragraph}</p>" for paragraph in paragraphs))


@pytest.mark.parametrize(
    "again",
    [
        BRIEF,
        "A good brief says what the person will do in the first three months, and who will help them do it.",
        "A good brief says what the person will do in the first month and who helps them do it.",
    ],
)
def test_a_paragraph_that_comes_again_warns_at_the_second(again):
    assert told(text(BRIEF, "Between the two."), text(again)) == [("paragraph-repeated", Place(block=1, field="html"))]


@pytest.mark.parametrize("part", ["<p>{}</p><ul><li>Plan</li></ul>", "<p>{} See <a href='/pay'>pay</a>.</p>"])
def test_a_paragraph_with_the_same_list_or_link_warns(part):
    here = Text(html=f"<h2>First</h2>{part.format(BRIEF)}<h2>Then</h2>{part.format(BRIEF)}")
    assert [check for check, _ in told(here)] == ["paragraph-repeated"]


@pytest.mark.parametrize(
    "paragraph",
    [
        "Ask for the band first. Ask for the band first. It saves an hour.",
        "The call is short. Then comes the task. The call is short!",
    ],
)
def test_a_sentence_twice_in_a_paragraph_warns(paragraph):
    assert told(text(paragraph)) == [("sentence-repeated", Place(block=0, field="html"))]


@pytest.mark.parametrize(
    "lines",
    [
        ("Ask early.", "Sign later.", "Ask early."),
        ("Python", "SQL", "python"),
        (
            "Read the contract twice, then sign it.",
            "Always read the contract twice, and sign it.",
        ),
    ],
)
def test_a_line_twice_in_a_list_or_the_takeaways_warns(lines):
    html = f"<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>"
    assert told(Text(html=html)) == [("line-repeated", Place(block=0, field="html"))]
    assert told(KeyTakeaways(items=lines)) == [("line-repeated", Place(block=0, field="items"))]


@pytest.mark.parametrize(
    "blocks",
    [
        (text("Ask early.", "Then wait.", "Ask early."),),
        (text("This is paid at the start of each term.", "Next.", "This is paid at the start of each term."),),
        (Text(html=f"<h3>Fire</h3><p>{BRIEF}</p><h2>York</h2><h3>Fire</h3><p>{BRIEF}</p>"),),
        (Text(html=f"<p>{BRIEF}</p><ul><li>Plan</li></ul><p>{BRIEF}</p><ul><li>Lead</li></ul>"),),
        (text(f"<a href='/one'>{BRIEF}</a>", f"<a href='/two'>{BRIEF}</a>"),),
        (text(f"<code>{BRIEF}</code>", "Next.", f"<code>{BRIEF}</code>"),),
        (
            text(
                "Memory use by the services of a team is watched day and night.",
                "Disk use by the services of a team is watched day and night.",
            ),
        ),
        (text(BRIEF), KeyTakeaways(items=(BRIEF, "Ask early."))),
        (text(BRIEF), FinalTakeaway(html=f"<p>{BRIEF}</p>")),
        (
            CallToAction(heading="Write", label="Write", text=BRIEF),
            CallToAction(heading="Call", label="Call", text=BRIEF),
        ),
        (text("You should give an applicant this mark if they have all of these:", "Next."),) * 2,
        (text("Who decides? The manager. Who decides? The client."),),
        (text("No. Not yet. No."),),
        (Text(html="<ul><li>Ask about pay.</li><li>Ask about leave.</li></ul>"),),
        (KeyTakeaways(items=("Senior: a story about their team.", "Staff: a story about their company.")),),
        (Text(html="<ul><li>One call</li></ul><p>Then:</p><ul><li>One call</li></ul>"),),
    ],
)
def test_what_only_looks_alike_passes(blocks):
    assert [check for check, _ in told(*blocks)] == []
