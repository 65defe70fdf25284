"""The parts that are files, with a name that can be shown and saved."""

import mimetypes
import re
from collections.abc import Iterator

from enquiries.inbound.parsing import bodies
from enquiries.inbound.parsing.incoming import IncomingFile
from enquiries.inbound.parsing.mime.headers import split
from enquiries.inbound.parsing.mime.parts import Part

CONTENT_ID = re.compile(r"cid:([^\"'\s<>)]+)", re.IGNORECASE)
UNFIT = re.compile(r'[\x00-\x1f\x7f<>:"|?*\u200b-\u200f\u202a-\u202e\u2066-\u2069]')
LONGEST_NAME = 150
# What these are called where they have no name of their own.
NAMES = {
    "application/ms-tnef": "winmail.dat",
    "application/pkcs7-mime": "smime.p7m",
    "application/x-pkcs7-mime": "smime.p7m",
    "application/pkcs7-signature": "smime.p7s",
    "application/pgp-encrypted": "version.asc",
    "application/pgp-signature": "signature.asc",
    "message/delivery-status": "delivery-status.txt",
    "message/global-delivery-status": "delivery-status.txt",
    "message/disposition-notification": "disposition-notification.txt",
    "message/feedback-report": "feedback-report.txt",
    "text/rfc822-headers": "headers.txt",
    "text/calendar": "invitation.ics",
    "text/plain": "text.txt",
    "text/html": "text.html",
}
MAILS = ("message/rfc822", "message/global")


def of(part: Part, found: list[Part]) -> tuple[IncomingFile, ...]:
    """The parts `found` in the mail `part` as files."""
    shown = {name for html in bodies.every_html(part) for name in CONTENT_ID.findall(html)}
    related = {id(child) for each in part.walk() if each.content_type == "multipart/related" for child in each.parts}
    return tuple(_file(each, shown, id(each) in related) for each in found)


def _file(part: Part, shown: set[str], is_related: bool) -> IncomingFile:
    content_id = part.headers.raw("content-id").strip("<> ")
    is_picture = part.content_type.startswith("image/")
    return IncomingFile(
        name=_name(part),
        content_type="application/octet-stream" if part.is_rest else part.content_type,
        content=part.body if part.is_rest else part.content,
        is_inline=bool(content_id) and (content_id in shown or (is_related and is_picture)),
    )


def _name(part: Part) -> str:
    said = UNFIT.sub("", re.split(r"[/\\]", bodies.name_said(part))[-1]).strip(" .")
    return _shortened(said) or next(_named_by_kind(part))


def _named_by_kind(part: Part) -> Iterator[str]:
    if part.is_rest:
        yield "rest.bin"
    if part.content_type in MAILS:
        subject = UNFIT.sub("", split(part.content[:50_000])[0].text("subject").replace("/", " ")).strip(" .")
        yield f"{subject[:100] or 'message'}.eml"
    yield NAMES.get(part.content_type) or f"file{mimetypes.guess_extension(part.content_type) or '.bin'}"


def _shortened(name: str) -> str:
    """The name with its end, by which its kind is known."""
    stem, dot, end = name.rpartition(".")
    return name if len(name) <= LONGEST_NAME else f"{(stem or end)[: LONGEST_NAME - 20]}{dot}{end[-15:]}"
