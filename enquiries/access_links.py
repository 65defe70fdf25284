"""The signed links by which an enquirer opens the confirmation and their own page."""

import hashlib
import re

from django.core import signing
from django.core.signing import BadSignature, Signer
from django.urls import reverse

from articles.lib.urls import absolute
from enquiries.models import Enquiry, State

CONFIRMATION_SECONDS = 24 * 60 * 60
CONFIRMATION_SALT = "enquiries.sent"

TOKEN = re.compile(r"(?P<reference>[A-Z2-9]{8}):[-\w]{43}", re.ASCII)


def status_link(enquiry: Enquiry) -> str:
    """The address of the enquirer's own page. It works for this e-mail address, until the enquiry is erased."""
    return absolute(reverse("enquiries:status", args=[status_token(enquiry)]))


def status_token(enquiry: Enquiry) -> str:
    """The signed part of the link: anybody who has it can see and change what we hold."""
    return _signer(enquiry).sign(enquiry.reference)


def find(token: str) -> Enquiry | None:
    """The enquiry that a link opens; none for a link that we did not make, or that no longer works."""
    enquiry = _named(token)
    if not enquiry:
        return None
    try:
        _signer(enquiry).unsign(token)
    except BadSignature:
        return None
    return enquiry


def note_end(enquiry: Enquiry) -> None:
    """Remembers that today's link was ours, as a hash. Call it before the address changes; the caller saves `ended_links`."""
    enquiry.ended_links = [*enquiry.ended_links, _digest(status_token(enquiry))]


def find_ended(token: str) -> Enquiry | None:
    """The enquiry that a link opened until its address was corrected. Who has the link may know that, and no more."""
    enquiry = _named(token)
    return enquiry if enquiry and _digest(token) in enquiry.ended_links else None


def confirmation_token(enquiry: Enquiry) -> str:
    """The signed part of the link to the confirmation, which works for a day."""
    return signing.dumps(enquiry.reference, salt=CONFIRMATION_SALT)


def find_confirmed(token: str) -> Enquiry | None:
    """The enquiry that such a link confirms; none for a link that we did not make, or that no longer works."""
    try:
        reference = signing.loads(token, salt=CONFIRMATION_SALT, max_age=CONFIRMATION_SECONDS)
    except BadSignature:
        return None
    return _not_erased(reference)


def _named(token: str) -> Enquiry | None:
    match = TOKEN.fullmatch(token)
    return _not_erased(match["reference"]) if match else None


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _not_erased(reference: str) -> Enquiry | None:
    kept = Enquiry.objects.exclude(state=State.ERASED).select_related("owner", "team")
    return kept.filter(reference=reference).first()


def _signer(enquiry: Enquiry) -> Signer:
    """Bound to the e-mail address: if a typing slip sent the mail to somebody else, correcting it shuts them out."""
    return Signer(salt=f"enquiries.status {enquiry.email}")
