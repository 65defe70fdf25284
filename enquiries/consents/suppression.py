"""The list of addresses that get no news from us (UK GDPR, articles 7(3) and 21(3)).

What is on it is not erased with an enquiry: without it, an address that is entered again would be written to again.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from enquiries.consents import marks
from enquiries.models import Suppression

Reason = Suppression.Reason


def add(address: str, reason: Suppression.Reason, by: Any = None) -> Suppression:
    """Puts the address on the list, or leaves it there, and returns its line. An objection stays one, whatever is withdrawn
    after it.
    """
    line = of(address)
    if line and line.reason in (reason, Reason.OBJECTED):
        return line
    lift(address)
    return add_mark(marks.mark(address), marks.key_in_use(), reason, by)


def add_mark(mark: str, made_with: str, reason: Suppression.Reason, by: Any = None) -> Suppression:
    """The same for a hash, and the name of the key that made it."""
    line = {"made_with": made_with, "reason": reason, "since": timezone.localdate(), "added_by": by}
    return Suppression.objects.get_or_create(mark=mark, defaults=line)[0]


def of(address: str) -> Suppression | None:
    """The line of an address, by any key that still counts."""
    return among([address]).get(address)


def among(addresses: Iterable[str]) -> dict[str, Suppression]:
    """Those of the addresses that are on the list, with their lines; one query."""
    spelled: dict[str, list[str]] = {}
    for address in set(addresses):
        for mark in marks.marks(address):
            spelled.setdefault(mark, []).append(address)
    lines = Suppression.objects.filter(mark__in=spelled)
    return {address: line for line in lines for address in spelled[line.mark]}


def lift(address: str, *, only: Suppression.Reason | None = None) -> None:
    """Takes the address off the list; with `only`, just where it is there for that reason."""
    lines = Suppression.objects.filter(mark__in=marks.marks(address))
    (lines.filter(reason=only) if only else lines).delete()


def follow(old: str, new: str) -> None:
    """An objection is the person's, not the address's: it goes along to their corrected address."""
    line = of(old)
    if line and line.reason == Reason.OBJECTED:
        add(new, Reason.OBJECTED)


def without_key() -> QuerySet[Suppression]:
    """The lines that no address can be compared with any more, since their key is named nowhere."""
    return Suppression.objects.exclude(made_with__in=marks.keys_that_count())
