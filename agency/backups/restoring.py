"""Restoring a backup: all of it, or nothing of it."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from tempfile import SpooledTemporaryFile
from typing import IO, Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.files import File
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from pyrage import x25519

from agency.backups import archive, needed_settings, tables
from agency.backups.archive import PIECE, Content, Unreadable
from agency.backups.columns import Table
from agency.backups.lock import one_at_a_time
from articles.models import Article
from enquiries.models import Enquiry

FORMATS = (1,)
IN_MEMORY = 2**23  # bytes of a picture


class Refused(Exception):
    """The backup cannot be restored here; the message says why and what to do."""


@dataclass
class Restored:
    """What was restored, for whoever asked for it."""

    site: str
    taken_at: str
    settings: str
    rows: dict[str, int] = field(default_factory=dict)
    pictures: int = 0

    @property
    def has_another_key(self) -> bool:
        """Whether links and sessions of the backup do not work here."""
        keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
        return needed_settings.key_in(self.settings) not in keys


def restore(source: IO[bytes], identity: x25519.Identity, *, replaces: bool) -> Restored:
    """Puts the rows of the backup in the place of all that the database holds, and its pictures into the media storage.

    A database that holds a site is left alone unless it is to be replaced. The rows are there once all of them are there
    and are what the backup says of itself; readers see the old site until then. Raises `Refused`, `Unreadable` or
    `lock.Busy`.
    """
    with one_at_a_time(), archive.opened(source, identity) as files:
        about = json.loads(_expected(files, "about.json"))
        restored = Restored(about["site"], about["taken_at"], _expected(files, "settings.env").decode())
        is_in_use = _holds_a_site()
        if is_in_use and not replaces:
            raise Refused("The database holds a site already. To have the backup in its place, say --replace.")
        _bring_to(about, is_in_use=is_in_use)
        every = {name: Table(name, tuple(map(tuple, columns))) for name, columns in about["tables"].items()}
        with transaction.atomic():
            tables.clear(every.values())
            _load(files, every, restored)
    call_command("migrate", verbosity=0)
    return restored


def _expected(files: Iterator[tuple[str, Content]], name: str) -> bytes:
    found, content = next(files, ("", None))
    if found != name or content is None:
        raise Unreadable("It is not a backup of this site's software.")
    return content.read()


def _bring_to(about: dict[str, Any], *, is_in_use: bool) -> None:
    """Brings the tables to the shape in which the backup knew them, which those of a site in use must have already."""
    if about["format"] not in FORMATS:
        raise Refused("The backup was made by a newer version. Install that version, then restore.")
    executor = MigrationExecutor(connection)
    known = executor.loader.graph.nodes.keys()
    then, now = {tuple(one) for one in about["migrations"]}, set(executor.loader.applied_migrations) & known
    if unknown := sorted(then - known):
        raise Refused(f"The backup was made by another version, which has the migration {'.'.join(unknown[0])}.")
    if is_in_use and then != now:
        raise Refused("The backup is of another version. Restore it into a new, empty database.")
    if then != now:
        executor.migrate(list(_ends(executor, then, now)))


def _ends(executor: MigrationExecutor, then: set[Any], now: set[Any]) -> Iterator[Any]:
    """Where each app stood: its migrations that no other of the same app followed; None for an app that was not there."""
    followed = {parent for node in then for parent in executor.loader.graph.nodes[node].dependencies}
    yield from sorted(node for node in then if node not in {one for one in followed if one[0] == node[0]})
    yield from ((app, None) for app in sorted({app for app, _ in now} - {app for app, _ in then}))


def _holds_a_site() -> bool:
    there = set(connection.introspection.table_names())
    return any(
        model._meta.db_table in there and model._base_manager.exists() for model in (get_user_model(), Article, Enquiry)
    )


def _load(files: Iterable[tuple[str, Content]], every: dict[str, Table], restored: Restored) -> None:
    """Rows and pictures, in the order of the file; raises `Unreadable` unless they are what the manifest says."""
    pictures: dict[str, str] = {}
    for name, content in files:
        match name.split("/", 1):
            case ["tables", part]:
                tables.write(every[part.split("/")[0]], content.read().decode().rstrip("\n").split("\n"))
            case ["pictures", picture]:
                pictures[picture] = _store(picture, content)
            case ["manifest.json"]:
                manifest = json.loads(content.read())
                break
    else:
        raise Unreadable("The backup is not whole.")
    now = {name: _counted(table) for name, table in every.items()}
    different = [name for name, told in manifest["tables"].items() if now.get(name) != told]
    different += [name for name, sha in manifest["pictures"].items() if pictures.get(name) != sha]
    if different:
        raise Unreadable(f"What was restored is not what was backed up: {', '.join(sorted(different)[:5])}.")
    for table in every.values():
        tables.number_on(table)
    restored.rows = {name: int(told["rows"]) for name, told in now.items()}
    restored.pictures = len(pictures)


def _counted(table: Table) -> dict[str, int | str]:
    """Read back from the database."""
    digest = tables.Digest()
    for line in tables.read(table):
        digest.add(line)
    return digest.told()


def _store(name: str, content: Content) -> str:
    """Puts a picture where it was; returns its SHA-256."""
    sha = hashlib.sha256()
    with SpooledTemporaryFile(IN_MEMORY) as file:
        while piece := content.read(PIECE):
            sha.update(piece)
            file.write(piece)
        file.seek(0)
        default_storage.save(name, File(file))
    return sha.hexdigest()
