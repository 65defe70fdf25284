"""Errors of spreadsheets, office programs and scripts hold a guide back; sentences about them do not."""

import pytest

from articles.document import Comparison, ComparisonRow
from articles.gate.checks.residue.programs import CHECKS
from tests.articles.gate.checks.residue.reading import find, in_paragraph


@pytest.mark.parametrize(
    "text",
    [
        "Day rates: =VLOOKUP(A2,Rates!A:C,3,FALSE)",
        "Checklist for the first day PAGE \\* MERGEFORMAT 2",
        '{"type": "paragraph", "text": "Ask early."}',
        "Warning: Division by zero in rates.php on line 3",
        "undefined roles were filled in spring.",
        "Exception in thread main",
        "The next call is on 1/0/1900.",
        "Error: bookmark not defined",
        "«Field not found»",
        "The rate is #VALUE! a day.",
        "Dear undefined, welcome.",
        "Your manager, NaN, will call.",
        "Roles filled: Infinity",
        "#NAME?",
        "The median is #N/A this year.",
        "####",
        "Error! Bookmark not defined.",
        'HYPERLINK "https://pay.example.net"',
        "PAGEREF _Toc123456",
        "=VLOOKUP(A2,Sheet1!A:B,2,FALSE)",
        "Pay: null",
        "The rate is £NaN a day.",
        "undefined",
        "[object Object]",
        "Published on Invalid Date",
        "Traceback (most recent call last):",
        "Page 1 of 3",
        "Click or tap to enter a date.",
        "Commented [SF1]: check this",
    ],
)
def test_what_programs_leave_is_found(text):
    assert in_paragraph(CHECKS, text) == [("program-residue", "blocks")]


@pytest.mark.parametrize(
    "text",
    [
        "The firm has None of these.",
        "None of the teams replied.",
        "A warning in good time helps: say so in writing.",
        "If a formula fails, Excel shows #REF! in the cell.",
        "The #N/A error means that a lookup found nothing.",
        "In JavaScript, a variable without a value is undefined.",
        "The contract is null and void.",
        "None",
        "Fees: none",
        "NaN stands for “not a number”.",
        "The hashtag #hiring is busy.",
        "Page 1 of 3 is the contract itself.",
        "A cell that shows “#DIV/0!” divides by nought.",
    ],
)
def test_sentences_about_programs_pass(text):
    assert in_paragraph(CHECKS, text) == []


def test_a_cell_may_say_that_there_is_nothing():
    row = ComparisonRow(name="Bonus", values=("null", "Page 1 of 2"))
    assert find(CHECKS, Comparison(title="Offers", options=("A", "B"), rows=(row,))) == []
