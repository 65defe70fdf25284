"""An enquirer's answers in words."""

from collections.abc import Iterable

from django.contrib.admin.utils import label_for_field
from django.utils.text import capfirst

from enquiries.models import Enquiry

# What decides who answers, and how: all but who they are, how to reach them and what they wrote.
WANTED = (
    "organisation",
    "role_to_fill",
    "engagement",
    "urgency",
    "role_sought",
    "location",
    "right_to_work",
    "reply_by",
    "reply_when",
)


def in_words(enquiry: Enquiry, names: Iterable[str]) -> list[tuple[str, str]]:
    """Those of the questions that were answered, each with the answer."""
    return [(capfirst(str(label_for_field(name, Enquiry))), words) for name in names if (words := said(enquiry, name))]


def said(enquiry: Enquiry, name: str) -> str:
    """One answer in words; empty without one."""
    if name == "phone":
        return enquiry.phone_in_words
    display = getattr(enquiry, f"get_{name}_display", None)
    return str(display()) if display else getattr(enquiry, name)
