"""A backup of everything, encrypted, stored elsewhere and restored once as a trial."""

from time import monotonic
from typing import Any

import pyrage
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.template.defaultfilters import filesizeformat

from agency.backups import lock, making, trial


class Command(BaseCommand):
    help = "Makes a backup of everything and restores it once, into a database and a folder that are thrown away."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.BACKUP_STORAGE_URL:
            raise CommandError("Set BACKUP_STORAGE_URL and BACKUP_RECIPIENTS first: see Backups in docs/operations.md.")
        began = monotonic()
        try:
            backup = making.make()
        except (lock.Busy, trial.Failed) as reason:
            raise CommandError(str(reason)) from reason
        except (OSError, pyrage.EncryptError) as error:
            raise CommandError(f"The backup could not be written: {error}") from error
        self.stdout.write(
            f"{backup.name}: {filesizeformat(backup.size)}, restored as a trial, in {monotonic() - began:.0f} seconds"
        )
