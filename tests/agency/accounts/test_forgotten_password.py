"""A link by which a password is chosen comes by mail, and nobody learns who has an account."""

import logging
import re
from typing import Any

import pytest
from django.contrib.auth import password_validation
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from agency.accounts import forgotten
from articles.outbox import sending
from articles.outbox.models import Message
from enquiries.monitoring.log_filter import HideLinks
from tests.agency.accounts.staff_accounts import PASSWORD, opens, person, sign_in, signed_in, with_app
from tests.enquiries.mail_server import MailServer

pytestmark = pytest.mark.django_db
FORGOTTEN = "/accounts/password/forgotten/"
NEW = "five other words, all new"
NONCE = re.compile(r'nonce="[^"]*"')
LINK = re.compile(r"http://localhost(/accounts/password/new/\S+)")


@pytest.fixture(autouse=True)
def _nothing_counted(db: None) -> None:
    cache.clear()


def ask(email: str, **extra: Any) -> Any:
    return Client().post(FORGOTTEN, {"email": email}, follow=True, **extra)


def mailed_link(mail_server: MailServer) -> str:
    sending.send_due(forgotten.NAME)
    [mail] = mail_server.mails
    found = LINK.search(mail.get_body(("plain",)).get_content())
    assert found
    return found[1]


def choose(client: Client, link: str, password: str = NEW) -> Any:
    page = client.get(link, follow=True)
    address = page.redirect_chain[-1][0] if page.redirect_chain else link
    return client.post(address, {"password1": password, "password2": password}, follow=True)


def test_the_link_chooses_a_password_once_and_ends_all_sessions(mail_server: MailServer) -> None:
    user = person()
    secret = with_app(user)
    elsewhere = signed_in(user, secret)
    ask("Sam@Agency.example")
    link = mailed_link(mail_server)

    assert "Your password is set" in choose(Client(), link).text
    assert not opens(elsewhere)
    assert "does not work any more" in Client().get(link, follow=True).text
    assert "is wrong" in sign_in(Client(), "sam", PASSWORD).text
    assert sign_in(Client(), "sam", NEW).headers["Location"] == "/accounts/sign-in/second-factor/"


def test_weak_passwords_are_refused_and_long_ones_of_any_kind_taken(mail_server: MailServer) -> None:
    user = person()
    ask("sam@agency.example")
    link, client = mailed_link(mail_server), Client()
    weak = ["too short", "password1234", "sam@agency.example", "123456789012", "Passwordpassword", "!!football2026!",
            "qwertyuiopas", "098765432109"]  # fmt: skip

    assert [word for word in weak if "accounts-error" not in choose(client, link, word).text] == []
    for good in ("832640917562", "x" * 5 + "  y" * 40, "čtyři slova bez vazby"):
        password_validation.validate_password(good, user)


def test_known_or_not_the_answer_and_the_work_are_the_same() -> None:
    person()
    person("former", is_active=False)
    person("visitor", is_staff=False)
    ask("warm@agency.example")
    said = []
    for name in ("sam", "nobody", "former", "visitor"):
        cache.clear()
        with CaptureQueriesContext(connection) as queries:
            answer = ask(f"{name}@agency.example")
        said.append((NONCE.sub("", answer.text), answer.redirect_chain, len(queries)))

    assert said == [said[0]] * 4
    assert [message.payload["users"] != [] for message in Message.objects.order_by("pk")][1:] == [
        True,
        False,
        False,
        False,
    ]


def test_the_outbox_holds_no_link(mail_server: MailServer) -> None:
    person()
    ask("sam@agency.example")
    mailed_link(mail_server)
    [message] = Message.objects.values()

    assert (message["text"], message["html"], message["recipient"]) == ("", "", "")
    assert "/accounts/" not in str(message)


def test_no_log_shows_the_link() -> None:
    line = logging.makeLogRecord({"msg": "Gone: %s", "args": ("/accounts/password/new/1-abc-def/",)})

    assert HideLinks().filter(line)
    assert line.getMessage() == "Gone: /accounts/password/new/…/"


def test_an_administrator_sends_a_link_to_who_has_no_password_yet(mail_server: MailServer) -> None:
    boss = person("boss")
    user = person()
    user.set_unusable_password()
    user.save()
    admin = signed_in(boss, with_app(boss))
    admin.post("/admin/auth/user/", {"action": "send_link", "_selected_action": [user.pk]})

    choose(Client(), mailed_link(mail_server))

    assert sign_in(Client(), "sam", NEW).headers["Location"] == "/admin/"


@pytest.mark.parametrize("email", ["", "sam", "a@b", "x" * 300 + "@agency.example", "sam\x00@agency.example"])
def test_what_is_no_address_is_said_so(email: str) -> None:
    assert "Enter " in ask(email).text
    assert not Message.objects.exists()


def test_asking_is_braked_for_an_address_and_for_who_asks() -> None:
    assert [ask("sam@agency.example", REMOTE_ADDR=f"203.0.113.{one}").status_code for one in range(5)] == [200] * 3 + [
        429
    ] * 2
    assert [ask(f"sam{one}@agency.example", REMOTE_ADDR="198.51.100.1").status_code for one in range(12)] == [
        200
    ] * 10 + [429] * 2


@pytest.mark.parametrize("link", ["1-abc", "zzzzzzzzzzzzzz-abc", "0-set-password", "1-set-password"])
def test_a_made_up_link_does_nothing(link: str) -> None:
    person()

    assert "does not work any more" in Client().get(f"/accounts/password/new/{link}/", follow=True).text
