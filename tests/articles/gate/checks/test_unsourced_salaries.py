"""Salaries typed in the text say whose figures they are and when they were true."""

from datetime import date

import pytest

from articles.document import Document, Insight, KeyTakeaways, QuestionAnswer, Quote, Speaker, Text
from articles.gate.checks.pay.unsourced import CHECKS
from articles.gate.context import SiteContext
from articles.gate.findings import Level, Place
from articles.gate.prose.document_text import DocumentText
from tests import cast

FACTS = SiteContext(today=date(2026, 11, 24))


def findings(*blocks, **fields):
    guide = DocumentText(Document(**({"title": "A guide"} | fields), blocks=blocks))
    return [finding for check in CHECKS for finding in check(guide, FACTS)]


def found(*blocks, **fields):
    return [(finding.check, finding.level, finding.place) for finding in findings(*blocks, **fields)]


def names(*blocks, **fields):
    return [finding.check for finding in findings(*blocks, **fields)]


# Salaries typed in a text

TYPED_TABLE = (
    "<h2>How much does a machine learning engineer earn?</h2>"
    "<table><tr><th>Experience Level</th><th>UK Salary Range</th><th>US Salary Range</th></tr>"
    "<tr><td>Junior</td><td>{0}</td><td>$90,000 – $120,000</td></tr>"
    "<tr><td>Senior</td><td>£90,000 – £130,000+</td><td>$160,000 – $200,000+</td></tr></table>{1}"
)


@pytest.mark.parametrize(
    "band",
    [
        "£40,000 – £60,000",
        "£40k–£60k",
        "£40–60k",
        "ยฃ40,000 โ€“ ยฃ60,000",
        "Â£40,000 â€“ Â£60,000",
        "£40,000 to £60,000",
    ],
)
def test_a_typed_salary_table_blocks(band):
    assert found(Text(html=TYPED_TABLE.format(band, ""))) == [
        ("unsourced-salaries", Level.BLOCKS, Place(block=0, field="html"))
    ]


def test_the_finding_shows_the_first_band_as_it_stands():
    (finding,) = findings(Text(html=TYPED_TABLE.format("ยฃ40,000 โ€“ ยฃ60,000", "")))
    expected = "4 salary ranges are typed in this text without a source, beginning with “ยฃ40,000 โ€“ ยฃ60,000”."
    assert finding.what == expected


@pytest.mark.parametrize(
    "html",
    [
        "<h2>Pay</h2><ul><li>Junior: £40k to £60k</li><li>Senior: £90k or more</li></ul>",
        "<h2>Salaries</h2><p>Junior: £40,000 – £60,000</p><p>Senior: £90,000 – £130,000</p>",
        "<p>Salaries are based on experience:</p><ul><li>€50,000–€60,000</li><li>€60,000–€80,000</li></ul>",
    ],
)
def test_typed_lists_and_lines_of_salaries_block(html):
    assert names(Text(html=html)) == ["unsourced-salaries"]


@pytest.mark.parametrize(
    "told",
    [
        "<p>Source: our placements.</p>",
        "<p>Based on adverts that we read.</p>",
        "<p>As of 1 May, before tax.</p>",
        "<p>Figures for 2026.</p>",
        "<p>According to the trade body, before tax.</p>",
        "<p>They are our own judgement of the market.</p>",
        "<p>They come from a survey of members.</p>",
        "<p>Suppose that these are the two bands.</p>",
    ],
)
def test_a_typed_table_that_says_where_it_is_from_passes(told):
    assert findings(Text(html=TYPED_TABLE.format("£40,000 – £60,000", told))) == []


@pytest.mark.parametrize(
    "html",
    [
        "<h2>Pay</h2><p>A band of £40,000 to £60,000 is wide. One of £50,000 to £55,000 leaves less to discuss.</p>",
        "<h2>Pay</h2><ul><li>A range of £5,000 to £8,000 for training</li><li>£400 to £600 a day</li></ul>",
        "<h2>Budgets</h2><ul><li>Cloud: £20,000 to £40,000</li><li>Data: £10,000 to £15,000</li></ul>",
        "<h2>Pay</h2><ul><li>One band: £40,000 to £60,000</li><li>The pension comes on top</li></ul>",
        "<h2>Pay</h2><ul><li>40,000–60,000 users</li><li>70,000–90,000 users</li></ul>",
        "<h2>Pay</h2><table><tr><td>Offer A</td><td>£40k–£45k</td></tr>"
        "<tr><td>Offer B</td><td>£42k–£44k</td></tr></table>",
        "<h2>Pay</h2><ul><li>Pension: 3% to 5%</li><li>Bonus: 10% to 15%</li></ul>",
        "<h2>Salary</h2><table><tr><td>Salary</td><td>Compare the yearly figures</td></tr></table>",
        "<h2>One</h2><ul><li>Salary: £40k–£50k</li></ul><h2>Two</h2><ul><li>Salary: £50k–£60k</li></ul>",
    ],
)
def test_other_sums_pass(html):
    assert findings(Text(html=html)) == []


@pytest.mark.parametrize(
    "html",
    [
        "<ul><li>Perm: £60-70k</li><li>Contract: £500-600/day</li></ul>",
        "<ul><li>Junior £35k</li><li>Mid £50k</li><li>Senior £75k</li></ul>",
        "<ul><li>Inside IR35: £500–£600 per day</li><li>Outside IR35: £450–£550 per day</li></ul>",
        "<ul><li>Developer: £40-50k</li><li>Tester: £35-45k</li></ul>",
        "<table><tr><td>Level</td><td>Salary</td></tr><tr><td>Graduate</td><td>£28k</td></tr>"
        "<tr><td>Lead</td><td>£95k</td></tr></table>",
    ],
)
def test_rows_of_jobs_and_rates_block(html):
    assert names(Text(html=html)) == ["unsourced-salaries"]


# Pay in a sentence

STATED = [
    "The average salary is £52,500.",
    "A junior earns between £30,000 and £40,000, a mid-level engineer £45,000 to £60,000 and a senior £65,000 to £85,000.",
    "Expect £55,000 to £65,000 for this job in London.",
    "Salaries range from £40,000 to £60,000.",
    "Contractors charge £500 to £650 a day.",
    "Day rates for this skill are £450 to £600.",
    "Data scientists earn £55,000 on average.",
    "You can earn between £60,000 and £75,000 as a data engineer.",
    "Entry-level roles pay £28,000 to £35,000.",
    "A tester in Bristol takes home about £38,000.",
    "You could be on £90k within five years.",
    "Senior developers are on £75,000.",
    "Pay for juniors hovers around £30,000.",
    "The going rate for a senior is £80,000.",
]


@pytest.mark.parametrize("sentence", STATED)
def test_what_a_job_pays_needs_a_source(sentence):
    for block, field in (
        (Text(html=f"<p>{sentence}</p>"), "html"),
        (KeyTakeaways(items=(sentence,)), "items"),
        (QuestionAnswer(question="What is the pay?", answer=f"<p>{sentence}</p>"), "answer"),
    ):
        assert found(block) == [("unsourced-salaries", Level.BLOCKS, Place(block=0, field=field))]


def test_the_salary_and_its_sentence_are_shown():
    (finding,) = findings(Text(html="<p>Pay is a matter of taste. Seniors earn £70k to £90k.</p>"))
    assert (finding.what, finding.excerpt) == (
        "“£70k to £90k” stands in the text without a source.",
        "Seniors earn £70k to £90k.",
    )


@pytest.mark.parametrize(
    "html",
    [
        "<p>In 2026, the average salary was £52,500.</p>",
        "<p>The average salary is £52,500, according to the trade body.</p>",
        '<p>The average salary is <a href="https://example.org/survey">£52,500</a>.</p>',
        "<p>The average salary is £52,500.</p><p>Source: our placements.</p>",
        "<h2>A worked example</h2><p>Your day is long.</p><p>The salary is £52,500.</p>",
        "<p>Suppose the salary is £52,500.</p>",
        "<p>She earns £52,500 as an engineer.</p>",
        "<p>An engineer was offered a salary of £52,500.</p>",
        "<p>If the salary is £52,500, ask about the pension.</p>",
        "<p>Is a salary of £52,500 enough?</p>",
        "<p>Write “the salary is £52,500” in the advert.</p>",
        "<p>The visa requires a salary of £41,700.</p>",
        "<p>Engineers get a training budget of £2,000 a year.</p>",
        "<p>The higher rate of tax starts at £50,270.</p>",
        "<p>You could be on the phone to a client about a £50,000 order.</p>",
        "<p>The role comes with a car worth £30,000.</p>",
        "<p>An engineer is paid £60 for lunch.</p>",
        "<p>The average team spends £40,000 on servers.</p>",
    ],
)
def test_pay_with_a_source_and_sums_that_are_no_pay_of_a_job_pass(html):
    assert findings(Text(html=html)) == []


@pytest.mark.parametrize(
    "block",
    [
        Insight(
            html=f"<p>{STATED[0]}</p>", speaker=Speaker(slug="data-desk", name="Data desk"), said_on=date(2026, 5, 1)
        ),
        Quote(text=STATED[0], source="Sam Field"),
    ],
    ids=["insight", "quotation"],
)
def test_a_named_speaker_is_a_source(block):
    assert findings(block) == []


def test_beside_a_salary_table_the_table_is_the_source():
    assert findings(cast.ENGINEER, Text(html=f"<p>{STATED[0]}</p>")) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "In Manchester, product managers are offered £58,000 or so.",
        "Moving from analyst to engineer is worth about £9,000 a year.",
        "A prompt engineer with two years of practice takes home about £3,150 a month.",
        "A head of product in London can ask for £125,000 plus a fifth in bonus.",
        "Expect to be quoted £375 to £425 a day by a freelance designer.",
        "Employers are paying £45,000 for people with two years of Go.",
        "Remuneration for a head of engineering sits near £115,000.",
        "With five years behind you, £70,000 is a fair ask.",
    ],
)
def test_pay_in_other_words_needs_a_source(sentence):
    assert names(Text(html=f"<p>{sentence}</p>")) == ["unsourced-salaries"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Companies pay £20,000 a year for a licence.",
        "The contract is worth £120,000 a year to the agency.",
        "Managers sign off orders of up to £25,000.",
        "Some agencies charge employers £15,000 for each hire.",
        "A head of product was offered £90,000.",
        "The platform earns £50,000 a month.",
        "Example: a partner puts in £20,000. The fixed salary is £100,000.",
        "The grant is worth £5,000 a year.",
        "The day rate for the workshop is £900.",
        "The chief executive is the best-paid in the country, and earns £468,000.",
        "Help with the accounts is available at £75 per hour, a fair rate for a junior.",
        "We have a flat rate of £80 per hour for contractors who look for advice.",
    ],
)
def test_sums_of_trade_pass(sentence):
    assert names(Text(html=f"<p>{sentence}</p>")) == []


@pytest.mark.parametrize(
    "html",
    [
        "<ol><li>Tester (baseline vetting), £380 a day</li><li>Tester (developed vetting), £560 a day</li></ol>",
        "<ul><li>UX researcher, Leeds: £39,000–£52,000</li><li>Head of product: £110,000–£140,000</li></ul>",
        "<ul><li>Support engineer, Cardiff, £28,500</li><li>Support engineer, Bristol, £31,000</li></ul>",
        "<ul><li>Day rate, junior: £250</li><li>Day rate, senior: £550</li></ul>",
    ],
)
def test_single_sums_of_jobs_in_rows_block(html):
    assert names(Text(html=html)) == ["unsourced-salaries"]
