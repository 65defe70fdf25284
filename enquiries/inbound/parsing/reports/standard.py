"""Reports in the form that standards give them: of delivery (RFC 3464), of spam (RFC 5965), of reading (RFC 8098)."""

import re
from collections.abc import Iterator

from enquiries.inbound.parsing.incoming import Kind, Report
from enquiries.inbound.parsing.mime import charsets
from enquiries.inbound.parsing.mime.addresses import mailboxes
from enquiries.inbound.parsing.mime.headers import Headers, split
from enquiries.inbound.parsing.mime.identity import message_ids
from enquiries.inbound.parsing.mime.parts import Part

DELIVERY = ("message/delivery-status", "message/global-delivery-status")
READING = ("message/disposition-notification", "message/global-disposition-notification")
FEEDBACK = "message/feedback-report"
RETURNED = (
    "message/rfc822",
    "message/global",
    "text/rfc822-headers",
    "message/rfc822-headers",
    "message/global-headers",
)
STATUS = re.compile(r"[245]\.\d{1,3}\.\d{1,3}")
IS_SPAM = ("abuse", "fraud", "virus", "opt-out", "opt-out-list", "other", "")
LONGEST_SAID = 500
BLOCK_END = re.compile(rb"\r?\n(?:[ \t]*\r?\n)+")
MOST_BLOCKS = 50
MESSAGE_ID = re.compile(r"^[ \t>]*Message-ID:\s*(<[^<>\s]+>)", re.IGNORECASE | re.MULTILINE)
LONGEST_SEARCHED = 1_000_000


def kind_and_report(mail: Part) -> tuple[Kind, Report | None] | None:
    """What a report says, and of what kind it makes the mail; None for a mail that is no such report."""
    for part in mail.walk():
        if part.content_type in DELIVERY:
            return _of_delivery(mail, part)
        if part.content_type == FEEDBACK:
            return _of_feedback(mail, part)
        if part.content_type in READING:
            return Kind.AUTO_REPLY, None
    return None


def _of_delivery(mail: Part, part: Part) -> tuple[Kind, Report | None] | None:
    """The worst that it says of any recipient; relayed, expanded and delivered mail is nothing to act on."""
    blocks = list(_blocks(part.content))
    found = [(action, block) for block in blocks if (action := block.value("action"))]
    actions = dict(reversed(found))
    if not found:
        return None
    worst = next((action for action in ("failed", "delayed") if action in actions), "")
    if not worst:
        return Kind.AUTO_REPLY, None
    block = actions[worst]
    status = STATUS.search(block.raw("status"))
    report = Report(
        original_message_id=original_message_id(mail, blocks),
        recipient=_recipient(block),
        status=status[0] if status else "",
        is_permanent=worst == "failed" and not (status and status[0].startswith("4")),
        said=said(block.text("diagnostic-code").partition(";")[2] or block.text("diagnostic-code")),
    )
    return (Kind.BOUNCE if worst == "failed" else Kind.DELAY), report


def _of_feedback(mail: Part, part: Part) -> tuple[Kind, Report | None]:
    headers = Headers(tuple(field for block in _blocks(part.content) for field in block.fields))
    if headers.value("feedback-type") not in IS_SPAM:
        return Kind.AUTO_REPLY, None
    recipient = next((each.address for each in mailboxes(headers.raw("original-rcpt-to"))), "")
    report = Report(
        original_message_id=original_message_id(mail, [headers]),
        recipient=recipient,
        said=said(headers.text("feedback-type")),
    )
    return Kind.COMPLAINT, report


def _blocks(content: bytes) -> Iterator[Headers]:
    """The groups of fields of a report; some programs encode or indent them."""
    for block in BLOCK_END.split(content.strip(), MOST_BLOCKS)[:MOST_BLOCKS]:
        yield split(block.lstrip() + b"\n\n")[0]


def _recipient(block: Headers) -> str:
    for name in ("original-recipient", "final-recipient"):
        value = block.raw(name)
        if found := mailboxes(value.partition(";")[2] if ";" in value else value):
            return found[0].address
    return ""


def said(text: str) -> str:
    return " ".join(text.split())[:LONGEST_SAID]


def original_message_id(mail: Part, blocks: list[Headers]) -> str:
    """The ID of the mail that a report is about: from its headers if they came back, or from what else names it."""
    for part in mail.walk():
        if part.content_type in RETURNED and (
            found := message_ids(split(part.content[:LONGEST_SEARCHED])[0], "message-id")
        ):
            return found[0]
    for block in blocks:
        if found := message_ids(block, "x-original-message-id", "original-message-id"):
            return found[0]
    return _in_text(mail) or next(
        iter(message_ids(mail.headers, "in-reply-to", "references", "x-ms-exchange-parent-message-id")), ""
    )


def _in_text(mail: Part) -> str:
    """Out of headers that were written into the text, by programs that return no part of their own."""
    for part in mail.walk():
        if part.parts or not part.content_type.startswith(("text/", "message/")):
            continue
        text = charsets.text_of(part.content[:LONGEST_SEARCHED], part.label)
        if found := MESSAGE_ID.search(text):
            return found[1]
    return ""
