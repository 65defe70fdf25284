"""The sample files, and imports made of files."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from enquiries.importing import guessing, running, uploads
from enquiries.importing.mapping import Mapping
from enquiries.models import EntryImport

SAMPLES = Path(__file__).parent / "samples"
# The day on which the samples were exported; by the first retention rules entries of the last year come in, those of
# candidates of the last two.
TODAY = datetime(2026, 6, 1, 12, tzinfo=UTC)
HEADER = "Name,Email,Message,Date"


def sample(name: str) -> bytes:
    return (SAMPLES / f"{name}.csv").read_bytes()


def csv(*rows: str, header: str = HEADER) -> bytes:
    return "\r\n".join((header, *rows)).encode()


def people(count: int, first: int = 0) -> bytes:
    """A file of so many entries of different people."""
    rows = (
        f"Pat Number{number},pat{number}@example.org,Message {number},2026-05-{number % 28 + 1:02} 10:00"
        for number in range(first, first + count)
    )
    return csv(*rows)


def uploaded(content: bytes, *, by: Any = None, name: str = "contact-form.csv", **said: Any) -> EntryImport:
    """An import whose columns are confirmed as they were guessed, but for what is `said` otherwise."""
    run = uploads.receive(name, content, by=by)
    table = uploads.table_of(run)
    mapping = Mapping(**{**guessing.mapping(table, "Contact form").as_json, **said})
    EntryImport.objects.filter(pk=run.pk).update(
        mapping=mapping.as_json, form=mapping.form, state=EntryImport.State.WAITING
    )
    run.refresh_from_db()
    return run


def taken(content: bytes, **said: Any) -> EntryImport:
    """An import that is over."""
    run = uploaded(content, **said)
    running.begin(run)
    if run.total > running.AT_ONCE:
        running.work_off(lambda: False)
    run.refresh_from_db()
    return run
