from django.db import models
from django.db.models.functions import Now


class Submission(models.Model):
    """That a form arrived, for counting: keyed hashes of the network address and the e-mail, kept for a day."""

    key = models.CharField(max_length=64)
    at = models.DateTimeField(db_default=Now())

    class Meta:
        indexes = [
            models.Index(fields=["key", "at"], name="submission_key"),
            models.Index(fields=["at"], name="submission_at"),
        ]

    def __str__(self) -> str:
        return self.key
