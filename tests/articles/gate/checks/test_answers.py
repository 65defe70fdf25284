"""Every answer says something, and says it of its own question."""

from datetime import date

import pytest

from articles.document import Document, QuestionAnswer
from articles.gate.checks.structure import answers
from articles.gate.context import SiteContext
from articles.gate.findings import Level, Place
from articles.gate.prose.document_text import DocumentText

SITE = SiteContext(today=date(2026, 11, 26))


def told(*pairs):
    blocks = tuple(QuestionAnswer(question=asked, answer=f"<p>{answer}</p>") for asked, answer in pairs)
    guide = DocumentText(Document(blocks=blocks))
    found = [finding for check in answers.CHECKS for finding in check(guide, SITE)]
    return [(finding.check, finding.level, finding.place) for finding in found]


@pytest.mark.parametrize(
    "answer",
    [
        "It varies.",
        "It depends on many factors.",
        "Please contact us.",
        "Get in touch to find out more.",
        "Good question! There is no simple answer.",
        "Every contract is different.",
        "There are many reasons.",
        "See our website.",
        "More information is available on request.",
    ],
)
def test_an_answer_that_says_nothing_warns(answer):
    assert told(("How long is the usual notice period?", answer)) == [
        ("answer-says-nothing", Level.WARNS, Place(block=0, field="answer"))
    ]


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("Where are interviews held?", "The bonus is paid in April."),
        ("How many rounds are there?", "The manager and the team lead decide together."),
        ("What should I wear?", "Most contracts say one month, and senior ones three."),
        ("When will I hear back?", "The hiring manager makes the decision."),
        ("Who makes the decision?", "Within two weeks of the last interview."),
        ("Who should I ask?", "Between £50,000 and £60,000."),
        ("How much is a day rate?", "Send a CV of two pages."),
        ("How long does it take?", "A degree in computing helps."),
        ("How often is pay reviewed?", "The head of people."),
    ],
)
def test_an_answer_of_another_kind_than_its_question_asks_for_warns(asked, answer):
    assert told((asked, answer)) == [("answer-to-another-question", Level.WARNS, Place(block=0, field="answer"))]


def test_an_answer_with_the_words_of_another_question_warns():
    swapped = (
        ("What is an umbrella company?", "Off-payroll rules decide whether a contractor pays tax like an employee."),
        ("Why do off-payroll rules matter to a contractor?", "It employs people for the length of their assignment."),
    )
    assert told(*swapped) == [("answer-to-another-question", Level.WARNS, Place(block=0, field="answer"))]


def test_one_answer_to_two_questions_warns_at_the_second():
    answer = "One month in most contracts."
    assert told(("How long is notice?", answer), ("What do contracts say?", answer)) == [
        ("answer-given-twice", Level.WARNS, Place(block=1, field="answer"))
    ]


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("Where are interviews held?", "Most are online; the final round is in person."),
        ("Where should I start?", "With one small project that you can show."),
        ("Where do candidates come from?", "Referrals, mostly."),
        ("How many rounds are there?", "It depends on the level, but most teams have a few."),
        ("How long is the notice period?", "It varies with seniority: a junior gives a month and a lead three."),
        ("How long should a CV be?", "Two pages are enough for most."),
        ("How long does hiring take?", "Longer than most expect."),
        ("When should I mention pay?", "Early, before the first interview."),
        ("When should I mention pay?", "Once the offer is on the table."),
        ("When will I hear back?", "As soon as the panel has met."),
        ("Who decides?", "You do."),
        ("Who needs this guide?", "Teams of fewer than ten."),
        ("How much does it pay?", "See the salary table above: a junior starts at the lower end."),
        ("How much does a recruiter cost?", "Nothing for candidates."),
        ("How much maths do I need?", "Less than most people think."),
        ("How often should I call?", "Every other week is enough."),
        ("What should I wear?", "Ask the recruiter. Smart but comfortable does for most."),
        ("Is it worth it?", "It depends on what you want. If you like building things, it is."),
        ("How do I apply?", "Contact us with your CV."),
        ("Who should I ask?", "Please contact our data protection lead."),
        ("Do I need a degree?", "Not always."),
        ("Will it last?", "Nobody knows."),
        ("When does the law change?", "On 6 April 2026."),
    ],
)
def test_answers_to_their_questions_pass(asked, answer):
    assert told((asked, answer)) == []


def test_a_short_answer_may_answer_two_questions():
    assert told(("Is a degree needed?", "Not always."), ("Is travel paid?", "Not always.")) == []


def test_two_halves_that_say_nothing_make_an_answer_that_says_nothing():
    empty = answer_of("How long is the wait?", "Each firm is different, and it is hard to tell.")
    assert empty == ["answer-says-nothing"]


def answer_of(question, answer):
    guide = DocumentText(
        Document(title="A guide", blocks=(QuestionAnswer(question=question, answer=f"<p>{answer}</p>"),))
    )
    site = SiteContext(today=date(2026, 11, 24))
    return [finding.check for finding in answers.answer_says_nothing(guide, site)]
