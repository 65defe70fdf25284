"""Mail: writing it into the outbox, and handing it to the mail server."""

import re
from collections.abc import Sequence
from email import policy as policies
from email.utils import parseaddr
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string

from articles.lib.mail_addresses import ascii_domain, on_the_wire
from articles.outbox import channels
from articles.outbox.channels import RefusedForGood, ServerAway
from articles.outbox.headers import PlainHeaders
from articles.outbox.models import Message
from articles.outbox.refusals import Verdict, verdict

CHANNEL = "mail"
# What Exchange goes by (MS-OXCMAIL): everything but a report that the mail did not arrive.
NO_ANSWERS = "DR, RN, NRN, OOF, AutoReply"
DOMAIN = re.compile(r"(?<=@)[^@<>\s]+(?=>?\s*$)")  # of an address with or without a name


def write(kind: str, to: str, folder: str, context: dict[str, Any], *, reply_to: str = "") -> Message:
    """Stores the mail of the folder's templates for one recipient, due at once; answers go to `reply_to`.

    Call it in the transaction of what the mail reports.
    """
    return Message.objects.create(
        kind=kind, recipient=to, reply_to=reply_to, **envelope(kind), **words(folder, context)
    )


def envelope(name: str) -> dict[str, Any]:
    """The columns that every mail needs, due now; its Message-ID begins with `name`."""
    return channels.envelope(CHANNEL, name)


def words(folder: str, context: dict[str, Any]) -> dict[str, str]:
    """Subject, text and HTML of the mail whose templates are in the folder."""
    context = {"site_url": settings.SITE_URL} | context
    return {
        "subject": " ".join(render_to_string(f"{folder}/subject.txt", context).split()),
        "text": render_to_string(f"{folder}/body.txt", context).strip() + "\n",
        "html": render_to_string(f"{folder}/body.html", context),
    }


def send(messages: Sequence[Message]) -> None:
    """Hands the mails to the server. Raises `ServerAway`, `RefusedForGood`, or what the server says against a mail."""
    for message in messages:
        try:
            compose(message).send()
        except Exception as error:
            match verdict(error, message.recipient):
                case Verdict.AWAY:
                    raise ServerAway from error
                case Verdict.LATER:
                    raise
                case found:
                    raise RefusedForGood(is_certain=found is Verdict.FINAL) from error


class Mail(EmailMultiAlternatives):
    """A mail with headers and bodies that every server takes."""

    def message(self, *, policy: Any = policies.default) -> Any:
        is_ascii = all(address.isascii() for address in self.recipients())
        return super().message(policy=PlainHeaders(linesep=policy.linesep, utf8=not is_ascii))


def compose(message: Message) -> Mail:
    """The mail as it leaves. Raises `ValidationError` for an address that no mail server would take."""
    sender = DOMAIN.sub(lambda domain: ascii_domain(domain[0]), settings.DEFAULT_FROM_EMAIL)
    mail = Mail(
        message.subject,
        message.text,
        parseaddr(sender)[1],
        [on_the_wire(message.recipient)],
        reply_to=_answers_to(message),
        headers={"From": sender, **_headers(message)},
    )
    mail.attach_alternative(message.html, "text/html")
    return mail


def _headers(message: Message) -> dict[str, str]:
    headers = {"Message-ID": message.message_id}
    if message.in_reply_to:
        headers |= {"In-Reply-To": message.in_reply_to, "References": message.in_reply_to}
    if message.is_automatic:
        return headers | {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": NO_ANSWERS}
    return headers | {"Auto-Submitted": "no"}


def _answers_to(message: Message) -> list[str]:
    """Nowhere, where the address of the other side would keep this mail from leaving; its words name that side."""
    try:
        address = on_the_wire(message.reply_to)
    except ValidationError:
        return []
    return [address] if address.isascii() else []
