"""Nobody waits unnoticed: the reminder before the promised time, and the escalation after it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, time, timedelta
from threading import Barrier
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection
from django.db.models.functions import Now
from django.utils import timezone

from enquiries.handling import verbs
from enquiries.models import Enquiry, Event, Notice, ReplyPromise, State
from enquiries.notices import reminders
from tests.enquiries import stored

pytestmark = pytest.mark.django_db
TEAM = "team@agency.example"
BOSS = "boss@agency.example"
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def _a_promise_of_eight_hours(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Around the clock and without weekends, so that the tests may run at any time."""
    monkeypatch.setattr("enquiries.working_hours.is_working_day", lambda day, nation: True)
    ReplyPromise.objects.update(hours=8, opens="00:00", closes="23:59:59", escalation_email=BOSS)


def due_in(period: timedelta, **fields: Any) -> Enquiry:
    enquiry = stored.enquiry(**fields)
    Enquiry.objects.filter(pk=enquiry.pk).update(reply_due_at=Now() + period)
    enquiry.refresh_from_db()
    return enquiry


def told() -> list[tuple[str, str]]:
    """The kind and recipient of each notice."""
    return list(Notice.objects.order_by("pk").values_list("kind", "recipient"))


def test_whoever_is_to_answer_is_reminded_once_in_the_last_quarter_of_the_promised_time() -> None:
    enquiry = due_in(1.9 * HOUR)

    assert reminders.send_out() == 1
    assert reminders.send_out() == 0

    assert told() == [("reminder", TEAM)]
    assert list(enquiry.events.values_list("kind", flat=True)) == ["reminded"]


def test_nobody_is_reminded_before_that() -> None:
    due_in(2.1 * HOUR)

    assert reminders.send_out() == 0
    assert told() == []


def test_the_owner_is_reminded_rather_than_the_team() -> None:
    due_in(HOUR, owner=User.objects.create_user("sam", email="sam@agency.example"))

    reminders.send_out()

    assert told() == [("reminder", "sam@agency.example")]


def test_a_broken_promise_is_escalated_once() -> None:
    enquiry = due_in(-HOUR)

    assert reminders.send_out() == 1
    assert reminders.send_out() == 0

    assert told() == [("escalation", BOSS)]
    assert list(enquiry.events.values_list("kind", flat=True)) == ["escalated"]


def test_a_reminder_and_later_an_escalation_are_each_sent() -> None:
    due_in(HOUR)
    reminders.send_out()
    Enquiry.objects.update(reply_due_at=Now() - HOUR)

    assert reminders.send_out() == 1
    assert told() == [("reminder", TEAM), ("escalation", BOSS)]


@pytest.mark.parametrize("period", [HOUR, -HOUR])
@pytest.mark.parametrize(
    "fields",
    [
        {"state": State.SPAM},
        {"state": State.WAITING},
        {"state": State.CLOSED},
        {"state": State.ERASED},
        {"first_replied_at": datetime(2026, 1, 1, tzinfo=UTC)},
        {"is_synthetic": True},
    ],
)
def test_only_real_enquiries_that_nobody_answered_are_told_of(period: timedelta, fields: dict[str, Any]) -> None:
    due_in(period, **fields)

    assert reminders.send_out() == 0
    assert told() == []


def test_a_reply_stops_the_escalation() -> None:
    enquiry = due_in(HOUR)
    verbs.reply(enquiry, "Hello", "Hello", User.objects.create_user("sam", email="sam@agency.example"))
    Enquiry.objects.update(reply_due_at=Now() - HOUR)

    assert reminders.send_out() == 0


@pytest.mark.parametrize(("now", "near_until"), [("06:00", "11:00"), ("10:30", "12:30"), ("16:00", "10:00")])
def test_closed_hours_do_not_count(now: str, near_until: str) -> None:
    monday = timezone.make_aware(datetime.fromisoformat(f"2026-07-06T{now}"))
    promise = ReplyPromise(hours=8, opens=time(9), closes=time(17))

    assert f"{timezone.localtime(reminders.near_until(monday, promise)):%H:%M}" == near_until


def test_a_promise_of_an_hour_is_near_from_the_start() -> None:
    ReplyPromise.objects.update(hours=1)
    due_in(0.9 * HOUR)

    assert reminders.send_out() == 1


def test_the_worker_looks_for_promises_on_each_round() -> None:
    due_in(-HOUR)

    call_command("work", "--once")

    assert told() == [("escalation", BOSS)]


@pytest.mark.parametrize("number", [1, 20])
def test_looking_costs_the_same_however_many_were_told_of(number: int, django_assert_num_queries: Any) -> None:
    for _ in range(number):
        due_in(-HOUR)
    reminders.send_out()

    with django_assert_num_queries(3):
        reminders.send_out()


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
def test_two_workers_at_once_tell_once(monkeypatch: pytest.MonkeyPatch) -> None:
    due_in(-HOUR)
    both = Barrier(2, timeout=20)
    tell_of = reminders._tell_of

    def meet_then_tell(*args: Any) -> bool:
        """Both have seen the enquiry before either tells of it."""
        both.wait()
        return tell_of(*args)

    def work() -> int:
        try:
            return reminders.send_out()
        finally:
            connection.close()

    monkeypatch.setattr(reminders, "_tell_of", meet_then_tell)
    with ThreadPoolExecutor(2) as pool:
        counts = [pool.submit(work) for _ in range(2)]

    assert sorted(count.result() for count in counts) == [0, 1]
    assert told() == [("escalation", BOSS)]
    assert Event.objects.count() == 1
