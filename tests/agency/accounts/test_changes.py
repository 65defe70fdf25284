"""Whoever owns an account is written to when what it is signed in with changes, whoever changed it."""

import pytest
from django.test import Client
from pytest_django import Settings

from articles.outbox.models import Message
from tests.agency.accounts.staff_accounts import PASSWORD, add_app, person, sign_in, with_app
from tests.articles.filled_forms import filled_form

pytestmark = pytest.mark.django_db
NEW = "five other words, all new"
USERS = "/admin/auth/user/"


def told() -> list[tuple[str, str]]:
    """To whom, and what."""
    mails = Message.objects.filter(kind="account_changed").order_by("pk")
    return [(mail.recipient, mail.text.split(":\n")[1].split("\n")[0]) for mail in mails]


def test_what_somebody_changes_themselves_is_told_to_them(client: Client) -> None:
    person()
    sign_in(client)
    add_app(client)
    client.post("/accounts/password/", {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW})
    client.post("/accounts/app/remove/")

    assert {address for address, _what in told()} == {"sam@agency.example"}
    assert [what for _address, what in told()] == [
        "An authenticator app was added.",
        "Recovery codes were added.",
        "The password was changed.",
        "An authenticator app was removed.",
        "Recovery codes were removed.",
    ]


def test_what_an_administrator_does_is_told_to_the_owner(client: Client, settings: Settings) -> None:
    settings.SECOND_FACTOR = False
    sam = person()
    with_app(sam)
    client.force_login(person("boss"))
    client.post(USERS, {"action": "remove_second_factors", "_selected_action": [sam.pk]})
    new = {"usable_password": "true", "password1": NEW, "password2": NEW}
    client.post(f"{USERS}{sam.pk}/password/", new)
    page = f"{USERS}{sam.pk}/change/"
    changed = {"email": "other@agency.example", "groups": [], "user_permissions": []}
    client.post(page, filled_form(client.get(page), "user_form") | changed)

    assert told() == [
        ("sam@agency.example", "An administrator removed all passkeys, authenticator apps and recovery codes."),
        ("sam@agency.example", "An administrator set or disabled the password."),
        ("sam@agency.example", "An administrator changed the e-mail address."),
    ]


def test_a_password_is_changed_by_who_knows_the_present_one_alone(client: Client) -> None:
    user = person()
    sign_in(client)
    client.post("/accounts/password/", {"oldpassword": "another", "password1": NEW, "password2": NEW})

    user.refresh_from_db()
    assert (user.check_password(PASSWORD), told()) == (True, [])


def test_who_has_no_address_is_not_written_to(client: Client) -> None:
    user = person()
    user.email = ""
    user.save()
    sign_in(client)
    client.post("/accounts/password/", {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW})

    assert told() == []
