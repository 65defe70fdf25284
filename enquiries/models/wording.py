from django.db import models
from django.db.models.functions import Now


class Wording(models.Model):
    """Words that a visitor was shown before sending: kept as they were, since consent is to the words.

    The newest of each kind is shown; changing words makes a new row.
    """

    class Kind(models.TextChoices):
        PRIVACY = "privacy", "privacy notice shown with the form"
        MARKETING = "marketing", "consent to hear from us"

    kind = models.CharField(max_length=20, choices=Kind)
    version = models.PositiveIntegerField()
    text = models.TextField()
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        ordering = ["kind", "-version"]
        constraints = [models.UniqueConstraint(fields=["kind", "version"], name="one_wording_per_version")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, version {self.version}"
