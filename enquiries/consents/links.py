"""The signed link in each mail of the mailing tool by which its reader stops them (RFC 8058).

It does not end by age, and works when the enquiry is erased: whoever gets such a mail must be able to stop it.
"""

import re
from typing import NamedTuple

from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.urls import reverse

from articles.lib.urls import absolute
from enquiries.consents import marks, suppression, verbs
from enquiries.models import Enquiry, State, Suppression

SALT = "enquiries.unsubscribe"
NAMED = re.compile(r"(?P<reference>[A-Z2-9]{8})\.(?P<key>[0-9a-f]{8})\.(?P<mark>[0-9a-f]{64})", re.ASCII)
Reason = Suppression.Reason


class Named(NamedTuple):
    """What a link names: the enquiry, and its address at that time as a hash by some key."""

    reference: str
    key: str
    mark: str


def link(enquiry: Enquiry) -> str:
    """The address that stops news to the enquirer's e-mail address, now and after erasure."""
    return absolute(reverse("enquiries:unsubscribe", args=[token(enquiry)]))


def token(enquiry: Enquiry) -> str:
    """The signed part of the link."""
    return Signer(salt=SALT).sign(".".join((enquiry.reference, marks.key_in_use(), marks.mark(enquiry.email))))


def read(token: str) -> Named | None:
    """What a link of ours names; none for any other."""
    try:
        named = NAMED.fullmatch(Signer(salt=SALT).unsign(token))
    except BadSignature:
        return None
    return Named(*named.groups()) if named else None


def is_done(named: Named) -> bool:
    """Whether no news is sent to the address any more."""
    if enquiry := _enquiry(named):
        return suppression.of(enquiry.email) is not None
    return Suppression.objects.filter(mark=named.mark).exists()


@transaction.atomic
def unsubscribe(named: Named) -> None:
    """Ends consent for the address of the link. If its enquiry is erased or has another address now, the hash is enough."""
    if enquiry := _enquiry(named):
        verbs.end(enquiry, Reason.WITHDRAWN)
    else:
        suppression.add_mark(named.mark, named.key, Reason.WITHDRAWN)


def _enquiry(named: Named) -> Enquiry | None:
    enquiry = Enquiry.objects.exclude(state=State.ERASED).filter(reference=named.reference).first()
    return enquiry if enquiry and named.mark in marks.marks(enquiry.email) else None
