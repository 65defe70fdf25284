"""Taking the figures of roles forward to a new day, by a percentage or as they are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from hashlib import sha256

from django.db import transaction

from articles.document.salary_bands import Row, band
from articles.models import JobRole
from articles.salaries import rules, storing

STEPS = (1, 100, 500, 1000, 5000)


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """What happens to every figure: its new day, by how many per cent it moves, and to what it is rounded.

    The basis and the source stay where none is given.
    """

    as_of: date
    percent: Decimal = Decimal(0)
    step: int = 1
    basis: str = ""
    source: str = ""

    def applied(self, row: Row) -> Row:
        """The row of the new day. Levels that touch go on touching, since equal amounts become equal ones."""
        return replace(
            row,
            low=self._moved(row.low or 0),
            high=self._moved(row.high or 0),
            as_of=self.as_of,
            basis=self.basis or row.basis,
            source=self.source or row.source,
        )

    def _moved(self, amount: int) -> int:
        if not self.percent:
            return amount
        steps = amount * (100 + self.percent) / 100 / self.step
        return int(steps.to_integral_value(ROUND_HALF_UP)) * self.step


@dataclass(frozen=True, kw_only=True, slots=True)
class Moved:
    """One figure before and after."""

    before: Row
    after: Row

    @property
    def band_before(self) -> str:
        return band(self.before)  # type: ignore[arg-type]

    @property
    def band(self) -> str:
        return band(self.after)  # type: ignore[arg-type]


@dataclass(frozen=True, kw_only=True, slots=True)
class RolePlan:
    """The figures of one role before and after, and why the rules refuse them, if they do."""

    role: JobRole
    figures: tuple[Moved, ...]
    reasons: tuple[str, ...]


def plan(roles: Iterable[JobRole], change: Change) -> list[RolePlan]:
    """What the change does to the roles that have figures."""
    return list(_plans(roles, change))


def digest(plans: Iterable[RolePlan]) -> str:
    """A name for exactly this, so that what is confirmed is what was shown."""
    told = [(plan.role.pk, [(moved.before, moved.after) for moved in plan.figures]) for plan in plans]
    return sha256(repr(told).encode()).hexdigest()


@transaction.atomic
def store(plans: Iterable[RolePlan]) -> int:
    """Stores all of it, or nothing; returns how many figures. Raises `storing.RefusedFigures`."""
    return sum(sum(storing.store(plan.role, [moved.after for moved in plan.figures])) for plan in plans)


def _plans(roles: Iterable[JobRole], change: Change) -> Iterator[RolePlan]:
    for role in roles:
        before = [figure.row() for figure in role.figures.all()]
        after = [change.applied(row) for row in before]
        if before:
            figures = tuple(Moved(before=old, after=new) for old, new in zip(before, after, strict=True))
            yield RolePlan(role=role, figures=figures, reasons=tuple(rules.problems(after)))
