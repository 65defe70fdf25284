from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from enquiries import working_hours
from enquiries.models import Closure, ReplyPromise
from enquiries.working_hours import in_words, is_working_day, reply_due, working_time
from tests.enquiries import people

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


WEEK = {"2": [], "4": ["09:00", "13:00"], "5": ["10:00", "12:00"]}  # no Wednesday, half a Friday, some of Saturday


@pytest.mark.parametrize(
    ("received", "hours", "due"),
    [
        ("2026-11-24 16:30", 2, "2026-11-26 10:00"),  # over the Wednesday that is closed
        ("2026-11-27 12:00", 2, "2026-11-28 11:00"),  # a Friday that closes early, and a Saturday that is open
        ("2026-11-28 11:30", 1, "2026-11-30 09:30"),  # into the Monday
        ("2026-12-25 08:00", 1, "2026-12-29 10:00"),  # a bank holiday is one on a day that differs, too; so is the 26th
    ],
)
def test_days_of_the_week_can_differ(received: str, hours: int, due: str) -> None:
    promise = ReplyPromise(hours=hours, opens=time(9), closes=time(17, 30), days=WEEK)

    assert reply_due(moment(received), promise) == moment(due)


def test_closures_count_for_nothing() -> None:
    promise = ReplyPromise(hours=2, opens=time(9), closes=time(17))
    promise.closures = ((date(2026, 12, 21), date(2026, 12, 31)),)

    assert reply_due(moment("2026-12-18 16:00"), promise) == moment("2027-01-04 10:00")  # New Year's Day is a Friday
    assert reply_due(moment("2026-12-23 12:00"), promise) == moment("2027-01-04 11:00")


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2026-03-29 00:00", "2026-03-29 04:00"),  # the hour after one is left out
        ("2026-10-25 00:00", "2026-10-25 02:00"),  # the hour after one comes twice
    ],
)
def test_hours_are_real_ones_where_the_clocks_change(received: str, due: str) -> None:
    promise = ReplyPromise(hours=3, days={"6": ["00:00", "06:00"]})

    assert reply_due(moment(received), promise).astimezone(LONDON).replace(tzinfo=None) == moment(due).replace(
        tzinfo=None
    )


def test_opening_at_midnight_begins_with_the_day() -> None:
    promise = ReplyPromise(hours=1, opens=time(0), closes=time(8))

    assert reply_due(moment("2026-11-23 23:59"), promise) == moment("2026-11-24 01:00")
    assert reply_due(moment("2026-11-24 00:00"), promise) == moment("2026-11-24 01:00")


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        ("2026-11-27 12:00", "2026-11-30 10:00", 1 + 2 + 1),
        ("2026-11-25 09:00", "2026-11-25 17:00", 0),
        ("2026-11-30 10:00", "2026-11-30 09:00", 0),
    ],
)
def test_working_time_between_two_moments(start: str, end: str, hours: int) -> None:
    promise = ReplyPromise(opens=time(9), closes=time(17), days=WEEK)

    assert working_time(moment(start), moment(end), promise) == timedelta(hours=hours)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ({}, "09:00 to 17:30, Monday to Friday"),
        ({"4": ["09:00", "16:00"]}, "09:00 to 17:30, Monday to Thursday, and 09:00 to 16:00, Friday"),
        ({"2": []}, "09:00 to 17:30, Monday, Tuesday, Thursday and Friday"),
        (
            {"5": ["10:00", "12:00"], "6": ["10:00", "12:00"]},
            "09:00 to 17:30, Monday to Friday, and 10:00 to 12:00, Saturday and Sunday",
        ),
    ],
)
def test_hours_in_words(days: dict[str, list[str]], words: str) -> None:
    assert in_words(ReplyPromise(days=days)) == words


@pytest.mark.django_db
def test_a_team_has_its_own_days_bank_holidays_and_closures_and_the_rest_of_the_agency() -> None:
    ReplyPromise.objects.update(hours=2, days={"4": ["09:00", "12:00"]})
    desk = people.team(days={"4": ["13:00", "15:00"]}, nation="SCT")
    Closure.objects.create(name="All", first_day=date(2026, 11, 24), last_day=date(2026, 11, 24))
    Closure.objects.create(name="Desk", first_day=date(2026, 11, 25), last_day=date(2026, 11, 26), team=desk)

    def due(received: str) -> list[str]:
        teams = (None, people.default_team(), desk)
        return [f"{working_hours.promised_from(moment(received), team):%a %d %H:%M}" for team in teams]

    assert due("2026-11-23 17:30") == ["Wed 25 11:00", "Wed 25 11:00", "Fri 27 15:00"]
    assert due("2026-11-27 12:00") == ["Mon 30 11:00", "Mon 30 11:00", "Fri 27 15:00"]
    assert due("2026-11-27 15:00") == ["Mon 30 11:00", "Mon 30 11:00", "Tue 01 11:00"]  # St Andrew's Day


@pytest.mark.django_db
def test_a_team_that_the_agency_leaves_no_open_day_counts_in_the_agencys_hours() -> None:
    ReplyPromise.objects.update(days={str(day): [] for day in range(4)})
    desk = people.team(days={"4": []})

    assert working_hours.for_team(desk).days == {str(day): [] for day in range(4)}


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 10])
def test_the_hours_of_many_teams_cost_three_queries(number: int, django_assert_num_queries: Any) -> None:
    teams = [people.team(f"Desk {index}") for index in range(number)]

    with django_assert_num_queries(3):
        working_hours.for_each(teams)
