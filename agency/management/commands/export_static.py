from pathlib import Path
from typing import Any

from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from agency.moving_out.static_copy import checking, moves, servers
from agency.moving_out.static_copy.copying import Copy


class Command(BaseCommand):
    help = (
        "Writes the public site as files that any web server can serve at the root of a host, with what old addresses lead to "
        "for Netlify, Apache and nginx. The enquiry form and the search are a page that says how to reach the agency. Fails "
        "when anything that a page needs is not in the copy."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, metavar="FOLDER", help="a new or empty folder")

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        if not getattr(staticfiles_storage, "hashed_files", True):
            raise CommandError("The styles and scripts of the pages are not collected yet: run collectstatic first.")
        copy = Copy(folder, timezone.localdate())
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if any(folder.iterdir()):
                raise CommandError(f"{folder} is not empty.")
            copy.make()
            old = moves.every(copy)
            for path, written in servers.FILES.items():
                copy.write(path, [written(old).encode()])
        except OSError as error:
            raise CommandError(f"The copy cannot be written: {error}") from error
        self.stdout.write(f"{copy.files:,} files, {copy.size:,} bytes; {len(old):,} addresses that lead elsewhere")
        troubles = [*copy.troubles, *checking.missing(folder, old)]
        if troubles:
            raise CommandError("\n".join(["The copy is not whole:", *troubles]))
