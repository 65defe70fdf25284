"""Nobody waits unnoticed: the reminder before the promised time, and the escalation after it."""

import re
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

from articles.outbox.models import Message
from articles.outbox.sending import send_due
from enquiries.handling import verbs
from enquiries.models import Enquiry, Event, ReplyPromise, State
from enquiries.notices import reminders, writing
from enquiries.privacy import erasure
from tests.enquiries import stored
from tests.enquiries.mail_server import MailServer

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
    """The recipient and subject of each mail, references left out."""
    mails = Message.objects.order_by("pk").values_list("recipient", "subject")
    return [(to, re.sub(r"\b[A-Z2-9]{8}\b", "…", subject)) for to, subject in mails]


def test_whoever_is_to_answer_is_reminded_once_in_the_last_quarter_of_the_promised_time() -> None:
    enquiry = due_in(1.9 * HOUR)

    assert reminders.send_out() == 1
    assert reminders.send_out() == 0

    assert told() == [(TEAM, "Reply soon: enquiry …")]
    assert list(enquiry.events.values_list("kind", flat=True)) == ["reminded"]


def test_nobody_is_reminded_before_that() -> None:
    due_in(2.1 * HOUR)

    assert reminders.send_out() == 0
    assert told() == []


def test_the_owner_is_reminded_rather_than_the_team() -> None:
    due_in(HOUR, owner=User.objects.create_user("sam", email="sam@agency.example"))

    reminders.send_out()

    assert told() == [("sam@agency.example", "Reply soon: enquiry …")]


def test_a_broken_promise_is_escalated_once() -> None:
    enquiry = due_in(-HOUR)

    assert reminders.send_out() == 1
    assert reminders.send_out() == 0

    assert told() == [(BOSS, "Overdue: enquiry …")]
    assert list(enquiry.events.values_list("kind", flat=True)) == ["escalated"]


def test_a_reminder_and_later_an_escalation_are_each_sent() -> None:
    due_in(HOUR)
    reminders.send_out()
    Enquiry.objects.update(reply_due_at=Now() - HOUR)

    assert reminders.send_out() == 1
    assert told() == [(TEAM, "Reply soon: enquiry …"), (BOSS, "Overdue: enquiry …")]


def test_everybody_gets_one_mail_about_all_that_is_due_to_them(mail_server: MailServer) -> None:
    sam = User.objects.create_user("sam", email="sam@agency.example", first_name="Sam", last_name="Sample")
    ReplyPromise.objects.update(escalation_email="")
    for period, owner in [(HOUR, None), (-HOUR, sam), (-3 * HOUR, None), (HOUR, sam), (1.5 * HOUR, sam)]:
        due_in(period, owner=owner)

    assert reminders.send_out() == 2
    assert reminders.send_out() == 0
    assert send_due("mail") == 2

    assert sorted(told()) == [
        ("sam@agency.example", "Enquiries to answer: 2 due soon"),
        (TEAM, "Enquiries to answer: 2 overdue, 1 due soon"),
    ]
    for enquiry in Enquiry.objects.all():
        assert list(enquiry.events.values_list("kind", "words")) == [
            ("escalated" if enquiry.is_overdue(timezone.now()) else "reminded", ""),
            ("notified", "reminder"),
        ]


def test_the_mail_says_of_each_how_late_who_and_where_the_most_overdue_first(mail_server: MailServer) -> None:
    received = datetime(2026, 7, 7, 14, 30, tzinfo=UTC)
    sam = User.objects.create_user("sam", email="sam@agency.example", first_name="Sam", last_name="Sample")
    late = due_in(-HOUR, name="O'Neil", organisation="O'Neil & Sons", role_to_fill="Tester", received_at=received)
    later = due_in(-50 * HOUR, role="candidate", name="Pat", role_sought="", owner=sam, received_at=received)
    reminders.send_out()

    send_due("mail")

    text = mail_server.mail_to(BOSS).get_body(("plain",)).get_content().replace("\r\n", "\n")
    html = mail_server.mail_to(BOSS).get_body(("html",)).get_content()
    page = "http://localhost/admin/enquiries/enquiry/{}/change/"
    assert text.replace("\u00a0", " ") == (
        "Nobody has replied to these enquiries, the most urgent first.\n\n"
        f"2 days overdue: {later.reference}\nPat, looking for work\n"
        f"Waiting since Tuesday 7 July 2026, 15:30, with Sam Sample\n{page.format(later.pk)}\n\n"
        f"1 hour overdue: {late.reference}\nO'Neil, O'Neil & Sons, hiring: Tester\n"
        f"Waiting since Tuesday 7 July 2026, 15:30, with Enquiries team\n{page.format(late.pk)}\n\n-- \nAgency\n"
    )
    assert "O&#x27;Neil, O&#x27;Neil &amp; Sons, hiring: Tester<br>" in html
    assert f'<a href="{page.format(late.pk)}">{late.reference}</a>' in html


def test_what_is_stored_of_it_names_nobody_before_and_after_it_is_sent(mail_server: MailServer) -> None:
    due_in(-HOUR, name="Pat Potter", organisation="Potter Ltd", role_to_fill="Potter’s tester")
    reminders.send_out()
    before = Message.objects.values().get()
    send_due("mail")
    after = Message.objects.values().get()

    assert "Pat Potter, Potter Ltd" in mail_server.mails[0].get_body(("plain",)).get_content()
    assert "Potter" not in repr(before)
    assert {**after, "sent_at": None, "due_at": None} == {**before, "due_at": None}


def test_what_was_answered_or_erased_meanwhile_is_not_told(mail_server: MailServer) -> None:
    answered, erased, waiting = (due_in(-HOUR, name=name) for name in ("Answered", "Erased", "Waiting"))
    reminders.send_out()
    Enquiry.objects.filter(pk=answered.pk).update(first_replied_at=Now())
    Enquiry.objects.filter(pk=erased.pk).update(state=State.CLOSED)
    erasure.erase(erased)

    send_due("mail")

    assert mail_server.mails[0]["Subject"] == f"Overdue: enquiry {waiting.reference}"
    words = "".join(part.get_content() for part in mail_server.mails[0].iter_parts())
    assert [name in words for name in ("Answered", "Erased", "Waiting")] == [False, False, True]
    assert list(erased.events.values_list("kind", flat=True)) == ["escalated", "erased"]


def test_a_mail_of_which_nothing_is_left_says_so(mail_server: MailServer) -> None:
    due_in(-HOUR)
    reminders.send_out()
    Enquiry.objects.update(first_replied_at=Now())

    send_due("mail")

    assert mail_server.mails[0]["Subject"] == "All answered meanwhile"
    assert "have all been answered" in mail_server.mails[0].get_body(("plain",)).get_content()


def test_a_mail_about_one_enquiry_belongs_to_the_conversation_that_its_alert_began(mail_server: MailServer) -> None:
    alert = writing.alert(due_in(-HOUR))
    reminders.send_out()

    send_due("mail")

    assert mail_server.mails[1]["In-Reply-To"] == alert.message_id


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

    assert told() == [(BOSS, "Overdue: enquiry …")]


@pytest.mark.parametrize("number", [1, 20])
def test_looking_costs_the_same_however_many_were_told_of(number: int, django_assert_num_queries: Any) -> None:
    for _ in range(number):
        due_in(-HOUR)
    reminders.send_out()

    with django_assert_num_queries(6 if connection.vendor == "sqlite" else 7):
        reminders.send_out()


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
def test_two_workers_at_once_tell_once(monkeypatch: pytest.MonkeyPatch) -> None:
    due_in(-HOUR)
    both = Barrier(2, timeout=20)
    tell_of = reminders._tell_of

    def meet_then_tell(*args: Any) -> int:
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
    assert told() == [(BOSS, "Overdue: enquiry …")]
    assert Event.objects.count() == 1
