"""The signed links by which an enquirer opens the confirmation and their own page."""

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
    match = TOKEN.fullmatch(token)
    enquiry = match and _not_erased(match["reference"])
    if not enquiry:
        return None
    try:
        _signer(enquiry).unsign(token)
    except BadSignature:
        return None
    return enquiry


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


def _not_erased(reference: str) -> Enquiry | None:
    kept = Enquiry.objects.exclude(state=State.ERASED).select_related("owner", "team")
    return kept.filter(reference=reference).first()


def _signer(enquiry: Enquiry) -> Signer:
    """Bound to the e-mail address: if a typing slip sent the mail to somebody else, correcting it shuts them out."""
    return Signer(salt=f"enquiries.status {enquiry.email}")
