"""Mail: writing it into the outbox, and handing it to the mail server."""

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from email import policy as policies
from email.utils import parseaddr
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string

from articles.lib.mail_addresses import ascii_domain, on_the_wire
from articles.outbox import channels, enclosures, letterhead
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
    """Subject, text and HTML of the mail whose templates are in the folder, and in whose name it is sent."""
    context = {"site_url": settings.SITE_URL, "letterhead": letterhead.current()} | context
    text = render_to_string(f"{folder}/body.txt", context).strip()
    return {
        "subject": " ".join(render_to_string(f"{folder}/subject.txt", context).split()),
        "text": f"{text}\n\n{render_to_string('mail/foot.txt', context).strip()}\n",
        "html": render_to_string(f"{folder}/body.html", context),
        "sender_name": letterhead.current().name,
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
    """A mail with headers and bodies that every server takes. It goes to `recipient` alone, whomever it is addressed to."""

    recipient = ""

    def message(self, *, policy: Any = policies.default) -> Any:
        is_ascii = all(address.isascii() for address in self.recipients())
        return super().message(policy=PlainHeaders(linesep=policy.linesep, utf8=not is_ascii))

    def recipients(self) -> list[str]:
        """One: of several a server may take some, and would be asked again for all."""
        return [self.recipient]


def compose(message: Message) -> Mail:
    """The mail as it leaves. Raises `ValidationError` for an address that no mail server would take."""
    name, sender = parseaddr(settings.DEFAULT_FROM_EMAIL)
    address = DOMAIN.sub(lambda domain: ascii_domain(domain[0]), sender)
    recipient = on_the_wire(message.recipient)
    mail = Mail(
        message.subject,
        message.text,
        address,
        _readable([message.addressed_to]) if message.addressed_to else [recipient],
        cc=_readable(message.cc.split(",")),
        reply_to=_readable([message.reply_to]),
        headers={"From": _mailbox(message.sender_name or name, address), **_headers(message)},
        attachments=enclosures.parts(message, PlainHeaders()),  # type: ignore[arg-type] # the stubs know no parts
    )
    mail.recipient = recipient
    if message.html:
        mail.attach_alternative(message.html, "text/html")
    return mail


def _mailbox(name: str, address: str) -> str:
    quoted = " ".join(name.split()).replace("\\", r"\\").replace('"', r"\"")
    return f'"{quoted}" <{address}>' if quoted else address


def _headers(message: Message) -> dict[str, str]:
    headers = {"Message-ID": message.message_id}
    if message.in_reply_to:
        headers |= {"In-Reply-To": message.in_reply_to, "References": message.in_reply_to}
    if message.is_automatic:
        return headers | {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": NO_ANSWERS}
    return headers | {"Auto-Submitted": "no"}


def _readable(addresses: Iterable[str]) -> list[str]:
    """Those that any mail can name. An address that would keep this mail from leaving is left out; its words name that side."""
    found = []
    for address in addresses:
        with suppress(ValidationError):
            found.append(on_the_wire(address.strip()))
    return [address for address in found if address.isascii()]
