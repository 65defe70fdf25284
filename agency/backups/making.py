"""Making a backup: one moment of the database, then the pictures, into a file that is whole or does not exist."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.core.files import File
from django.core.files.storage import default_storage
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from pyrage import x25519

from agency.backups import archive, needed_settings, storages, tables, trial
from agency.backups.archive import Archive
from agency.backups.columns import Table
from agency.backups.lock import one_at_a_time
from agency.models import Backup

FORMAT = 1
# Made again when they are asked for.
DERIVED = ("renditions", "cards")
PART = 2**20  # bytes of rows in a file


def make() -> Backup:
    """Makes, stores and tries a backup, then lets old ones go; returns the line that remembers it.

    Nobody can read it but the owners of the keys in `BACKUP_RECIPIENTS`, and this process: it has a key of its own, which
    is never written down, to restore the backup from where it was stored. Raises `lock.Busy` or `trial.Failed`.
    """
    with one_at_a_time(), _workshop() as folder:
        moment, own_key = datetime.now(UTC), x25519.Identity.generate()
        name, path = storages.named(moment), folder / "backup"
        recipients = [x25519.Recipient.from_str(key) for key in settings.BACKUP_RECIPIENTS]
        with archive.written(path, [*recipients, own_key.to_public()]) as file:
            _fill(file, moment)
        with path.open("rb") as whole:
            storages.storage().save(name, File(whole))
        size = path.stat().st_size
        path.unlink()
        _try(name, str(own_key), folder)
        backup = Backup.objects.create(name=name, taken_at=moment, size=size)
        storages.rotate()
        return backup


@contextmanager
def _workshop() -> Iterator[Path]:
    """A folder beside the database, not in memory as `/tmp` may be; what a run that died left in it goes."""
    folder: Path = settings.DATA_DIR / "backup-under-way"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _try(name: str, key: str, folder: Path) -> None:
    """What cannot be restored must not pass for a backup."""
    try:
        trial.restore(name, key, folder)
    except trial.Failed:
        storages.storage().delete(name)
        raise


def _fill(file: Archive, moment: datetime) -> None:
    with tables.snapshot():
        every = tables.every()
        about = {
            "format": FORMAT,
            "site": settings.SITE_URL,
            "taken_at": moment.isoformat(),
            "migrations": sorted(_migrations()),
            "tables": {table.name: table.columns for table in every},
        }
        file.add("about.json", json.dumps(about).encode())
        file.add("settings.env", needed_settings.told().encode())
        rows = {table.name: _add_rows(file, table) for table in every}
    # After the rows: then each picture that they name is there.
    pictures = {name: _add_picture(file, name) for name in pictures_in("")}
    manifest = {"tables": rows, "pictures": {name: sha for name, sha in pictures.items() if sha}}
    file.add("manifest.json", json.dumps(manifest).encode())


def _migrations() -> set[tuple[str, str]]:
    """Those that were applied, of the apps that are still here."""
    loader = MigrationLoader(connection)
    return set(loader.applied_migrations) & loader.graph.nodes.keys()


def _add_rows(file: Archive, table: Table) -> dict[str, int | str]:
    digest, part, size, number = tables.Digest(), [], 0, 0
    for line in tables.read(table):
        digest.add(line)
        part.append(f"{line}\n".encode())
        size += len(part[-1])
        if size >= PART:
            file.add(f"tables/{table.name}/{number:06}.jsonl", b"".join(part))
            part, size, number = [], 0, number + 1
    if part:
        file.add(f"tables/{table.name}/{number:06}.jsonl", b"".join(part))
    return digest.told()


def pictures_in(folder: str) -> Iterator[str]:
    """The names of all that is in the media storage and cannot be made again."""
    try:
        folders, files = default_storage.listdir(folder)
    except FileNotFoundError:  # nothing was ever uploaded
        return
    yield from (f"{folder}{name}" for name in files if name)
    for name in folders:
        if folder or name not in DERIVED:
            yield from pictures_in(f"{folder}{name}/")


def _add_picture(file: Archive, name: str) -> str:
    """Its SHA-256; empty when it was deleted meanwhile. A name is never used twice, so its content does not change."""
    try:
        picture = default_storage.open(name)
        size = default_storage.size(name)
    except FileNotFoundError:
        return ""
    with picture:
        return file.add_file(f"pictures/{name}", size, picture)
