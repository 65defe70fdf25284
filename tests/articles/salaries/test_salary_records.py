"""Storing salary figures: all rows or none, and guides that show them are flagged."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from articles.document import SalaryTable
from articles.document.salary_bands import Row
from articles.drafts.where_used import guides_showing
from articles.models import SalaryFigure
from articles.models.salary import FIGURE_FIELDS
from articles.publishing import publication
from articles.salaries import storing
from articles.salaries.storing import RefusedFigures
from tests import cast

pytestmark = pytest.mark.django_db


def row(level="Junior", low=40_000, high=60_000, **fields):
    fields = {"region": "UK", "currency": "GBP", "basis": "adverts", "as_of": date(2026, 5, 1)} | fields
    return Row(level=level, low=low, high=high, **fields)


@pytest.fixture
def role():
    return cast.job_role(SalaryTable(role="tester", role_name="tester"))


@pytest.fixture
def engineer():
    return cast.job_role()


def stored(role):
    return list(role.figures.values_list(*FIGURE_FIELDS))


def test_new_figures_are_added_as_they_were_read(role):
    rows = [row(), row("Senior", 60_000, 90_000, open_ended=True, source="Ours.")]
    assert storing.store(role, rows) == (2, 0)
    assert [figure.row() for figure in role.figures.all()] == rows


def test_a_figure_of_the_same_level_region_and_currency_is_updated(role):
    storing.store(role, [row(), row(region="US"), row(currency="EUR")])
    before = set(role.figures.values_list("pk", flat=True))
    newer = row("JUNIOR", 41_000, 62_000, region="uk", basis="placements", as_of=date(2026, 9, 1))
    assert storing.store(role, [newer, row("Senior", 62_000, 90_000)]) == (1, 1)
    assert [figure.row() for figure in role.figures.filter(pk__in=before)] == [
        row(currency="EUR"), row(region="US"), newer,
    ]  # fmt: skip
    assert role.figures.count() == 4


def test_no_rows_change_nothing(engineer):
    before = stored(engineer)
    assert storing.store(engineer, []) == (0, 0)
    assert stored(engineer) == before


def test_two_levels_may_trade_places(role):
    storing.store(role, [row(), row("Senior", 60_000, 90_000)])
    assert storing.store(role, [row(low=60_000, high=90_000), row("Senior", 40_000, 60_000)]) == (0, 2)
    assert list(role.figures.values_list("level", "low")) == [("Senior", 40_000), ("Junior", 60_000)]


def test_figures_of_another_role_are_left_alone(role, engineer):
    before = stored(engineer)
    storing.store(role, [row(low=1, high=10_000_000)])
    assert stored(engineer) == before


@pytest.mark.parametrize(
    ("rows", "reasons"),
    [
        (
            [row("Lead", 90_000, 95_000), row("Mid", 50_000, 70_000, region="US", currency="GBP"), row(as_of=None)],
            ["Row 3 (Junior, UK): give the date that the figures are from, such as 2026-04-01."],
        ),
        (
            [row("Lead", 90_000, 95_000), row("Mid", 59_000, 60_000)],
            ["Row 2 (Mid, UK): overlaps with a stored figure (Junior, £40,000 to £60,000). "
             "Levels may touch but not overlap."],
        ),
        (
            [row("Junior", 41_000, 60_000), row("Junior", 42_000, 60_000)],
            ["Row 2 (Junior, UK): row 1 already gives this level in this region and currency."],
        ),
        (
            [row("Lead", 2, 1), row("Mid", currency="")],
            ["Row 1 (Lead, UK): the low salary (2) is above the high one (1).",
             "Row 2 (Mid, UK): give the currency as one of GBP, USD, EUR."],
        ),
    ],
    ids=["fault", "overlap with what is stored", "level twice", "two faults"],
)  # fmt: skip
def test_one_row_that_breaks_a_rule_keeps_all_out(engineer, rows, reasons):
    before = stored(engineer)
    with pytest.raises(RefusedFigures) as refusal:
        storing.store(engineer, rows)
    assert refusal.value.reasons == reasons
    assert str(refusal.value) == " ".join(reasons)
    assert stored(engineer) == before


def test_a_failure_half_way_keeps_all_out(engineer, monkeypatch):
    before = stored(engineer)
    monkeypatch.setattr(storing, "guides_showing", lambda role: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        storing.store(engineer, [row(low=41_000), row("Lead", 90_000, 95_000)])
    assert stored(engineer) == before


def test_the_database_refuses_low_above_high(engineer):
    with pytest.raises(IntegrityError), transaction.atomic():
        engineer.figures.update(low=100_000)
    with pytest.raises(IntegrityError), transaction.atomic():
        SalaryFigure.objects.create(job_role=engineer, level="x", region="x", low=2, high=1, as_of=date(2026, 1, 1))


def test_the_database_refuses_a_level_twice(engineer):
    figure = engineer.figures.first()
    figure.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        figure.save()


def test_a_salary_table_shows_the_figures_of_its_role_as_they_stand(engineer):
    assert engineer.salary_table() == cast.ENGINEER
    engineer.figures.filter(region="US").delete()
    assert engineer.salary_table().figures == cast.ENGINEER.figures[:2]


def test_guides_that_share_a_role_are_flagged_and_show_old_figures_until_published(engineer, role):
    first, second, other = (
        cast.draft(slug, title=slug.title(), blocks=blocks)
        for slug, blocks in [
            ("first", (cast.ENGINEER,)),
            ("second", (cast.WORDS, cast.ENGINEER)),
            ("other", (cast.WORDS,)),
        ]
    )
    for guide in (first, second, other):
        publication.publish(guide, by=None)
    assert guides_showing(engineer) == [first, second]

    storing.store(engineer, [row(low=42_000, source="Adverts read in May 2026.")])

    def figures(guide):
        return [
            figure.low
            for block in guide.revisions.published().get().document().blocks
            if isinstance(block, SalaryTable)
            for figure in block.figures
        ]

    assert flags(first, second, other) == [True, True, False]
    assert figures(first) == figures(second) == [40_000, 60_000, 40_000, 60_000]
    publication.publish(first, by=None)
    assert flags(first, second, other) == [False, True, False]
    assert figures(first) == [42_000, 60_000, 40_000, 60_000]
    assert figures(second) == [40_000, 60_000, 40_000, 60_000]


def test_storing_the_same_figures_again_flags_no_guide(engineer):
    guide = cast.draft(blocks=(cast.ENGINEER,))
    publication.publish(guide, by=None)
    storing.store(engineer, [figure.row() for figure in engineer.figures.all()])
    assert flags(guide) == [False]


def flags(*guides):
    for guide in guides:
        guide.refresh_from_db()
    return [guide.has_unpublished_changes for guide in guides]
