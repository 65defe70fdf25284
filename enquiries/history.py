"""The history of an enquiry: lines that are added and never changed."""

from typing import Any

from enquiries.models import Enquiry, Event


def record(enquiry: Enquiry, kind: Event.Kind, *, by: Any = None, words: str = "") -> Event:
    """Adds a line. Call it in the transaction of what it records; `by` is the member of staff, if one did it."""
    return Event.objects.create(enquiry=enquiry, kind=kind, by=by, words=words)
