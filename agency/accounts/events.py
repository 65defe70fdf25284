"""The one place where it is written down that somebody signed in, failed to, or that an account changed (ASVS 16.3.1).

The log says it without names, for machines. The audit trail says whose, for administrators; what Django itself tells of
accounts it hears by itself.
"""

import logging
from typing import Any

from allauth.account import signals as account_signals
from allauth.mfa import signals as factor_signals
from django.contrib.auth import signals as auth_signals

from articles.audit import recording as audit

AUDITED = {
    "added": audit.Action.FACTOR_ADDED,
    "made anew": audit.Action.FACTOR_ADDED,
    "removed": audit.Action.FACTOR_REMOVED,
}

log = logging.getLogger(__name__)


def note(what: str, user: Any = None) -> None:
    """Writes a line on the account of `user`; None is for whoever could not be told. Names and addresses stay out."""
    log.info("account %s: %s", user.pk if user else "unknown", what)


def connect() -> None:
    """Listens to what Django and allauth say of accounts; everything else calls `note` where it is done."""
    for signal, what in {
        auth_signals.user_logged_in: "signed in",
        auth_signals.user_logged_out: "signed out",
        auth_signals.user_login_failed: "wrong password",
        factor_signals.authentication_failed: "wrong code",
        account_signals.password_changed: "password changed",
        account_signals.password_set: "password set",
        account_signals.password_reset: "password chosen by a link",
    }.items():
        signal.connect(_noting(what), dispatch_uid=f"agency.accounts.events.{what}", weak=False)
    factor_signals.authentication_failed.connect(_wrong_code, dispatch_uid="agency.accounts.events.audit")
    for signal, verb in {
        factor_signals.authenticator_added: "added",
        factor_signals.authenticator_used: "used",
        factor_signals.authenticator_reset: "made anew",
        factor_signals.authenticator_removed: "removed",
    }.items():
        signal.connect(_noting_factor(verb), dispatch_uid=f"agency.accounts.events.factor.{verb}", weak=False)


def _noting(what: str) -> Any:
    return lambda sender, user=None, **_said: note(what, user)


def _noting_factor(verb: str) -> Any:
    def noting(sender: Any, user: Any, authenticator: Any, **_said: Any) -> None:
        factor = authenticator.get_type_display()
        note(f"{factor} {verb}", user)
        if verb in AUDITED:
            audit.record(AUDITED[verb], f"{user.get_username()}: {factor}")

    return noting


def _wrong_code(sender: Any, user: Any, **_said: Any) -> None:
    audit.record(audit.Action.SIGN_IN_FAILED, f"{user.get_username()}: wrong code", who="")
