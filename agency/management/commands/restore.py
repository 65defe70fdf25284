"""A backup put in the place of what is here, or tried."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.core.files.storage import InvalidStorageError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from pyrage import IdentityError, x25519

from agency.backups import lock, restoring, storages, trial
from agency.backups.archive import Unreadable
from agency.backups.restoring import Refused, Restored


class Command(BaseCommand):
    help = "Restores a backup: its rows in the place of all that the database holds, and its pictures."
    # Before there is a database to look at.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("backup", help="a file, the name of a backup in BACKUP_STORAGE_URL, or latest")
        parser.add_argument(
            "--identity", required=True, help="the file with the secret key of age; - reads it from stdin"
        )
        parser.add_argument("--check", action="store_true", help="restore it into a database that is thrown away")
        parser.add_argument("--replace", action="store_true", help="even if the database holds a site already")
        parser.add_argument("--settings-to", type=Path, help="also write the settings of the backup into a new file")

    def handle(self, *args: Any, backup: str, identity: str, **options: Any) -> None:
        key = _key(identity)
        try:
            if options["check"]:
                with tempfile.TemporaryDirectory(dir=settings.DATA_DIR) as folder:
                    self.stdout.write(trial.restore(_whole(backup), str(key), Path(folder)))
                return
            with _opened(backup) as source:
                restored = restoring.restore(source, key, replaces=options["replace"])
        except (Refused, Unreadable, lock.Busy, trial.Failed) as reason:
            raise CommandError(str(reason)) from reason
        self._report(restored, options["settings_to"])

    def _report(self, restored: Restored, settings_to: Path | None) -> None:
        self.stdout.write(f"{restored.site} as of {restored.taken_at}")
        for name, number in sorted(restored.rows.items()):
            if number:
                self.stdout.write(f"{number:>9}  {name}")
        self.stdout.write(f"{restored.pictures:>9}  pictures")
        self.stdout.write("Every row and picture was read back and is as it was.")
        if settings_to:
            with os.fdopen(os.open(settings_to, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
                file.write(restored.settings)
        if restored.has_another_key:
            self.stderr.write(
                "SECRET_KEY is not that of the backup: links in mails that were sent do not work. Take it from the backup"
                " with --settings-to, or put it into SECRET_KEY_FALLBACKS."
            )


def _key(file: str) -> x25519.Identity:
    """The secret key in a file as age-keygen writes it, with or without remarks."""
    try:
        lines = (sys.stdin.read() if file == "-" else Path(file).read_text()).split("\n")
        return x25519.Identity.from_str(next(line.strip() for line in lines if line.startswith("AGE-SECRET-KEY-1")))
    except (OSError, StopIteration, IdentityError) as error:
        raise CommandError(f"{file} holds no secret key of age (AGE-SECRET-KEY-1…).") from error


def _whole(backup: str) -> str:
    """For a process that may look elsewhere."""
    if backup == "latest":
        return next(iter(storages.every()), backup)
    return str(Path(backup).resolve()) if Path(backup).is_file() else backup


@contextmanager
def _opened(backup: str) -> Iterator[IO[bytes]]:
    name = _whole(backup)
    try:
        file = Path(name).open("rb") if Path(name).is_file() else storages.storage().open(name)  # noqa: SIM115
    except (FileNotFoundError, InvalidStorageError) as error:
        raise CommandError(f"There is no backup {backup}.") from error
    with file:
        yield file
