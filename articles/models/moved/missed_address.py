from django.db import models

from articles.models.moved.old_address import LONGEST


class MissedAddress(models.Model):
    """A path that was asked for and that nothing answers: how often, and since when. No row is about anybody."""

    path = models.CharField("address", max_length=LONGEST)
    key = models.CharField(max_length=LONGEST, unique=True)
    times = models.PositiveBigIntegerField("asked for")
    first_day = models.DateField("first")
    last_day = models.DateField("last asked for")
    is_ignored = models.BooleanField(default=False, db_default=False)

    class Meta:
        verbose_name_plural = "missed addresses"
        default_permissions = ()
        ordering = ["-times", "path"]
        indexes = [
            models.Index(fields=["-times", "path"], name="missed_address_times"),
            models.Index(fields=["last_day"], name="missed_address_last_day"),
        ]

    def __str__(self) -> str:
        return self.path
