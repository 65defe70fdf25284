"""Every question has its answer, every answer its question, and the two belong together."""

from datetime import date

import pytest

from articles.document import Document, FinalTakeaway, QuestionAnswer, Text
from articles.gate.checks.structure import questions
from articles.gate.context import SiteContext
from articles.gate.findings import Level, Place
from articles.gate.prose.document_text import DocumentText

FACTS = SiteContext(today=date(2026, 11, 24))
ASKED = "Is a degree needed?"
ANSWER = "<p>A degree helps, but experience counts for more.</p>"
PASTED = (
    "<p>Yes. It is a kind of software work.</p><p>The one builds, the other plans.</p>"
    "<p>Yes. Strong programming helps.</p><p>It takes time and practice.</p>"
)
ORPHANS = "<p>Most of them take about a month.</p><p>The manager decides in the end.</p>"


def question(asked=ASKED, answer=ANSWER):
    return QuestionAnswer(question=asked, answer=answer)


def findings(*blocks, **fields):
    document_text = DocumentText(Document(blocks=blocks, **fields))
    return [finding for check in questions.CHECKS for finding in check(document_text, FACTS)]


def seen(*blocks, **fields):
    return [(finding.check, finding.level, finding.place) for finding in findings(*blocks, **fields)]


def test_a_question_without_an_answer_holds_the_guide_back():
    (finding,) = findings(question(), question(answer="<p>&nbsp;</p>"))
    assert (finding.check, finding.level) == ("unpaired-question", Level.BLOCKS)
    assert finding.place == Place(block=1, field="answer")
    assert (finding.what, finding.excerpt) == ("This question has no answer.", ASKED)


def test_an_answer_without_a_question_holds_the_guide_back():
    (finding,) = findings(question(asked=" "))
    assert (finding.check, finding.level) == ("unpaired-question", Level.BLOCKS)
    assert finding.place == Place(block=0, field="question")
    assert finding.what == "This answer has no question."
    assert finding.excerpt == "A degree helps, but experience counts for more."


def test_a_pair_passes_and_so_does_a_block_with_neither():
    assert seen(question(), QuestionAnswer()) == []


def test_answers_pasted_without_their_questions_hold_the_guide_back():
    html = f"<h2>Pay</h2><p>It is good.</p><h2>FAQ</h2><p>What others ask.</p>{PASTED}"
    (finding,) = findings(Text(html=html))
    assert (finding.check, finding.level) == ("answers-without-questions", Level.BLOCKS)
    assert finding.place == Place(block=0, field="html")
    assert finding.what == "Under “FAQ” are 5 paragraphs and no question."


@pytest.mark.parametrize(
    "html",
    [
        f"<h2>FAQ</h2>{PASTED}",
        f"<h2>FAQs</h2>{ORPHANS}",
        f"<h3>Frequently asked questions</h3>{ORPHANS}",
        f"<h2>Frequently asked questions (FAQs)</h2>{ORPHANS}",
        f"<h2>Our FAQ</h2>{ORPHANS}<h2>What next?</h2><p>Write to us.</p>",
        f"<h2>Common questions</h2>{PASTED}",
        f"<h2>Q&amp;A</h2>{PASTED}",
    ],
)
def test_sections_of_answers_alone_are_found(html):
    assert seen(Text(html=html)) == [("answers-without-questions", Level.BLOCKS, Place(block=0, field="html"))]


@pytest.mark.parametrize(
    "html",
    [
        "<h2>FAQ</h2><p>What others ask us most.</p>",
        "<h2>FAQ</h2><p>Is it hard?</p><p>Yes. It takes practice.</p>",
        "<h2>FAQ</h2><h3>Is it hard?</h3><p>Yes. It takes practice.</p><p>It is worth it.</p>",
        "<h2>FAQ</h2><p><strong>Is it hard?</strong> Yes. It takes practice.</p><p>It is worth it.</p>",
        "<h2>FAQ</h2><ul><li>Pay</li><li>Place</li></ul>",
        "<h2>FAQ</h2><p>We keep a list.</p><p>See <a href='/guides/pay/'>our guide to pay</a>.</p>",
        f"<h2>Common questions at interview</h2>{ORPHANS}",
        f"<h2>Common questions</h2>{ORPHANS}",
        f"<h2>What we are asked</h2>{ORPHANS}",
        f"<h2>Writing a good FAQ page</h2>{ORPHANS}",
        f"<h2>FAQ</h2><h2>Pay</h2>{ORPHANS}",
        "<h2>Questions and answers</h2><p>Leave ten minutes for them.</p><p>Do not rush.</p>",
        f"<h2>Questions to ask</h2>{ORPHANS}",
        f"<h2>Answers that work</h2>{ORPHANS}",
        f"<h2>Pay</h2>{ORPHANS}",
    ],
)
def test_sections_that_are_no_orphaned_answers_pass(html):
    assert seen(Text(html=html)) == []


def test_paragraphs_that_lead_to_question_blocks_pass():
    assert seen(Text(html=f"<h2>FAQ</h2>{ORPHANS}"), question()) == []
    assert seen(Text(html=f"<h2>FAQ</h2>{ORPHANS}"), FinalTakeaway(html="<p>Done.</p>")) != []


@pytest.mark.parametrize("asked", ["Question", "Question 1", "Q1", "Q1?", "Question?", "Salary", "Notice periods"])
def test_a_question_that_asks_nothing_holds_the_guide_back(asked):
    (finding,) = findings(question(asked))
    assert (finding.check, finding.level) == ("question-asks-nothing", Level.BLOCKS)
    assert finding.place == Place(block=0, field="question")
    assert finding.what == f"“{asked}” asks nothing."


@pytest.mark.parametrize(
    "asked",
    ["What does it pay", "Is it hard", "Why now", "Tell me about notice periods", "The notice period in the UK"],
)
def test_a_question_without_its_mark_warns(asked):
    (finding,) = findings(question(asked))
    assert (finding.check, finding.level) == ("question-without-mark", Level.WARNS)
    assert finding.place == Place(block=0, field="question")
    assert finding.what == f"“{asked}” has no question mark."


@pytest.mark.parametrize(
    "asked",
    [
        "Why?",
        "How much?",
        "Salary?",
        "Contract or permanent?",
        "What does a platform engineer do all day?",
        "If I decline, can I apply again?",
        "In which cities are most of the jobs?",
        "A degree or a portfolio: which counts for more?",
        "Isn’t it better to ask?",
        "What is IR35? Does it apply to me?",
        "Can I say “no thanks”?",
        "Is “Senior” a level?",
        "And what if I fail?",
        "To whom should I write?",
        "Who decides (and when)?",
    ],
)
def test_questions_that_ask_something_pass(asked):
    assert seen(question(asked)) == []


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("What does an engineer earn?", "Yes. Pay is good."),
        ("How long does it take?", "No, it does not."),
        ("Which tools are used?", "Yes: Python and Go."),
        ("Who decides?", "Yes – the manager does."),
        ("So why do people leave?", "No. They stay."),
        ("Where are the jobs, and when do they come up?", "Yes, in Leeds."),
    ],
)
def test_yes_or_no_to_a_question_that_asks_for_more_warns(asked, answer):
    (finding,) = findings(question(asked, f"<p>{answer}</p><p>Ask us for more.</p>"))
    assert (finding.check, finding.level) == ("yes-or-no-answer", Level.WARNS)
    assert finding.place == Place(block=0, field="answer")
    assert finding.what == f"“{asked}” cannot be answered with “{answer[:3].strip(' ,.:')}”."
    assert finding.excerpt == answer


@pytest.mark.parametrize("heading", ["What does it pay?", "Pay", "How people get in"])
def test_yes_or_no_under_a_heading_that_asks_for_more_warns(heading):
    (finding,) = findings(Text(html=f"<h2>{heading}</h2><p>Yes. It is good.</p>"))
    assert (finding.check, finding.level) == ("yes-or-no-answer", Level.WARNS)
    assert finding.place == Place(block=0, field="html")


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("Is a degree needed?", "Yes. Most adverts ask for one."),
        ("Is a degree needed?", "Most adverts ask for one."),
        ("Can I apply if I meet only half of the list?", "Yes, and many people do."),
        ("What if I have no degree?", "No, that need not stop you."),
        ("What about contractors?", "Yes, they need a plan too."),
        ("How about remote work?", "No. The lab is on site."),
        ("When I apply, do I need a portfolio?", "No. A CV is enough."),
        ("Where a role is hybrid, can I choose my days?", "Yes, most teams let you."),
        ("What is IR35? Does it apply to me?", "Yes, if you contract."),
        ("Which is best?", "No single tool wins."),
        ("How many stages are there?", "No more than three."),
        ("What comes first?", "No. 1 on the list is pay."),
        ("Who decides?", "Yesterday’s panel decided."),
        ("Why do people leave?", "Nobody asked them to stay."),
        ("If I decline, can I apply again?", "Yes."),
        ("Does remote work pay less?", "No – rarely."),
        ("How are yes and no counted?", "“Yes” counts double."),
    ],
)
def test_answers_that_fit_their_question_pass(asked, answer):
    assert seen(question(asked, f"<p>{answer}</p>")) == []


@pytest.mark.parametrize(
    "html",
    [
        "<h2>Is it hard?</h2><p>Yes. It takes practice.</p>",
        "<h2>Do you need a degree</h2><p>No. Experience counts.</p>",
        "<h2>What does it pay?</h2><p>It pays well.</p><p>No, really.</p>",
        "<h2>What does it pay?</h2><ul><li>Yes, in full.</li></ul>",
        "<p>What did they say?</p><p>No, thank you.</p>",
    ],
)
def test_other_uses_of_yes_and_no_in_a_text_pass(html):
    assert seen(Text(html=html)) == []


def test_a_question_asked_twice_warns():
    (finding,) = findings(question(), question("Who decides?"), question("is a degree needed"[:18] + " ?"))
    assert (finding.check, finding.level) == ("question-asked-twice", Level.WARNS)
    assert finding.place == Place(block=2, field="question")


@pytest.mark.parametrize(
    "others",
    [
        ("Is a degree needed in Leeds?", "Is a degree useful?", "Who needs a degree?", "Why is a degree needed?"),
        ("Is a degree needed for data work?", "Is no degree needed?", "Is the degree needed?", "When is it needed?"),
    ],
)
def test_different_questions_pass(others):
    assert seen(question(), *(question(other) for other in others)) == []


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("Is a degree needed?", "Is a degree needed?"),
        ("Is a degree needed?", "A degree is needed."),
        ("Is a degree needed?", "Yes. A degree is needed."),
        ("What do data engineers do?", "What data engineers do."),
    ],
)
def test_an_answer_that_repeats_its_question_warns(asked, answer):
    (finding,) = [f for f in findings(question(asked, f"<p>{answer}</p>")) if f.check != "yes-or-no-answer"]
    assert (finding.check, finding.level) == ("answer-repeats-question", Level.WARNS)
    assert finding.place == Place(block=0, field="answer")
    assert finding.excerpt == answer


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("Is a degree needed?", "Yes."),
        ("Is a degree needed?", "No, a degree is not needed."),
        ("Is it one page or two?", "Two."),
        ("Which matters more, a CV or a portfolio?", "A portfolio."),
        ("Do you need a degree or experience first?", "Experience first."),
        ("Is a degree needed?", "A degree is needed for research."),
        ("What is a stand-up?", "A stand-up is a short daily meeting."),
        ("Who decides?", "The manager decides."),
        ("How long should a CV be?", "A CV should be two pages long."),
        ("Can I work from home?", "You can work from home on most days."),
        ("Is the test timed?", "The test is not timed."),
        ("Are contractors paid for bank holidays?", "Contractors are paid for the days they work."),
        ("Does it pay?", "It does."),
        ("Is it a risk to leave?", "To leave is a risk, to stay is one too."),
        ("What is Go?", "Go is a language."),
    ],
)
def test_answers_that_say_something_pass(asked, answer):
    assert seen(question(asked, f"<p>{answer}</p>")) == []
