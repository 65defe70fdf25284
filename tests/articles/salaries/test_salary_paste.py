"""Rows pasted from a spreadsheet or a CSV file are read as they were meant, or named for what they lack."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.document.salary_bands import CURRENCIES, Row
from articles.salaries.pasting import parse
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


def read(**cells):
    """One row of tabs, as the reader sees it."""
    cells = {
        "level": "Junior", "region": "UK", "currency": "GBP", "low": "40000", "high": "60000", "basis": "adverts",
        "as of": "2026-04-01", "source": "",
    } | cells  # fmt: skip
    (row,) = parse("\t".join(cells.values()))
    return row


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("40000", 40_000),
        ("40,000", 40_000),
        ("£40,000", 40_000),
        ("$ 40,000", 40_000),
        ("€40k", 40_000),
        ("40K", 40_000),
        ("1,250,000", 1_250_000),
        ("0", 0),
        ("40.000", None),
        ("40,00", None),
        ("4,0000", None),
        ("1.5k", None),
        ("-40000", None),
        ("40000-60000", None),
        ("forty", None),
        ("٤٠٠٠٠", None),
        ("=40000", None),
        ("9" * 5000, None),
        ("", None),
    ],
)
def test_amounts(written, amount):
    assert read(low=written).low == amount


@pytest.mark.parametrize(("written", "open_ended"), [("130,000+", True), ("130k +", True), ("130,000", False)])
def test_a_plus_means_or_more(written, open_ended):
    row = read(high=written)
    assert (row.high, row.open_ended) == (130_000, open_ended)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-04-01", date(2026, 4, 1)),
        ("01/04/2026", date(2026, 4, 1)),
        ("1/4/2026", date(2026, 4, 1)),
        ("31/12/2025", date(2025, 12, 31)),
        ("1 April 2026", date(2026, 4, 1)),
        ("1 apr 2026", date(2026, 4, 1)),
        ("04/31/2026", None),
        ("30/02/2026", None),
        ("01/04/26", None),
        ("April 2026", None),
        ("46113", None),
        ("", None),
    ],
)
def test_dates_are_british(written, day):
    assert read(**{"as of": written}).as_of == day


@pytest.mark.parametrize(
    ("written", "code"),
    [*((sign, code) for code, sign in CURRENCIES.items()), ("usd", "USD"), ("CHF", "CHF"), ("", "")],
)
def test_currencies(written, code):
    assert read(currency=written).currency == code


@pytest.mark.parametrize("nothing", ["", " \n\t\n\r\n", "Level,Region,Currency,Low,High,Basis,As of,Source\n"])
def test_nothing_is_no_rows(nothing):
    assert parse(nothing) == []


def test_too_few_columns_are_named_for_what_they_lack():
    assert problems(parse("Junior,UK,GBP,40000,60000\nSenior")) == [
        "Row 1 (Junior, UK): give the basis as one of placements, adverts, judgement.",
        "Row 1 (Junior, UK): give the date that the figures are from, such as 2026-04-01.",
        "Row 2 (Senior): give the region, such as UK.",
        "Row 2 (Senior): give the currency as one of GBP, USD, EUR.",
        "Row 2 (Senior): give the low and the high salary as whole numbers.",
        "Row 2 (Senior): give the basis as one of placements, adverts, judgement.",
        "Row 2 (Senior): give the date that the figures are from, such as 2026-04-01.",
    ]


@pytest.mark.parametrize(
    "pasted",
    [
        "Junior,UK,GBP,£40,000,£60,000,adverts,2026-04-01,Our reading",
        "Junior,UK,GBP,40000,60000,adverts,2026-04-01,Our reading, and yours",
        "Junior\tUK\tGBP\t40000\t60000\tadverts\t2026-04-01\tOurs\tand\tmore",
    ],
)
def test_too_many_columns_are_refused(pasted):
    assert problems(parse(pasted)) == [
        "Row 1 (Junior, UK): has more than 8 columns; put a value that holds a comma in quotation marks."
    ]


@pytest.mark.parametrize("quoted", ['"Senior\tUK\tGBP', '"Lead" engineer\tUK\tGBP'])
def test_quotation_marks_that_do_not_pair_are_refused(quoted):
    rows = parse(f"{TABS}{quoted}\t1\t2\tadverts\t2026-04-01\t\n{TABS}")
    assert rows[:2] == [JUNIOR, SENIOR]
    assert problems(rows) == ["Row 3: a quotation mark is not closed, or stands inside a quoted value."]


def test_a_quotation_mark_inside_a_value_is_text():
    assert read(source='The "real" figures').source == 'The "real" figures'


def test_hostile_text_is_only_text():
    row = read(level="<script>\x00alert(1)\ud800</script>", source="=cmd|' /C calc'!A0")
    assert (row.level, row.source) == ("<script>alert(1)</script>", "=cmd|' /C calc'!A0")
    assert problems([row]) == []


@given(
    st.text(st.characters()) | st.lists(texts, min_size=1).map("\t".join) | st.lists(texts, min_size=1).map(",".join)
)
def test_whatever_is_pasted_gets_rows_or_sentences(pasted):
    rows = parse(pasted)
    assert [type(row) for row in rows] == [Row] * len(rows)
    assert [sentence for sentence in problems(rows) if not sentence.startswith("Row ")] == []


def test_ten_thousand_rows_are_read():
    pasted = "".join(
        f"Level {number}\tUK\tGBP\t{number}\t{number + 1}\tadverts\t01/04/2026\t\n" for number in range(1, 10_001)
    )
    rows = parse(pasted)
    assert (len(rows), rows[-1].level, problems(rows)) == (10_000, "Level 10000", [])


def test_an_unclosed_quotation_mark_before_ten_thousand_rows_is_one_sentence():
    assert problems(parse('"' + TABS * 5_000)) == [
        "Row 1: a quotation mark is not closed, or stands inside a quoted value."
    ]
