from collections.abc import Iterable
from datetime import timedelta

from django.db import models
from django.utils import timezone

FIRST_LOOK_AFTER = timedelta(days=1)


class LooseFileManager(models.Manager["LooseFile"]):
    def note(self, names: Iterable[str]) -> None:
        """Has these files looked at later; call it in the transaction in which something let go of them."""
        at = timezone.now() + FIRST_LOOK_AFTER
        self.bulk_create([LooseFile(name=name, look_at=at) for name in dict.fromkeys(names)], ignore_conflicts=True)


class LooseFile(models.Model):
    """A file that a picture of the library or a block had once. It is deleted when nothing refers to it any more."""

    name = models.CharField(max_length=200, unique=True)
    look_at = models.DateTimeField(db_index=True)

    objects = LooseFileManager()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.name
