from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from articles import document, serialising
from articles.models.article import Article
from articles.models.author import Author
from articles.models.topic import Topic


class RevisionQuerySet(models.QuerySet["Revision"]):
    def published(self) -> "RevisionQuerySet":
        """What the public may see; the only place that says so."""
        return self.filter(is_live=True)

    def for_cards(self) -> "RevisionQuerySet":
        """With what a card shows and without the body, in one query."""
        return self.select_related("topic", "author").defer("stored")


class Revision(models.Model):
    """An immutable, published snapshot of a guide; at most one of a guide's revisions is live.

    `stored` holds the whole document. The other columns repeat what lists, addresses and filters need of it.
    """

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="revisions")
    is_live = models.BooleanField(default=False)
    stored = models.JSONField()
    slug = models.SlugField(max_length=120)
    title = models.CharField(max_length=120)
    standfirst = models.TextField()
    description = models.TextField()
    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="revisions")
    author = models.ForeignKey(Author, on_delete=models.PROTECT, related_name="revisions")
    hero = models.JSONField()
    reading_minutes = models.PositiveSmallIntegerField()
    published_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = RevisionQuerySet.as_manager()

    class Meta:
        ordering = ["-published_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["article"], condition=Q(is_live=True), name="one_live_revision_per_guide"),
            models.UniqueConstraint(fields=["slug"], condition=Q(is_live=True), name="one_live_guide_per_address"),
        ]
        indexes = [
            models.Index(fields=["-published_at", "-id"], condition=Q(is_live=True), name="live_newest_first"),
            models.Index(fields=["topic", "-published_at", "-id"], condition=Q(is_live=True), name="live_in_topic"),
            models.Index(fields=["author", "-published_at", "-id"], condition=Q(is_live=True), name="live_by_author"),
            models.Index(fields=["slug"], name="revision_slug"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("articles:guide", args=[self.slug])

    def document(self) -> document.Document:
        """The snapshot as a value."""
        return serialising.load(self.stored)
