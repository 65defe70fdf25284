"""Mail: writing it into the outbox, and handing it to the mail server."""

from collections.abc import Sequence
from smtplib import (
    SMTPDataError,
    SMTPNotSupportedError,
    SMTPRecipientsRefused,
    SMTPSenderRefused,
)
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.core.validators import validate_email
from django.template.loader import render_to_string

from articles.outbox import channels
from articles.outbox.channels import ServerAway, codes_of
from articles.outbox.models import Message

CHANNEL = "mail"
# The server is there and does not want this message; any other trouble with it would meet the next message, too.
REFUSED = (SMTPDataError, SMTPNotSupportedError, SMTPRecipientsRefused, SMTPSenderRefused)
CLOSING = 421  # RFC 5321, section 3.8: the server shuts down or takes nothing now, whatever the message


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
    """Hands the mails to the server. Raises `ServerAway`, or what the server says against a mail."""
    for message in messages:
        mail = compose(message)
        try:
            mail.send()
        except OSError as error:
            if _is_about_this_mail(error):
                raise
            raise ServerAway from error


def compose(message: Message) -> EmailMultiAlternatives:
    """The mail as it leaves. Raises `ValidationError` for an address that no mail server would take."""
    validate_email(message.recipient)
    mail = EmailMultiAlternatives(
        message.subject,
        message.text,
        settings.DEFAULT_FROM_EMAIL,
        [message.recipient],
        reply_to=[message.reply_to] if message.reply_to else None,
        headers={
            "Message-ID": message.message_id,
            "Auto-Submitted": "auto-generated" if message.is_automatic else "no",
        },
    )
    mail.attach_alternative(message.html, "text/html")
    return mail


def _is_about_this_mail(error: OSError) -> bool:
    return isinstance(error, REFUSED) and CLOSING not in codes_of(error)
