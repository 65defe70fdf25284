from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.template.defaultfilters import filesizeformat

from agency.backups.tables import snapshot
from agency.moving_out.parts import PARTS
from articles.exporting.folder import Refused, written


class Command(BaseCommand):
    help = (
        "Writes all guides with their history, pictures, topics, authors, salaries, old addresses and the agency's own pages "
        "to a folder, for other programs and for import_site. It holds no enquiries. An older export there is replaced."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, help="where to; a new folder, or one with an older export")

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        try:
            with written(folder, self.stdout) as export, snapshot():
                for part in PARTS:
                    part(export)
        except Refused as refused:
            raise CommandError(str(refused)) from refused
        for name in sorted(export.manifest.missing):
            self.stderr.write(f"{name} is not in the media storage, so it is not in the export either.")
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        self.stdout.write(f"{len(export.manifest.files):,} files in {folder}, {filesizeformat(size)}.")
