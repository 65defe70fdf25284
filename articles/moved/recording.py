"""Noting old addresses of a site that is moved here; for importers."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction

from articles.models import OldAddress
from articles.moved import planning
from articles.moved.addresses import Refused
from articles.moved.plans import Plan, Planned, Wanted

Source = OldAddress.Source


@dataclass(frozen=True, kw_only=True, slots=True)
class Recorded:
    """How many addresses are new, lead elsewhere now, and are as before; the others with the reason of each."""

    new: int
    changed: int
    known: int
    refused: list[tuple[str, str]] = field(default_factory=list)


def record(path: str, target: str, *, source: Source = Source.IMPORT) -> bool:
    """Notes that the old address leads to `target`: a reference, an address of this site, a whole one, or “gone”.

    Returns whether it is new. A row that somebody typed, or took from a CSV file, stays as it is. Raises `Refused`.
    """
    done = record_all([(path, target)], source=source)
    if done.refused:
        raise Refused(done.refused[0][1])
    return done.new == 1


@transaction.atomic
def record_all(rows: Iterable[tuple[str, str]], *, source: Source = Source.IMPORT) -> Recorded:
    """The same for many, as pairs of address and target, in one transaction. Doing it again changes nothing."""
    plan = planning.plan(Wanted(address=path, target=target) for path, target in rows)
    kept = [row for row in plan.rows if not _is_anothers(row, source)]
    decided = Plan(rows=kept, shortened=plan.shortened)
    new, changed = len(decided.new), len(decided.changed)
    planning.store(decided, source=source)
    return Recorded(
        new=new,
        changed=changed,
        known=len(plan.rows) - new - changed - len(plan.refused),
        refused=[(row.wanted.address, row.reason) for row in plan.refused],
    )


def _is_anothers(row: Planned, source: Source) -> bool:
    """Whether a person decided on it, whom an importer does not overrule."""
    return source == Source.IMPORT and row.before is not None and row.before.source != Source.IMPORT
