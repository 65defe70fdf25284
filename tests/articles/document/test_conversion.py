"""A part of a text becomes a block of another kind, and a block becomes text, without losing a word."""

from datetime import date

import pytest
from hypothesis import given

from articles.document import (
    BLOCKS,
    CallToAction,
    Figure,
    FinalTakeaway,
    Insight,
    KeyTakeaways,
    QuestionAnswer,
    Quote,
    SalaryTable,
    Speaker,
    Text,
    richtext,
)
from articles.document.conversion import from_text, is_convertible, to_text
from tests.articles.documents import rich_texts


def test_what_needs_one_text_or_list_and_what_is_found_in_words_can_be_made_of_text() -> None:
    convertible = [kind for kind in BLOCKS.values() if is_convertible(kind)]
    assert {Text, KeyTakeaways, Insight, QuestionAnswer, Quote, FinalTakeaway} <= set(convertible)
    assert {Figure, SalaryTable, CallToAction}.isdisjoint(convertible)
    with pytest.raises(ValueError, match="figure"):
        from_text("<p>x</p>", Figure)


@pytest.mark.parametrize(
    ("html", "items"),
    [
        ("<ul><li><p>One</p></li><li>Two</li></ul>", ("One", "Two")),
        ("<ol><li>One<ul><li>Under <strong>one</strong></li></ul></li><li>Two</li></ol>", ("One", "Under one", "Two")),
        ("<p>One</p><p>Two<br>goes on</p>", ("One", "Two goes on")),
        ("<h2>Head</h2><p>Pay is £40,000<sup>1</sup></p>", ("Head", "Pay is £40,000¹")),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td></td><td>c</td></tr></table>", ("a; b", "c")),
        ("loose &amp; words", ("loose & words",)),
        ("<p> </p>", ()),
    ],
)
def test_items_and_paragraphs_become_takeaways(html: str, items: tuple[str, ...]) -> None:
    assert from_text(html, KeyTakeaways) == [KeyTakeaways(items=items)]


@pytest.mark.parametrize(
    ("html", "pairs"),
    [
        (
            "<p>Q: How?</p><p>A: So.</p><p>Really?</p><p>q2. When?</p><p>Now.</p>",
            [("How?", "<p>So.</p><p>Really?</p>"), ("When?", "<p>Now.</p>")],
        ),
        (
            "<p><strong>Question:</strong> How?<br><strong>Answer:</strong> <em>So</em>.</p>",
            [("How?", "<p> <em>So</em>.</p>")],
        ),
        (
            "<h3>How?</h3><p>So.</p><ul><li>x</li></ul><h3>When</h3><p>A.</p>",
            [("How?", "<p>So.</p><ul><li>x</li></ul>"), ("When", "")],
        ),
        (
            "<p>How?</p><p>So.</p><p><strong>And when</strong></p><p>A-levels first.</p>",
            [("How?", "<p>So.</p>"), ("And when", "<p>A-levels first.</p>")],
        ),
        (
            "<ul><li>Q: How?</li><li><p>A: So.</p><ul><li>x</li></ul></li></ul>",
            [("How?", "<p>So.</p><ul><li>x</li></ul>")],
        ),
        ("<p><strong>How</strong><br>So.<br>And so.</p><p>On.</p>", [("How", "<p>So.<br>And so.</p><p>On.</p>")]),
        ("<p>First words.</p><p>How?</p>", [("", "<p>First words.</p>"), ("How?", "")]),
        ("<h2>How?</h2><h3>Under</h3>", [("How?", ""), ("Under", "")]),
    ],
)
def test_questions_are_found_with_their_answers(html: str, pairs: list[tuple[str, str]]) -> None:
    made = from_text(html, QuestionAnswer)
    assert made == [QuestionAnswer(question=question, answer=answer) for question, answer in pairs]


@pytest.mark.parametrize(
    ("html", "text", "source"),
    [
        ("<p>It works.</p>", "It works.", ""),
        ("<p>“It works.”</p><p>— Sam Field, Agency</p>", "It works.", "Sam Field, Agency"),
        ("<p>It works.<br>– Sam Field</p>", "It works.", "Sam Field"),
        ("<p>“It works.” – Sam Field</p>", "It works.", "Sam Field"),
        ("<p>“It works”, she said, “today”.</p>", "“It works”, she said, “today”.", ""),
        ("<p>It</p><p>works - mostly.</p>", "It works - mostly.", ""),
        ("<p>— Sam Field</p>", "— Sam Field", ""),
    ],
)
def test_a_quote_has_its_source(html: str, text: str, source: str) -> None:
    assert from_text(html, Quote) == [Quote(text=text, source=source)]


def test_a_text_of_its_own_keeps_everything_and_a_simple_one_has_lines_for_headings_and_rows() -> None:
    html = "<h2>Head <em>line</em></h2><p>Words</p><table><tbody><tr><th>a</th><td>b</td></tr></tbody></table>"
    assert from_text(html, Text) == [Text(html=html)]
    lines = "<p><strong>Head <em>line</em></strong></p><p>Words</p><p>a; b</p>"
    assert from_text(html, FinalTakeaway) == [FinalTakeaway(html=lines)]
    assert from_text(html, Insight) == [Insight(html=lines)]


@pytest.mark.parametrize(
    "block",
    [
        Text(html="<h2>Head</h2><p>Words</p>"),
        KeyTakeaways(items=("One & two", "Three")),
        QuestionAnswer(question="How?", answer="<p>So.</p>"),
        Quote(text="It works.", source="Sam Field"),
        Quote(text="It works."),
        FinalTakeaway(html="<p>At last</p>"),
        Insight(html="<p>I say</p>"),
    ],
)
def test_a_block_that_became_text_becomes_the_same_again(block: Text) -> None:
    assert from_text(to_text(block), type(block)) == [block]


def test_who_says_an_insight_stays_with_its_words() -> None:
    speaker = Speaker(slug="sam", name="Sam Field", role="Consultant")
    said = Insight(html="<p>I say</p>", speaker=speaker, said_on=date(2026, 5, 1))
    assert to_text(said) == "<p>I say</p><p>— Sam Field, Consultant</p>"


@given(rich_texts)
def test_no_sign_is_lost(html: str) -> None:
    def signs(text: str) -> str:
        """Without what parts the cells of a row, and spaces."""
        return "".join(text.replace(";", "").split())

    said = signs(richtext.plain(richtext.sanitise(html)))
    for kind in (KeyTakeaways, FinalTakeaway, Text):
        assert signs(" ".join(richtext.plain(to_text(block)) for block in from_text(html, kind))) == said
