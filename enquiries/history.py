"""The history of an enquiry: lines that are added and never changed."""

from datetime import timedelta
from typing import Any

from django.db.models.functions import Now
from django.dispatch import Signal

from enquiries import search
from enquiries.models import Enquiry, Event

SECOND_PRESS = timedelta(minutes=1)

# Sent with each `event` as it is recorded, in the transaction of what it records.
recorded = Signal()


def record(enquiry: Enquiry, kind: Event.Kind, *, by: Any = None, words: str = "") -> Event:
    """Adds a line, and makes the enquiry findable by what a person wrote in it.

    Call it in the transaction of what it records; `by` is the member of staff, if one did it.
    """
    event = Event.objects.create(enquiry=enquiry, kind=kind, by=by, words=words)
    if words and kind in search.WRITTEN:
        search.index_text(enquiry)
    recorded.send(Event, event=event)
    return event


def has_just(enquiry: Enquiry, kind: Event.Kind, *, by: Any, words: str = "") -> bool:
    """Whether the last thing that `by` did to the enquiry was just this: the button was pressed twice.

    Verbs then do nothing, so that the second press gets the first one's answer.
    """
    last = enquiry.events.filter(by=by, at__gt=Now() - SECOND_PRESS).last()
    return last is not None and (last.kind, last.words) == (kind, words)
