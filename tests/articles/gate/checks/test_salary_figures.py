"""Salary tables and salaries typed in the text: sourced, dated, in order and the same everywhere."""

from datetime import date

import pytest

from articles.document import (
    Document,
    Insight,
    KeyTakeaways,
    QuestionAnswer,
    SalaryFigure,
    SalaryTable,
    Speaker,
    Text,
)
from articles.gate.checks.evidence.salary_figures import CHECKS
from articles.gate.context import SiteContext
from articles.gate.findings import Level, Place
from articles.gate.prose.document_text import DocumentText
from tests.articles.gate.checks.demo import demo_documents

FACTS = SiteContext(today=date(2026, 11, 24))
DESK = Speaker(slug="data-desk", name="Data desk")


def figure(level="Junior", low=40_000, high=60_000, **fields):
    given = {"region": "UK", "currency": "GBP", "basis": "adverts", "source": "Adverts read in May 2026."}
    return SalaryFigure(level=level, low=low, high=high, **({"as_of": date(2026, 5, 1)} | given | fields))


def table(*figures):
    return SalaryTable(role="data-engineer", role_name="data engineer", figures=figures)


MARKET = table(
    figure(),
    figure("Mid-level", 60_000, 90_000),
    figure("Senior", 90_000, 130_000, open_ended=True),
    figure("Junior", 90_000, 120_000, region="US", currency="USD"),
    figure("Senior", 120_000, 160_000, region="US", currency="USD"),
)


def findings(*blocks, **fields):
    guide = DocumentText(Document(**({"title": "A guide"} | fields), blocks=blocks))
    return [finding for check in CHECKS for finding in check(guide, FACTS)]


def found(*blocks, **fields):
    return [(finding.check, finding.level, finding.place) for finding in findings(*blocks, **fields)]


def names(*blocks, **fields):
    return [finding.check for finding in findings(*blocks, **fields)]


@pytest.mark.parametrize("slug", demo_documents())
def test_demo_guides_pass(slug):
    document = demo_documents()[slug]
    assert [finding for check in CHECKS for finding in check(DocumentText(document), FACTS)] == []


# Tables


def test_a_sound_table_passes():
    assert findings(MARKET) == []


def test_a_table_without_figures_blocks_though_no_reader_sees_it():
    empty = SalaryTable(role="new-role", role_name="new role")
    place = Place(block=1, field="figures")
    assert found(Text(html="<p>Words.</p>"), empty) == [("salary-table-without-figures", Level.BLOCKS, place)]
    assert findings(empty)[0].what == "The salary table for “new role” has no figures."


@pytest.mark.parametrize(
    ("fields", "lacking"),
    [
        ({"basis": ""}, "basis"),
        ({"basis": "hearsay"}, "basis"),
        ({"source": ""}, "source"),
        ({"source": "", "basis": "placements"}, "source"),
        ({"source": "", "basis": ""}, "basis and no source"),
    ],
)
def test_a_figure_that_does_not_say_what_it_rests_on_blocks(fields, lacking):
    (finding,) = findings(table(figure(**fields)))
    assert (finding.check, finding.level) == ("salary-without-source", Level.BLOCKS)
    assert finding.what == f"The figure “Junior, UK: £40,000 to £60,000” has no {lacking}."


def test_judgement_is_its_own_source():
    assert findings(table(figure(basis="judgement", source=""))) == []


def test_figures_from_more_than_a_year_ago_warn_once_for_each_day():
    old = {"as_of": date(2025, 11, 1)}
    (finding,) = findings(table(figure(**old), figure("Senior", 60_000, 90_000, **old)))
    assert (finding.check, finding.level) == ("salary-older-than-a-year", Level.WARNS)
    expected = "The figures (Junior, Senior) of the salary table are from 1 November 2025, more than a year ago."
    assert finding.what == expected


@pytest.mark.parametrize("day", [date(2025, 11, 24), date(2026, 11, 24)])
def test_figures_of_the_past_year_and_of_today_pass(day):
    assert findings(table(figure(as_of=day))) == []


def test_figures_from_the_future_block():
    assert found(table(figure(as_of=date(2026, 11, 25)))) == [
        ("salary-dated-in-the-future", Level.BLOCKS, Place(block=0, field="figures"))
    ]


def test_overlapping_bands_block():
    (finding,) = findings(table(figure(), figure("Senior", 55_000, 90_000)))
    assert (finding.check, finding.level) == ("salary-bands-clash", Level.BLOCKS)
    assert finding.what == (
        "In the salary table: Row 2 (Senior, UK): overlaps with row 1 (Junior, £40,000 to £60,000). "
        "Levels may touch but not overlap."
    )


@pytest.mark.parametrize(
    "figures",
    [
        (figure(), figure()),
        (figure(low=60_000, high=40_000),),
        (figure(low=0, high=0),),
        (figure(currency="XXX"),),
    ],
    ids=["repeated", "upside down", "nothing", "unknown currency"],
)
def test_figures_that_contradict_themselves_block(figures):
    assert names(table(*figures)) == ["salary-bands-clash"]


def test_bands_of_different_regions_and_currencies_may_overlap():
    assert findings(table(figure(), figure(region="London", low=45_000, high=70_000), figure(currency="EUR"))) == []


@pytest.mark.parametrize(
    ("below", "above"),
    [
        ("Graduate", "Mid-level"),
        ("Junior", "Senior"),
        ("Mid-level", "Senior"),
        ("Senior", "Lead"),
        ("Senior", "Principal engineer"),
        ("Entry level", "Head of data"),
    ],
)
def test_a_higher_level_that_earns_less_warns(below, above):
    falling = table(figure(below, 60_000, 90_000), figure(above, 40_000, 60_000))
    (finding,) = findings(falling)
    assert (finding.check, finding.level) == ("salary-falls-with-level", Level.WARNS)
    expected = f"The figure “{above}, UK: £40,000 to £60,000” lies below “{below}, UK: £60,000 to £90,000”."
    assert finding.what == expected


@pytest.mark.parametrize(
    "levels", [("Junior", "Senior"), ("Lead", "Principal"), ("Grade 7", "Grade 6"), ("Mid to senior", "Lead")]
)
def test_levels_that_rise_or_have_no_order_pass(levels):
    first, second = levels
    assert findings(table(figure(first), figure(second, 60_000, 90_000))) == []


# Figures in the text against the table

CONTRADICTIONS = [
    "Juniors earn £35,000 to £50,000.",
    "A junior data engineer earns between £40,000 and £55,000 in the UK.",
    "Seniors earn £80k to £110k.",
    "Mid-level engineers are paid £55,000–£85,000.",
    "In the US, a senior earns $100,000 to $150,000.",
    "A senior data engineer can expect £80,000.",
    "Juniors earn £40,000 to £60,000 and seniors £95,000 to £130,000.",
    "Pay starts at £30,000 for a junior.",
    "Juniors earn £40,000 to £60,000 in the UK and $80,000 to $120,000 in the US.",
    "On average, juniors earn £65,000.",
    "The average salary of a senior data engineer is £80,000.",
    "A junior earns $40,000 to $60,000 in Leeds.",
    "Seniors in New York are paid £120,000 to £160,000.",
    "Juniors earn 40,000 to 60,000 euros.",
    "A junior earns £40 to £60.",
    "Mid-level engineers earn £60–90 a year.",
    "A junior earns £4,000 to £6,000.",
]


@pytest.mark.parametrize("sentence", CONTRADICTIONS)
def test_a_figure_other_than_the_table_has_warns(sentence):
    for block, field in (
        (Text(html=f"<p>{sentence}</p>"), "html"),
        (KeyTakeaways(items=(sentence,)), "items"),
        (QuestionAnswer(question="What is the pay?", answer=f"<p>{sentence}</p>"), "answer"),
    ):
        assert found(MARKET, block) == [("salary-differs-from-table", Level.WARNS, Place(block=1, field=field))]


def test_both_figures_are_shown():
    (finding,) = findings(MARKET, KeyTakeaways(items=("Juniors earn £35k to £50k.",)))
    expected = "The text says “£35k to £50k” for junior, and the salary table says “Junior, UK: £40,000 to £60,000”."
    assert finding.what == expected
    assert finding.excerpt == "Juniors earn £35k to £50k."


AGREEMENTS = [
    "Juniors earn £40,000 to £60,000.",
    "Juniors earn £40k–60k and seniors £90k–£130k or more.",
    "A senior in the UK earns between £90,000 and £130,000.",
    "Senior engineers earn £90,000 or more.",
    "A junior might be offered £38,000.",
    "A junior can start at £42,000.",
    "A senior contractor earns £500 to £700 a day.",
    "Seniors may earn a bonus of £20,000 to £30,000.",
    "Junior data scientists earn £30,000 to £45,000.",
    "A senior software engineer earns £70,000 to £90,000.",
    "In London, juniors earn £45,000 to £65,000.",
    "Juniors earn €35,000 to €45,000.",
    "Most seniors earn £95,000 to £110,000.",
    "Up to £150,000 is paid to a senior.",
    "A senior who moved from £85,000 to £100,000 asked twice.",
    "The seniors on our books were placed at £85,000.",
    "A senior costs the employer £110,000 to £160,000.",
    "Suppose a junior earns £30,000.",
    "The budget for a senior is £85,000.",
    "Senior stakeholders approved £50,000 for the platform’s budget.",
    "The average junior earns £50,000.",
    "A junior earns £40 to £60 a day.",
    "A junior is paid £40 for lunch.",
    "Experience moves people from junior to senior within six years.",
]


@pytest.mark.parametrize("sentence", AGREEMENTS)
def test_what_agrees_or_speaks_of_something_else_passes(sentence):
    assert findings(MARKET, Text(html=f"<p>{sentence}</p>")) == []


def test_a_question_about_another_role_has_its_own_figures():
    answer = QuestionAnswer(
        question="What does a data scientist earn?", answer="<p>Juniors earn £30,000 to £40,000.</p>"
    )
    assert findings(MARKET, answer) == []


def test_an_insight_may_know_other_figures():
    html = "<p>Juniors earn £30,000 to £40,000 on our desk.</p>"
    assert findings(MARKET, Insight(html=html, speaker=DESK, said_on=date(2026, 5, 1))) == []


def test_with_two_tables_or_none_nothing_is_compared():
    other = SalaryTable(role="tester", role_name="tester", figures=(figure(),))
    text = Text(html="<p>Juniors earn £30,000 to £40,000.</p>")
    assert findings(MARKET, other, text) == []
    assert findings(text) == []


STAFF = table(
    figure("Staff engineer", 84_000, 106_000),
    figure("Head of data", 110_000, 140_000, region="Ireland", currency="EUR"),
)


@pytest.mark.parametrize(
    "sentence",
    [
        "A staff engineer is paid €84,000 to €106,000.",
        "Expect $84,000–$106,000 for work of this kind.",
        "In Dublin the band runs from £110,000 to £140,000.",
        "Staff engineers earn between £84 and £106.",
        "The work starts at £84 and goes up to £106 after some years.",
        "The average staff engineer earns £121,500.",
        "Typically, staff engineers take home £79,000 a year.",
        "The median salary for data engineers is £62,000.",
        "Heads of data in Ireland get €160,000 on average.",
    ],
)
def test_a_sentence_that_misreads_the_table_warns(sentence):
    assert found(STAFF, Text(html=f"<p>{sentence}</p>")) == [
        ("salary-differs-from-table", Level.WARNS, Place(block=1, field="html"))
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "A staff engineer is paid £84,000 to £106,000.",
        "Staff engineers charge £84 to £106 an hour.",
        "The average staff engineer earns £95,000.",
        "The average salary in Britain is £37,000.",
        "On average, product managers earn £62,000.",
        "The average staff engineer in Germany earns £62,000.",
        "The median bonus of a data engineer is £6,000.",
        "With a bonus, a staff engineer averages £118,000.",
        "Suppose a staff engineer is paid $84,000 to $106,000.",
        "The test takes 84 to 106 minutes.",
    ],
)
def test_a_sentence_that_agrees_with_the_table_or_speaks_of_other_pay_passes(sentence):
    assert found(STAFF, Text(html=f"<p>{sentence}</p>")) == []
