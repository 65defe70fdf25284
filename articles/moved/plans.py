"""Rows as they were typed, as they would be stored, and all of them together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from articles.models import OldAddress
from articles.models.moved.old_address import GONE
from articles.moved.addresses import Refused


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """One row as it was typed: the old address, and what it should lead to."""

    address: str
    target: str
    note: str = ""


@dataclass(kw_only=True, slots=True)
class Planned:
    """One row as it would be stored. `before` is the row that it changes; `reason` says why it is refused."""

    number: int
    wanted: Wanted
    address: str = ""
    key: str = ""
    target: str = GONE
    before: OldAddress | None = None
    reason: str = ""
    is_target_at_fault: bool = False

    def refuse_target(self, refusal: Refused) -> None:
        self.reason, self.is_target_at_fault = str(refusal), True

    @property
    def is_new(self) -> bool:
        return not self.reason and self.before is None

    @property
    def is_change(self) -> bool:
        return not self.reason and self.before is not None and self._differs(self.before)

    @property
    def is_known(self) -> bool:
        return not (self.reason or self.is_new or self.is_change)

    def _differs(self, before: OldAddress) -> bool:
        return self.target != before.target or bool(self.wanted.note and self.wanted.note != before.note)


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """The rows in order, and stored rows that lead to one of them, which will lead to its end."""

    rows: Sequence[Planned]
    shortened: Mapping[int, str] = field(default_factory=dict)

    @property
    def new(self) -> list[Planned]:
        return [row for row in self.rows if row.is_new]

    @property
    def changed(self) -> list[Planned]:
        return [row for row in self.rows if row.is_change]

    @property
    def known(self) -> list[Planned]:
        return [row for row in self.rows if row.is_known]

    @property
    def refused(self) -> list[Planned]:
        return [row for row in self.rows if row.reason]

    @property
    def digest(self) -> str:
        """A name for exactly what would be done, so that what is confirmed is what was shown."""
        told = [
            (row.address, row.target, row.wanted.note, row.reason, row.before and (row.before.target, row.before.note))
            for row in self.rows
        ]
        return sha256(repr((told, sorted(self.shortened.items()))).encode()).hexdigest()
