"""What is counted of a group of enquiries, such as those of one person, and how long these had to wait."""

from collections import Counter
from dataclasses import dataclass, field
from math import ceil

PERCENTILES = (50, 90)
NEVER = "never"
QUARTERS_IN_AN_HOUR = 4


@dataclass
class Counted:
    """The enquiries of a group, by their outcomes; the standing of their first replies; and the waits before these.

    `waits` says how many had their reply within so many quarter hours of working time.
    """

    outcomes: Counter[str] = field(default_factory=Counter)
    never_answered: Counter[str] = field(default_factory=Counter)  # by outcome, too
    overdue: int = 0
    in_time: int = 0
    late: int = 0
    waits: Counter[int] = field(default_factory=Counter)

    def add(self, other: "Counted") -> None:
        self.outcomes.update(other.outcomes)
        self.never_answered.update(other.never_answered)
        self.overdue += other.overdue
        self.in_time += other.in_time
        self.late += other.late
        self.waits.update(other.waits)

    @property
    def number(self) -> int:
        return self.outcomes.total()

    @property
    def unanswered(self) -> int:
        """Those whom nobody answered: what is overdue, and what was closed all the same."""
        return self.overdue + self.never_answered.total()

    def within(self, percent: int) -> float | str | None:
        """The working hours within which so many of a hundred had their reply, of all who had one or should have had.

        `NEVER` when too many had none; None when nobody should have had one.
        """
        if not (everybody := self.waits.total() + self.unanswered):
            return None
        wanted = ceil(everybody * percent / 100)
        for quarters, number in sorted(self.waits.items()):
            wanted -= number
            if wanted <= 0:
                return quarters / QUARTERS_IN_AN_HOUR
        return NEVER
