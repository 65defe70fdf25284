"""The rule that staff show a second factor: a passkey, or a code beside their password (ASVS 6.3.3).

It holds for all staff, because whoever gets into the admin may publish under the agency's name or read about people.
"""

from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest

from agency.accounts import sessions

GUARDED = "/admin/"
ENCRYPTED = {"secret", "seed"}  # of codes, and of recovery codes
SHOWN_BY = "second_factor_of"
FACTORS = (Authenticator.Type.WEBAUTHN, Authenticator.Type.TOTP)


def is_missing(request: HttpRequest) -> bool:
    """Whether somebody is signed in who has yet to show a second factor in this session."""
    user = request.user
    return settings.SECOND_FACTOR and user.is_staff and request.session.get(SHOWN_BY) != user.pk


def has_one(user: Any) -> bool:
    """Recovery codes are for when it is lost; alone they are none."""
    return Authenticator.objects.filter(user=user, type__in=FACTORS).exists()


def in_words(user: Any) -> str:
    """What the user signs in with, for an administrator."""
    kinds = [one.type for one in Authenticator.objects.filter(user=user)]
    passkeys, words = kinds.count(Authenticator.Type.WEBAUTHN), []
    if passkeys:
        words.append("1 passkey" if passkeys == 1 else f"{passkeys} passkeys")
    if Authenticator.Type.TOTP in kinds:
        words.append("an authenticator app")
    if Authenticator.Type.RECOVERY_CODES in kinds:
        words.append("recovery codes")
    return ", ".join(words) or "No second factor yet"


def on_used(request: HttpRequest, user: Any, authenticator: Authenticator, **_signal: Any) -> None:
    request.session[SHOWN_BY] = user.pk
    _encrypt_anew(authenticator)


@transaction.atomic
def _encrypt_anew(authenticator: Authenticator) -> None:
    """With the key of today, so that one from before can be taken away (SECRET_KEY_FALLBACKS)."""
    adapter = get_adapter()
    # Read anew: which recovery codes are used up is written meanwhile.
    stored = Authenticator.objects.select_for_update().get(pk=authenticator.pk)
    if anew := {name: adapter.encrypt(adapter.decrypt(stored.data[name])) for name in ENCRYPTED & stored.data.keys()}:
        stored.data |= anew
        stored.save(update_fields=["data"])


def on_added(request: HttpRequest, user: Any, authenticator: Authenticator, **_signal: Any) -> None:
    """Whoever adds one has just shown it; other sessions, which had none to show, end."""
    if authenticator.type in FACTORS:
        request.session[SHOWN_BY] = user.pk
        sessions.end_all(user, but=request.session.session_key)


def on_removed(request: HttpRequest, user: Any, **_signal: Any) -> None:
    """Without any, the next page of the admin asks for a new one."""
    if not has_one(user):
        request.session.pop(SHOWN_BY, None)
    sessions.end_all(user, but=request.session.session_key)
