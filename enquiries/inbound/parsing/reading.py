"""Raw mail into one plain value."""

from collections.abc import Iterator

from enquiries.inbound.parsing import bodies, files, kinds
from enquiries.inbound.parsing.incoming import Incoming
from enquiries.inbound.parsing.mime import identity
from enquiries.inbound.parsing.mime.addresses import Mailbox, mailboxes, recipients
from enquiries.inbound.parsing.mime.parts import DEEPEST, MOST_PARTS, Part, take_apart
from enquiries.inbound.parsing.reports import prose
from enquiries.inbound.parsing.words.folding import folded
from enquiries.inbound.parsing.words.lines import joined
from enquiries.inbound.parsing.words.sanitising import sanitised

LONGEST_SUBJECT = 998
PKCS7 = ("application/pkcs7-mime", "application/x-pkcs7-mime")


def read(raw: bytes) -> Incoming:
    """What the mail says. Never raises, whatever the bytes are: what cannot be read is of the kind `UNREADABLE`."""
    mail = take_apart(raw)
    body = bodies.of(mail)
    whole = joined(body.lines)
    kind, report = kinds.of(mail, whole)
    text, quoted = prose.parted(whole) if report else folded(body.lines)
    sender = _sender(mail)
    return Incoming(
        kind=kind,
        message_id=next(iter(identity.message_ids(mail.headers, "message-id")), ""),
        in_reply_to=identity.message_ids(mail.headers, "in-reply-to", "references"),
        sender=sender.address,
        sender_name=sender.name,
        recipients=recipients(mail.headers),
        subject=mail.headers.text("subject")[:LONGEST_SUBJECT],
        sent_at=identity.sent_at(mail.headers),
        text=text,
        quoted=quoted,
        html="\n".join(filter(None, map(sanitised, body.html))),
        files=files.of(mail, body.files),
        report=report,
        remarks=tuple(_remarks(mail, body)),
    )


def _sender(mail: Part) -> Mailbox:
    """The first author; where nobody is named, whoever sent it for them."""
    found = (mailbox for name in ("from", "sender") for value in mail.headers.all(name) for mailbox in mailboxes(value))
    return next(found, Mailbox(mail.headers.text("from")[:LONGEST_SUBJECT], ""))


def _remarks(mail: Part, body: bodies.Body) -> Iterator[str]:
    """Sentences for staff on what could not be read."""
    parts = list(mail.walk())
    types = {part.content_type for part in parts}
    if any(part.content_type in PKCS7 and _is_sealed(part) for part in parts):
        yield "This mail is encrypted with S/MIME and cannot be read here. It is kept as a file."
    elif types & set(PKCS7):
        yield "This mail is signed with S/MIME in a form that is not opened here. Its words are in the file."
    if "multipart/encrypted" in types or any("-----BEGIN PGP MESSAGE-----" in line.text for line in body.lines):
        yield "This mail is encrypted with PGP and cannot be read here. It is kept as it came."
    if "application/ms-tnef" in types or any(file.endswith("winmail.dat") for file in map(bodies.name_said, parts)):
        yield "Outlook has packed what came with this mail into the file winmail.dat, which is not opened here."
    if body.is_cut:
        yield "This mail is too long to be shown whole. All of it is in the file."
    if any(part.is_rest for part in parts):
        yield f"This mail has more than {MOST_PARTS} parts, or parts more than {DEEPEST} deep. The rest is kept in one file."


def _is_sealed(part: Part) -> bool:
    """RFC 8551, section 3.2.2; without the parameter, it is taken for what is most often sent."""
    return "signed" not in part.headers.parameter("content-type", "smime-type")
