"""Which member of a team gets an enquiry, where a rule gives it to one of them rather than to all."""

from typing import Any

from django.db.models import Count, Max

from enquiries import cover, teams
from enquiries.models import Assignment, Enquiry, Team, Turn


def next_of(team: Team, assignment: str) -> Any:
    """The member whose turn it is, which is then over; nobody if there is none who is here today.

    Call it in the transaction that gives them the enquiry. By rota it is who has waited longest for one: whoever joins or
    comes back is next, and once. By load it is who has the fewest in hand, of those who has waited longest.
    """
    # Two enquiries at once: the second waits here until the first is given. Writing rows that point at the team does not wait.
    Team.objects.select_for_update(no_key=True).get(pk=team.pk)
    away = cover.today()
    members = [person for person in teams.consultants().filter(teams=team) if not away.absence_of(person)]
    if not members:
        return None
    turns = dict(team.turns.values_list("person", "number"))
    loads = _loads(members) if assignment == Assignment.LOAD else {}
    chosen = min(members, key=lambda person: (loads.get(person.pk, 0), turns.get(person.pk, 0), person.pk))
    last = team.turns.aggregate(last=Max("number", default=0))["last"]
    Turn.objects.update_or_create(team=team, person=chosen, defaults={"number": last + 1})
    return chosen


def _loads(people: list[Any]) -> dict[int, int]:
    """How many enquiries each has in hand."""
    held = Enquiry.objects.in_hand().filter(owner__in=people, is_synthetic=False)
    return dict(held.order_by().values_list("owner").annotate(number=Count("pk")))
