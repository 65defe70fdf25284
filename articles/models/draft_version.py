from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from articles import document
from articles.document import serialization
from articles.models.article import Article


class DraftVersion(models.Model):
    """The draft as it was once saved; nothing that an editor saved is lost for as long as these are kept.

    `row_ids` are the primary keys of its block rows, in order. A conflicting version was saved too late to become the
    draft: somebody else had saved since its editor opened the form, at version `number`.
    """

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    stored = models.JSONField()
    row_ids = models.JSONField(default=list)
    is_conflict = models.BooleanField(default=False, db_column="is_aside")
    token = models.CharField(max_length=36, blank=True)
    saved_at = models.DateTimeField(default=timezone.now)
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["-saved_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "number"], condition=Q(is_conflict=False), name="one_draft_version_per_number"
            )
        ]

    def __str__(self) -> str:
        return f"version {self.number} of “{self.article}”"

    def document(self) -> document.Document:
        """The draft of that time as a value."""
        return serialization.load(self.stored)
