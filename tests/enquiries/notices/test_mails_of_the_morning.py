"""One mail each morning for those who chose it, and who still hears of each new enquiry at once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from threading import Barrier
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.utils import timezone

from articles.outbox.models import Message
from articles.outbox.sending import send_due
from enquiries.models import Absence, Closure, Enquiry, MailChoice, MailPreference, Notice, ReplyPromise, State, Team
from enquiries.notices import morning, writing
from enquiries.privacy import erasure
from tests.enquiries import people
from tests.enquiries.mail_server import MailServer

pytestmark = pytest.mark.django_db
LONDON = ZoneInfo("Europe/London")
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
MAILS = "/admin/enquiries/enquiry/mails/"


@pytest.fixture
def sam() -> Any:
    return people.consultant("sam")


def choose(person: Any, mails: str = MailChoice.BOTH) -> None:
    MailPreference.objects.update_or_create(person=person, defaults={"mails": mails})


def it_is(monkeypatch: pytest.MonkeyPatch, moment: str) -> None:
    now = datetime.fromisoformat(moment).replace(tzinfo=LONDON)
    monkeypatch.setattr("articles.lib.databases.now", lambda: now)


def always_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("enquiries.working_hours.is_working_day", lambda day, nation: True)
    ReplyPromise.objects.update(opens="00:00", closes="23:59:59.999999")


def told() -> list[str]:
    return list(Message.objects.filter(kind="morning").order_by("recipient").values_list("recipient", flat=True))


def sent_to(mail_server: MailServer, address: str) -> tuple[str, str]:
    mail = mail_server.mail_to(address)
    return str(mail["Subject"]), mail.get_body(("plain",)).get_content().replace("\r\n", "\n").replace("\u00a0", " ")


def test_it_comes_once_a_day_when_the_office_opens(sam: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    choose(sam)
    people.enquiry(owner=sam)

    written = []
    for moment in (
        "2026-11-23 08:59",
        "2026-11-23 09:00",
        "2026-11-23 12:00",
        "2026-11-24 17:30",  # the worker was away all day
        "2026-11-25 10:00",
        "2026-11-28 10:00",  # a Saturday
        "2026-12-25 10:00",
    ):
        it_is(monkeypatch, moment)
        written.append(morning.write_due())

    assert written == [0, 1, 0, 0, 1, 0, 0]
    assert told() == [sam.email, sam.email]


def test_the_day_begins_with_the_first_of_ones_teams_and_not_on_their_closures(
    sam: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    early = people.team("Early", days={"0": ["07:00", "15:00"]})
    sam.teams.set([people.team("Usual"), early])
    Closure.objects.create(name="Away days", first_day=date(2026, 11, 24), last_day=date(2026, 11, 24))
    choose(sam)
    people.enquiry(owner=sam)

    written = []
    for moment in ("2026-11-23 06:59", "2026-11-23 07:00", "2026-11-24 10:00"):
        it_is(monkeypatch, moment)
        written.append(morning.write_due())

    assert written == [0, 1, 0]


def test_nobody_gets_it_unasked_and_whoever_asked_not_for_nothing(sam: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    always_open(monkeypatch)
    people.enquiry(owner=sam)
    choose(sam, MailChoice.EACH)
    choose(people.consultant("idle"))

    assert morning.write_due() == 0


def test_it_says_where_everything_stands_the_most_urgent_first(
    sam: Any, mail_server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    always_open(monkeypatch)
    choose(sam)
    now, today = timezone.now(), timezone.localdate()
    far = {"owner": sam, "reply_due_at": now + 9 * DAY}
    answered = {"first_replied_at": now}
    people.enquiry(name="Waiting", state=State.WAITING, **far, **answered)
    people.enquiry(name="New", **far)
    people.enquiry(name="Taken", state=State.OPEN, **far)
    people.enquiry(name="Follow", state=State.WAITING, follow_up_on=today, **far, **answered)
    people.enquiry(name="Later", state=State.WAITING, follow_up_on=today + DAY, **far, **answered)
    people.enquiry(name="Late", **far | {"reply_due_at": now - HOUR})
    people.enquiry(name="Restricted", is_restricted=True, **far)
    people.enquiry(name="Closed", state=State.CLOSED, **far)
    people.enquiry(name="Trial", is_synthetic=True, **far)
    people.enquiry(name="Somebody else’s")
    morning.write_due()
    send_due("mail")

    subject, text = sent_to(mail_server, sam.email)

    assert subject == ("This morning: 1 late, 1 to follow up, 1 new, 1 waiting for us, 1 waiting for the enquirer")
    late = Enquiry.objects.get(name="Late")
    assert text.startswith(f"Late (1)\n\n{late.reference}: 1 hour overdue\nLate, looking for work\nSince ")
    named = [line.partition(",")[0] for line in text.splitlines() if line.endswith(", looking for work")]
    assert named == ["Late", "Follow", "New", "Taken", "Waiting"]
    assert text.endswith("All enquiries: http://localhost/admin/enquiries/enquiry/\n\n-- \nAgency\n")


def test_what_is_due_by_the_end_of_today_is_due_today() -> None:
    now = datetime(2026, 11, 23, 9, tzinfo=LONDON)
    due = [now + HOUR, now.replace(hour=23, minute=59), now.replace(hour=0) + DAY]

    assert [morning._is_due_today(Enquiry(reply_due_at=at), now) for at in due] == [True, True, False]


def test_what_is_stored_names_nobody(sam: Any, mail_server: MailServer, monkeypatch: pytest.MonkeyPatch) -> None:
    always_open(monkeypatch)
    choose(sam)
    people.enquiry(owner=sam, name="Pat Potter", organisation="Potter Ltd")
    morning.write_due()
    before = repr(Message.objects.values().get())
    send_due("mail")

    assert "Pat Potter, Potter Ltd" in sent_to(mail_server, sam.email)[1]
    assert "Potter" not in before + repr(Message.objects.values().get())


def test_what_was_erased_before_it_leaves_is_not_in_it(
    sam: Any, mail_server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    always_open(monkeypatch)
    choose(sam)
    enquiry = people.enquiry(owner=sam, name="Pat Potter")
    morning.write_due()
    Enquiry.objects.update(state=State.CLOSED)
    enquiry.refresh_from_db()
    erasure.erase(enquiry)
    send_due("mail")

    assert sent_to(mail_server, sam.email) == (
        "Your enquiries this morning",
        "Nothing is waiting.\n\nAll enquiries: http://localhost/admin/enquiries/enquiry/\n\n-- \nAgency\n",
    )


def test_the_teams_says_of_everything_who_has_it(
    mail_server: MailServer, sam: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    always_open(monkeypatch)
    desk = people.team("Desk", mails=MailChoice.DIGEST)
    people.enquiry(team=desk, owner=sam)
    people.enquiry(team=desk)
    people.enquiry(name="Elsewhere")

    assert morning.write_due() == 1
    send_due("mail")

    subject, text = sent_to(mail_server, desk.inbox)
    assert subject == "This morning: 2 new"
    assert ("with Sam Example\n" in text, "with Desk\n" in text, "Elsewhere" in text) == (True, True, False)


def test_whoever_is_away_gets_none_and_theirs_is_in_their_stand_ins(
    mail_server: MailServer, sam: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    always_open(monkeypatch)
    pat, today = people.consultant("pat"), timezone.localdate()
    Absence.objects.create(person=pat, stand_in=sam, first_day=today, last_day=today)
    for person in (pat, sam):
        choose(person)
    people.enquiry(name="Of Pat", owner=pat)

    assert morning.write_due() == 1
    send_due("mail")

    assert "Of Pat, looking for work" in sent_to(mail_server, sam.email)[1]


def test_long_lists_are_cut_and_say_so(mail_server: MailServer, sam: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    always_open(monkeypatch)
    choose(sam)
    for _ in range(morning.MOST_LINES + 2):
        people.enquiry(owner=sam)
    morning.write_due()
    send_due("mail")

    subject, text = sent_to(mail_server, sam.email)

    assert subject == "This morning: 22 new"
    assert "\nand 2 more\n" in text


@pytest.mark.parametrize(("mails", "number"), [("each", 1), ("digest", 0), ("both", 1)])
def test_who_wants_the_mail_of_the_morning_alone_gets_none_for_each(sam: Any, mails: str, number: int) -> None:
    desk = people.team("Desk", mails=mails)
    choose(sam, mails)

    writing.alert(people.enquiry(owner=sam))
    writing.alert(people.enquiry(team=desk))

    assert Notice.objects.count() == 2 * number


def test_what_is_passed_on_and_our_own_tests_are_told_at_once_all_the_same(sam: Any) -> None:
    choose(sam, MailChoice.DIGEST)

    writing.pass_on(people.enquiry(owner=sam), by="Pat", reason="")
    writing.alert(people.enquiry(owner=sam, is_synthetic=True, email="probe@agency.example"))

    assert list(Notice.objects.order_by("pk").values_list("recipient", flat=True)) == [
        sam.email,
        "probe@agency.example",
    ]


def test_each_chooses_for_themselves(client: Client, sam: Any) -> None:
    other = people.consultant("other")
    client.force_login(sam)

    assert client.get(MAILS).context["form"]["mails"].value() == "each"
    assert client.post(MAILS, {"mails": "hourly"}).status_code == 422
    assert client.post(MAILS, {"mails": "digest", "person": other.pk}).status_code == 302

    assert list(MailPreference.objects.values_list("person__username", "mails")) == [("sam", "digest")]


def test_who_answers_no_enquiries_chooses_nothing(client: Client, sam: Any) -> None:
    sam.groups.clear()
    client.force_login(sam)

    assert client.get(MAILS).status_code == 403


def test_the_worker_writes_them(sam: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    always_open(monkeypatch)
    choose(sam)
    people.enquiry(owner=sam)

    call_command("work", "--once")

    assert told() == [sam.email]


@pytest.mark.parametrize("number", [1, 10])
def test_looking_and_writing_cost_the_same_however_many_enquiries(
    sam: Any, number: int, monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: Any
) -> None:
    always_open(monkeypatch)
    monkeypatch.setattr("articles.lib.databases.now", timezone.now)
    choose(sam)
    for _ in range(number):
        people.enquiry(owner=sam)
    morning.write_due()
    message = Message.objects.get()

    with django_assert_num_queries(7):
        morning.write_due()
    with django_assert_num_queries(9):
        morning.say_where_it_stands(message)


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
def test_two_workers_at_once_write_one(monkeypatch: pytest.MonkeyPatch) -> None:
    always_open(monkeypatch)
    people.enquiry(team=people.team("Desk", mails=MailChoice.BOTH))
    both, write = Barrier(2, timeout=20), morning._write

    def meet_then_write(*args: Any) -> int:
        both.wait()
        return write(*args)

    def work() -> int:
        try:
            return morning.write_due()
        finally:
            connection.close()

    monkeypatch.setattr(morning, "_write", meet_then_write)
    with ThreadPoolExecutor(2) as pool:
        counts = [future.result() for future in [pool.submit(work) for _ in range(2)]]

    assert sorted(counts) == [0, 1]
    assert Team.objects.exclude(digested_on=None).count() == 1
