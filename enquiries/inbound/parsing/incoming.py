"""What a mail that came in says, as plain values."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Kind(StrEnum):
    """Who or what wrote a mail, which decides what becomes of it."""

    WRITTEN = "written"  # by a person
    AUTO_REPLY = "auto_reply"  # RFC 3834: out of office, received with thanks, read receipts
    BOUNCE = "bounce"  # RFC 3464: our mail did not arrive
    DELAY = "delay"  # RFC 3464: our mail has not arrived yet
    COMPLAINT = "complaint"  # RFC 5965: our mail was marked as spam
    LIST = "list"  # a mailing list, a newsletter and the like
    UNREADABLE = "unreadable"  # no mail at all, or a broken one


@dataclass(frozen=True, kw_only=True, slots=True)
class IncomingFile:
    """A file that came with a mail. `is_inline` says that it is shown within the text, as the pictures of signatures are."""

    name: str
    content_type: str
    content: bytes
    is_inline: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """What became of a mail of ours: a bounce, a delay or a complaint. Empty where the report does not say.

    `original_message_id` is that of our mail, in its angle brackets; `status` is an enhanced status code (RFC 3463).
    """

    original_message_id: str = ""
    recipient: str = ""
    status: str = ""
    is_permanent: bool = True
    said: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Incoming:
    """One mail. Every word of it that is visible stands in `text` or in `quoted`.

    `message_id` and `in_reply_to` keep their angle brackets. `text` is what was written, without what it answers;
    `quoted` is the rest, such as quoted history and signatures. `html` is the whole text, sanitised, where the mail has
    HTML. `remarks` are sentences for staff on what could not be read.
    """

    kind: Kind
    message_id: str = ""
    in_reply_to: tuple[str, ...] = ()
    sender: str = ""
    sender_name: str = ""
    recipients: tuple[str, ...] = ()
    subject: str = ""
    sent_at: datetime | None = None
    text: str = ""
    quoted: str = ""
    html: str = ""
    files: tuple[IncomingFile, ...] = ()
    report: Report | None = None
    remarks: tuple[str, ...] = ()
