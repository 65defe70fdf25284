"""Steps, hours and comparisons are whole and in order; tips are short."""

from datetime import date

import pytest

from articles.document import Comparison, ComparisonRow, Document, Moment, Step, Steps, Timeline, Tip
from articles.gate.checks.structure import rows
from articles.gate.context import SiteContext
from articles.gate.findings import Level
from articles.gate.prose.document_text import DocumentText


def found(block):
    guide, site = DocumentText(Document(blocks=(block,))), SiteContext(today=date(2026, 11, 24))
    return [(one.check, one.place.field, one.what) for check in rows.CHECKS for one in check(guide, site)]


def day(*times):
    return Timeline(moments=tuple(Moment(time=time, what="Work.") for time in times))


def table(*lines, options=("One", "Two")):
    return Comparison(options=options, rows=tuple(ComparisonRow(name=name, values=values) for name, *values in lines))


def test_one_step_is_named():
    assert found(Steps(items=(Step(name="Ask"),))) == [("step-alone", "items", "There is only one step.")]
    assert found(Steps(items=(Step(name="Ask"), Step(name="Listen")))) == []


def test_a_line_without_a_time_is_named():
    assert found(day("09:00", "", "11:00", "later")) == [
        ("timeline-without-time", "moments", "Line 2 does not begin with a time of day."),
        ("timeline-without-time", "moments", "Line 4 does not begin with a time of day."),
    ]


def test_a_line_out_of_order_is_named():
    assert found(day("09:00", "11:00", "10:00")) == [
        ("timeline-out-of-order", "moments", "Line 3, at 10:00, comes after 11:00.")
    ]


@pytest.mark.parametrize("times", [("09:00", "9am–10am", "noon"), ("17:00", "22:30", "02:00", "05:00"), ()])
def test_a_day_in_order_passes_and_may_go_on_after_midnight(times):
    assert found(day(*times)) == []


def test_a_day_goes_on_after_midnight_only_once():
    assert found(day("22:00", "01:00", "23:00", "02:00")) == [
        ("timeline-out-of-order", "moments", "Line 4, at 02:00, comes after 23:00.")
    ]


@pytest.mark.parametrize(("options", "told"), [(("One",), "1 thing"), (("A", "B", "C", "D", "E"), "5 things")])
def test_two_to_four_things_are_compared(options, told):
    block = table(("Price", *options), options=options)
    assert found(block) == [("comparison-size", "options", f"This compares {told}.")]


def test_cells_that_are_missing_or_too_many_are_named_by_their_line():
    assert found(table(("Price", "£1", "£2"), ("Weight", "1 kg"), ("Colour", "", "red"), ("", "a", "b"), ("Size", "a", "b", "c"))) == [
        ("comparison-empty-cell", "rows", "Line 2 leaves a cell empty."),
        ("comparison-empty-cell", "rows", "Line 3 leaves a cell empty."),
        ("comparison-empty-cell", "rows", "Line 4 leaves a cell empty."),
        ("comparison-surplus-cell", "rows", "Line 5 has 3 cells for 2 things."),
    ]  # fmt: skip


def test_what_cannot_be_shown_blocks_and_what_reads_badly_warns():
    assert [rule.level for rule in (rows.TIMELESS, rows.SIZED, rows.SURPLUS)] == [Level.BLOCKS] * 3
    assert [rule.level for rule in (rows.ALONE, rows.DISORDERED, rows.EMPTY, rows.LONG)] == [Level.WARNS] * 4


def test_a_long_tip_is_named():
    assert found(Tip(html=f"<p>{'word ' * 81}</p>")) == [("tip-long", "html", "This tip has 81 words.")]
    assert found(Tip(html=f"<p>{'word ' * 81}</p>", warning=True)) == [
        ("tip-long", "html", "This warning has 81 words.")
    ]
    assert found(Tip(html=f"<p>{'word ' * 80}</p>")) == []
