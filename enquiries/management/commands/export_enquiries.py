from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from articles.audit import recording as audit
from enquiries.moving_out import archive, passphrases, records, sealing
from enquiries.moving_out.passphrases import Refused


class Command(BaseCommand):
    help = (
        "Writes every enquiry with its conversation and its files as JSON and CSV into a ZIP file that only a passphrase "
        "opens: FILE, and its key FILE.key. Erased enquiries, those whose day has come, and our own tests stay out."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE", help="a new file, such as enquiries.zip.age")
        parser.add_argument(
            "--passphrase-file", type=Path, metavar="FILE", help="whose first line is the passphrase; else it is asked"
        )

    def handle(self, *args: Any, file: Path, passphrase_file: Path | None, **options: Any) -> None:
        if taken := [path for path in (file, sealing.key_file(file)) if path.exists()]:
            raise CommandError(f"{taken[0]} is there already.")
        try:
            passphrase = passphrases.read(passphrase_file) if passphrase_file else passphrases.asked()
        except Refused as reason:
            raise CommandError(str(reason)) from reason
        every = records.every()
        number = every.count()
        audit.record(audit.Action.EXPORTED, f"every enquiry, encrypted: {number}")
        try:
            sealing.seal(file, archive.pieces(every), passphrase)
        except OSError as error:
            raise CommandError(f"{file} cannot be written: {error.strerror}.") from error
        self.stdout.write(
            f"{number} enquiries in {file}, {file.stat().st_size:,} bytes, and the key in {sealing.key_file(file)}"
        )
        self.stdout.write(f"age --decrypt --identity {sealing.key_file(file)} --output enquiries.zip {file}")
