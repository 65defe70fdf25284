"""Phone numbers as people give them: kept so that they can be dialled where they can be read, and as typed where not."""

import re
from collections.abc import Iterator

import phonenumbers
from phonenumbers import Leniency, PhoneNumber, PhoneNumberFormat, PhoneNumberMatcher

REGION = "GB"
LONGEST = 100
# What `kept` makes of a number that it could read: E.164, and an extension as RFC 3966 writes it.
READ = re.compile(r"\+\d+(?:;ext=\d+)?")
SHORTEST = 7  # fewer digits are a time or a year rather than a number that no network has
LETTER = re.compile(r"[^\W\d_]")


def kept(text: str) -> str:
    """The number to store: `+441614960000` or `+441614960000;ext=123`; the text as it is when it says anything else."""
    text = text[:LONGEST].strip()
    try:
        number = phonenumbers.parse(text, REGION)
    except phonenumbers.NumberParseException:
        return text
    return _written(number) if phonenumbers.is_valid_number(number) and not _says_more(text) else text


def numbers(stored: str) -> list[str]:
    """Every number in what is stored, as `kept` writes it; those that no network has only where there is no other."""
    if READ.fullmatch(stored):
        return [stored]
    possible = (one for one in _found(stored, Leniency.POSSIBLE) if len(str(one.national_number)) >= SHORTEST)
    found = list(_found(stored, Leniency.VALID)) or list(possible)
    return list(dict.fromkeys(_written(number) for number in found))


def in_words(stored: str) -> str:
    """What is stored, for people: `+44 161 496 0000 ext. 123`."""
    number, _, extension = stored.partition(";ext=")
    try:
        read = phonenumbers.parse(number) if READ.fullmatch(stored) else None
    except phonenumbers.NumberParseException:
        read = None
    if not read:
        return stored
    spaced = phonenumbers.format_number(read, PhoneNumberFormat.INTERNATIONAL)
    return f"{spaced} ext. {extension}" if extension else spaced


def link(stored: str) -> str:
    """The address that makes a phone dial the first number (RFC 3966); empty when none can be read."""
    found = numbers(stored)
    return f"tel:{found[0]}" if found else ""


def _says_more(text: str) -> bool:
    """Whether there are words beside the number, which storing the number alone would lose."""
    for match in PhoneNumberMatcher(text, REGION):
        text = text.replace(match.raw_string, "")
    return bool(LETTER.search(text.casefold().replace("tel:", "")))


def _found(text: str, leniency: int) -> Iterator[PhoneNumber]:
    for match in PhoneNumberMatcher(text, REGION, leniency=leniency):
        yield match.number


def _written(number: PhoneNumber) -> str:
    plain = f"+{number.country_code}{phonenumbers.national_significant_number(number)}"
    return f"{plain};ext={number.extension}" if number.extension else plain
