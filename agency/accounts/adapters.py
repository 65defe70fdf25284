"""What this site makes of allauth: whom it asks again, where a request came from, how it names itself, and its words."""

from base64 import b32encode
from secrets import token_bytes
from time import time
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.http import HttpRequest

from agency import identity
from agency.accounts.sessions import began_at
from enquiries import sealed_text
from enquiries.intake.throttle import client_address
from enquiries.sealed_text import Unreadable

THIS_MACHINE = "127.0.0.1"
PURPOSE = "agency.accounts.second_factor"
# The ways to say once more who is there, the easiest first.
WAYS = {
    "mfa_reauthenticate:webauthn": "Use a passkey",
    "mfa_reauthenticate": "Use a code",
    "reauthenticate": "Use your password",
}


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by an administrator, and nowhere else."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": "This account is switched off. Ask an administrator.",
        "enter_current_password": "This is not your present password.",
        "incorrect_password": "This is not your password.",
        "invalid_password_reset": "This link does not work any more.",
        "rate_limited": "Too many wrong codes. Wait five minutes and try again.",
        "too_many_login_attempts": "Too many wrong attempts. Wait five minutes, or use a passkey: that works at once.",
        "username_password_mismatch": "The username or the password is wrong.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """The address that the brakes count, of an IPv6 visitor the beginning of their network.

        Unlike the enquiry form's limits they count this machine as well: no brake at all would be worse than one that
        all share behind a proxy that TRUSTED_PROXIES does not count, and passkeys are never braked.
        """
        return client_address(request).partition("/")[0] or THIS_MACHINE

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """One for each account. allauth has one for each `Host` and spelling of the name, and so more attempts for who varies them."""
        return str(credentials.get("username", "")).upper()  # as databases compare names, so that “ſam” is Sam

    def is_reauthentication_required(self, *, app: str, **_more: Any) -> bool:
        """Not of somebody who signed in a moment ago."""
        return time() - began_at(context.request.session) > app_settings.REAUTHENTICATION_TIMEOUT

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        ways = [way | {"description": WAYS[way["id"]]} for way in super().get_reauthentication_methods(user)]
        return sorted(ways, key=lambda way: list(WAYS).index(way["id"]))


class SecondFactorAdapter(DefaultMFAAdapter):
    """Names the agency, and keeps the secrets behind codes encrypted, so that a copy of the database shows none."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": "This did not work. Codes are good for half a minute, and each only once.",
        "incorrect_passkey": "The passkey did not work. Try again.",
    }

    def get_totp_issuer(self) -> str:
        return identity.current().name

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return super().get_public_key_credential_rp_entity() | {"name": identity.current().name}

    def generate_authenticator_name(self, user: Any, type: Authenticator.Type) -> str:  # noqa: A002 (allauth's own name)
        return f"Passkey {Authenticator.objects.filter(user=user, type=type).count() + 1}"

    def encrypt(self, text: str) -> str:
        return sealed_text.seal(text, PURPOSE)

    def decrypt(self, encrypted_text: str) -> str:
        """After another SECRET_KEY, a secret that nobody knows, so that no code fits any more."""
        try:
            return sealed_text.unseal(encrypted_text, PURPOSE)
        except Unreadable:
            return b32encode(token_bytes(20)).decode()
