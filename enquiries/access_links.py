"""The signed links by which an enquirer opens the confirmation and their own page. Each ends (docs/privacy.md)."""

import hashlib
import re
import time
from contextlib import suppress
from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.core.signing import BadSignature, SignatureExpired, Signer, TimestampSigner
from django.urls import reverse
from django.utils import timezone

from articles.lib.urls import absolute
from enquiries.models import Enquiry, State

CONFIRMATION_SECONDS = 24 * 60 * 60
CONFIRMATION_SALT = "enquiries.sent"
LIFETIME = timedelta(days=90)

REFERENCE, SIGNED = "(?P<reference>[A-Z2-9]{8})", r"[-\w]{43}"
TOKEN = re.compile(rf"{REFERENCE}(?P<day>:\w{{1,8}})?:{SIGNED}", re.ASCII)


class DaySigner(TimestampSigner):
    """Signs the day, not the second: all links of one day are one link."""

    def timestamp(self) -> str:
        """The beginning of the day (UTC)."""
        day = timedelta(days=1).total_seconds()
        return signing.b62_encode(int(time.time() // day * day))


def status_link(enquiry: Enquiry) -> str:
    """The address of the enquirer's own page. It works for this e-mail address, for `LIFETIME`, or until erasure."""
    return absolute(reverse("enquiries:status", args=[status_token(enquiry)]))


def status_token(enquiry: Enquiry) -> str:
    """The signed part of the link: anybody who has it can see and change what we hold."""
    return _signer(_marks(enquiry)[0]).sign(enquiry.reference)


def find(token: str) -> Enquiry | None:
    """The enquiry that a link opens; none for a link that we did not make, or that no longer works."""
    enquiry = _named(token)
    return enquiry if enquiry and _was_for(enquiry, _marks(enquiry), token, LIFETIME) else None


def find_expired(token: str) -> Enquiry | None:
    """The enquiry that a link opened until it became too old."""
    enquiry = _named(token)
    return enquiry if enquiry and _was_for(enquiry, _marks(enquiry), token) and not find(token) else None


def note_end(enquiry: Enquiry) -> None:
    """Remembers which links were ours, as a hash. Call it before the address changes; the caller saves `ended_links`."""
    enquiry.ended_links = [*enquiry.ended_links, *_marks(enquiry)]


def find_ended(token: str) -> Enquiry | None:
    """The enquiry that a link opened until its address was corrected. Who has the link may know that, and no more."""
    enquiry = _named(token)
    return enquiry if enquiry and _was_for(enquiry, enquiry.ended_links, token) else None


def replaced(text: str, enquiry: Enquiry) -> str:
    """The text of a mail with the link of today in place of an older one to the same enquiry."""
    before, after = absolute(reverse("enquiries:status", args=["token"])).split("token")
    older = rf"{re.escape(before)}{re.escape(enquiry.reference)}(:\w{{1,8}})?:{SIGNED}{re.escape(after)}"
    return re.sub(older, status_link(enquiry), text, flags=re.ASCII)


def confirmation_token(enquiry: Enquiry) -> str:
    """The signed part of the link to the confirmation, which works for a day."""
    return signing.dumps(enquiry.reference, salt=CONFIRMATION_SALT)


def find_confirmed(token: str) -> Enquiry | None:
    """The enquiry that such a link confirms; none for a link that we did not make. Raises `SignatureExpired`."""
    try:
        reference = signing.loads(token, salt=CONFIRMATION_SALT, max_age=CONFIRMATION_SECONDS)
    except SignatureExpired:
        raise
    except BadSignature:
        return None
    return _not_erased(reference)


def _named(token: str) -> Enquiry | None:
    match = TOKEN.fullmatch(token)
    return _not_erased(match["reference"]) if match else None


def _not_erased(reference: str) -> Enquiry | None:
    kept = Enquiry.objects.exclude(state=State.ERASED).select_related("owner", "team")
    return kept.filter(reference=reference).first()


def _was_for(enquiry: Enquiry, marks: list[str], token: str, lifetime: timedelta | None = None) -> bool:
    """Whether one of the marks made the link, within the lifetime. Links of earlier versions name no day: they are as
    old as their enquiry.
    """
    if token.count(":") == 1:
        return _digest(token) in marks and (lifetime is None or timezone.now() - enquiry.received_at <= lifetime)
    for mark in marks:
        with suppress(BadSignature):
            _signer(mark).unsign(token, max_age=lifetime)
            return True
    return False


def _marks(enquiry: Enquiry) -> list[str]:
    """What stands for the e-mail address in its links, by each key, the newest first.

    If a typing slip sent the mail to somebody else, correcting it shuts them out.
    """
    salt = f"enquiries.status {enquiry.email}"
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return [_digest(Signer(key=key, salt=salt).sign(enquiry.reference)) for key in keys]


def _signer(mark: str) -> DaySigner:
    return DaySigner(salt=f"enquiries.status {mark}")


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
