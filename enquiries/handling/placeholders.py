"""The placeholders of reply templates. Only these names are replaced, in one pass: what an enquirer wrote is never read
as a placeholder, and nothing is looked up on any object."""

import re
from typing import Any

from articles.lib.people import name_of
from enquiries.models import Enquiry

NAMES = ("name", "reference", "guide", "consultant")
PLACEHOLDER = re.compile(r"\{(\w+)\}")


def values(enquiry: Enquiry, consultant: Any) -> dict[str, str]:
    return {
        "name": enquiry.name,
        "reference": enquiry.reference,
        "guide": f"“{enquiry.guide}”" if enquiry.guide else "our website",
        "consultant": name_of(consultant),
    }


def fill(text: str, filled: dict[str, str]) -> str:
    """The text with its placeholders filled in; braces around anything else stay as they are."""
    return PLACEHOLDER.sub(lambda match: filled.get(match[1], match[0]), text)


def unknown(text: str) -> list[str]:
    """The placeholders of a text that would not be filled in."""
    return [match[0] for match in PLACEHOLDER.finditer(text) if match[1] not in NAMES]
