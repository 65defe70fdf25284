"""Rows pasted from a spreadsheet or a CSV file are read as they were meant, or named for what they lack."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.document.salary_bands import Row, band
from articles.salaries.pasting import pay
from articles.salaries.pasting.pay import Pay
from articles.salaries.pasting.reading import parse, read
from articles.salaries.pasting.rows import Context
from articles.salaries.pasting.vocabulary import key
from articles.salaries.rules import problems
from tests.articles.documents import texts

JUNIOR = Row(
    level="Junior", region="UK", currency="GBP", low=40_000, high=60_000, basis="adverts", source="Our reading.",
    as_of=date(2026, 4, 1),
)  # fmt: skip
SENIOR = Row(
    level="Senior", region="UK", currency="GBP", low=60_000, high=130_000, open_ended=True, basis="placements",
    source="", as_of=date(2026, 4, 1),
)  # fmt: skip
TABS = (
    "Junior\tUK\tGBP\t40,000\t60,000\tadverts\t2026-04-01\tOur reading.\n"
    "Senior\tUK\tGBP\t60,000\t130,000+\tplacements\t2026-04-01\t\n"
)


@pytest.mark.parametrize(
    "pasted",
    [
        TABS,
        TABS.replace("\n", "\r\n"),
        TABS.replace("\n", "\r"),
        TABS.rstrip(),
        f"\n\n{TABS}\n\t\t\t\t\t\t\t\n   \n",
        TABS.replace("\n", "\n\n"),
        TABS.replace("\n", "\t\t\n"),
        "Level\tRegion\tCurrency\tLow\tHigh\tBasis\tAs of\tSource\n" + TABS,
        "\nLEVEL\tREGION\tCURRENCY\n" + TABS,
        "Junior,UK,GBP,40000,60000,adverts,2026-04-01,Our reading.\nSenior,UK,GBP,60000,130000+,placements,2026-04-01",
        'Junior,UK,GBP,"40,000","60,000",adverts,2026-04-01,Our reading.\n'
        '"Senior","UK","GBP","60,000","130,000+","placements","2026-04-01",""\n',
        "level,region,currency,low,high,basis,as of,source\n"
        "Junior,UK,gbp,£40k,£60k,Adverts,01/04/2026,Our reading.\nSenior,UK,£,60K,130k +,PLACEMENTS,1 April 2026,",
        "Junior;UK;GBP;£40,000;£60,000;adverts;1 Apr 2026;Our reading.\nSenior;UK;GBP;60 000;130,000+;placements;01/04/2026",
        ' Junior \t "UK"\tGBP\t40000\t60000\tadverts\t2026-04-01\t"Our\nreading."\nSenior\tUK\tGBP\t60000\t130000+\tplacements'
        "\t2026-04-01".replace(' "UK"', "UK"),
    ],
    ids=[
        "tabs", "windows lines", "old mac lines", "no last line end", "blank lines", "lines apart", "empty columns too many",
        "column names", "some column names", "commas", "commas and quotes", "pounds and thousands", "semicolons", "cell of two lines",
    ],
)  # fmt: skip
def test_rows_are_read(pasted):
    rows = parse(pasted)
    assert rows == [JUNIOR, SENIOR]
    assert problems(rows) == []


KNOWN = Context(roles={"data engineer": "data engineer", "tester": "tester"}, regions=("UK",))


def told(pasted):
    """Role, level, region and pay of each figure, or why there is none."""
    return [
        (found.role, found.row.level, found.row.region, found.row.fault or band(found.row))
        for found in read(pasted, KNOWN).found
    ]


@pytest.mark.parametrize(
    ("written", "understood"),
    [
        ("£60,000 – £85,000", Pay(low=60_000, high=85_000, currency="GBP")),
        ("£40k-60k", Pay(low=40_000, high=60_000, currency="GBP")),
        ("60-85k", Pay(low=60_000, high=85_000)),
        ("£60-85,000", Pay(low=60_000, high=85_000, currency="GBP")),
        ("40k to 60", Pay(low=40_000, high=60_000)),
        ("from 90k", Pay(low=90_000, high=90_000, open_ended=True)),
        ("over £100k", Pay(low=100_000, high=100_000, open_ended=True, currency="GBP")),
        ("90k+", Pay(low=90_000, high=90_000, open_ended=True)),
        ("$150K-$200K or more", Pay(low=150_000, high=200_000, open_ended=True, currency="USD")),
        ("between £40k and £60k", Pay(low=40_000, high=60_000, currency="GBP")),
        ("70.000 € - 80.000 €", Pay(low=70_000, high=80_000, currency="EUR")),
        ("40 000 – 60 000", Pay(low=40_000, high=60_000)),
        ("USD 100,000-120,000", Pay(low=100_000, high=120_000, currency="USD")),
        ("GBP40,000-60,000", Pay(low=40_000, high=60_000, currency="GBP")),
        ("Â£40,000 â€“ Â£60,000", Pay(low=40_000, high=60_000, currency="GBP")),
        ("£62.5k", Pay(low=62_500, high=62_500, currency="GBP")),
        ("c. £60,000.00", Pay(low=60_000, high=60_000, currency="GBP")),
        ("£60k + bonus", Pay(low=60_000, high=60_000, currency="GBP")),
        ("£60,000-£85,000 p.a. plus bonus and equity", Pay(low=60_000, high=85_000, currency="GBP")),
        ("CHF 90,000", Pay(low=90_000, high=90_000, currency="CHF")),
    ],
)
def test_pay_is_understood_as_people_write_it(written, understood):
    assert pay.read(written) == understood


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("up to £45,000", "gives only the upper end."),
        ("max 45k", "gives only the upper end."),
        ("£450 per day", "is pay for a day."),
        ("£450-£600/day", "is pay for a day."),
        ("450pd", "is pay for a day."),
        ("£65 an hour", "is pay for an hour."),
        ("£5k per month", "is pay for a month."),
        ("60-85", "may be thousands, or pay for a day."),
        ("£450", "may be thousands, or pay for a day."),
        ("£40k - $60k", "is in two currencies."),
        ("A$60k", "cannot be read"),
        ("£60k OTE", "cannot be read"),
        ("tbc", "cannot be read"),
        ("40,00", "cannot be read"),
        ("-40000", "cannot be read"),
        ("9" * 5000, "cannot be read"),
        ("", "cannot be read"),
    ],
)
def test_pay_that_is_no_yearly_salary_says_why(written, reason):
    with pytest.raises(pay.Unreadable, match=re.escape(reason)):
        pay.read(written)


SENIOR_ENGINEER = ("data engineer", "Senior", "UK", "£60,000 to £85,000")
JUNIOR_TESTER = ("tester", "Junior", "London", "£30,000 to £40,000")


@pytest.mark.parametrize(
    "pasted",
    [
        "Salary\tWhere\tSeniority\tJob title\n£60,000 – £85,000\tUK\tSenior\tdata engineer\n£30-40k\tLondon\tJunior\ttester",
        "Role | Location | Pay range\n--- | --- | ---\nSenior data engineer | UK | £60k - £85k\nJunior tester | London | £30k – 40k",
        "Role;Level;Min (£k);Max (£k);City\ndata engineer;Senior;60;85;UK\ntester;Junior;30;40;London",
        "Data Engineers\nSenior   UK   £60,000 - £85,000\n\nTesters\nJunior   London   £30,000 - £40,000",
        "Hi Jane,\n\nfor data engineers in the UK:\n- Senior: £60k - £85k plus bonus\n\nTester, London\n- Junior £30-40k\n\nThanks,\nBob",
        "Senior data engineer, UK: £60k - £85k\nJunior tester (London) £30k to £40k",
        "Senior,UK,data engineer,£60,000,£85,000\nJunior,London,tester,£30,000,£40,000",
        "data engineer\tSenior\tUK\t60000\t85000\tGBP\ntester\tJunior\tLondon\t30000\t40000\tGBP",
    ],
    ids=[
        "headings in any order",
        "pipes",
        "thousands in the heading",
        "spaces",
        "mail",
        "lines",
        "commas",
        "no headings",
    ],
)
def test_several_roles_are_read_from_whatever_people_have(pasted):
    rows = [(key(role), level, region, paid) for role, level, region, paid in told(pasted)]
    assert rows == [SENIOR_ENGINEER, JUNIOR_TESTER]


def test_a_wide_table_has_a_figure_in_each_column_of_pay():
    assert told("Role\tJunior\tSenior\tHeadcount\nTester\t£30k-£40k\t£40k+\t3") == [
        ("Tester", "Junior", "", "£30,000 to £40,000"),
        ("Tester", "Senior", "", "£40,000 or more"),
    ]
    assert told("Level\tUK\tUS\nJunior\t£30k-£40k\t$90k-$99k") == [
        ("", "Junior", "UK", "£30,000 to £40,000"),
        ("", "Junior", "US", "$90,000 to $99,000"),
    ]


def test_the_site_s_own_file_is_read_back():
    text = (
        "Role,Level,Region,Currency,Low,High,Or more,Basis,As of,Source\r\n"
        'Tester,Junior,UK,GBP,40000,60000,yes,our placements,2026-05-01,"Ours, mostly"\r\n'
    )
    (found,) = read(text, KNOWN).found
    assert found.row == replace(
        JUNIOR, open_ended=True, basis="placements", source="Ours, mostly", as_of=date(2026, 5, 1)
    )


def test_rows_without_pay_say_so_and_lines_that_are_no_rows_are_passed_over():
    reading = read("Salaries 2026\nLevel\tRegion\tSalary\tMedian\nJunior\tUK\ttbc\t\nSenior\tUK\t\t50\nEnd", KNOWN)
    assert [found.row.fault for found in reading.found] == [
        "“tbc” cannot be read as a salary. Write £60,000 – £85,000, 60k-85k or from 90k.",
        "gives no salary.",
    ]
    assert (reading.passed, reading.unused) == (["Salaries 2026", "End"], ["Median"])


def test_a_currency_that_its_column_denies_is_named():
    assert told("Level,Currency,Salary\nJunior,USD,£40k-£50k") == [
        ("", "Junior", "", "is in USD by its currency, but in GBP by its salary.")
    ]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-04-01", date(2026, 4, 1)),
        ("2026-04-01 00:00:00", date(2026, 4, 1)),
        ("01/04/2026", date(2026, 4, 1)),
        ("01/04/26", date(2026, 4, 1)),
        ("01-Apr-26", date(2026, 4, 1)),
        ("1st April 2026", date(2026, 4, 1)),
        ("1 apr 2026", date(2026, 4, 1)),
        ("April 2026", date(2026, 4, 1)),
        ("Q2 2026", date(2026, 4, 1)),
        ("46113", date(2026, 4, 1)),
        ("2026", date(2026, 1, 1)),
        ("04/31/2026", None),
        ("30/02/2026", None),
        ("soon", None),
    ],
)
def test_days_are_british(written, day):
    (found,) = read(f"Level\tSalary\tAs of\nJunior\t£40k-£60k\t{written}", KNOWN).found
    assert found.row.as_of == day
    assert bool(found.row.fault) is (day is None)


@pytest.mark.parametrize(
    "nothing", ["", " \n\t\n\r\n", "Level,Region,Currency,Low,High,Basis,As of,Source\n", "Dear all,"]
)
def test_nothing_is_no_rows(nothing):
    assert parse(nothing) == []


def test_what_a_row_lacks_is_named():
    assert problems(parse("Junior,UK,GBP,40000,60000")) == [
        "Row 1 (Junior, UK): give the basis as one of placements, adverts, judgement.",
        "Row 1 (Junior, UK): give the date that the figures are from, such as 2026-04-01.",
    ]


def test_a_quotation_mark_that_is_not_closed_costs_its_own_row_alone():
    rows = parse(f'{TABS}"Senior\tUK\tGBP\t1\t2\tadverts\t2026-04-01\t\n{TABS}')
    assert [row.fault for row in rows] == [
        "", "", "a quotation mark is not closed, or stands inside a quoted value.", "", "",
    ]  # fmt: skip


def test_hostile_text_is_only_text():
    (row,) = parse("<script>\x00alert(1)\ud800</script>\tUK\t£40k-£60k\t=cmd|' /C calc'!A0")
    assert (row.level, row.source) == ("<script>alert(1)</script>", "=cmd|' /C calc'!A0")


@given(
    st.text(st.characters()) | st.lists(texts, min_size=1).map("\t".join) | st.lists(texts, min_size=1).map(",".join)
)
def test_whatever_is_pasted_gets_rows_or_sentences(pasted):
    rows = parse(pasted)
    assert [type(row) for row in rows] == [Row] * len(rows)
    assert [sentence for sentence in problems(rows) if not sentence.startswith("Row ")] == []


def test_thousands_of_rows_are_read():
    pasted = "".join(
        f"Level {number}\tUK\tGBP\t{number}\t{number + 1}\tadverts\t01/04/2026\t\n" for number in range(10_001, 12_001)
    )
    rows = parse(pasted)
    assert (len(rows), rows[-1].level, problems(rows)) == (2_000, "Level 12000", [])
