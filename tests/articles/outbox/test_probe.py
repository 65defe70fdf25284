"""The test message that staff send themselves: what became of it, by the worker and the mail server."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from articles.outbox import failures, probe
from articles.outbox.models import Message
from articles.outbox.sending import send_due
from tests.enquiries.mail_server import MailServer

pytestmark = pytest.mark.django_db
PAGE = "/admin/outbox/message/test/"
ME = "ann@agency.example"


def somebody(*codenames: str, email: str = ME) -> Any:
    user = get_user_model().objects.create_user("ann", email, is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    return user


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(somebody("view_message", "change_message"))
    return client


def said(client: Client) -> str:
    """What the page says became of the last one."""
    page = client.get(PAGE).content.decode()
    return page.split('role="status">')[1].split("</p>")[0]


def test_it_reaches_the_signed_in_person_by_the_worker(desk: Client, mail_server: MailServer) -> None:
    desk.post(PAGE)
    assert said(desk) == "It waits for the worker, which looks every few seconds."

    assert send_due("mail") == 1

    assert mail_server.recipients == [[ME]]
    assert mail_server.mails[0]["Subject"] == "Test message from http://localhost"
    assert said(desk).startswith("The mail server accepted it on ")
    assert probe.missing() == ""


def test_pressing_twice_sends_one(desk: Client, mail_server: MailServer) -> None:
    desk.post(PAGE)
    desk.post(PAGE)

    assert send_due("mail") == 1


def test_after_a_failure_pressing_again_tries_the_same_one_at_once(desk: Client, mail_server: MailServer) -> None:
    mail_server.answer = "451 4.7.1 greylisted"
    desk.post(PAGE)
    send_due("mail")
    mail_server.answer = ""
    desk.post(PAGE)

    assert (send_due("mail"), Message.objects.count()) == (1, 1)


def test_it_is_accepted_until_the_mail_settings_change(
    desk: Client, mail_server: MailServer, settings: Settings
) -> None:
    desk.post(PAGE)
    send_due("mail")
    settings.DEFAULT_FROM_EMAIL = "Other <other@agency.example>"

    assert probe.missing() == "No test message was accepted since the mail settings last changed."
    assert "The mail settings have changed since: send another." in desk.get(PAGE).content.decode()


def test_the_password_of_the_mail_server_is_nowhere(desk: Client, mail_server: MailServer, settings: Settings) -> None:
    desk.post(PAGE)
    send_due("mail")
    settings.MAILERS["default"]["OPTIONS"]["password"] = "open-sesame"  # pragma: allowlist secret - made up

    kept = str(list(Message.objects.values()))
    assert "open-sesame" not in kept + probe.edition_of_settings() + desk.get(PAGE).content.decode()


def test_what_came_back_is_not_accepted(desk: Client, mail_server: MailServer) -> None:
    desk.post(PAGE)
    send_due("mail")
    Message.objects.update(bounced_at=timezone.now())

    assert said(desk).startswith("It came back on ")
    assert probe.missing() != ""


def test_a_refusal_is_said_in_plain_words(desk: Client, mail_server: MailServer) -> None:
    mail_server.answer = "550 5.1.1 no such mailbox"
    desk.post(PAGE)
    send_due("mail")

    assert said(desk) == (
        "It was refused for good. The mail server takes no mail for your address. Its answer was 550."
    )


def test_a_server_that_is_not_there_is_said_in_plain_words(desk: Client, mail_server: MailServer) -> None:
    mail_server.drops = True
    desk.post(PAGE)
    send_due("mail")

    assert said(desk).startswith("It was not accepted. The mail server broke off. It is tried again on ")


def test_a_worker_that_does_not_run_is_named(desk: Client, mail_server: MailServer) -> None:
    desk.post(PAGE)
    Message.objects.update(created_at=timezone.now() - timedelta(minutes=2))

    assert said(desk) == (
        "Nobody took it up. The worker, which sends all mail, seems not to run: start “manage.py work”."
    )


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("gaierror", "The name of the mail server could not be found."),
        ("ConnectionRefusedError", "Nothing answers at that host and port."),
        ("TimeoutError", "The mail server did not answer in time."),
        ("SSLCertVerificationError", "The certificate of the mail server is not valid for its name"),
        ("SSLError", "No encrypted line could be opened."),
        ("SMTPAuthenticationError 535", "The mail server refused the user name or the password in EMAIL_URL."),
        ("SMTPSenderRefused 553", "The mail server takes no mail from the sender in DEFAULT_FROM_EMAIL."),
        ("SMTPDataError 554", "The mail server looked at the message and refused it."),
        ("SMTPServerDisconnected", "The mail server broke off."),
        ("ValueError", "It failed with ValueError."),
    ],
)
def test_each_failure_has_its_words(kind: str, words: str) -> None:
    assert failures.in_words(kind).startswith(words)


def test_where_mail_goes_to_files_nothing_is_sent_and_nothing_is_done(desk: Client, settings: Settings) -> None:
    settings.MAILERS = {"default": {"BACKEND": "x", "OPTIONS": {"file_path": "/data/mail"}}}
    desk.post(PAGE)

    assert "Mail is written to files in <code>/data/mail</code> here" in desk.get(PAGE).content.decode()
    assert (Message.objects.count(), probe.missing().startswith("Mail is written to files")) == (0, True)


@pytest.mark.parametrize(
    ("rights", "words"),
    [
        (("change_message",), "Ask an administrator to add one."),
        (("change_message", "change_user"), "Add one to your account"),
    ],
)
def test_without_an_address_it_says_how_to_get_one(client: Client, rights: tuple[str, ...], words: str) -> None:
    client.force_login(somebody(*rights, email=""))
    client.post(PAGE)

    assert words in client.get(PAGE).content.decode()
    assert not Message.objects.exists()


def test_who_may_only_look_at_messages_sends_none(client: Client) -> None:
    client.force_login(somebody("view_message"))

    assert client.post(PAGE).status_code == 403
    assert "Send a test message" not in client.get("/admin/outbox/message/").content.decode()
