"""Pay in the text runs upwards, has its currency, and no nought too many."""

from datetime import date

import pytest

from articles.document import Document, Text
from articles.gate.checks.pay import currency, ranges, slips
from articles.gate.context import SiteContext
from articles.gate.findings import Level, Place
from articles.gate.prose.document_text import DocumentText

FACTS = SiteContext(today=date(2026, 11, 24))
CHECKS = (*ranges.CHECKS, *slips.CHECKS, *currency.CHECKS)


def findings(html):
    guide = DocumentText(Document(title="A guide", blocks=(Text(html=html),)))
    return [finding for check in CHECKS for finding in check(guide, FACTS)]


def said(text):
    """The names of the checks that a paragraph fails."""
    return [finding.check for finding in findings(f"<p>{text}</p>")]


# Ranges


@pytest.mark.parametrize(
    "text",
    [
        "Expect £85k–£65k for a senior.",
        "Day rates run from £600 to £450.",
        "The pay is £55,000 – £50,000.",
        "Between £50,000 and £40,000 is usual.",
        "£65-55k for a mid-level engineer.",
        "Hourly pay is £25 to £20.",
        "The pay is €60,000–€50,000.",
        "Pay is 60,000 to 50,000 euros.",
    ],
)
def test_a_range_that_runs_downwards_warns(text):
    (finding,) = findings(f"<p>{text}</p>")
    assert (finding.check, finding.level, finding.place) == (
        "pay-range-reversed",
        Level.WARNS,
        Place(block=0, field="html"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "Expect £65k–£85k for a senior.",
        "The rate fell from £600 to £450 a day.",
        "Offers were cut from £70,000 to £65,000.",
        "She moved from £85,000 to £75,000 to work four days.",
        "Turnover went from £40 million to £35 million.",
        "One pays £60,000 and the other £50,000.",
        "We raised £2 million to £3 million.",
        "He asked for £65,000, and £62,000 was offered.",
    ],
)
def test_ranges_that_rise_and_sums_that_come_down_pass(text):
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            "A junior earns £40,000 to £60,000 and a senior £30,000 to £40,000.",
            "A higher level earns less: “junior: £40,000 to £60,000”, “senior: £30,000 to £40,000”.",
        ),
        (
            "Juniors earn £30,000 to £45,000, seniors £40,000 to £70,000.",
            "Two bands overlap: “Juniors: £30,000 to £45,000”, “seniors: £40,000 to £70,000”.",
        ),
    ],
)
def test_bands_that_fall_or_overlap_warn(text, what):
    (finding,) = findings(f"<p>{text}</p>")
    assert (finding.check, finding.level, finding.what) == ("pay-bands-disordered", Level.WARNS, what)


def test_the_items_of_a_list_are_read_together():
    html = "<ul><li>Junior: £40,000 to £60,000</li><li>Senior: £35,000 to £50,000</li></ul>"
    assert [finding.check for finding in findings(html)] == ["pay-bands-disordered"]


@pytest.mark.parametrize(
    "text",
    [
        "A junior earns £30,000 to £40,000, a senior £60,000 to £80,000.",
        "A junior earns £30,000 to £40,000 and a mid-level engineer £40,000 to £60,000.",
        "A junior earns £60,000 in London, a senior £50,000 elsewhere.",
        "Suppose a junior earns £40,000 and a senior £35,000.",
        "A senior earns £70,000; there are juniors on £30,000.",
        "A junior costs £40,000, a senior $35,000.",
    ],
)
def test_bands_in_order_and_bands_of_different_cases_pass(text):
    assert said(text) == []


# Slips


@pytest.mark.parametrize(
    "text",
    [
        "The band is £40,00 to £50,000.",
        "The band is £70,0000 to £80,000.",
        "The salary is £45.000 a year.",
        "A senior earns £65,000k a year.",
        "The salary is £70kk.",
        "The salary is £50,000 per hour.",
        "The day rate is £50,000.",
        "A developer is paid £52,000 a week.",
        "The band runs from £40,000 to £550,000.",
        "The band is £5,000 to £55,000.",
        "The range is £35k to £450k.",
        "The band is £40,000 to £50.",
        "A tester earns £3,800 a year.",
        "A junior earns £350,000 a year.",
        "Contractors charge £500 a year for this.",
        "A graduate starts on £2,800 a year.",
        "Hourly pay is £3,500.",
        "A senior is paid £7,500 a year.",
        "The minimum wage is £12,21 an hour.",
    ],
)
def test_a_slip_in_the_figure_warns(text):
    assert "pay-slip" in said(text)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The band is £40,00.", "“£40,00” is no sum that one can read."),
        ("The salary is £50,000 per hour.", "“£50,000” is too much for one hour."),
        ("A tester earns £38 a year.", "“£38” is too little for one year."),
        ("The band is £6,000 to £65,000.", "“£6,000 to £65,000” has ends that do not belong together."),
        ("A junior earns £350,000.", "“£350,000” is more than a beginner earns."),
    ],
)
def test_the_slip_is_told(text, what):
    assert [finding.what for finding in findings(f"<p>{text}</p>")] == [what]


@pytest.mark.parametrize(
    "text",
    [
        "The minimum wage is £12.21 an hour.",
        "A contractor earns £450 to £650 a day.",
        "Consultants earn up to £1,200 a day.",
        "The role pays £1.2 million a year.",
        "Pay ranges from £25,000 for a graduate to £120,000 for a director.",
        "The bonus is £500 a year.",
        "The training budget is £1,000 a year.",
        "They earn £2,000 more a year.",
        "Tokens cost $0.002 each, and earn nothing.",
        "Prices run from £5 to £500.",
        "They pay 45p a mile.",
        "Write “£40,00” and nobody trusts you.",
        "An umbrella company keeps £20 to £30 a week of what you are paid.",
        "A part-time salary of £4,000 a year is rare.",
    ],
)
def test_sums_that_may_be_right_pass(text):
    assert said(text) == []


# Currency


@pytest.mark.parametrize(
    "text",
    [
        "Bands: 40-50k.",
        "The salary is 52,500 per annum.",
        "A junior earns between 30,000 and 40,000 a year.",
        "Salary: 45k to 55k depending on experience.",
        "The role pays 65k a year.",
        "Contractors earn 500 a day.",
        "The day rate is 450 to 550.",
        "Starting salary 28,500 per annum.",
        "An annual salary of 62,000 is common.",
        "Junior to mid: 32k–48k.",
        "Lead engineer, 85k–95k.",
        "The role comes with 55,000 and a car.",
        "Testers take home 2,400 a month.",
        "Basic of 40k.",
        "We offer 70–80k for this post.",
    ],
)
def test_pay_without_a_currency_warns(text):
    (finding,) = findings(f"<p>{text}</p>")
    assert (finding.check, finding.level) == ("pay-without-currency", Level.WARNS)


def test_the_figure_is_shown():
    (finding,) = findings("<p>The salary is 52,500 per annum.</p>")
    assert (finding.what, finding.excerpt) == ("“52,500” has no currency.", "The salary is 52,500 per annum.")


@pytest.mark.parametrize(
    "text",
    [
        "The salary is £52,500.",
        "The salary is 52,500 pounds.",
        "The salary is GBP 52,500.",
        "The salary is 52,500 CHF.",
        "Salaries of 40,000 people were compared.",
        "The team pays for 50k requests a day.",
        "They earn 30,000 readers a year.",
        "The dataset holds 52,500 rows.",
        "The pay rise was 4.5%.",
        "Rates start at 5% of the salary.",
        "The role pays for 25 days of holiday.",
        "The survey of pay had 12,000 answers.",
        "A band of 40-50k requests a second is usual.",
        "Write “salary: 40-50k” and add the currency.",
        "Earn 500 points a day.",
    ],
)
def test_other_numbers_pass(text):
    assert said(text) == []


# The same in other words


@pytest.mark.parametrize(
    ("check", "text"),
    [
        ("pay-range-reversed", "The minimum for the post is £66,000 and the maximum £60,000."),
        ("pay-range-reversed", "A lead costs an employer from £92,000 up to £74,000 a year."),
        ("pay-range-reversed", "Pay starts at £52k and rises to £39k."),
        ("pay-range-reversed", "The ceiling is £44,000 and the floor of the band £50,000."),
        ("pay-slip", "The offer was £48,OO0 with six weeks of leave."),
        ("pay-slip", "Her salary was £l5,000 below the market."),
        ("pay-slip", "A head of security earns £1100,000 in a bank."),
        ("pay-slip", "Scrum masters are paid £52k,500 plus bonus."),
        ("pay-slip", "Developers in Leeds earn £550,000."),
        ("pay-without-currency", "Penetration testers are offered 55k to 70k outside London."),
        ("pay-without-currency", "They wanted 90k and settled for 84k."),
        ("pay-without-currency", "The contract rate was cut from 480 to 430 a day."),
        ("pay-without-currency", "Her basic pay rose from 41,000 to 47,500 when she changed teams."),
        ("pay-without-currency", "The bonus is capped at 5,000 a year."),
    ],
)
def test_slips_of_pay_in_other_words_warn(check, text):
    assert said(text) == [check]


@pytest.mark.parametrize(
    "text",
    [
        "The basic is £60,000, with a bonus of up to £5,000.",
        "Pay starts at £39k and rises to £52k.",
        "Our developers run 10k together every Thursday.",
        "The page of this role has 40k views a month.",
        "The contract covers 12,000 requests a day.",
        "The team handles 5,000 tickets a year and pays for none.",
        "The start-up raised £500,000 and hired ten engineers.",
        "A founder may earn £550,000.",
    ],
)
def test_other_sums_and_numbers_in_like_words_pass(text):
    assert said(text) == []
