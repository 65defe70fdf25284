"""Who is away, for the pages that show who has an enquiry."""

from typing import Any

from django import template

from enquiries.cover import Cover
from enquiries.models import Absence

register = template.Library()


@register.filter
def absence_of(cover: Cover, person: Any) -> Absence | None:
    """The absence of the person on the day of the cover."""
    return cover.absence_of(person)
