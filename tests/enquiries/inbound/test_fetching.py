"""Fetching from a mailbox by IMAP: whatever the server does, each mail is stored whole, once, and only then put away."""

from datetime import timedelta
from unittest import mock

import pytest
from django.db import OperationalError
from django.utils import timezone
from pytest_django import Settings

from enquiries.inbound import fetching, imap, storing, tray, working
from enquiries.models import IncomingMail, Mailbox
from enquiries.monitoring import health
from tests.enquiries import imap_server
from tests.enquiries.imap_server import ImapServer
from tests.enquiries.inbound import mails

pytestmark = pytest.mark.django_db
NUL = b"\r\n\r\n\x00\xff\r\n.\r\n"


@pytest.fixture
def mailbox(settings: Settings):
    with imap_server.running() as server:
        mails.read_mailbox(server, settings)
        yield server


def fetch() -> int:
    return fetching.fetch(lambda: False)


def stored() -> list[bytes]:
    return [bytes(mail.raw) for mail in IncomingMail.objects.order_by("pk")]


def test_mails_are_stored_byte_for_byte_and_put_away(mailbox: ImapServer) -> None:
    contents = [b"a: b\r\n\r\nwords\r\n", b"", NUL, mails.mail("a@b.example", "c@d.example")]
    for content in contents:
        mailbox.append(content)

    assert fetch() == len(contents)

    assert stored() == contents
    assert (mailbox.contents("INBOX"), mailbox.contents("Processed")) == ([], contents)
    assert (Mailbox.objects.get().trouble, fetch()) == ("", 0)


@pytest.mark.parametrize(
    ("options", "folder"),
    [
        ({"can": ()}, "Processed"),
        ({"can": ("NAMESPACE",), "prefix": "INBOX."}, "INBOX.Processed"),
        ({"can": ("MOVE",)}, "Processed"),
    ],
)
def test_servers_that_know_less_put_them_away_too(options: dict[str, object], folder: str, settings: Settings) -> None:
    with imap_server.running(**options) as server:
        mails.read_mailbox(server, settings)
        server.append(b"one")
        server.append(b"two")

        assert fetch() == 2

        assert (server.contents("INBOX"), server.contents(folder)) == ([], [b"one", b"two"])


def test_more_than_are_asked_for_at_once_are_all_fetched(mailbox: ImapServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imap, "MOST", 2)
    for number in range(5):
        mailbox.append(b"mail %d" % number)

    assert fetch() == 5
    assert len(stored()) == 5


def test_what_cannot_be_stored_stays_in_the_mailbox(mailbox: ImapServer) -> None:
    mailbox.append(b"a mail")

    with mock.patch.object(storing, "store", side_effect=OperationalError), pytest.raises(OperationalError):
        fetch()

    assert (mailbox.contents("INBOX"), stored()) == ([b"a mail"], [])


def test_a_mail_that_was_stored_and_not_put_away_is_one(mailbox: ImapServer) -> None:
    mailbox.append(b"a mail")
    mailbox.drops_after = "UID FETCH"
    storing.store(b"a mail", IncomingMail.Way.IMAP)
    assert fetch() == 0
    mailbox.drops_after = ""

    assert fetch() == 1
    assert stored() == [b"a mail"]


@pytest.mark.parametrize(
    ("mood", "kind"), [("dropping", "abort"), ("refusing", "LOGIN was refused"), ("hanging", "TimeoutError")]
)
def test_a_server_that_is_away_is_noted_and_tried_again(
    mailbox: ImapServer, mood: str, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    mailbox.append(b"a mail")
    mailbox.mood = mood

    with monkeypatch.context() as patched:
        if mood == "hanging":
            patched.setattr(imap, "SECONDS", 0.2)
        assert fetch() == 0

    assert Mailbox.objects.get().trouble == kind
    assert health.reasons() == ["The mailbox has not been read for more than 15 minutes."]
    mailbox.mood = "kind"
    assert (fetch(), stored(), health.reasons()) == (1, [b"a mail"], [])


def test_a_visit_that_does_not_end_is_cut_off(mailbox: ImapServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imap, "LONGEST_VISIT", 0.1)
    mailbox.hangs_at = "LOGIN"

    assert fetch() == 0
    assert Mailbox.objects.get().trouble == "abort"


def test_what_is_too_large_is_noted_and_stays_on_the_server(mailbox: ImapServer) -> None:
    big = b"From: pat@example.org\r\nSubject: My film\r\nX-Claimed-Size: 52428800\r\n\r\nand so on"
    mailbox.append(big)

    assert fetch() == 1

    mail = IncomingMail.objects.get()
    assert (mail.state, mail.size, bytes(mail.raw)) == ("tray", 52428800, big.partition(b"\r\n\r\n")[0])
    assert mail.reason == "It is too large to be fetched. It is still in the mailbox, in the folder “Processed”."
    assert (mail.sender, mail.subject) == ("pat@example.org", "My film")
    assert mailbox.contents("Processed") == [big]


def test_what_was_put_away_long_ago_is_deleted_there(mailbox: ImapServer, settings: Settings) -> None:
    for content in (b"old", b"older", b"young"):
        mailbox.append(content)
    fetch()
    for mail, days in zip(mailbox.folders["Processed"], (31, 400, 30), strict=True):
        mail.came_on = timezone.localdate() - timedelta(days=days)

    assert fetching.forget_old() == 2
    assert (mailbox.contents("Processed"), fetching.forget_old()) == ([b"young"], 0)
    mailbox.mood = "refusing"
    assert fetching.forget_old() == 0
    settings.INBOUND_IMAP_URL = None
    assert fetching.forget_old() == 0


def test_without_a_mailbox_nothing_is_asked() -> None:
    assert (fetch(), Mailbox.objects.exists()) == (0, False)


def test_a_mail_that_makes_the_work_fail_stays_whole_and_the_others_go_on(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    real = working._settle
    bad = mails.mail("a@b.example", "secret@example.org", Subject="bad")

    def fail(mail: IncomingMail, *rest: object) -> None:
        if mail.subject == "bad":
            raise ZeroDivisionError(mail.sender)
        real(mail, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(working, "_settle", fail)
    storing.store(bad, IncomingMail.Way.IMAP)
    other = mails.arrives(mails.mail("a@b.example", "c@d.example"))

    failed = IncomingMail.objects.get(reason="It could not be worked on (ZeroDivisionError).")
    assert (failed.state, bytes(failed.raw)) == ("tray", bad)
    assert (other.state, other.reason) == ("tray", "Nothing in it says which enquiry it is about.")
    assert "secret@" not in caplog.text


def test_a_database_that_is_away_is_not_the_mails_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    storing.store(b"a mail", IncomingMail.Way.IMAP)
    monkeypatch.setattr(working, "_settle", mock.Mock(side_effect=OperationalError))

    with pytest.raises(OperationalError):
        working.work_off(lambda: False)

    assert IncomingMail.objects.get().state == "stored"


def test_a_mail_at_which_the_process_dies_each_time_is_left_to_people() -> None:
    storing.store(b"a mail", IncomingMail.Way.IMAP)
    IncomingMail.objects.update(tries=working.MOST_TRIES)

    assert working.work_off(lambda: False) == 0
    assert IncomingMail.objects.get().reason == "The site broke off each time it worked on it."


def test_the_worker_stops_between_two_mails() -> None:
    storing.store(b"a mail", IncomingMail.Way.IMAP)

    assert working.work_off(lambda: True) == 0


def test_what_no_worker_takes_up_is_told_to_who_watches_the_site() -> None:
    storing.store(b"a mail", IncomingMail.Way.IMAP)
    IncomingMail.objects.update(received_at=timezone.now() - timedelta(minutes=16))

    assert health.reasons() == ["Mail that came in has waited for more than 15 minutes to be worked on."]


def test_mail_without_an_enquiry_is_forgotten_after_some_weeks() -> None:
    for state in ("tray", "ignored", "spam", "stored"):
        storing.store(state.encode(), IncomingMail.Way.IMAP)
        IncomingMail.objects.filter(digest=IncomingMail.objects.latest("pk").digest).update(state=state)
    storing.store(b"young", IncomingMail.Way.IMAP)
    IncomingMail.objects.exclude(pk=IncomingMail.objects.latest("pk").pk).update(
        received_at=timezone.now() - tray.KEPT_FOR - timedelta(minutes=1)
    )

    assert tray.forget_old() == 3
    assert stored() == [b"stored", b"young"]
