"""The placeholders of replies. Only these names are replaced, in one pass: what an enquirer wrote is never read
as a placeholder, and nothing is looked up on any object."""

import re
from typing import Any

from articles.lib.people import name_of
from enquiries.handling import signatures
from enquiries.models import Enquiry

NAMES = ("name", "reference", "guide", "consultant", "signature")
# As people type them: in one brace or two, with spaces, in any case.
PLACEHOLDER = re.compile(r"\{+[ \t]*(\w[\w .-]{0,60}?)[ \t]*\}+")
WITHOUT_BRACES = str.maketrans("{}", "()")


def values(enquiry: Enquiry, consultant: Any) -> dict[str, str]:
    """What each stands for; what we do not know is said in other words. None holds what could be read as another."""
    known = {
        "name": enquiry.name or "there",
        "reference": enquiry.reference,
        "guide": f"“{enquiry.guide}”" if enquiry.guide else "our website",
        "consultant": name_of(consultant),
        "signature": signatures.of(consultant),
    }
    return {name: value.translate(WITHOUT_BRACES) for name, value in known.items()}


def fill(text: str, filled: dict[str, str]) -> str:
    """The text with its placeholders filled in; braces around anything else stay as they are."""
    return PLACEHOLDER.sub(lambda match: filled.get(match[1].casefold(), match[0]), text)


def unknown(text: str) -> list[str]:
    """The placeholders of a text that would not be filled in, each once."""
    found = [match[0] for match in PLACEHOLDER.finditer(text) if match[1].casefold() not in NAMES]
    return list(dict.fromkeys(found))


def refusal(text: str) -> str:
    """Why the text cannot be used, naming each of them; empty when it can."""
    known = ", ".join(f"{{{name}}}" for name in NAMES)
    found = unknown(text)
    return f"We cannot fill in {', '.join(found)}. You can use {known}." if found else ""


def is_signed(text: str) -> bool:
    """Whether it says itself who writes."""
    return any(match[1].casefold() in ("consultant", "signature") for match in PLACEHOLDER.finditer(text))
