from django.db import models
from django.utils import timezone

from articles.models.article import Article
from articles.models.importing.import_run import NAME_LENGTH, ImportRun
from articles.models.picture import Picture

KEY_LENGTH = 500


class ImportedPost(models.Model):
    """What became of one post of a source: the draft that was made of it, and what is said of it.

    `digest` is of the post as it was read, `written` of the draft as it was left: by them the next run sees what changed
    in the source and whether an editor has been at work since. `files` holds what the post shows by its addresses: the
    digest of each file, nothing for one that the source did not hold, and of a download where it is stored. `blocking` and
    `warnings` are unknown until all posts are in.
    """

    class State(models.TextChoices):
        ADDED = "added", "New draft"
        UPDATED = "updated", "Draft updated"
        CONFLICTING = "conflicting", "Draft was edited here: kept as a conflicting version"
        FAILED = "failed", "Could not be taken over"

    source = models.CharField(max_length=NAME_LENGTH)
    key = models.CharField(max_length=KEY_LENGTH)
    run = models.ForeignKey(ImportRun, null=True, on_delete=models.SET_NULL, related_name="posts")
    article = models.ForeignKey(Article, null=True, on_delete=models.SET_NULL, related_name="imported_as")
    state = models.CharField(max_length=12, choices=State)
    title = models.TextField()
    addresses = models.JSONField(default=list)  # where it was, with its query
    open_links = models.JSONField(default=list)  # to pages of the source that nothing was made of yet
    topic_names = models.JSONField(default=list)
    author_name = models.TextField(blank=True)
    published_at = models.DateTimeField(null=True)
    html = models.TextField(blank=True)
    lines = models.JSONField(default=list)
    salaries = models.JSONField(default=list)
    files = models.JSONField(default=dict, db_default={})
    blocking = models.PositiveIntegerField(null=True)
    warnings = models.PositiveIntegerField(null=True)
    digest = models.CharField(max_length=64)
    written = models.CharField(max_length=64, blank=True)
    version = models.PositiveIntegerField(default=0)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = ("view",)
        verbose_name = "imported post"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["source", "key"], name="imported_post_of_source")]

    def __str__(self) -> str:
        return self.title


class ImportedPicture(models.Model):
    """A picture of a source, by the address at which its texts show it, in the library."""

    source = models.CharField(max_length=NAME_LENGTH)
    address = models.CharField(max_length=KEY_LENGTH)
    digest = models.CharField(max_length=64, db_index=True)  # of its file
    picture = models.ForeignKey(Picture, null=True, on_delete=models.SET_NULL, related_name="imported_as")

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["source", "address"], name="imported_picture_of_source")]

    def __str__(self) -> str:
        return self.address
