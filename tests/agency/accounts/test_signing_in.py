"""Staff sign in at one place, with a second factor, before anything of the admin opens."""

import json
import logging
import re

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client
from django.urls import NoReverseMatch, reverse
from pytest_django import Settings

from articles.audit.models import Entry
from tests.agency.accounts.staff_accounts import (
    ACCOUNT,
    PASSKEY,
    PASSWORD,
    SECOND,
    SIGN_IN,
    add_app,
    code,
    opens,
    person,
    recovery_codes,
    sign_in,
    signed_in,
    with_app,
)

pytestmark = pytest.mark.django_db


def test_password_and_code_open_what_was_asked_for(client: Client) -> None:
    secret = with_app(person())
    page = "/admin/auth/user/"

    assert client.get(page, follow=True).redirect_chain[-1] == (f"{SIGN_IN}?next=%2Fadmin%2Fauth%2Fuser%2F", 302)
    answer = client.post(SIGN_IN, {"login": "sam", "password": PASSWORD, "next": page})
    assert answer.headers["Location"] == SECOND
    assert client.get(page).status_code == 302
    answer = client.post(SECOND, {"code": code(secret)})

    assert answer.headers["Location"] == page
    assert opens(client, page)


def test_a_password_is_taken_exactly_as_it_was_typed() -> None:
    exact = "  Two Spaces Stay  " + "x" * 90
    user = person()
    user.set_password(exact)
    user.save()

    for other in (exact.strip(), exact.lower(), exact[:72]):
        assert "is wrong" in sign_in(Client(), "sam", other).text
    assert sign_in(Client(), "sam", exact).status_code == 302


def test_a_password_is_hidden_and_known_to_password_managers(client: Client) -> None:
    field = re.search(r"<input[^>]*name=\"password\"[^>]*>", client.get(SIGN_IN).text)

    assert field
    assert 'type="password"' in field[0]
    assert 'autocomplete="current-password"' in field[0]


@pytest.mark.parametrize("elsewhere", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)"])
def test_signing_in_leads_to_no_other_site(client: Client, elsewhere: str) -> None:
    secret = with_app(person())
    client.post(SIGN_IN, {"login": "sam", "password": PASSWORD, "next": elsewhere})

    assert client.post(SECOND, {"code": code(secret)}).headers["Location"] == "/admin/"


def test_who_has_no_second_factor_is_led_to_set_one_up_before_anything_opens(client: Client) -> None:
    person()
    sign_in(client)

    for page in ("/admin/", "/admin/auth/user/", "/admin/enquiries/enquiry/", "/admin/jsi18n/"):
        assert (client.get(page).headers["Location"], client.post(page).status_code) == (ACCOUNT, 403)
    assert "set up a second factor" in client.get(ACCOUNT).text
    answer = add_app(client)

    assert len(answer.context["unused_codes"]) == 10
    assert opens(client)
    assert "set up a second factor" not in client.get(ACCOUNT).text


@pytest.mark.parametrize("fields", [{"is_superuser": False}, {"is_superuser": True}])
def test_it_is_asked_of_all_staff(client: Client, fields: dict[str, bool]) -> None:
    person(**fields)
    sign_in(client)

    assert client.get("/admin/").headers["Location"] == ACCOUNT


def test_a_code_works_once_and_a_recovery_code_too() -> None:
    user = person()
    secret = with_app(user)
    once, recovery = code(secret), recovery_codes(user)[0]

    for good in (once, recovery):
        for works in (True, False):
            client = Client()
            sign_in(client)
            client.post(SECOND, {"code": good})
            assert opens(client) is works


def test_a_session_without_the_second_factor_ends_when_one_is_added_elsewhere() -> None:
    user = person()
    here, elsewhere = signed_in(user), signed_in(user)
    add_app(here)

    assert opens(here, ACCOUNT)
    assert elsewhere.get(ACCOUNT).status_code == 302


def test_removing_the_last_second_factor_closes_the_admin_again() -> None:
    user = person()
    client = signed_in(user, with_app(user))
    assert opens(client)

    client.post("/accounts/app/remove/")

    assert client.get("/admin/").headers["Location"] == ACCOUNT
    assert not Authenticator.objects.exists()


def test_secrets_are_not_readable_in_the_database_and_end_with_the_key(settings: Settings) -> None:
    user = person()
    secret = with_app(user)
    assert secret not in json.dumps(list(Authenticator.objects.values_list("data", flat=True)))
    assert opens(signed_in(user, secret))

    old, settings.SECRET_KEY = settings.SECRET_KEY, "another-" * 10
    assert not opens(signed_in(user, secret))
    settings.SECRET_KEY_FALLBACKS = [old]
    cache.clear()  # the code of this half minute was used
    assert opens(signed_in(user, secret))


def test_what_is_used_while_a_key_is_a_fallback_outlives_it(settings: Settings) -> None:
    user = person()
    secret = with_app(user)
    old, settings.SECRET_KEY = settings.SECRET_KEY, "another-" + "0123456789" * 5
    settings.SECRET_KEY_FALLBACKS = [old]

    assert opens(signed_in(user, secret))
    settings.SECRET_KEY_FALLBACKS = []
    cache.clear()  # a code works once

    assert opens(signed_in(user, secret))


def test_nobody_makes_an_account_or_changes_an_address_here(client: Client) -> None:
    for name in ("account_signup", "account_email", "mfa_signup_webauthn"):
        with pytest.raises(NoReverseMatch):
            reverse(name)
    assert client.get("/accounts/signup/").status_code == 404
    assert not User.objects.exists()


def test_who_is_switched_off_is_told_so_and_gets_in_nowhere(client: Client) -> None:
    person(is_active=False)

    assert "switched off" in client.post(SIGN_IN, {"login": "sam", "password": PASSWORD}, follow=True).text
    assert client.get(ACCOUNT).status_code == 302


def test_a_visitor_of_the_pages_gets_no_session_and_nothing_is_kept(client: Client) -> None:
    answer = client.get(SIGN_IN)

    assert set(client.cookies) == {"csrf"}
    assert "no-store" in answer.headers["Cache-Control"]
    assert "no-store" in client.get("/admin/login/").headers["Cache-Control"]
    assert not Client().get("/guides/").cookies


@pytest.mark.parametrize(
    "credential",
    [
        "",
        "{}",
        "[]",
        "null",
        '"x"',
        '{"response": {}}',
        '{"id": 1, "response": {"userHandle": "!"}}',
        '{"id": "AA", "rawId": "AA", "response": 1}',
    ],
)
def test_a_passkey_that_makes_no_sense_is_refused(client: Client, credential: str) -> None:
    client.get(PASSKEY, headers={"accept": "application/json"})

    assert client.post(PASSKEY, {"credential": credential}).status_code in (200, 302)
    assert client.get(ACCOUNT).status_code == 302


def test_logs_tell_what_happened_and_name_nobody(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    user = person()
    secret = with_app(user)
    with caplog.at_level(logging.INFO, "agency.accounts.events"):
        sign_in(client, "sam", "wrong")
        sign_in(client)
        client.post(SECOND, {"code": code(secret)})
        client.post("/accounts/sign-out/")

    assert caplog.messages == [
        "account unknown: wrong password",
        f"account {user.pk}: TOTP Authenticator used",
        f"account {user.pk}: signed in",
        f"account {user.pk}: signed out",
    ]


def test_the_audit_trail_says_whose_second_factor_and_session_it_was(client: Client) -> None:
    user = person()
    sign_in(Client())
    sign_in(client)
    add_app(client)
    client.post(SECOND, {"code": "000000"})
    Entry.objects.filter(action=Entry.Action.ROLE_CHANGED).delete()

    lines = Entry.objects.order_by("id").values_list("who", "action", "about")
    assert list(lines) == [
        ("", "account_added", "sam"),
        ("sam", "signed_in", ""),
        ("sam", "signed_in", ""),
        ("sam", "factor_added", "sam: TOTP Authenticator"),
        ("sam", "session_ended", "sam"),
        ("sam", "factor_added", "sam: Recovery codes"),
    ]
    Authenticator.objects.all().delete()
    user.delete()


def test_a_trial_on_this_machine_opens_with_a_password_alone(settings: Settings) -> None:
    person()
    settings.SECOND_FACTOR = False
    client = Client()
    sign_in(client)

    assert opens(client)
