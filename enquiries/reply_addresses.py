"""The addresses to which our mails are answered: each names its enquiry and is signed, so that nobody can make one up.

An address has to survive mail servers and people who type it: it knows no capitals, no letters that are easily taken for
another, and is short (RFC 5321, section 4.5.3.1.1: 64 octets before the @). What stands in it is

    reference-signature            for the enquirer; for their e-mail address alone, and as long as the enquiry is
    reference-person-signature     for the member of staff who was told of it, or for a team, whoever of it answers

It is the signature that proves that a mail may be answered by. The sender's address in a mail proves nothing.
"""

import base64
import re
from dataclasses import dataclass

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

from enquiries.models import Enquiry
from enquiries.models.enquiry import REFERENCE_LENGTH, REFERENCE_LETTERS

SALT = "enquiries.reply_addresses"
SIGNATURE_BYTES = 10  # 80 bits, 16 letters: guesses come by mail, one by one
PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"  # pragma: allowlist secret - of RFC 4648
LETTERS = str.maketrans(PLAIN, REFERENCE_LETTERS)
LETTER = f"[{REFERENCE_LETTERS}]"
TOKEN = re.compile(
    rf"(?<![A-Z0-9])(?P<reference>{LETTER}{{{REFERENCE_LENGTH}}})-(?:(?P<person>{LETTER}{{1,13}})-)?(?P<signature>{LETTER}{{16}})"
    "(?![A-Z0-9])"
)
A_TEAM = 0


@dataclass(frozen=True, slots=True)
class ReplyAddress:
    """What an address says of itself. `person` is the number of an account, `A_TEAM`, or None for the enquirer."""

    reference: str
    person: int | None
    signature: str

    def is_for(self, enquiry: Enquiry) -> bool:
        """Whether we made it for this enquiry, and for the e-mail address that the enquirer has by now."""
        ours = (_signature(enquiry, self.person, key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS))
        return any(constant_time_compare(self.signature, signature) for signature in ours)


def for_enquirer(enquiry: Enquiry) -> str:
    """Where the enquirer answers to. Call it only where `INBOUND_EMAIL` is set."""
    return _address(enquiry, None)


def for_staff(enquiry: Enquiry, person: int = A_TEAM) -> str:
    """Where the person, or anybody of the team, answers a mail about the enquiry, so that it reaches the enquirer."""
    return _address(enquiry, person)


def read(address: str) -> ReplyAddress | None:
    """What the address says; None when it is no such address. Whether it is ours says `is_for`."""
    match = TOKEN.search(address.rpartition("@")[0].upper())
    return ReplyAddress(match["reference"], _number(match["person"]), match["signature"]) if match else None


def is_ours(address: str) -> bool:
    """Whether mail to the address comes in here, with any token or none: a mail that comes from there is our own."""
    if not settings.INBOUND_EMAIL:
        return False
    before, after = map(re.escape, settings.INBOUND_EMAIL.split("{token}"))
    plain = re.escape(settings.INBOUND_EMAIL.replace("+{token}", "").replace("{token}", ""))
    return bool(re.fullmatch(rf"{before}{TOKEN.pattern}{after}|{plain}", address, re.IGNORECASE))


def _address(enquiry: Enquiry, person: int | None) -> str:
    who = [] if person is None else [_letters(person)]
    token = "-".join([enquiry.reference, *who, _signature(enquiry, person, settings.SECRET_KEY)])
    return str(settings.INBOUND_EMAIL.replace("{token}", token.lower()))


def _signature(enquiry: Enquiry, person: int | None, key: str) -> str:
    who = f"enquirer {enquiry.email}" if person is None else f"staff {person}"
    digest = salted_hmac(SALT, f"{enquiry.reference} {who}", secret=key, algorithm="sha256").digest()
    return base64.b32encode(digest[:SIGNATURE_BYTES]).decode().translate(LETTERS)


def _letters(number: int) -> str:
    digits = ""
    while number or not digits:
        number, digit = divmod(number, len(REFERENCE_LETTERS))
        digits = REFERENCE_LETTERS[digit] + digits
    return digits


def _number(letters: str | None) -> int | None:
    if letters is None:
        return None
    number = 0
    for letter in letters:
        number = number * len(REFERENCE_LETTERS) + REFERENCE_LETTERS.index(letter)
    return number
