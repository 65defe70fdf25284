from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone

NAME_LENGTH = 200


class EntryImport(models.Model):
    """One file of form entries: what its columns are here, and what became of its rows.

    Neither the mapping nor the report holds what is in a row; both name rows by their numbers.
    """

    class State(models.TextChoices):
        MAPPING = "mapping", "Columns to be confirmed"
        WAITING = "waiting", "Waiting"
        RUNNING = "running", "Running"
        DONE = "done", "Done"
        STOPPED = "stopped", "Stopped"

    name = models.CharField("file", max_length=NAME_LENGTH, editable=False)
    form = models.CharField("form", max_length=NAME_LENGTH, blank=True, editable=False)
    state = models.CharField(max_length=10, choices=State, default=State.MAPPING, editable=False)
    shape = models.CharField(max_length=64, editable=False, help_text="The same for files with the same headings.")
    mapping: Any = models.JSONField(default=dict, editable=False)
    total = models.PositiveIntegerField("rows", default=0, editable=False)
    done = models.PositiveIntegerField(default=0, editable=False)
    report: Any = models.JSONField(default=dict, editable=False)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, editable=False, related_name="+"
    )
    started_at = models.DateTimeField("uploaded", default=timezone.now, editable=False)
    ended_at = models.DateTimeField("ended", null=True, editable=False)
    seen_at = models.DateTimeField(null=True, editable=False)  # the last sign of life of whoever works on it

    class Meta:
        verbose_name = "import of form entries"
        verbose_name_plural = "form entries"
        # `import_enquiry` decides over all of it.
        default_permissions = ()
        ordering = ["-started_at", "-pk"]
        indexes = [models.Index(fields=["shape", "-id"], name="entry_import_shape")]

    def __str__(self) -> str:
        return self.name

    @property
    def is_over(self) -> bool:
        return self.state in (self.State.DONE, self.State.STOPPED)


class EntryFile(models.Model):
    """What was uploaded, until the import is over: in the database, because it holds people's words."""

    run = models.OneToOneField(EntryImport, primary_key=True, on_delete=models.CASCADE, related_name="file")
    content = models.BinaryField()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.run)
