from django.conf import settings
from django.db import models
from django.utils import timezone

NAME_LENGTH = 200


class ImportRun(models.Model):
    """One reading of a source, by command or from what somebody uploaded."""

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting"
        RUNNING = "running", "Running"
        DONE = "done", "Done"
        FAILED = "failed", "Could not be read"
        STOPPED = "stopped", "Stopped"

    name = models.CharField("source", max_length=NAME_LENGTH, editable=False)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING, editable=False)
    only = models.CharField(max_length=NAME_LENGTH, blank=True, editable=False)
    total = models.PositiveIntegerField(default=0, editable=False)
    done = models.PositiveIntegerField(default=0, editable=False)
    problem = models.TextField(blank=True, editable=False)
    lines = models.JSONField(default=list, editable=False)  # what the source holds beside its posts
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, editable=False, related_name="+"
    )
    started_at = models.DateTimeField("started", default=timezone.now, editable=False)
    ended_at = models.DateTimeField("ended", null=True, editable=False)
    seen_at = models.DateTimeField(null=True, editable=False)  # the last sign of life of whoever works on it

    class Meta:
        verbose_name = "moving in"
        verbose_name_plural = "moving in"
        ordering = ["-started_at", "-pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def is_over(self) -> bool:
        return self.state in (self.State.DONE, self.State.FAILED, self.State.STOPPED)


class ImportPiece(models.Model):
    """A piece of what was uploaded, until the run is over.

    In the database, because it holds people's names and addresses, and any node may work on it.
    """

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="pieces")
    number = models.PositiveIntegerField()
    content = models.BinaryField()

    class Meta:
        default_permissions = ()
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["run", "number"], name="import_piece_of_run")]

    def __str__(self) -> str:
        return f"{self.run} {self.number}"
