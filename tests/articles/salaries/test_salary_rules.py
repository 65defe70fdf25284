"""The figures of one role hold together, and a refusal says which row and why."""

import time
from datetime import date

import pytest

from articles.document.salary_bands import Row, band
from articles.models import SalaryFigure
from articles.salaries.rules import LONGEST, problems


def row(level="Junior", low=40_000, high=60_000, **fields):
    fields = {"region": "UK", "currency": "GBP", "basis": "adverts", "as_of": date(2026, 5, 1)} | fields
    return Row(level=level, low=low, high=high, **fields)


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [row()],
        [row(), row("Mid-level", 60_000, 90_000), row("Senior", 90_000, 130_000, open_ended=True)],
        [row("Senior", 90_000, 130_000), row(), row("Mid-level", 60_000, 90_000)],
        [row(), row("Mid-level", 70_000, 90_000)],
        [row("Junior", 60_000, 60_000), row("Mid-level", 60_000, 90_000), row("Senior", 90_000, 90_000)],
        [row(), row(region="London"), row(region="US")],
        [row(), row(currency="EUR")],
        [row(low=1, high=10_000_000)],
        [row(level="x" * 40, region="y" * 40, source="z" * 200)],
    ],
    ids=[
        "none",
        "one",
        "touching",
        "in any order",
        "with a gap",
        "of no width",
        "regions",
        "currencies",
        "extremes",
        "long",
    ],
)
def test_figures_that_hold_together(rows):
    assert problems(rows) == []


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"level": ""}, "Row 2 (UK): give the level, such as Junior."),
        ({"region": ""}, "Row 2 (Senior): give the region, such as UK."),
        ({"currency": ""}, "Row 2 (Senior, UK): give the currency as one of GBP, USD, EUR."),
        ({"currency": "gbp"}, "Row 2 (Senior, UK): give the currency as one of GBP, USD, EUR."),
        ({"as_of": None}, "Row 2 (Senior, UK): give the date that the figures are from, such as 2026-04-01."),
        ({"basis": ""}, "Row 2 (Senior, UK): give the basis as one of placements, adverts, judgement."),
        ({"basis": "hearsay"}, "Row 2 (Senior, UK): give the basis as one of placements, adverts, judgement."),
        ({"low": None}, "Row 2 (Senior, UK): give the low and the high salary as whole numbers."),
        ({"high": None}, "Row 2 (Senior, UK): give the low and the high salary as whole numbers."),
        ({"low": 90_001}, "Row 2 (Senior, UK): the low salary (90,001) is above the high one (90,000)."),
        ({"low": 0}, "Row 2 (Senior, UK): a yearly salary must be between 1 and 10,000,000."),
        ({"low": -5}, "Row 2 (Senior, UK): a yearly salary must be between 1 and 10,000,000."),
        ({"high": 10_000_001}, "Row 2 (Senior, UK): a yearly salary must be between 1 and 10,000,000."),
        ({"level": "x" * 41}, f"Row 2 ({'x' * 40}, UK): shorten the level to 40 characters."),
        ({"region": "x" * 9000}, f"Row 2 (Senior, {'x' * 40}): shorten the region to 40 characters."),
        ({"source": "x" * 201}, "Row 2 (Senior, UK): shorten the source to 200 characters."),
        ({"fault": "cannot be read."}, "Row 2 (Senior, UK): cannot be read."),
    ],
)
def test_a_row_with_a_fault_is_refused(fields, sentence):
    faulty = {"level": "Senior", "low": 60_000, "high": 90_000} | fields
    assert problems([row(), row(**faulty)]) == [sentence]


def test_every_fault_of_a_row_is_named():
    assert problems([Row()]) == [
        "Row 1: give the level, such as Junior.",
        "Row 1: give the region, such as UK.",
        "Row 1: give the currency as one of GBP, USD, EUR.",
        "Row 1: give the low and the high salary as whole numbers.",
        "Row 1: give the basis as one of placements, adverts, judgement.",
        "Row 1: give the date that the figures are from, such as 2026-04-01.",
    ]


def overlap(of, band, with_):
    return f"{of}: overlaps with {with_} ({band}). Levels may touch but not overlap."


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (
            [row(), row("Senior", 59_999, 90_000)],
            overlap("Row 2 (Senior, UK)", "Junior, £40,000 to £60,000", "row 1"),
        ),
        (
            [row("Senior", 59_999, 90_000, open_ended=True), row()],
            overlap("Row 2 (Junior, UK)", "Senior, £59,999 to £90,000 or more", "row 1"),
        ),
        (
            [row(), row("Senior", 45_000, 50_000)],
            overlap("Row 2 (Senior, UK)", "Junior, £40,000 to £60,000", "row 1"),
        ),
        (
            [row(), row("Senior")],
            overlap("Row 2 (Senior, UK)", "Junior, £40,000 to £60,000", "row 1"),
        ),
        (
            [row(), row("Senior", 50_000, 50_000)],
            overlap("Row 2 (Senior, UK)", "Junior, £40,000 to £60,000", "row 1"),
        ),
        (
            [row(), row("Mid-level", 60_000, 70_000), row("Senior", 50_000, 60_000, region="uk")],
            overlap("Row 3 (Senior, uk)", "Junior, £40,000 to £60,000", "row 1"),
        ),
        (
            [row(low=10_000, high=99_000), row("Mid-level", 99_000, 100_000), row("Senior", 98_000, 99_000)],
            overlap("Row 3 (Senior, UK)", "Junior, £10,000 to £99,000", "row 1"),
        ),
    ],
)  # fmt: skip
def test_levels_of_one_region_may_not_overlap(rows, sentence):
    assert problems(rows) == [sentence]


def test_the_same_level_twice_is_refused_once():
    assert problems([row(), row("JUNIOR", region="uk"), row("Junior", 60_000, 70_000)]) == [
        "Row 2 (JUNIOR, uk): row 1 already gives this level in this region and currency.",
        "Row 3 (Junior, UK): row 1 already gives this level in this region and currency.",
    ]


def test_a_row_may_not_overlap_what_is_stored():
    stored = [row("Senior", 60_000, 90_000)]
    assert problems([row(), row("Mid-level", 50_000, 70_000, region="US")], stored) == []
    assert problems([row(high=61_000)], stored) == [
        overlap("Row 1 (Junior, UK)", "Senior, £60,000 to £90,000", "a stored figure")
    ]


def test_rows_with_faults_do_not_hide_the_overlaps_of_others():
    assert problems([row(as_of=None), row("Mid"), row("Senior")]) == [
        "Row 1 (Junior, UK): give the date that the figures are from, such as 2026-04-01.",
        overlap("Row 3 (Senior, UK)", "Mid, £40,000 to £60,000", "row 2"),
    ]


def test_ten_thousand_rows_are_judged_quickly():
    rows = [row(f"Level {number}", number, number + 1) for number in range(1, 10_000)]
    started = time.process_time()
    found = problems([*rows, row("Last", 1, 10_000)])
    assert time.process_time() - started < 5  # comparing each with each would take minutes
    assert found == [
        overlap("Row 10000 (Last, UK)", f"Level {number}, £{number:,} to £{number + 1:,}", f"row {number}")
        for number in range(1, 10_000)
    ]


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (row(), "£40,000 to £60,000"),
        (row(currency="USD", open_ended=True), "$40,000 to $60,000 or more"),
        (row(currency="EUR", low=1, high=1_000_000), "€1 to €1,000,000"),
        (row(currency="CHF"), "CHF 40,000 to CHF 60,000"),
    ],
)
def test_a_band_in_words(figure, words):
    assert band(figure) == words


def test_the_longest_texts_are_those_of_the_columns():
    assert {name: SalaryFigure._meta.get_field(name).max_length for name in LONGEST} == LONGEST
