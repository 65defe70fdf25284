"""What editors type as rows, and the times that rows begin with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.document import Moment, Step, clock, richtext, typed_rows
from articles.models.blocks import ComparisonBlock, StepsBlock, TimelineBlock

texts = st.text(max_size=12).map(richtext.one_line)


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        ("a | b\nc|d", [("a", "b"), ("c", "d")]),
        ("a\tb\r\nc\td\r\n", [("a", "b"), ("c", "d")]),
        ("| a | b |\n|---|:-:|\n| c | d |", [("a", "b"), ("c", "d")]),
        (" | b", [("", "b")]),
        ("a\n\n  \nb", [("a",), ("b",)]),
        (r"either \| or | b", [("either | or", "b")]),
        ("", []),
    ],
)
def test_cells_are_set_apart_by_bars_or_tabs(typed, rows):
    assert typed_rows.read(typed) == rows


@given(st.lists(st.lists(texts, min_size=1, max_size=4).filter(lambda row: row[-1]), max_size=4))
def test_what_was_written_is_read_again(rows):
    assert typed_rows.read(typed_rows.write(rows)) == [tuple(row) for row in rows]


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("9:30", "09:30"),
        ("9.30am", "09:30"),
        ("2 pm", "14:00"),
        ("12am", "00:00"),
        ("noon", "12:00"),
        ("12 midnight", "00:00"),
        ("9–10:15", "09:00–10:15"),
        ("9 to 10am", "09:00–10:00"),
        ("11 to 1pm", "11:00–13:00"),
        ("14:00 - 15:30", "14:00–15:30"),
        ("25:00", ""),
        ("13pm", ""),
        ("9:75", ""),
        ("after lunch", ""),
        ("", ""),
    ],
)
def test_a_time_is_understood_as_people_write_it(typed, time):
    assert clock.canonical(typed) == time


@pytest.mark.parametrize(
    ("line", "cut"),
    [
        ("09:30 Stand-up", ("09:30", "Stand-up")),
        ("9am – Coffee", ("09:00", "Coffee")),
        ("10:15: Pairing", ("10:15", "Pairing")),
        ("14:00–15:30 A meeting", ("14:00–15:30", "A meeting")),
        ("9 people stand up", ("", "9 people stand up")),
        ("30.5 hours a week", ("", "30.5 hours a week")),
        ("Lunch at 1pm", ("", "Lunch at 1pm")),
    ],
)
def test_a_line_may_begin_with_its_time_without_a_bar(line, cut):
    assert clock.cut(line) == cut


def test_rows_become_blocks():
    steps = StepsBlock(title="T", items="Ask | by telephone\nListen").to_block()
    assert steps.items == (Step(name="Ask", detail="by telephone"), Step(name="Listen"))
    timeline = TimelineBlock(moments="9.30am | Stand-up\n10:00 Review\nLunch").to_block()
    assert timeline.moments == (
        Moment(time="09:30", what="Stand-up"), Moment(time="10:00", what="Review"), Moment(what="Lunch")
    )  # fmt: skip
    comparison = ComparisonBlock(options="One\nTwo", rows="Price | £1 | £2\nWeight | 1 kg").to_block()
    assert comparison.paired() == [
        ("Price", [("One", "£1"), ("Two", "£2")]), ("Weight", [("One", "1 kg"), ("Two", "")])
    ]  # fmt: skip
