from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from articles import document
from articles.document import serialization
from articles.models.article import Article


class DraftVersionQuerySet(models.QuerySet["DraftVersion"]):
    def saved(self) -> "DraftVersionQuerySet":
        """Those that were the draft once."""
        return self.filter(is_conflict=False, is_autosaved=False)

    def autosaved(self) -> "DraftVersionQuerySet":
        """Those that were never the draft: work that a form sent while somebody wrote."""
        return self.filter(is_autosaved=True)


class DraftVersion(models.Model):
    """The draft as it was once saved; nothing that an editor saved is lost for as long as these are kept.

    `row_ids` are the primary keys of its block rows, in order. A conflicting version was saved too late to become the
    draft: somebody else had saved since its editor opened the form, at version `number`. An autosaved one is what stood
    in a form that was opened at version `number`; a block that has no row yet has no primary key.
    """

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    stored = models.JSONField()
    row_ids = models.JSONField(default=list)
    is_conflict = models.BooleanField(default=False, db_column="is_aside")
    is_autosaved = models.BooleanField(default=False, db_default=False)
    token = models.CharField(max_length=36, blank=True)
    saved_at = models.DateTimeField(default=timezone.now)
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = DraftVersionQuerySet.as_manager()

    class Meta:
        ordering = ["-saved_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "number"],
                condition=Q(is_conflict=False, is_autosaved=False),
                name="one_saved_version_per_number",
            )
        ]
        indexes = [models.Index(fields=["-saved_at"], condition=Q(is_autosaved=True), name="autosaved_newest_first")]

    def __str__(self) -> str:
        return f"version {self.number} of “{self.article}”"

    def document(self) -> document.Document:
        """The draft of that time as a value."""
        return serialization.load(self.stored)
