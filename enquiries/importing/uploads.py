"""What somebody uploads, until it is taken in or given up."""

from datetime import timedelta
from pathlib import PurePosixPath
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from enquiries.importing import decoding, mapping, packed, tables
from enquiries.importing.mapping import Mapping
from enquiries.importing.tables import Table
from enquiries.models import EntryFile, EntryImport
from enquiries.models.importing.entry_import import NAME_LENGTH

KEPT_UNCONFIRMED = timedelta(days=1)
State = EntryImport.State


def read(content: bytes) -> Table:
    """The table in an upload. Raises `Unreadable`."""
    return packed.unfolded(tables.read(decoding.decoded(content)))


@transaction.atomic
def receive(name: str, content: bytes, *, by: Any) -> EntryImport:
    """Keeps an upload until its columns are confirmed. Raises `Unreadable` for what is no file of entries."""
    table = read(content)
    run = EntryImport.objects.create(
        name=PurePosixPath(name).name[:NAME_LENGTH],
        shape=mapping.shape(table),
        total=len(table.rows) + len(table.faults),
        started_by=by,
    )
    EntryFile.objects.create(run=run, content=content)
    return run


def table_of(run: EntryImport) -> Table:
    """The table of an import whose file is still here."""
    return read(bytes(run.file.content))


def remembered(run: EntryImport) -> Mapping | None:
    """What the columns were in the last import of a file with the same headings, or so far in this one."""
    last = EntryImport.objects.filter(shape=run.shape).exclude(mapping={}).order_by("-pk").first()
    kept = run.mapping or (last.mapping if last else {})
    return mapping.from_json(kept) if kept else None


def unconfirmed() -> QuerySet[EntryImport]:
    """What was uploaded a day ago, and its columns not confirmed since."""
    return EntryImport.objects.filter(state=State.MAPPING, started_at__lt=timezone.now() - KEPT_UNCONFIRMED)


def forget_old() -> int:
    """Throws away what nobody confirmed, and returns how many these were."""
    return unconfirmed().delete()[1].get(EntryImport._meta.label, 0)
