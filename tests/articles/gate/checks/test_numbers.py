"""Sums come out, and shares make no more than the whole."""

from datetime import date

import pytest

from articles.document import Document, Text
from articles.gate.checks.numbers import arithmetic, shares
from articles.gate.context import SiteContext
from articles.gate.findings import Level, Place
from articles.gate.prose.document_text import DocumentText

FACTS = SiteContext(today=date(2026, 11, 24))
CHECKS = (*shares.CHECKS, *arithmetic.CHECKS)


def findings(text):
    guide = DocumentText(Document(title="A guide", blocks=(Text(html=f"<p>{text}</p>"),)))
    return [finding for check in CHECKS for finding in check(guide, FACTS)]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("About 120% of candidates reply.", "“120% of candidates” is more than all of them."),
        ("Over 140 per cent of companies are hiring.", "“140 per cent of companies” is more than all of them."),
        (
            "Of those asked, 60% prefer remote, 35% hybrid and 25% the office.",
            "The shares 60, 35, 25 come to 120 per cent.",
        ),
        ("The split is 50% code, 40% meetings and 30% reading.", "The shares 50, 40, 30 come to 120 per cent."),
        ("The breakdown is 70% permanent, 40% contract.", "The shares 70, 40 come to 110 per cent."),
        ("Some 55% came by word of mouth, 40% by advert and 20% by phone.", "The shares 55, 40, 20 come to 115 per cent."),
        ("We filled 130% of the three open posts.", "“130% of the three open posts” is more than all of them."),
        ("The fee is split 70% to us and 40% to them.", "The shares 70, 40 come to 110 per cent."),
        ("About half of candidates reply, 40% decline and 30% never answer.", "The shares 50, 40, 30 come to 120 per cent."),
    ],
)  # fmt: skip
def test_shares_of_more_than_the_whole_warn(text, what):
    (finding,) = findings(text)
    assert (finding.check, finding.level, finding.place, finding.what) == (
        "shares-beyond-the-whole",
        Level.WARNS,
        Place(block=0, field="html"),
        what,
    )


@pytest.mark.parametrize(
    "text",
    [
        "60% prefer remote work, 25% hybrid and 15% the office.",
        "A third is code; 34% is meetings and 33.5% reading.",
        "Around 70% use Python, 60% use SQL and 40% use Go.",
        "They could choose more than one: 70% chose pay, 60% place and 50% people.",
        "In 2024, 45% worked from home; in 2025, 40% did and in 2026, 38%.",
        "The bonus can reach 120% of target.",
        "Salaries rose by 150% in ten years.",
        "About 100% of candidates reply.",
        "Women chose it in 60% of cases, while 55% of men and 40% of others did.",
    ],
)
def test_shares_that_fit_or_belong_to_different_wholes_pass(text):
    assert findings(text) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("One in five, or 25%, decline.", "“One in five” is 20 per cent, not 25."),
        ("Two thirds (50%) agreed.", "“Two thirds” is 66.7 per cent, not 50."),
        ("Half of 60 applicants, that is 20, were seen.", "“Half” of 60 is 30, not 20."),
        ("Ten per cent of 50 is 15.", "“Ten per cent” of 50 is 5, not 15."),
        ("Of 40 applicants, half (25) were seen.", "“half” of 40 is 20, not 25."),
        (
            "A basic of £45,000 with a £5,000 bonus comes to £55,000.",
            "The sum is 50,000, and the text says “£55,000”.",
        ),
        ("£40,000 plus £4,000 is £45,000.", "The sum is 44,000, and the text says “£45,000”."),
        ("£500 a day for 220 days is £120,000.", "The sum is 110,000, and the text says “£120,000”."),
        ("5 days at £600 a day comes to £2,500.", "The sum is 3,000, and the text says “£2,500”."),
        ("£3,000 a month is £30,000 a year.", "The sum is 36,000, and the text says “£30,000”."),
        ("A third of the panel, or 40%, voted against.", "“A third” is 33.3 per cent, not 40."),
        ("30 of the 200 applicants, or 25%, were seen.", "30 of 200 is 15 per cent, not 25."),
        ("Of 200 applicants, 30 were seen: 25%.", "30 of 200 is 15 per cent, not 25."),
        ("With a rise of 10%, a salary of £50,000 becomes £60,000.", "From 50,000 to 60,000 is 20 per cent, not 10."),
        ("From £40,000 to £44,000 is a rise of 15%.", "From 40,000 to 44,000 is 10 per cent, not 15."),
        ("A fee of 20% on a £50,000 salary is £12,000.", "The sum is 10,000, and the text says “£12,000”."),
        ("At £400 a day, a five-day week brings in £2,400.", "The sum is 2,000, and the text says “£2,400”."),
        ("Four weeks at £1,000 comes to £5,000.", "The sum is 4,000, and the text says “£5,000”."),
        ("A 10% rise on £50,000 brings it to £60,000.", "From 50,000 to 60,000 is 20 per cent, not 10."),
        ("A pay rise from £50,000 to £55,000 is 20%.", "From 50,000 to 55,000 is 10 per cent, not 20."),
    ],
)
def test_a_sum_that_does_not_come_out_warns(text, what):
    (finding,) = findings(text)
    assert (finding.check, finding.level, finding.what) == ("arithmetic-wrong", Level.WARNS, what)


@pytest.mark.parametrize(
    "text",
    [
        "One in five, or 20%, decline.",
        "One in three, or about 33%, say no.",
        "Two thirds (67%) agreed.",
        "Half of the 60 applicants, that is 30, were seen.",
        "A third of 100 people, about 33, agreed.",
        "A basic of £45,000 with a £5,000 bonus comes to £50,000.",
        "£500 a day for 220 days is £110,000.",
        "£500 a day for 220 days is £110,000, or £78,000 after tax.",
        "£450 a day is about £100,000 a year.",
        "£3,750 a month comes to £45,000 a year.",
        "£60,000 and a bonus of £6,000 leave £45,000 after tax.",
        "A 10% rise on £50,000 brings it to £55,000.",
        "One in five of the 40% who replied declined.",
        "The fee is 20% of the first year’s salary, so £12,000 on a salary of £60,000.",
        "A day rate of £400 is not a salary of £104,000.",
        "Half of them came in the first 30 days, 20 later.",
        "The offers were £50,000, £55,000 and £60,000.",
        "The third quarter of the range (50% to 75%) is for those who know the work.",
        "30 of the 120 applicants, or 25%, were seen.",
        "From £40,000 to £44,000 is a rise of 10%.",
        "A fee of 20% on a £50,000 salary is £10,000.",
        "We met 2 of 3 candidates; 40% declined.",
        "Ten in five is no share, or 25%.",
    ],
)
def test_sums_that_come_out_and_numbers_that_are_no_sum_pass(text):
    assert findings(text) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Three panels of four people each make sixteen interviewers.", "The sum is 12, and the text says “sixteen”."),
        ("Five interviews of 45 minutes each take five hours.", "The sum is 3.75, and the text says “five”."),
        ("An hour a day for five days is six hours.", "The sum is 5, and the text says “six”."),
        ("A team of six with two more makes nine.", "The sum is 8, and the text says “nine”."),
        ("Six weeks of notice is 52 days.", "The sum is 42, and the text says “52”."),
        (
            "The offer of £52,000 is £4,000 more than the £47,000 that she earns.",
            "The sum is 5,000, and the text says “4,000”.",
        ),
        ("A 20% cut takes a £500 rate to £450.", "The sum is 400, and the text says “450”."),
        (
            "The basic salary is £55,000 and the 10% bonus adds £5,000.",
            "The sum is 5,500, and the text says “5,000”.",
        ),
        (
            "The salary of £60,000 is £6,000 a month before tax.",
            "The sum is 5,000, and the text says “£6,000”.",
        ),
        ("Three of the twelve designers, or a third, were seen.", "Three of twelve is 25 per cent, not 33.3."),
        ("Out of 200 CVs, 20 led to a call, so one in five.", "20 of 200 is 10 per cent, not 20."),
        ("With 18 replies to 72 adverts, we had an answer rate of 30%.", "18 of 72 is 25 per cent, not 30."),
        ("We saw 12 people and hired 3, a rate of one in three.", "3 of 12 is 25 per cent, not 33.3."),
        ("There are 250 staff, 100 of them women, which makes 45%.", "100 of 250 is 40 per cent, not 45."),
    ],
)
def test_a_sum_in_other_words_that_does_not_come_out_warns(text, what):
    assert [(finding.check, finding.what) for finding in findings(text)] == [("arithmetic-wrong", what)]


@pytest.mark.parametrize(
    "text",
    [
        "Three panels of four people each make twelve interviewers.",
        "Two interviews of 45 minutes each take an hour and a half.",
        "Six weeks of notice is 42 days, and four weeks are 20 days of work.",
        "The offer of £52,000 is £5,000 more than the £47,000 that she earns.",
        "The salary of £60,000 is £3,600 a month after tax.",
        "Three of the twelve designers, or a quarter, were seen.",
        "We saw 12 people and hired 3, a good result.",
        "A team of six with two more makes a better panel.",
    ],
)
def test_sums_in_other_words_that_come_out_pass(text):
    assert findings(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The shortlist is 60% women and 55% men.",
        "Each gave one reason for leaving: pay (44%), hours (31%), the manager (27%) or the commute (18%).",
        "The marks are split 40/40/30 between the task, the talk and the references.",
        "Two thirds of the group passed; the remaining half must sit the test again.",
        "Python is the first language of 48%, Java of 37% and Go of 24%.",
        "Seven in ten preferred to work from home and four in ten preferred the office.",
    ],
)
def test_parts_of_one_whole_that_come_to_more_warn(text):
    assert [finding.check for finding in findings(text)] == ["shares-beyond-the-whole"]


@pytest.mark.parametrize(
    "text",
    [
        "The shortlist is 60% women and 40% men.",
        "Employers ask for many skills: SQL (64%), Python (58%) and Git (51%).",
        "Women got 60% of the offers and men said yes to 70% of theirs, up from 50%.",
        "Training time pays: 80% know more, 70% stay longer and 60% find new friends.",
    ],
)
def test_parts_that_fit_or_overlap_pass(text):
    assert findings(text) == []
