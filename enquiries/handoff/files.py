"""The CV and the other files that an enquirer sent, for a receiver that may have them: by a link that works for a day."""

from datetime import timedelta
from typing import Any, NamedTuple

from django.core import signing
from django.core.signing import BadSignature, SignatureExpired
from django.urls import reverse

from articles.lib.urls import absolute
from enquiries.models import CV, Attachment, Enquiry, Handoff, Scan
from enquiries.scanning import verdicts

LIFETIME = timedelta(days=1)
SALT = "enquiries.handoff.file"
IS_CV = 0


class NoSuchLink(Exception):
    """We never made this link."""


class Gone(Exception):
    """The link worked once, or the file may not leave any more."""


class NotYet(Exception):
    """The file waits for the virus scanner."""


class Sent(NamedTuple):
    """A file without its content, and the number by which a link names it."""

    number: int
    name: str
    content_type: str
    size: int
    scan: Scan
    file: CV | Attachment


def of(enquiry: Enquiry) -> list[Sent]:
    """The CV, if there is one, and what else came from the enquirer."""
    cv = CV.objects.select_related("enquiry").defer("content").filter(enquiry=enquiry).first()
    others = enquiry.attachments.filter(added_by=None).defer("content")
    sent = [_sent(IS_CV, cv.download_name, cv)] if cv else []
    return [*sent, *(_sent(other.pk, other.name, other) for other in others)]


def link(handoff: Handoff, number: int) -> str:
    """The address under which the receiver gets the file."""
    token = signing.dumps([handoff.pk, number], salt=SALT)
    return absolute(reverse("enquiries:handed_off_file", args=[token]))


def find(token: str) -> tuple[Any, Sent]:
    """What a link leads to. Raises `NoSuchLink`, `Gone` or `NotYet`."""
    try:
        key, number = signing.loads(token, salt=SALT, max_age=LIFETIME)
    except SignatureExpired as error:
        raise Gone from error
    except BadSignature as error:
        raise NoSuchLink from error
    handoff = Handoff.objects.select_related("receiver", "enquiry").filter(pk=key).first()
    return _allowed(handoff, number)


def _allowed(handoff: Any, number: int) -> tuple[Any, Sent]:
    if handoff is None or not handoff.receiver.with_files or not handoff.may_leave():
        raise Gone
    found = next((file for file in of(handoff.enquiry) if file.number == number), None)
    if found is None or found.scan == Scan.INFECTED:
        raise Gone
    if not verdicts.may_leave(found.file):
        raise NotYet
    return handoff, found


def _sent(number: int, name: str, file: CV | Attachment) -> Sent:
    return Sent(number, name, file.content_type, file.size, Scan(file.scan), file)
