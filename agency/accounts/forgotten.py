"""Mailing links with which a password is chosen, to who forgot theirs or never had one.

What is asked for is one message of the outbox, whether or not anybody has the address: the answer and the time that it
takes are the same. The worker makes the link when it sends the mail, so that none stands readable in the outbox.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django import forms
from django.conf import settings
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.urls import reverse

from agency import identity
from agency.accounts import events
from articles.lib.urls import absolute
from articles.outbox import mail
from articles.outbox.channels import Channel, envelope
from articles.outbox.models import Message

NAME = "password links"
KIND = "password_link"
FOLDER = "accounts/mail/password"


class ForgottenPasswordForm(forms.Form):
    """Takes any address, and says nothing about it."""

    email = forms.EmailField(
        label="E-mail address",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"required": "Enter your e-mail address.", "invalid": "Enter an e-mail address."},
    )

    def save(self, request: HttpRequest) -> None:
        ask(User.objects.filter(email__iexact=self.cleaned_data["email"], is_active=True, is_staff=True))


def ask(users: Iterable[Any]) -> None:
    """Has a link mailed to each of these users."""
    payload = {"users": [user.pk for user in users]}
    Message.objects.create(kind=KIND, payload=payload, **envelope(NAME, "password"))


def send(messages: Sequence[Message]) -> None:
    """Sends the mails that these messages ask for. Raises what the mail channel raises."""
    for message in messages:
        for user in User.objects.filter(pk__in=message.payload["users"], is_active=True).exclude(email=""):
            if one := MAILS[message.kind](user, message):
                mail.send([one])
                events.note(f"{message.kind.replace('_', ' ')} sent", user)


CHANNEL = Channel(NAME, send)


def link(user: Any) -> str:
    """Works once, until the user signs in or changes password or address, and for `PASSWORD_RESET_TIMEOUT` at most."""
    arguments = [user_pk_to_url_str(user), default_token_generator.make_token(user)]
    return absolute(reverse("account_reset_password_from_key", args=arguments))


def _mail(user: Any, message: Message) -> Message:
    """A mail that is not stored; one of several accounts with an address has a Message-ID of its own."""
    minutes = settings.PASSWORD_RESET_TIMEOUT // 60
    context = {"user": user, "link": link(user), "agency": identity.current().name, "minutes": minutes}
    message_id = message.message_id.replace("<password.", f"<password.{user.pk}.")
    return Message(recipient=user.email, message_id=message_id, **mail.words(FOLDER, context))


# What is mailed for each kind of message; None where it is not wanted any more. Invitations add theirs.
MAILS: dict[str, Callable[[Any, Message], Message | None]] = {KIND: _mail}
