"""First replies: how long people waited in working time, by whom and by which way they were answered, and who never was."""

from collections import Counter
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from enquiries import first_reply
from enquiries.models import Channel, Enquiry, PrivacyRequest, State
from enquiries.reports import replies, requests, tables
from enquiries.reports.groups import NEVER, Counted
from enquiries.reports.statistics import EVERYBODY, Scope, Statistics
from enquiries.tallies import keeping
from tests.enquiries import people

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
LONDON = ZoneInfo("Europe/London")


@pytest.fixture(autouse=True)
def _in_november_2026(monkeypatch: pytest.MonkeyPatch) -> None:
    of = timezone.localdate
    monkeypatch.setattr(timezone, "localdate", lambda value=None: of(value) if value else date(2026, 11, 26))


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


def enquiry(received: str, replied: str = "", *, by: Channel = Channel.EMAIL, **fields: Any) -> Enquiry:
    """One that is promised a reply within a day, and had one as the verbs count it."""
    at = moment(received)
    made = people.enquiry(**{"received_at": at, "reply_due_at": at + 24 * HOUR} | fields)
    if replied:
        first_reply.count(made, by, moment(replied))
        made.save()
    return made


def rows(make: Any, scope: Scope = EVERYBODY) -> list[tuple[Any, ...]]:
    """What is shown, which is the same before and after the worker has tallied."""
    from_rows: list[tuple[Any, ...]] = make(Statistics(52, scope)).rows
    keeping.count_in()
    assert make(Statistics(52, scope)).rows == from_rows
    return from_rows


@pytest.mark.parametrize(
    ("received", "replied", "minutes", "shown"),
    [
        ("2026-11-23 10:00", "2026-11-23 10:00", 0, 0),
        ("2026-11-23 10:00", "2026-11-23 10:15", 15, 0.25),
        ("2026-11-23 10:00", "2026-11-23 10:16", 16, 0.5),
        ("2026-11-21 10:00", "2026-11-22 18:00", 0, 0),  # a weekend
        ("2026-11-20 17:00", "2026-11-23 09:45", 75, 1.25),  # over a weekend
        ("2026-12-24 17:00", "2026-12-29 09:45", 75, 1.25),  # Christmas Day, Boxing Day moved to Monday the 28th
        ("2026-04-02 17:00", "2026-04-07 10:00", 90, 1.5),  # Good Friday to Easter Monday
        ("2026-03-27 17:00", "2026-03-30 10:00", 90, 1.5),  # the clocks go forward
        ("2026-10-23 17:00", "2026-10-26 10:00", 90, 1.5),  # the clocks go back
        ("2026-11-23 09:00", "2026-11-23 17:00", 480, 8),
        ("2026-11-23 09:00", "2026-11-23 17:01", 481, 9),  # above eight hours by the hour
        ("2026-11-02 09:00", "2026-11-13 12:30", 4800, 80),  # nine days of 8.5 hours, and 3.5
    ],
)
def test_working_time_is_counted_and_rounded_up(received: str, replied: str, minutes: int, shown: float) -> None:
    made = enquiry(received, replied)

    assert made.reply_minutes == minutes
    counted = Counted(waits=Counter({quarters_of(made): 1}))
    assert [counted.within(percent) for percent in (50, 90)] == [shown, shown]


def quarters_of(made: Enquiry) -> int:
    keeping.count_in()
    [quarters] = keeping.WaitTally.objects.filter(by="role").values_list("quarters", flat=True)
    return int(quarters)


def test_above_eighty_hours_tens_of_them_are_told_apart() -> None:
    made = enquiry("2026-11-02 09:00", "2026-11-16 09:00")  # ten days of 8.5 hours
    assert (made.reply_minutes, quarters_of(made)) == (5100, 360)


def test_percentiles_are_of_all_who_should_have_had_a_reply() -> None:
    nine = Counter(dict.fromkeys(range(4, 40, 4), 1))  # 1, 2 … 9 hours

    assert [Counted(waits=nine).within(percent) for percent in (50, 90)] == [5, 9]
    assert [Counted(waits=nine, overdue=1).within(percent) for percent in (50, 90)] == [5, 9]
    assert [Counted(waits=nine, overdue=2).within(percent) for percent in (50, 90)] == [6, NEVER]
    closed = Counted(waits=nine, never_answered=Counter({"placed": 9, "": 1}))
    assert [closed.within(percent) for percent in (50, 90)] == [NEVER, NEVER]
    assert Counted().within(50) is None


def test_first_replies_are_held_against_the_promise() -> None:
    for replied in ("10:00", "11:00", "12:30", "13:00", "17:00"):
        enquiry("2026-11-23 09:00", f"2026-11-23 {replied}", role="client")
    enquiry("2026-11-23 09:00", "2026-11-25 10:00", role="client")  # late
    enquiry("2026-11-20 17:00", "2026-11-23 09:30", role="candidate")  # late by the clock of its promise
    enquiry("2026-11-24 09:00", role="candidate")  # overdue
    enquiry("2026-11-26 09:00", role="candidate", reply_due_at=moment("2126-11-26 09:00"))  # not yet
    enquiry(
        "2026-11-23 09:00", role="other", state=State.CLOSED, outcome="answered", closed_at=moment("2026-11-23 10:00")
    )
    enquiry("2026-11-23 09:00", "2026-11-23 10:00", role="other", state=State.SPAM)
    enquiry("2026-11-23 09:00", role="other", is_synthetic=True, state=State.CLOSED)

    assert rows(replies.by_role) == [
        ("Everybody", 5, 2, 1, 1, 56, 4, NEVER),
        ("Looking for work", 0, 1, 1, 0, 0, 1, NEVER),
        ("Hiring", 5, 1, 0, 0, 83, 3.5, 18),
        ("Something else", 0, 0, 0, 1, 0, NEVER, NEVER),
    ]


def test_what_is_closed_without_an_answer_is_unanswered_whatever_the_outcome() -> None:
    closed = {"state": State.CLOSED, "closed_at": moment("2026-11-24 10:00")}
    for outcome in ("placed", "withdrawn"):
        enquiry("2026-11-23 09:00", outcome=outcome, **closed)
    enquiry("2026-11-23 09:00", "2026-11-23 10:00", outcome="placed", **closed)
    enquiry("2026-11-23 09:00", outcome="placed", state=State.ERASED, closed_at=moment("2026-11-24 10:00"))
    enquiry("2026-11-23 09:00", state=State.ERASED)
    enquiry("2026-11-23 09:00", state=State.SPAM)
    enquiry("2026-11-23 09:00", is_synthetic=True, **closed)

    assert [row for row in rows(tables.never_answered) if row[1]] == [
        ("Led to a placement", 3, 2, 67),
        ("Withdrawn by the enquirer", 1, 1, 100),
        ("Erased before it was closed", 1, 1, 100),
    ]


def test_consultants_and_teams_are_counted_by_what_they_have() -> None:
    first, second = people.team("First desk"), people.team("Second desk")
    sam, alex = people.consultant("sam", first), people.consultant("alex", second)
    enquiry("2026-11-23 09:00", "2026-11-23 11:00", owner=sam, team=first, state=State.CLOSED, outcome="placed")
    enquiry("2026-11-23 09:00", "2026-11-25 10:00", owner=sam, team=first)
    enquiry("2026-11-23 09:00", owner=alex, team=first)
    enquiry("2026-11-23 09:00", team=second)

    assert rows(replies.by_person) == [
        ("Alex Example", 1, 0, 0, 1, 0, 0, NEVER, NEVER, 0),
        ("Sam Example", 2, 1, 1, 0, 0, 50, 2, 18, 1),
        ("Nobody", 1, 0, 0, 1, 0, 0, NEVER, NEVER, 0),
    ]
    assert rows(replies.by_team) == [
        ("First desk", 3, 1, 1, 1, 0, 33, 18, NEVER, 1),
        ("Second desk", 1, 0, 0, 1, 0, 0, NEVER, NEVER, 0),
    ]
    only = Scope(people=[sam.pk], teams=[second.pk])
    assert [row[0] for row in rows(replies.by_person, only)] == ["Sam Example"]
    assert [row[0] for row in rows(replies.by_team, only)] == ["Second desk"]


def test_channels_of_first_replies() -> None:
    enquiry("2026-11-23 09:00", "2026-11-23 10:00", by=Channel.PHONE)
    enquiry("2026-11-23 09:00", "2026-11-23 12:00", by=Channel.PHONE)
    enquiry("2026-11-23 09:00", "2026-11-23 11:00", by=Channel.IN_PERSON)
    of_an_earlier_release = enquiry("2026-11-23 09:00", "2026-11-23 13:00")
    Enquiry.objects.filter(pk=of_an_earlier_release.pk).update(first_reply_channel="")
    enquiry("2026-11-23 09:00")

    assert rows(replies.by_channel) == [
        ("E-mail", 1, 25, 4, 4),
        ("Phone", 2, 50, 1, 3),
        ("In person", 1, 25, 2, 2),
        ("Another way", 0, 0, None, None),
    ]


def test_requests_about_personal_data_against_their_clocks() -> None:
    def asked(kind: str, **fields: Any) -> None:
        fields = {name: value if name.endswith("_on") else moment(value) for name, value in fields.items()}
        PrivacyRequest.objects.create(kind=kind, received_at=moment("2026-09-01 10:00"), **fields)

    asked("access", due_on="2026-10-01", answered_at="2026-10-01 17:00", done_at="2026-10-01 17:00")  # in time, 30 days
    asked("access", due_on="2026-10-01", answered_at="2026-10-02 09:00", done_at="2026-10-02 09:00")  # late, 31 days
    asked("access", due_on="2026-10-05", identity_confirmed_on="2026-09-05", done_at="2026-09-15 09:00")  # 10 days
    asked("access", due_on="2026-12-01")
    asked("access", due_on="2026-10-01")  # overdue
    asked("complaint", due_on="2026-09-30", acknowledged_at="2026-09-02 09:00", done_at="2026-11-01 09:00")
    asked("erasure", due_on="2026-10-01", answered_at="2026-09-11 09:00")  # agreed to, and waits
    PrivacyRequest.objects.create(kind="access", received_at=moment("2024-01-01 10:00"), due_on="2024-02-01")

    assert [row for row in rows(requests.by_right) if row[1]] == [
        ("All", 7, 3, 2, 4, 1, 30),
        ("Access", 5, 2, 1, 2, 1, 30),
        ("Erasure", 1, 1, 1, 1, 0, 10),
        ("Complaint", 1, 0, 0, 1, 0, 61),
    ]


def test_who_does_not_see_every_enquiry_sees_only_themselves_and_their_teams(client: Client) -> None:
    own, other = people.team("Own desk"), people.team("Other desk")
    sam, alex = people.consultant("sam", own, may=("view_reports",)), people.consultant("alex", other)
    for person, team in ((sam, own), (alex, other)):
        people.enquiry(owner=person, team=team)
    client.force_login(sam)

    page = client.get(reverse("admin:enquiries_reports")).content.decode()
    tables_of = {
        slug: client.get(reverse("admin:enquiries_report", args=[slug])).content.decode()
        for slug in ("people", "teams")
    }

    assert "Alex Example" not in page + tables_of["people"]
    assert "Other desk" not in page + tables_of["teams"]
    assert ("Sam Example" in tables_of["people"], "Own desk" in tables_of["teams"]) == (True, True)
    assert '<h2 id="rights">' not in page
    assert client.get(reverse("admin:enquiries_report", args=["rights"])).status_code == 404
