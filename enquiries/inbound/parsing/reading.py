"""Raw mail into one plain value."""

from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import getaddresses, parseaddr, parsedate_to_datetime

from enquiries.inbound.parsing.incoming import Incoming, IncomingFile, Kind


def read(raw: bytes) -> Incoming:
    """What the mail says; never raises, whatever the bytes are."""
    try:
        message = message_from_bytes(raw, policy=policy.compat32)
        modern = message_from_bytes(raw, policy=policy.default)
        return _read(message, modern)
    except (ValueError, LookupError, AttributeError, TypeError, RecursionError):
        return Incoming(kind=Kind.UNREADABLE)


def _read(message, modern: EmailMessage) -> Incoming:  # type: ignore[no-untyped-def] # noqa: ANN001
    name, sender = parseaddr(str(message.get("From", "")))
    recipients = [
        str(value) for key in ("To", "Cc", "Delivered-To", "X-Original-To") for value in message.get_all(key, [])
    ]
    body = modern.get_body(("plain", "html"))
    return Incoming(
        kind=_kind(message),
        message_id=str(message.get("Message-ID", "")).strip(),
        in_reply_to=tuple(f"{message.get('In-Reply-To', '')} {message.get('References', '')}".split()),
        sender=sender,
        sender_name=name,
        recipients=tuple(address for _name, address in getaddresses(recipients) if address),
        subject=str(modern.get("Subject", "")),
        sent_at=parsedate_to_datetime(str(message["Date"])) if message["Date"] else None,
        text=body.get_content().strip() if body else "",
        files=tuple(
            IncomingFile(
                name=part.get_filename() or "file",
                content_type=part.get_content_type(),
                content=part.get_payload(decode=True) or b"",
            )
            for part in modern.iter_attachments()
        ),
    )


def _kind(message) -> Kind:  # type: ignore[no-untyped-def] # noqa: ANN001
    if message.get_content_type() == "multipart/report":
        return Kind.BOUNCE
    if str(message.get("Auto-Submitted", "no")).lower() != "no":
        return Kind.AUTO_REPLY
    return Kind.LIST if message.get("List-Id") else Kind.WRITTEN
