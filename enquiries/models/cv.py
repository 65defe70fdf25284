from pathlib import PurePosixPath

from django.db import models
from django.db.models.functions import Now

from articles.lib.attachments import file_name
from enquiries.models.enquiry import Enquiry


class Scan(models.TextChoices):
    """What a virus scanner said of a file."""

    WAITING = "waiting", "not scanned for viruses"
    CLEAN = "clean", "no virus found"
    INFECTED = "infected", "virus found"


class File(models.Model):
    """An uploaded file. It lives in the database: stored with its enquiry or not at all, and erased with it."""

    name = models.CharField(
        max_length=120, help_text="A name of ours, safe to save under. The visitor's own name for the file is not kept."
    )
    content_type = models.CharField(max_length=100)
    content = models.BinaryField()
    size = models.PositiveIntegerField()
    scan = models.CharField(max_length=10, choices=Scan, default=Scan.WAITING, db_default=Scan.WAITING.value)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name


class ScannedFile(File):
    """A file that is scanned again until a virus scanner has said what it is."""

    virus = models.CharField(max_length=200, blank=True, default="", db_default="")
    scan_tried_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True


class CV(ScannedFile):
    """The CV that came with an enquiry."""

    enquiry = models.OneToOneField(Enquiry, on_delete=models.CASCADE, related_name="cv")

    class Meta:
        verbose_name = "CV"
        verbose_name_plural = "CVs"
        permissions = [("download_cv", "Can download CVs")]
        indexes = [
            models.Index(fields=["scan_tried_at"], condition=models.Q(scan="waiting"), name="cv_waiting_for_scan")
        ]

    @property
    def download_name(self) -> str:
        """After the enquirer, by their name as it is now: a folder full of files called “cv.pdf” helps nobody."""
        return f"{file_name(self.enquiry.name)} CV".strip() + PurePosixPath(self.name).suffix


class PendingCV(File):
    """A sound CV from a form that had another fault; kept for an hour, so that nobody uploads it twice."""

    token = models.CharField(max_length=64, unique=True)
    # A keyed hash of the address that it came from, for counting.
    sender = models.CharField(max_length=64, blank=True, default="", db_default="")
    kept_at = models.DateTimeField(db_default=Now(), db_index=True, db_column="held_at")

    class Meta:
        db_table = "enquiries_heldcv"
        verbose_name = "pending CV"
