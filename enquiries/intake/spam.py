"""Does an enquiry look like spam? Reasons that a consultant understands; docs/spam.md lists them.

Each sign has a weight, and it takes several: the usual ones happen to honest people too. What looks like spam is kept and
quarantined, never dropped, because together they can still be wrong.
"""

from datetime import timedelta
from typing import Any

from django.core import signing
from django.db.models.functions import Now

from enquiries.intake import throttle
from enquiries.intake.suspicion import evidence, texts
from enquiries.intake.suspicion.evidence import Circumstances
from enquiries.intake.suspicion.signs import HELD_FROM, Found, Sign
from enquiries.models import Enquiry

FASTEST = timedelta(seconds=3)
OLDEST = timedelta(hours=24)
LOOK_BACK = timedelta(days=7)
SHORT = 40  # characters; "Please call me" is written by many

_signer = signing.TimestampSigner(salt="enquiries.form")


def stamp() -> str:
    """The signed time for a form's hidden field. A form that is shown again keeps the one it came with."""
    return _signer.sign("form")


def reasons(answers: dict[str, Any], *, address: str, is_trapped: bool, stamp: str) -> list[str]:
    """Why an enquiry is held, in sentences; empty when what speaks against it does not weigh enough."""
    circumstances = Circumstances(
        is_trapped=is_trapped,
        stamp=fault_of(stamp),
        from_address=throttle.from_address(address),
        from_email=throttle.from_email(answers["email"]),
        same_message=_other_senders(answers["message"], answers["email"]),
    )
    found = list(evidence.signs(answers, circumstances))
    return [one.reason for one in found if one.sign.weight > 0] if weight(found) >= HELD_FROM else []


def why_not_acknowledged(answers: dict[str, Any], *, address: str) -> str:
    """Why an enquiry gets no acknowledgement, empty when it does: that mail may reach somebody who never wrote to us."""
    if throttle.from_email(answers["email"]) >= throttle.MANY_OF_EMAIL:
        return "This e-mail address has had its acknowledgements of the day."
    if throttle.from_address(address) >= throttle.CROWD_PER_HOUR:
        return "Too many enquiries came from the same network address."
    if texts.has_clickable_link(answers["name"]):
        return "The name is a link, which we would send to whoever has this e-mail address."
    return ""


def weight(found: list[Found]) -> int:
    """All signs together."""
    return sum(one.sign.weight for one in found)


def fault_of(stamp: str) -> Sign | None:
    """What is wrong with a form's stamp; None for one of ours that is as old as people make it."""
    if not stamp:
        return Sign.NO_STAMP
    try:
        _signer.unsign(stamp, max_age=OLDEST)
    except signing.SignatureExpired:
        return Sign.DELAY
    except signing.BadSignature:
        return Sign.FORGED_STAMP
    return Sign.HASTE if _is_younger(stamp, FASTEST) else None


def _is_younger(stamp: str, age: timedelta) -> bool:
    try:
        _signer.unsign(stamp, max_age=age)
    except signing.SignatureExpired:
        return False
    return True


def _other_senders(message: str, email: str) -> int:
    """How many other addresses sent the same words; one may be the sender's own, mistyped at first."""
    if len(message) < SHORT:
        return 0
    same = Enquiry.objects.saying(message).filter(received_at__gt=Now() - LOOK_BACK, is_synthetic=False)
    return same.exclude(email__iexact=email).values("email").distinct().count()
