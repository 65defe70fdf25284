"""What consultants write below their replies."""

from typing import Any

from articles.outbox import letterhead
from enquiries.models import Signature


def of(person: Any) -> str:
    """The person's own, or one made of their name, their teams and the agency."""
    own = Signature.objects.filter(person=person).first()
    return own.text if own else usual(person)


def usual(person: Any) -> str:
    teams = ", ".join(person.teams.order_by("name").values_list("name", flat=True))
    return "\n".join(filter(None, (person.get_full_name(), teams, letterhead.current().name)))


def change(person: Any, text: str) -> None:
    """Puts it in place of the one before; nothing, or what would stand there anyway, brings back the usual one."""
    if text.strip() in ("", usual(person)):
        Signature.objects.filter(person=person).delete()
    else:
        Signature.objects.update_or_create(person=person, defaults={"text": text.strip()})
