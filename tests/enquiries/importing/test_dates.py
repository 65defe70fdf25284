"""Dates as plug-ins write them."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from enquiries.importing import dates
from enquiries.importing.dates import Order
from enquiries.importing.mapping import LONDON


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-07-05 14:05:09", (2026, 7, 5, 13, 5, 9)),
        ("2026-01-05 14:05:09", (2026, 1, 5, 14, 5, 9)),
        ("2026-07-05T14:05:09+00:00", (2026, 7, 5, 14, 5, 9)),
        ("2026-07-05T14:05:09.123Z", (2026, 7, 5, 14, 5, 9)),
        ("2026/07/05 2:05:09 PM GMT+1", (2026, 7, 5, 13, 5, 9)),
        ("2026-07-05 14:05 UTC", (2026, 7, 5, 14, 5)),
        ("2026/01/05 - 14:05", (2026, 1, 5, 14, 5)),
        ("January 5, 2026 2:05 pm", (2026, 1, 5, 14, 5)),
        ("Jan 5, 2026 @ 12:05 AM", (2026, 1, 5, 0, 5)),
        ("5th January 2026", (2026, 1, 5)),
        ("5 January 2026 at 14:05", (2026, 1, 5, 14, 5)),
        ("Mon, 5 Jan 2026 14:05:09 -0500", (2026, 1, 5, 19, 5, 9)),
        ("5/1/2026 14:05", (2026, 1, 5, 14, 5)),
        ("05.01.26", (2026, 1, 5)),
        ("1767621909", (2026, 1, 5, 14, 5, 9)),
        ("1767621909123", (2026, 1, 5, 14, 5, 9)),
    ],
)
def test_every_way_of_writing_a_moment_is_read(text: str, moment: tuple[int, ...]) -> None:
    assert dates.read(text, Order.DAY, LONDON) == datetime(*moment, tzinfo=UTC)  # type: ignore[arg-type, misc]


@pytest.mark.parametrize(
    "text", ["", "soon", "31/06/2026", "2026-13-01", "2026-01-05 25:00", "12345", "5/1/2026 later"]
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert dates.read(text, Order.DAY, LONDON) is None


def test_the_month_stands_first_where_the_column_says_so() -> None:
    assert dates.read("3/4/2026", Order.MONTH, ZoneInfo("UTC")) == datetime(2026, 3, 4, tzinfo=UTC)
    assert dates.read("3/4/2026", Order.DAY, ZoneInfo("UTC")) == datetime(2026, 4, 3, tzinfo=UTC)


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["03/04/2026", "13/04/2026"], Order.DAY),
        (["03/04/2026", "03/13/2026"], Order.MONTH),
        (["13/04/2026", "04/13/2026"], Order.DAY),
        (["03/04/2026", "05/06/2026"], Order.UNKNOWN),
        (["04/04/2026"], Order.DAY),
        (["2026-04-03", "3 April 2026"], Order.DAY),
        ([], Order.DAY),
    ],
)
def test_the_dates_themselves_say_what_stands_first(texts: list[str], order: Order) -> None:
    assert dates.order_of(texts) == order
