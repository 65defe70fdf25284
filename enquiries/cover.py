"""Who is away, and who answers for them.

Every question is asked of one `Cover`, read once for what is done with it, so that no list costs a query a row.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from enquiries.models import Absence


@dataclass(frozen=True)
class Cover:
    """The absences of one day, by the number of who is away."""

    absences: dict[int, Absence]

    def absence_of(self, person: Any) -> Absence | None:
        return self.absences.get(person.pk) if person else None

    def answering_for(self, person: Any) -> Any:
        """The person, or whoever stands in for them by way of all who are away too; nobody if that leads to nobody."""
        asked = set()
        while person and person.is_active and (absence := self.absences.get(person.pk)):
            if person.pk in asked:  # they stand in for one another, and all are away
                return None
            asked.add(person.pk)
            person = absence.stand_in
        return person if person and person.is_active else None

    def stood_in_by(self, user: Any) -> list[Any]:
        """The people who are away, and for whom the user answers meanwhile."""
        return [
            absence.person
            for absence in self.absences.values()
            if user.pk not in self.absences and self.answering_for(absence.person) == user
        ]


def on(day: date) -> Cover:
    """The cover of a day, in one query."""
    found = Absence.objects.filter(first_day__lte=day, last_day__gte=day).select_related("person", "stand_in")
    return Cover({absence.person_id: absence for absence in found})


def today() -> Cover:
    return on(timezone.localdate())
