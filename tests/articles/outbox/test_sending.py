"""Sending messages: what it survives, and that nothing is given up or sent twice at a time."""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier, get_ident
from time import monotonic
from typing import Any

import pytest
from django.core.mail.backends.smtp import EmailBackend
from django.db import InterfaceError, OperationalError, connection
from django.utils import timezone
from pytest_django import Settings

from articles.outbox import leases, sending
from articles.outbox.channels import CHANNELS, Channel
from articles.outbox.models import Attempt, Message
from articles.outbox.sending import send_due
from enquiries.models import Enquiry, Notice
from enquiries.models import Event as Line
from enquiries.notices import writing
from tests.enquiries import stored
from tests.enquiries.mail_server import MailServer

pytestmark = pytest.mark.django_db
TEAM = "team@agency.example"


def wait_for(condition: Callable[[], bool]) -> None:
    deadline = monotonic() + 20
    while not condition():
        assert monotonic() < deadline, "waited in vain"


def test_each_notice_is_sent_once_and_the_history_says_so(mail_server: MailServer) -> None:
    enquiry = stored.received()

    assert send_due("mail") == 2
    assert send_due("mail") == 0

    assert sorted(mail_server.recipients) == [["pat@example.org"], [TEAM]]
    assert list(enquiry.events.values_list("kind", "words")) == [
        ("notified", "acknowledgement to the enquirer"),
        ("notified", "alert to the owner or team"),
    ]
    assert stored.errors() == ["", ""]
    assert not Notice.objects.filter(sent_at=None).exists()


def test_a_recipient_refused_for_now_is_tried_again_with_growing_pauses_and_never_dropped(
    mail_server: MailServer,
) -> None:
    mail_server.answer = "451 4.7.1 greylisted"
    writing.acknowledge(stored.enquiry())

    pauses = []
    for _ in range(12):
        stored.make_due()
        assert send_due("mail") == 0
        pauses += stored.minutes_until_due()

    assert pauses == [1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360, 360]
    assert stored.errors() == ["SMTPRecipientsRefused 451"] * 12

    mail_server.answer = ""
    stored.make_due()
    assert send_due("mail") == 1


def test_pauses_stay_at_six_hours_without_an_end() -> None:
    assert sending.pause_after(100_000) == timedelta(hours=6)


def test_a_refused_recipient_does_not_keep_others_waiting(mail_server: MailServer) -> None:
    mail_server.answer, mail_server.refused = "451 4.7.1 greylisted", {"pat@example.org"}
    stored.received()

    assert send_due("mail") == 1

    assert mail_server.recipients == [[TEAM]]
    assert stored.minutes_until_due() == [1]


@pytest.mark.parametrize(
    ("trouble", "options", "error"),
    [
        ("hangs", {"timeout": 0.3}, "SMTPServerDisconnected"),
        ("drops", {}, "SMTPServerDisconnected"),
        ("is_away", {"port": 1}, "ConnectionRefusedError"),
    ],
)
def test_a_server_that_is_not_there_costs_one_attempt_a_round_and_the_rest_stay_due(
    mail_server: MailServer, settings: Settings, trouble: str, options: dict[str, Any], error: str
) -> None:
    stored.received()
    working = settings.MAILERS["default"]
    settings.MAILERS = {"default": working | {"OPTIONS": working["OPTIONS"] | options}}
    setattr(mail_server, trouble, True)

    assert send_due("mail") == 0

    assert stored.errors() == [error]
    assert stored.minutes_until_due() == [0, 1]

    setattr(mail_server, trouble, False)
    settings.MAILERS = {"default": working}
    assert send_due("mail") == 2
    assert sorted(mail_server.recipients) == [["pat@example.org"], [TEAM]]


@pytest.mark.parametrize("hours", [1, 6])
def test_what_waited_for_a_server_that_was_away_goes_as_soon_as_anything_gets_through(
    mail_server: MailServer, settings: Settings, hours: int
) -> None:
    working = settings.MAILERS["default"]
    settings.MAILERS = {"default": working | {"OPTIONS": working["OPTIONS"] | {"port": 1}}}
    for _ in range(5):
        stored.received()
        send_due("mail")
    Message.objects.filter(waits_for_server=True).update(due_at=timezone.now() + timedelta(hours=hours))
    waiting = Message.objects.filter(waits_for_server=True).count()
    settings.MAILERS = {"default": working}

    assert waiting == 5
    assert send_due("mail") == 10
    assert stored.minutes_until_due() == []


def test_a_dead_server_is_asked_again_each_minute_however_long_it_is_away(
    mail_server: MailServer, settings: Settings
) -> None:
    working = settings.MAILERS["default"]
    settings.MAILERS = {"default": working | {"OPTIONS": working["OPTIONS"] | {"port": 1}}}
    writing.acknowledge(stored.enquiry())

    pauses = []
    for _ in range(12):
        stored.make_due()
        send_due("mail")
        pauses += stored.minutes_until_due()

    assert pauses == [1] * 12


def test_a_refused_recipient_waits_for_its_own_sake(mail_server: MailServer) -> None:
    mail_server.answer, mail_server.refused = "451 4.7.1 greylisted", {"pat@example.org"}
    stored.received()
    send_due("mail")

    writing.alert(stored.enquiry())

    assert send_due("mail") == 1
    assert stored.minutes_until_due() == [1]


def test_a_server_that_shuts_down_is_away_whatever_the_message(mail_server: MailServer) -> None:
    mail_server.answer = "421 4.3.2 shutting down"
    stored.received()

    assert send_due("mail") == 0

    assert len(stored.errors()) == 1
    assert stored.minutes_until_due() == [0, 1]


def test_one_channel_sends_nothing_of_another(mail_server: MailServer) -> None:
    notice = writing.acknowledge(stored.enquiry())

    assert send_due("search engines") == 0
    assert not Attempt.objects.exists()
    assert stored.minutes_until_due() == [0]
    assert notice.channel == "mail"


def test_a_killed_workers_notice_is_taken_up_after_its_lease_under_the_same_name(
    mail_server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    notice = writing.acknowledge(stored.enquiry())
    with monkeypatch.context() as killed:
        # The mail server has the mail, and the worker dies before it can write that down.
        killed.setattr(sending, "_record_sent", lambda *_given: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            send_due("mail")

    assert stored.minutes_until_due() == [1]
    assert send_due("mail") == 0
    stored.make_due()
    assert send_due("mail") == 1

    assert [mail["Message-ID"] for mail in mail_server.mails] == [notice.message_id] * 2
    assert [attempt.finished_at is None for attempt in Attempt.objects.order_by("pk")] == [True, False]


def test_a_notice_that_two_workers_sent_after_all_is_one_line_of_history(mail_server: MailServer) -> None:
    enquiry = stored.enquiry()
    writing.acknowledge(enquiry)
    [slow] = leases.claim(CHANNELS["mail"])
    stored.make_due()
    send_due("mail")

    sending._record_sent([slow], lambda: False)

    assert enquiry.events.count() == 1


def test_an_enquiry_that_was_deleted_meanwhile_stops_nobody(mail_server: MailServer) -> None:
    writing.acknowledge(stored.enquiry())
    [attempt] = leases.claim(CHANNELS["mail"])
    Enquiry.objects.all().delete()

    sending._record_sent([attempt], lambda: False)
    sending._put_off([attempt], OSError())

    assert not Line.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_what_was_sent_while_the_database_went_away_is_noted_before_anything_else(
    mail_server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    writing.acknowledge(stored.enquiry())
    record, away = sending._record_one, [OperationalError, InterfaceError, OperationalError]

    def record_one(attempt: Attempt) -> None:
        if away:
            raise away.pop()
        record(attempt)

    monkeypatch.setattr(sending, "_record_one", record_one)
    monkeypatch.setattr(sending, "DATABASE_PAUSE_SECONDS", 0)

    assert send_due("mail") == 1
    assert Message.objects.get().sent_at
    assert len(mail_server.mails) == 1


@pytest.mark.django_db(transaction=True)
def test_a_worker_that_is_told_to_stop_does_not_wait_for_the_database(
    mail_server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def is_away(attempt: Attempt) -> None:
        raise OperationalError

    writing.acknowledge(stored.enquiry())
    monkeypatch.setattr(sending, "_record_one", is_away)

    send_due("mail", lambda: bool(mail_server.mails))

    assert Message.objects.get().sent_at is None


@pytest.mark.django_db(transaction=True)
def test_a_lease_lasts_as_long_as_the_sending(monkeypatch: pytest.MonkeyPatch) -> None:
    writing.acknowledge(stored.enquiry())
    monkeypatch.setattr(leases, "RENEWED_EVERY", 0.01)
    ends: list[Any] = []

    def send(messages: Any) -> None:
        ends.append(Message.objects.get().due_at)
        wait_for(lambda: Message.objects.get().due_at > ends[0])

    monkeypatch.setitem(CHANNELS, "mail", Channel("mail", send))

    assert send_due("mail") == 1
    assert Message.objects.get().sent_at


def test_a_lease_is_over_within_a_minute_and_is_renewed_in_good_time() -> None:
    assert timedelta(minutes=1) > leases.LEASE
    assert leases.LEASE.total_seconds() > 3 * leases.RENEWED_EVERY


def test_the_database_gives_the_time(mail_server: MailServer, monkeypatch: pytest.MonkeyPatch) -> None:
    stored.received()
    monkeypatch.setattr("django.utils.timezone.now", lambda: 1 / 0)

    assert send_due("mail") == 2


def test_nothing_personal_is_logged_or_noted(mail_server: MailServer, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    mail_server.answer, mail_server.refused = "550 pat@example.org is unknown to Pat", {"pat@example.org"}
    stored.received()

    send_due("mail")

    first, second = Notice.objects.order_by("pk")
    assert [record.getMessage() for record in caplog.records if record.name == "articles.outbox.sending"] == [
        f"message {first.pk}: undeliverable: SMTPRecipientsRefused 550",
        f"message {second.pk}: sent",
    ]
    assert stored.errors() == ["SMTPRecipientsRefused 550", ""]


def test_retrying_hurries_what_waits_and_leaves_alone_what_is_under_way_held_or_sent(mail_server: MailServer) -> None:
    mail_server.answer, mail_server.refused = "451 not now", {"pat@example.org"}
    stored.received()
    send_due("mail")
    under_way = writing.reply(stored.enquiry(), subject="Hello", body="Hello")
    leases.claim(CHANNELS["mail"])
    writing.acknowledge(stored.enquiry(state="spam"))

    assert sending.retry(Message.objects.all()) == 1

    mail_server.answer = ""
    assert send_due("mail") == 1
    assert mail_server.recipients == [[TEAM], ["pat@example.org"]]
    assert Notice.objects.filter(sent_at=None, is_held=False).get() == under_way


def test_a_worker_that_is_told_to_stop_leaves_the_rest_for_another(mail_server: MailServer) -> None:
    stored.received()

    assert send_due("mail", lambda: bool(mail_server.mails)) == 1
    assert stored.minutes_until_due() == [0]


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
def test_two_workers_at_once_send_each_notice_once(mail_server: MailServer, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(20):
        stored.received()
    both = Barrier(2, timeout=20)
    busy = set()
    send = EmailBackend.send_messages

    def meet_then_send(backend: EmailBackend, messages: list[Any]) -> int:
        """The first mail of each worker leaves only when the other has one in hand, too."""
        worker = get_ident()
        if worker not in busy:
            busy.add(worker)
            both.wait()
        return send(backend, messages)

    def work() -> int:
        try:
            return send_due("mail")
        finally:
            connection.close()

    monkeypatch.setattr(EmailBackend, "send_messages", meet_then_send)
    with ThreadPoolExecutor(2) as pool:
        counts = [pool.submit(work) for _ in range(2)]

    first, second = (count.result() for count in counts)
    assert min(first, second) > 0
    assert first + second == 40
    names = [mail["Message-ID"] for mail in mail_server.mails]
    assert sorted(names) == sorted(Notice.objects.values_list("message_id", flat=True))
    assert Attempt.objects.count() == 40
