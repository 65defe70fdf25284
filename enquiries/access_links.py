"""The signed link by which an enquirer opens their own page."""

import re

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse

from enquiries.models import Enquiry, State

TOKEN = re.compile(r"(?P<reference>[A-Z2-9]{8}):[-\w]{43}", re.ASCII)


def status_link(enquiry: Enquiry) -> str:
    """The address of the enquirer's own page. It works for this e-mail address, until the enquiry is erased."""
    return settings.SITE_URL + reverse("enquiries:status", args=[status_token(enquiry)])


def status_token(enquiry: Enquiry) -> str:
    """The signed part of the link: whoever has it may see and change what we hold."""
    return _signer(enquiry).sign(enquiry.reference)


def find(token: str) -> Enquiry | None:
    """The enquiry that a link opens; none for a link that we did not make, or that is of use no more."""
    match = TOKEN.fullmatch(token)
    enquiry = match and Enquiry.objects.exclude(state=State.ERASED).filter(reference=match["reference"]).first()
    if not enquiry:
        return None
    try:
        _signer(enquiry).unsign(token)
    except BadSignature:
        return None
    return enquiry


def _signer(enquiry: Enquiry) -> Signer:
    """Bound to the e-mail address: whoever got the mail by a slip in it is shut out once it is corrected."""
    return Signer(salt=f"enquiries.status {enquiry.email}")
