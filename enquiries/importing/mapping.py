"""What a person says the columns of a file are: kept with the import, and remembered for the next file like it."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

from enquiries.importing.dates import Order
from enquiries.importing.kinds import SEVERAL, As
from enquiries.importing.tables import Table
from enquiries.models import Role

LONDON = ZoneInfo("Europe/London")
ZONES = {
    "Europe/London": "London: summer time in summer",
    "UTC": "UTC: the same hour all year",
}
# More different answers say that the column is another one; they may be names.
MOST_ROLES = 20
WHO = (As.NAME, As.FIRST_NAME, As.SURNAME)


@dataclass(frozen=True)
class Mapping:
    """The place of each column, what the answers to “what are you” mean here, and how dates are read."""

    form: str
    headings: tuple[str, ...]
    columns: tuple[str, ...]
    roles: dict[str, str] = field(default_factory=dict)
    everybody: str = Role.OTHER
    order: str = Order.DAY
    zone: str = "Europe/London"

    def of(self, kind: As) -> list[int]:
        """Where the columns of this kind stand."""
        return [place for place, column in enumerate(self.columns) if column == kind]

    def only(self, kind: As) -> int | None:
        """Where the one column of this kind stands; None without one."""
        return next(iter(self.of(kind)), None)

    @property
    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def from_json(stored: dict[str, Any]) -> Mapping:
    """The mapping as it was kept."""
    return Mapping(**{**stored, "headings": tuple(stored["headings"]), "columns": tuple(stored["columns"])})


def dates_in(table: Table, columns: Sequence[str]) -> list[str]:
    """What stands in the column with the date."""
    place = list(columns).index(As.DATE) if As.DATE in columns else None
    return [] if place is None else [cells[place] for _, cells in table.rows]


def shape(table: Table) -> str:
    """The same for every file with these headings."""
    return hashlib.sha256(json.dumps(table.headings).encode()).hexdigest()


def answers(table: Table, place: int) -> list[str]:
    """The different values of a column, without regard to capitals and spaces."""
    found: dict[str, str] = {}
    for _, cells in table.rows:
        found.setdefault(folded(cells[place]), " ".join(cells[place].split()))
    found.pop("", None)
    return list(found.values())


def folded(answer: str) -> str:
    return " ".join(answer.casefold().split())


def faults(columns: Sequence[str], table: Table) -> list[str]:
    """What keeps these columns from making enquiries, each in a sentence."""
    found = []
    for kind in As:
        named = [heading for heading, column in zip(table.headings, columns, strict=True) if column == kind]
        if len(named) > 1 and kind not in SEVERAL:
            both = " and ".join(f"“{name}”" for name in named)
            found.append(f"{both} are both the {kind.label}. Choose one of them.")
    if As.DATE not in columns:
        found.append("Choose the column with the date: by it we know how long an entry may be kept.")
    if As.EMAIL not in columns and As.PHONE not in columns:
        found.append("Choose the column with the e-mail address or the phone number: nobody could be answered without.")
    if As.TIME in columns and As.DATE not in columns:
        found.append("A time of the day needs a date.")
    if As.ROLE in columns and len(answers(table, list(columns).index(As.ROLE))) > MOST_ROLES:
        found.append(f"What they are has more than {MOST_ROLES} different answers. Choose another column, or none.")
    return found
