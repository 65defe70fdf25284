"""What an editor reads about the difference between two versions of a guide."""

from dataclasses import replace
from datetime import date
from time import perf_counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.diff.comparison import SAME_WORDS, Change, Kind, Mark, Run, compare, compare_words, summary
from articles.document import (
    CallToAction,
    Document,
    Figure,
    FinalTakeaway,
    Image,
    Insight,
    KeyTakeaways,
    QuestionAnswer,
    Quote,
    Text,
    plain_text,
    word_count,
)
from tests import cast
from tests.articles.documents import EMPTY_BLOCKS, documents
from tests.articles.gate.checks.demo import demo_documents

IMAGE = Image(name="pictures/a.webp", width=1600, height=900)
OPENING = Text(html="<p>Data engineers move data from where it is made to where it is used.</p>")
PAY = Text(html="<h2>What the work pays</h2><p>Pay depends on the place and the level.</p>")
TAKEAWAYS = KeyTakeaways(items=("Learn SQL first.", "Show your work.", "Ask about the team."))
QUESTION = QuestionAnswer(question="Is a degree needed?", answer="<p>Most employers ask for experience instead.</p>")
CLOSING = FinalTakeaway(html="<p>Start small and show what you made.</p>")
BODY = (OPENING, TAKEAWAYS, PAY, QUESTION, CLOSING)
GUIDE = Document(title="What does a data engineer do?", slug="data-engineer", blocks=BODY)


def body(*blocks):
    return replace(GUIDE, blocks=blocks)


def told(before, after):
    """Label and kind of everything that is not the same."""
    return [(change.label, change.kind) for change in compare(before, after) if change.kind is not Kind.SAME]


def marked(runs):
    """The runs as one text, `[-removed-]` and `{+added+}`."""
    signs = {Mark.SAME: "{}", Mark.REMOVED: "[-{}-]", Mark.ADDED: "{{+{}+}}"}
    return "".join(signs[run.mark].format(run.text) for run in runs)


def test_an_edited_block_stands_beside_its_former_self_word_by_word():
    edited = Text(html="<h2>What the work pays</h2><p>Pay depends on the town and the level.</p>")
    change = next(c for c in compare(GUIDE, body(OPENING, TAKEAWAYS, edited, QUESTION, CLOSING)) if c.kind != Kind.SAME)
    start = Run(text="Heading: What the work pays\nPay depends on the ", mark=Mark.SAME)
    end = Run(text="and the level.", mark=Mark.SAME)
    assert change == Change(
        label="Text",
        kind=Kind.CHANGED,
        before=(start, Run(text="place ", mark=Mark.REMOVED), end),
        after=(start, Run(text="town ", mark=Mark.ADDED), end),
        is_block=True,
    )


def test_changed_fields_come_first_and_unchanged_ones_are_left_out():
    after = replace(GUIDE, title="What a data engineer does", topic="roles", hero=Figure(image=IMAGE, decorative=True))
    changes = [change for change in compare(GUIDE, after) if not change.is_block]
    assert [(change.label, change.kind) for change in changes] == [
        ("Title", Kind.CHANGED),
        ("Topic", Kind.CHANGED),
        ("Picture at the top", Kind.CHANGED),
    ]
    assert marked(changes[0].before) == "What [-does -]a data engineer [-do?-]"
    assert marked(changes[0].after) == "What a data engineer {+does+}"
    assert marked(changes[2].before) == "[-No picture-]"
    assert marked(changes[2].after) == "{+Picture: pictures/a.webp (1600 × 900 pixels)\nDecorative+}"


def test_unchanged_blocks_are_told_so_that_a_page_can_fold_them():
    changes = compare(GUIDE, GUIDE)
    labels = ["Text", "Key takeaways", "Text", "Question and answer", "Final takeaway"]
    assert [(change.label, change.kind) for change in changes] == [(label, Kind.SAME) for label in labels]


QUOTE = Quote(text="Simple tools last.", source="A reader")


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ((OPENING, TAKEAWAYS, QUOTE, PAY, QUESTION, CLOSING), [("Quote", Kind.ADDED)]),
        ((OPENING, PAY, QUESTION, CLOSING), [("Key takeaways", Kind.REMOVED)]),
        ((OPENING, QUOTE, PAY, QUESTION, CLOSING), [("Key takeaways", Kind.REMOVED), ("Quote", Kind.ADDED)]),
        ((OPENING, PAY, QUESTION, TAKEAWAYS, CLOSING), [("Key takeaways", Kind.MOVED)]),
        ((CLOSING, OPENING, TAKEAWAYS, PAY, QUESTION), [("Final takeaway", Kind.MOVED)]),
        ((), [(label, Kind.REMOVED) for label in
              ("Text", "Key takeaways", "Text", "Question and answer", "Final takeaway")]),
    ],
)  # fmt: skip
def test_blocks_are_added_removed_and_moved(after, expected):
    assert told(GUIDE, body(*after)) == expected


def test_a_moved_block_may_have_been_edited_as_well():
    edited = KeyTakeaways(items=("Learn SQL first.", "Show your own work.", "Ask about the team."))
    change = next(c for c in compare(GUIDE, body(OPENING, PAY, QUESTION, edited, CLOSING)) if c.kind is Kind.MOVED)
    assert marked(change.after) == "• Learn SQL first.\n• Show your {+own +}work.\n• Ask about the team."


def test_a_question_whose_answer_was_written_anew_stands_beside_its_former_self():
    rewritten = replace(QUESTION, answer="<p>No. Show what you have built.</p>")
    assert told(GUIDE, body(OPENING, TAKEAWAYS, PAY, rewritten, CLOSING)) == [("Question and answer", Kind.CHANGED)]


def test_a_text_that_says_something_else_is_not_an_edited_one():
    other = Text(html="<p>Bring two references and a clean laptop to your second interview.</p>")
    assert told(GUIDE, body(other, *BODY[1:])) == [("Text", Kind.REMOVED), ("Text", Kind.ADDED)]


def test_each_of_several_alike_blocks_finds_its_own_former_self():
    texts = [Text(html=f"<p>Section {n} tells the reader what happens in week {n}.</p>") for n in range(6)]
    edited = [replace(text, html=text.html.replace("tells", "shows")) for text in texts]
    changes = compare(body(*texts), body(*edited))
    assert [change.kind for change in changes] == [Kind.CHANGED] * 6
    assert [change.before[0].text for change in changes] == [f"Section {n} " for n in range(6)]


RICH = (
    "<h2>Tools</h2><p>Read <a href=\"/guides/a/?x=1&amp;y=2\">our guide</a> &amp; <strong>learn</strong>:<br>now</p>"
    "<ul><li><p>SQL</p></li><li>Python<ul><li>pandas</li></ul></li></ul><h3>Pay</h3>"
    "<table><thead><tr><th>Level</th><th>Pay</th></tr></thead><tbody><tr><td>Junior</td><td>£40,000</td></tr></tbody></table>"
)  # fmt: skip
SAID = Insight(html="<p>It is.</p>", speaker=cast.PERSON, said_on=date(2026, 4, 1))


@pytest.mark.parametrize(
    ("block", "lines"),
    [
        (Text(html=RICH), ["Heading: Tools", "Read our guide (/guides/a/?x=1&y=2) & learn:", "now", "• SQL", "• Python",
                           "• pandas", "Subheading: Pay", "Level | Pay", "Junior | £40,000"]),
        (Text(html="loose words<p>A paragraph &lt;p&gt;.</p>"), ["loose words", "A paragraph <p>."]),
        (Figure(image=IMAGE, alt="A desk.", caption="Ours.", credit="Photo: us"),
         ["Picture: pictures/a.webp (1600 × 900 pixels)", "Alternative text: A desk.", "Caption: Ours.", "Credit: Photo: us"]),
        (TAKEAWAYS, ["• Learn SQL first.", "• Show your work.", "• Ask about the team."]),
        (replace(cast.ENGINEER, figures=cast.ENGINEER.figures[1:3]),
         ["Role: data engineer",
          "Senior, UK: £60,000 to £90,000 or more (job adverts, 1 May 2026) Adverts read in May 2026.",
          "Junior, US: $40,000 to $60,000 (job adverts, 1 May 2026) Adverts read in May 2026."]),
        (SAID, ["It is.", "Said by: Sam Field, Consultant", "Said on: 1 April 2026"]),
        (QUESTION, ["Question: Is a degree needed?", "Most employers ask for experience instead."]),
        (QUOTE, ["Simple tools last.", "Source: A reader"]),
        (CLOSING, ["Start small and show what you made."]),
        (CallToAction(role="client", heading="Hiring?", text="Write to us.", label="Tell us"),
         ["Heading: Hiring?", "Write to us.", "Button: Tell us", "For: people who are hiring"]),
    ],
)  # fmt: skip
def test_every_block_has_plain_words(block, lines):
    assert plain_text.lines(block) == lines


@pytest.mark.parametrize("block", [PAY, replace(SAID, speaker=replace(cast.PERSON, portrait=None))])
def test_a_difference_that_words_cannot_show_has_a_note(block):
    hidden = (
        replace(block, html=block.html.replace("<p>", "<p><strong>").replace("</p>", "</strong></p>"))
        if block == PAY
        else replace(block, speaker=replace(cast.PERSON, portrait=IMAGE))
    )
    (change,) = compare(body(block), body(hidden))
    assert (change.kind, change.note) == (Kind.CHANGED, SAME_WORDS)


def test_other_changes_have_no_note():
    assert {change.note for change in compare(GUIDE, body(QUOTE, *BODY[2:], Text()))} == {""}


@pytest.mark.parametrize(
    ("before", "after", "old", "new"),
    [
        ("", "", "", ""),
        ("", "new words", "", "{+new words+}"),
        ("old words", "", "[-old words-]", ""),
        ("one two", "one two three", "one two", "one two {+three+}"),
        ("one two\nthree", "one two three", "one two[-\n-]three", "one two three"),
        ("a b c d e f", "a X c Y e f", "a [-b c d -]e f", "a {+X c Y +}e f"),
    ],
)
def test_words_are_compared_one_by_one(before, after, old, new):
    assert tuple(map(marked, compare_words(before, after))) == (old, new)


@pytest.mark.parametrize(
    ("after", "sentence"),
    [
        (GUIDE, "Nothing changed."),
        (replace(GUIDE, title="Another"), "Title changed."),
        (replace(GUIDE, title="Another", slug="b", author="sam"), "Title, address and author changed."),
        (body(OPENING, TAKEAWAYS, PAY, QUESTION), "1 block removed."),
        (body(*BODY, QUOTE, SAID), "2 blocks added."),
        (
            replace(body(QUOTE, OPENING, PAY, replace(QUESTION, answer="<p>No.</p>"), CLOSING), title="B"),
            "Title changed; 1 block changed, 1 added, 1 removed.",
        ),
        (body(CLOSING, *BODY[:-1]), "1 block moved."),
    ],
)
def test_the_summary_is_one_plain_sentence(after, sentence):
    assert summary(GUIDE, after) == sentence


@given(documents)
@example(Document(blocks=EMPTY_BLOCKS + EMPTY_BLOCKS))
def test_a_document_does_not_differ_from_itself(document):
    assert told(document, document) == []
    assert summary(document, document) == "Nothing changed."


def words_of(runs):
    return "".join(run.text for run in runs)


@given(documents, documents)
def test_nothing_is_lost_and_every_word_is_on_its_side(before, after):
    changes = [change for change in compare(before, after) if change.is_block]
    olds = [words_of(change.before) for change in changes if change.kind is not Kind.ADDED]
    news = [words_of(change.after) for change in changes if change.kind is not Kind.REMOVED]
    assert sorted(olds) == sorted(map(plain_text.in_words, before.blocks))
    assert news == list(map(plain_text.in_words, after.blocks))


@given(st.text("ab \n", max_size=60).map(str.split).map(" ".join), st.text("ab", max_size=9))
def test_marks_tell_the_sides_apart(before, after):
    old, new = compare_words(before, after)
    assert (words_of(old), words_of(new)) == (before, after)
    assert [r.text.split() for r in old if r.mark is Mark.SAME] == [r.text.split() for r in new if r.mark is Mark.SAME]
    assert {run.mark for run in old} <= {Mark.SAME, Mark.REMOVED}
    assert {run.mark for run in new} <= {Mark.SAME, Mark.ADDED}


def test_sixty_blocks_of_five_thousand_words_are_compared_quickly():
    blocks = [block for guide in demo_documents().values() for block in guide.blocks if isinstance(block, Text)]
    before = body(*blocks[:50], *blocks[:10])
    assert word_count(before) > 5_000
    edited = [Text(html=block.html.replace("the ", "this ").replace("a ", "another ")) for block in before.blocks]
    started = perf_counter()
    changes = compare(before, body(*reversed(edited)))
    assert perf_counter() - started < 2  # seconds; it takes a twentieth of that on an idle machine
    assert len(changes) == 60
