"""Mails as they come in, for the tests of what becomes of them."""

from email import policy
from email.message import EmailMessage
from itertools import count
from typing import Any
from urllib.parse import urlsplit

from pytest_django import Settings

from enquiries.inbound import storing, working
from enquiries.models import IncomingMail
from tests.enquiries.imap_server import ImapServer

INBOUND = "enquiries+{token}@reply.agency.example"
numbers = count()


def mail(to: str, sender: str, text: str = "Thank you, gladly.", **more: Any) -> bytes:
    """A mail as a person's program writes it; `more` are headers (`In_Reply_To`), and `files` as (name, type, content)."""
    message = EmailMessage(policy=policy.SMTP)
    headers = {
        "From": sender,
        "To": to,
        "Subject": "Re: Your enquiry",
        "Message-ID": f"<{next(numbers)}@mail.example>",
        "Date": "Thu, 26 Nov 2026 10:00:00 +0000",
    }
    files = more.pop("files", ())
    for name, value in (headers | {name.replace("_", "-"): value for name, value in more.items()}).items():
        message[name] = value
    message.set_content(text)
    for name, content_type, content in files:
        kind, _, subtype = content_type.partition("/")
        message.add_attachment(content, maintype=kind, subtype=subtype, filename=name)
    return message.as_bytes()


def bounce(message_id: str, recipient: str, *, action: str = "failed", status: str = "5.1.1") -> bytes:
    """A delivery report (RFC 3464)."""
    return "\r\n".join(
        [
            "From: MAILER-DAEMON@mx.example",
            "To: website@agency.example",
            "Subject: Undelivered Mail Returned to Sender",
            f"Message-ID: <{next(numbers)}@mx.example>",
            "Auto-Submitted: auto-replied",
            "MIME-Version: 1.0",
            'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
            "",
            "--b",
            "Content-Type: text/plain",
            "",
            "Your mail did not arrive.",
            "",
            "--b",
            "Content-Type: message/delivery-status",
            "",
            "Reporting-MTA: dns; mx.example",
            "",
            f"Final-Recipient: rfc822; {recipient}",
            f"Action: {action}",
            f"Status: {status}",
            f"Diagnostic-Code: smtp; 550 {status} <{recipient}>: no such mailbox",
            "",
            "--b",
            "Content-Type: text/rfc822-headers",
            "",
            f"Message-ID: {message_id}",
            "Subject: Your enquiry",
            "",
            "--b--",
            "",
        ]
    ).encode()


def arrives(raw: bytes) -> IncomingMail:
    """The mail once the worker has worked on it."""
    storing.store(raw, IncomingMail.Way.WEBHOOK)
    working.work_off(lambda: False)
    return IncomingMail.objects.defer("raw").latest("pk")


def read_mailbox(server: ImapServer, settings: Settings) -> None:
    settings.INBOUND_IMAP_URL = urlsplit(server.url)
