"""What storing old addresses would do, worked out before anything is stored: each one new, changed, known or refused.

A target that is itself an old address is followed to its end, so no visitor is led on twice; one that comes back to where
it began is refused. However many rows there are, the number of queries is the same but for batches.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import batched

from django.db import transaction

from articles.models import OldAddress
from articles.moved import addresses, pages, targets
from articles.moved.addresses import Refused
from articles.moved.plans import Plan, Planned, Wanted

ROWS = 500  # that a database is asked for at a time


def plan(wanted: Iterable[Wanted], *, but: OldAddress | None = None) -> Plan:
    """What storing these would do; `but` is a stored row that is being changed, and does not stand in its own way."""
    rows = [_normalised(number, one) for number, one in enumerate(wanted, start=1)]
    _refuse_twice(rows)
    _refuse_pages(rows)
    _read_targets(rows)
    known = _stored({row.key for row in rows if not row.reason} | _path_keys(row.target for row in rows))
    if but:
        known = {key: row for key, row in known.items() if row.pk != but.pk}
    for row in rows:
        row.before = known.get(row.key)
    _follow(rows, known)
    return Plan(rows=rows, shortened=_shortened(rows, but))


@transaction.atomic
def store(decided: Plan, *, source: OldAddress.Source) -> None:
    """Stores what is new and what changes, and shortens what leads there."""
    OldAddress.objects.bulk_create(
        [
            OldAddress(address=row.address, key=row.key, target=row.target, note=row.wanted.note, source=source)
            for row in decided.new
        ],
        batch_size=ROWS,
        update_conflicts=True,  # with somebody who stores the same at this moment
        unique_fields=["key"],
        update_fields=["address", "target", "note", "source"],
    )
    changed = [_changed(row, row.before, source) for row in decided.changed if row.before]
    OldAddress.objects.bulk_update(changed, ["address", "target", "note", "source"], batch_size=ROWS)
    shorten(decided)


def shorten(decided: Plan) -> None:
    """Lets stored rows that lead to one of the plan's lead to its end."""
    for pk, target in decided.shortened.items():
        OldAddress.objects.filter(pk=pk).update(target=target)


def _changed(row: Planned, before: OldAddress, source: OldAddress.Source) -> OldAddress:
    before.address, before.target, before.source = row.address, row.target, source
    before.note = row.wanted.note or before.note
    return before


def _normalised(number: int, wanted: Wanted) -> Planned:
    row = Planned(number=number, wanted=wanted)
    try:
        row.address = addresses.normal(wanted.address)
        row.key = addresses.key(row.address)
    except Refused as refusal:
        row.reason = str(refusal)
    return row


def _refuse_twice(rows: Sequence[Planned]) -> None:
    first: dict[str, Planned] = {}
    for row in rows:
        if not row.reason and (other := first.setdefault(row.key, row)) is not row:
            row.reason = f"Row {other.number} has this address already."


def _refuse_pages(rows: Sequence[Planned]) -> None:
    found = pages.at({row.address for row in rows if not row.reason})
    for row in rows:
        if not row.reason and row.address in found:
            row.reason = f"There is a page at this address: {found[row.address]}. It would never be asked."


def _read_targets(rows: Sequence[Planned]) -> None:
    sound = [row for row in rows if not row.reason]
    read = targets.read(row.wanted.target for row in sound)
    for row in sound:
        match read[row.wanted.target]:
            case Refused() as refusal:
                row.refuse_target(refusal)
            case str(target):
                row.target = target


def _path_keys(found: Iterable[str]) -> set[str]:
    """The old addresses that these targets may be."""
    return {key for target in found if (key := _key_of(target))}


def _key_of(target: str) -> str:
    """By which a target would be found if it were an old address; empty for what cannot be one."""
    address = addresses.normal_or_none(target) if targets.is_path(target) else None
    return addresses.key(address) if address else ""


def _stored(keys: Iterable[str]) -> dict[str, OldAddress]:
    return {row.key: row for some in batched(sorted(keys), ROWS) for row in OldAddress.objects.filter(key__in=some)}


def _follow(rows: Sequence[Planned], known: Mapping[str, OldAddress]) -> None:
    """Gives each row the end of what it leads to, or a reason where that has none."""
    sound = [row for row in rows if not row.reason]
    leads = {key: row.target for key, row in known.items()} | {row.key: row.target for row in sound}
    paths = {addresses.normal(target) for target in leads.values() if _key_of(target)}
    standing = pages.at(paths).keys() | {path for path in paths if pages.may_be_at(path)}
    paged = {addresses.key(address) for address in standing}
    for row in sound:
        try:
            row.target = _end(row, leads, paged)
        except Refused as refusal:
            row.refuse_target(refusal)


def _end(row: Planned, leads: Mapping[str, str], paged: set[str]) -> str:
    target, seen = row.target, {row.key}
    while (key := _key_of(target)) and key not in paged:
        if key in seen:
            raise Refused("This leads back to itself.")
        if key not in leads:
            raise Refused(f"There is no page at {target}.")
        seen.add(key)
        target = leads[key]
    return target


def _shortened(rows: Sequence[Planned], but: OldAddress | None) -> dict[int, str]:
    """Stored rows that lead to the address of a row, by their numbers, with the row's end."""
    ends = {row.key: row.target for row in rows if not row.reason}
    paths = OldAddress.objects.filter(target__startswith="/") if ends else ()
    return {
        row.pk: ends[key]
        for row in paths
        if (key := _key_of(row.target)) in ends and row.key not in ends and row != but and row.target != ends[key]
    }
