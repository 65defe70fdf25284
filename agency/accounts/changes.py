"""Mails to the owner of an account when what they sign in with changes: often the first sign that it was somebody else.

ASVS 6.3.7. What is done on the server's command line is known to whoever may do that.
"""

from typing import Any

from allauth.account import signals as passwords
from allauth.mfa import signals as factors
from allauth.mfa.models import Authenticator
from django.dispatch import Signal
from django.urls import reverse
from django.utils import timezone

from agency import identity
from articles.lib.days import moment_in_words
from articles.lib.urls import absolute
from articles.outbox import mail

FOLDER = "accounts/mail/changed"
FACTORS = {
    Authenticator.Type.WEBAUTHN: "A passkey was",
    Authenticator.Type.TOTP: "An authenticator app was",
    Authenticator.Type.RECOVERY_CODES: "Recovery codes were",
}


def tell(user: Any, what: str, *, to: str = "") -> None:
    """Writes to the owner, at their address or `to`, that this was done. `what` is a sentence."""
    if address := to or user.email:
        context = {
            "user": user,
            "what": what,
            "at": moment_in_words(timezone.now()),
            "agency": identity.current().name,
            "account": absolute(reverse("mfa_index")),
        }
        mail.write("account_changed", address, FOLDER, context)


def connect() -> None:
    """Listens to what allauth says of changes; an administrator's pages call `tell` themselves."""
    _tell_at(passwords.password_changed, "The password was changed.")
    _tell_at(passwords.password_set, "A password was set.")
    _tell_at(passwords.password_reset, "A password was chosen, with a link from a mail.")
    _tell_of_factor_at(factors.authenticator_added, "added")
    _tell_of_factor_at(factors.authenticator_reset, "made anew")
    _tell_of_factor_at(factors.authenticator_removed, "removed")


def _tell_at(signal: Signal, what: str) -> None:
    signal.connect(lambda user, **_said: tell(user, what), dispatch_uid=f"agency.accounts.changes.{what}", weak=False)


def _tell_of_factor_at(signal: Signal, verb: str) -> None:
    def telling(user: Any, authenticator: Authenticator, **_said: Any) -> None:
        tell(user, f"{FACTORS[authenticator.type]} {verb}.")

    signal.connect(telling, dispatch_uid=f"agency.accounts.changes.{verb}", weak=False)
