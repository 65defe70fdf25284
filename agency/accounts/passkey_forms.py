"""allauth's forms of passkeys, for what strangers make up: fido2 raises whatever it likes at that, which is no fault of ours."""

from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn import forms
from django.core.exceptions import ValidationError
from django.db import DatabaseError


class _Refusing:
    """Refuses what cannot be read, or was signed with another key."""

    def clean_credential(self) -> Authenticator:
        try:
            return super().clean_credential()  # type: ignore[misc]
        except (ValidationError, DatabaseError):
            raise
        except Exception as error:
            raise get_adapter().validation_error("incorrect_passkey") from error


class LoginForm(_Refusing, forms.LoginWebAuthnForm):
    """Signs in."""


class AuthenticateForm(_Refusing, forms.AuthenticateWebAuthnForm):
    """The second step of signing in."""


class ReauthenticateForm(_Refusing, forms.ReauthenticateWebAuthnForm):
    """Says once more who is there."""


class AddForm(forms.AddWebAuthnForm):
    """Adds a passkey."""

    def clean(self) -> dict[str, Any]:
        try:
            return super().clean()
        except (ValidationError, DatabaseError):
            raise
        except Exception as error:
            raise get_adapter().validation_error("incorrect_passkey") from error
