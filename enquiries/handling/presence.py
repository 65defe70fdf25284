"""Who else is writing to the same enquirer at this moment, so that two do not write the same."""

from datetime import timedelta
from typing import Any

from django.db.models.functions import Now

from enquiries.models import Enquiry, WritingNow
from enquiries.teams import name_of

# A page tells that it is open every quarter of a minute (static/js/reply.js), and once where scripts do not run.
SEEN_FOR = timedelta(minutes=1)
FORGOTTEN_AFTER = timedelta(hours=1)


def note(enquiry: Enquiry, person: Any) -> list[str]:
    """Notes that the person has the page open; returns the names of the others who have."""
    WritingNow.objects.filter(seen_at__lt=Now() - FORGOTTEN_AFTER).delete()
    WritingNow.objects.update_or_create(enquiry=enquiry, person=person, defaults={"seen_at": Now()})
    others = enquiry.writing_now.filter(seen_at__gt=Now() - SEEN_FOR).exclude(person=person)
    return [name_of(one.person) for one in others.select_related("person").order_by("pk")]


def leave(enquiry: Enquiry, person: Any) -> None:
    """The person has finished."""
    enquiry.writing_now.filter(person=person).delete()
