"""The worker that sends notices, and what becomes of those that do not get through."""

from datetime import timedelta
from smtplib import SMTPServerDisconnected
from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command
from django.db.models import F
from django.utils import timezone

from enquiries import notices, receiving
from enquiries.models import Enquiry, Notice

pytestmark = pytest.mark.django_db


@pytest.fixture
def enquiry() -> Enquiry:
    return receiving.receive(
        {
            "role": "candidate",
            "name": "Pat O'Neil & Sons",
            "email": "pat@example.org",
            "message": "A <b>job</b>?",
            "from": "",
        }
    )


@pytest.fixture
def broken_server(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: Any) -> None:
        raise SMTPServerDisconnected("gone")

    monkeypatch.setattr(EmailBackend, "send_messages", refuse)


def make_due() -> None:
    """As if the pause until the next attempt were over."""
    Notice.objects.update(due_at=F("created_at"))


def pauses() -> list[int]:
    """Whole minutes until each unsent notice is due again."""
    return [
        round((notice.due_at - timezone.now()) / timedelta(minutes=1)) for notice in Notice.objects.filter(sent_at=None)
    ]


def test_each_notice_is_sent_once_with_text_and_html(enquiry: Enquiry) -> None:
    assert notices.send_due() == 2
    assert notices.send_due() == 0

    alert, acknowledgement = sorted(mail.outbox, key=lambda message: message.to, reverse=True)
    assert alert.to == ["team@agency.example"]
    assert alert.subject == f"New enquiry {enquiry.reference}: Pat O'Neil & Sons, looking for work"
    assert acknowledgement.to == ["pat@example.org"]
    assert acknowledgement.subject == f"Thank you for your enquiry ({enquiry.reference})"
    assert "A <b>job</b>?" in acknowledgement.body
    assert "Hello Pat O'Neil & Sons," in acknowledgement.body
    assert "A &lt;b&gt;job&lt;/b&gt;?" in acknowledgement.alternatives[0].content
    assert acknowledgement.extra_headers["Message-ID"] == f"<{enquiry.reference}.acknowledgement@localhost>"


def test_a_failed_attempt_is_recorded_and_tried_again_with_growing_pauses(
    enquiry: Enquiry, broken_server: None
) -> None:
    seen = []
    for _ in range(8):
        make_due()
        notices.send_due()
        seen.append(pauses())

    assert seen == [[minutes] * 2 for minutes in (1, 5, 30, 120, 480, 1440, 1440, 1440)]
    assert set(Notice.objects.values_list("attempts", "last_error")) == {(8, "SMTPServerDisconnected")}


def test_a_notice_that_failed_is_sent_once_the_server_is_back(
    enquiry: Enquiry, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(EmailBackend, "send_messages", lambda *args: (_ for _ in ()).throw(OSError("no route")))
        notices.send_due()
    make_due()

    assert notices.send_due() == 2
    assert set(Notice.objects.values_list("attempts", "last_error")) == {(2, "")}


def test_a_notice_whose_worker_died_falls_due_again_after_its_lease(
    enquiry: Enquiry, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as killed:
        killed.setattr(EmailBackend, "send_messages", lambda *args: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            notices.send_due()

    assert sorted(pauses()) == [0, 5]
    assert notices.send_due() == 1
    make_due()
    assert notices.send_due() == 1


def test_the_command_sends_what_is_due_and_ends(enquiry: Enquiry, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("send_notices", "--once")

    assert capsys.readouterr().out == "2 sent\n"


def test_nothing_personal_is_logged(enquiry: Enquiry, broken_server: None, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    notices.send_due()

    assert caplog.text
    assert "pat" not in caplog.text.lower()
