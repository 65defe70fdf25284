"""A test message, sent as every other mail is: by the outbox, the worker and the mail server of the settings."""

import json
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac

from articles.lib.days import moment_in_words
from articles.lib.front_page.first_steps import Step
from articles.outbox import failures, mail, sending
from articles.outbox.models import Message

KIND = "mail_test"
# The worker looks every two seconds; what nobody took up by then shows that none runs.
PATIENCE = timedelta(minutes=1)


@transaction.atomic
def send(to: str) -> None:
    """Has a test message sent to the address; one that still waits for it is tried again now instead."""
    waiting = Message.objects.waiting().filter(kind=KIND, recipient=to)
    if waiting.exists():
        sending.retry(waiting)
    else:
        mail.write(KIND, to, "mail/test", {})


def note_acceptance(message: Message, **_signal: Any) -> None:
    """For `sent`: keeps with a test message by which settings the worker sent it."""
    if message.kind == KIND:
        Message.objects.filter(pk=message.pk).update(payload={"accepted_by": edition_of_settings()})


def edition_of_settings() -> str:
    """Another text whenever the mail settings change; it gives nothing of them away."""
    told = json.dumps([settings.MAILERS["default"], settings.DEFAULT_FROM_EMAIL], sort_keys=True, default=str)
    return salted_hmac("articles.outbox.probe", told, algorithm="sha256").hexdigest()[:16]


def accepted() -> QuerySet[Message]:
    """Test messages that the mail server took under the settings of now, and that did not come back."""
    taken = Message.objects.filter(kind=KIND, sent_at__isnull=False, bounced_at=None)
    return taken.filter(payload__accepted_by=edition_of_settings())


def latest() -> Message | None:
    """The newest test message."""
    return Message.objects.filter(kind=KIND).order_by("-created_at", "-pk").first()


def folder() -> str:
    """Where mail is written to instead of being sent; empty where it is sent."""
    return str(settings.MAILERS["default"].get("OPTIONS", {}).get("file_path", ""))


def missing() -> str:
    """What the first step still lacks."""
    if folder():
        return "Mail is written to files here and reaches nobody until the settings name a mail server (EMAIL_URL)."
    return "" if accepted().exists() else "No test message was accepted since the mail settings last changed."


def standing(message: Message) -> str:
    """What became of a test message, in a sentence or two."""
    last = message.attempts.last()
    if message.bounced_at:
        return f"It came back on {moment_in_words(message.bounced_at)}: the mail server took it, and it did not arrive."
    if message.sent_at:
        return (
            f"The mail server accepted it on {moment_in_words(message.sent_at)}. See that it is in your mailbox, and "
            "not among the spam."
        )
    if message.undeliverable_at and last:
        return f"It was refused for good. {failures.in_words(last.error)}"
    if last and last.error:
        return f"It was not accepted. {failures.in_words(last.error)} It is tried again on {moment_in_words(message.due_at)}."
    if not last and message.created_at < timezone.now() - PATIENCE:
        return "Nobody took it up. The worker, which sends all mail, seems not to run: start “manage.py work”."
    return "It waits for the worker, which looks every few seconds."


FIRST_STEP = Step(
    name="mail",
    position=6,
    title="Test your mail",
    why="News of enquiries, replies and invitations leave by e-mail; a test message shows that your mail server takes them.",
    may="outbox.change_message",
    link="Send a test message",
    address=lambda: reverse("admin:outbox_message_probe"),
    missing=missing,
)
