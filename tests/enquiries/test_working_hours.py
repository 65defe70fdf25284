from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest

from enquiries.models import ReplyPromise
from enquiries.working_hours import is_working_day, reply_due

LONDON = ZoneInfo("Europe/London")


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


@pytest.mark.parametrize(
    ("received", "hours", "due"),
    [
        ("2026-11-23 10:00", 4, "2026-11-23 14:00"),  # within a Monday
        ("2026-11-23 15:30", 4, "2026-11-24 11:00"),  # two hours left, two tomorrow
        ("2026-11-23 07:00", 1, "2026-11-23 10:00"),  # before opening
        ("2026-11-23 20:00", 1, "2026-11-24 10:00"),  # after closing
        ("2026-11-27 16:30", 2, "2026-11-30 10:00"),  # over a weekend
        ("2026-11-23 09:00", 8, "2026-11-23 17:00"),
        ("2026-11-23 09:30", 8, "2026-11-23 17:30"),  # ends exactly at closing time
        ("2026-12-24 17:00", 1, "2026-12-29 09:30"),  # Christmas Day, Boxing Day moved to Monday the 28th
        ("2027-03-25 17:00", 1, "2027-03-30 09:30"),  # Good Friday to Easter Monday
        ("2026-03-27 17:00", 1, "2026-03-30 09:30"),  # over the night in which the clocks go forward
    ],
)
def test_the_promise_counts_in_opening_hours(received: str, hours: int, due: str) -> None:
    promise = ReplyPromise(hours=hours, opens=time(9), closes=time(17, 30))

    assert reply_due(moment(received), promise) == moment(due)


def test_bank_holidays_differ_between_the_nations() -> None:
    st_andrews_day = moment("2026-11-30 12:00").date()

    assert is_working_day(st_andrews_day, "ENG")
    assert not is_working_day(st_andrews_day, "SCT")
