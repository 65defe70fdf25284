"""Accounts with a password, a code or both, and browsers that sign in with them as people do."""

from time import time
from typing import Any
from unittest import mock

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth
from django.contrib.auth.models import User
from django.db import transaction
from django.test import Client

PASSWORD = "four words nobody links"
SIGN_IN, SECOND, ACCOUNT = "/accounts/sign-in/", "/accounts/sign-in/second-factor/", "/accounts/"
PASSKEY = "/accounts/sign-in/passkey/"


def person(name: str = "sam", **fields: Any) -> User:
    return User.objects.create_user(
        name, f"{name}@agency.example", PASSWORD, **{"is_staff": True, "is_superuser": True} | fields
    )


def with_app(user: User) -> str:
    """Gives the user an authenticator app and recovery codes; returns the app's secret."""
    secret = auth.generate_totp_secret()
    auth.TOTP.activate(user, secret)
    RecoveryCodes.activate(user)
    return secret


def code(secret: str) -> str:
    """Of this half minute; the next one takes it as well."""
    return auth.format_hotp_value(auth.hotp_value(secret, int(time()) // 30))


def add_app(client: Client) -> Any:
    """Sets up an authenticator app as somebody does who is signed in."""
    page = client.get("/accounts/app/add/")
    # What is done on commit is done before the answer: a test's own transaction only ends after it.
    with mock.patch.object(transaction, "on_commit", lambda do: do()):
        client.post("/accounts/app/add/", {"code": code(page.context["form"].secret)})
    return client.get("/accounts/recovery-codes/")


def recovery_codes(user: User) -> list[str]:
    return Authenticator.objects.get(user=user, type=Authenticator.Type.RECOVERY_CODES).wrap().get_unused_codes()


def sign_in(client: Client, name: str = "sam", password: str = PASSWORD, **extra: Any) -> Any:
    return client.post(SIGN_IN, {"login": name, "password": password}, **extra)


def signed_in(user: User, secret: str = "") -> Client:
    """A browser of its own in which the user signed in, where there is a `secret` with a code."""
    client = Client()
    sign_in(client, user.username)
    if secret:
        client.post(SECOND, {"code": code(secret)})
    return client


def opens(client: Client, page: str = "/admin/jsi18n/") -> bool:
    return client.get(page).status_code == 200
