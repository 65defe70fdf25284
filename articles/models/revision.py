from datetime import date, datetime
from typing import Any, Self

from django.conf import settings
from django.db import models, transaction
from django.db.models import Exists, F, Func, OuterRef, Q, Value
from django.db.models.lookups import GreaterThanOrEqual, LessThan
from django.utils import timezone

from articles.document import Document, serialization, word_count
from articles.lib.urls import path_to
from articles.models.article import Article
from articles.models.author import Author
from articles.models.content_version import Shown, ShownQuerySet
from articles.models.fields import LineField
from articles.models.gate.check_rule import OverriddenFinding
from articles.models.mention import Mention, mentioned
from articles.models.topic import Topic

WORDS_A_MINUTE = 220
# What a card needs; any other column costs a query more.
CARD = (
    *("article_id", "slug", "title", "standfirst", "hero", "reading_minutes", "published_at"),
    *("topic__name", "topic__slug"),
)


def minutes_to_read(words: int) -> int:
    """How long a reader needs for so many words."""
    return max(1, round(words / WORDS_A_MINUTE))


class Place(Func):
    """Where a revision stands in a list: rows of values compare as a whole, and so by one range of an index."""

    function = ""
    arity = 2
    output_field = models.Field()

    @classmethod
    def of(cls, revision: "Revision") -> Self:
        return cls(Value(revision.published_at), Value(revision.pk))


class RevisionQuerySet(ShownQuerySet["Revision"]):
    def published(self) -> "RevisionQuerySet":
        """What the public may see; the only place that says so."""
        return self.filter(is_live=True)

    def scheduled(self) -> "RevisionQuerySet":
        """Revisions that are scheduled to go live."""
        return self.filter(goes_live_at__isnull=False)

    def kept_up(self) -> "RevisionQuerySet":
        """Those that are live and reviewed since they were first published, the oldest first."""
        return self.published().filter(is_kept_up=True).order_by("published_at", "id")

    def topics(self) -> models.QuerySet[Topic]:
        """The topics that have any of these."""
        return Topic.objects.filter(Exists(self.filter(topic=OuterRef("pk"))))

    def authors(self) -> models.QuerySet[Author]:
        """Those who signed any of these."""
        return Author.objects.filter(Exists(self.filter(author=OuterRef("pk")))).select_related("picture")

    def told_to_readers(self, article_id: int) -> "RevisionQuerySet":
        """The revisions of a guide whose change note readers see, newest first, without the body."""
        shown = self.filter(article=article_id, shows_note=True).exclude(went_live_at=None).exclude(note="")
        return shown.order_by("-went_live_at").only("note", "went_live_at")

    def older_than(self, revision: "Revision") -> "RevisionQuerySet":
        """Those that follow it in a list, which need not hold it."""
        return self.filter(LessThan(Place(F("published_at"), F("pk")), Place.of(revision)))

    def not_older_than(self, revision: "Revision") -> "RevisionQuerySet":
        """It, where it is in the list, and those before it."""
        return self.filter(GreaterThanOrEqual(Place(F("published_at"), F("pk")), Place.of(revision)))

    def for_cards(self, *more: str) -> "RevisionQuerySet":
        """With what a card shows and the columns that are named, in one query; any other column costs a query more."""
        return self.select_related("topic").only(*CARD, *more)


class Revision(Shown):
    """An immutable snapshot of a guide, made to be published; at most one of a guide's revisions is live.

    `stored` holds the whole document. The other columns repeat what lists, addresses and filters need of it. A
    scheduled one has `goes_live_at`; one that visitors have read has `went_live_at`. `overrides` are the findings that
    were overridden to publish it, each with the reason. `is_kept_up` says of a live one that it was
    reviewed since.
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
    note = LineField(blank=True, default="", db_default="")
    shows_note = models.BooleanField(default=False, db_default=False)
    is_substantive = models.BooleanField(default=True, db_default=True)
    overrides = models.JSONField(default=list, db_default=models.Value([], models.JSONField()))
    review_by = models.DateField(null=True)
    is_kept_up = models.BooleanField(default=False, db_default=False)
    goes_live_at = models.DateTimeField(null=True)
    went_live_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = RevisionQuerySet.as_manager()  # type: ignore[misc]  # an instance variable to mypy

    class Meta:
        ordering = ["-published_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["article"], condition=Q(is_live=True), name="one_live_revision_per_guide"),
            models.UniqueConstraint(fields=["slug"], condition=Q(is_live=True), name="one_live_guide_per_address"),
            models.UniqueConstraint(
                fields=["article"], condition=Q(goes_live_at__isnull=False), name="one_scheduled_revision_per_guide"
            ),
        ]
        indexes = [
            models.Index(fields=["-published_at", "-id"], condition=Q(is_live=True), name="live_newest_first"),
            models.Index(fields=["topic", "-published_at", "-id"], condition=Q(is_live=True), name="live_in_topic"),
            models.Index(fields=["author", "-published_at", "-id"], condition=Q(is_live=True), name="live_by_author"),
            # It holds the condition's column too: without, SQLite reads every row to see what the index says.
            models.Index(
                fields=["-updated_at", "article", "is_live"], condition=Q(is_live=True), name="live_latest_update"
            ),
            models.Index(fields=["topic", "-updated_at"], condition=Q(is_live=True), name="latest_update_in_topic"),
            models.Index(fields=["author", "-updated_at"], condition=Q(is_live=True), name="latest_update_by_author"),
            models.Index(
                fields=["published_at", "id"], condition=Q(is_live=True, is_kept_up=True), name="kept_up_oldest_first"
            ),
            models.Index(fields=["slug"], name="revision_slug"),
            models.Index(fields=["goes_live_at"], condition=Q(goes_live_at__isnull=False), name="to_go_live"),
            models.Index(fields=["went_live_at"], condition=Q(went_live_at__isnull=False), name="went_live"),
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Stores it; a new one together with what it mentions and what was overridden for it."""
        is_new = self.pk is None
        with transaction.atomic():
            super().save(*args, **kwargs)
            if is_new:
                self.note_what_it_says()

    def note_what_it_says(self) -> None:
        """Keeps, of a revision that was just stored, what it mentions and what was overridden for it."""
        pairs = dict.fromkeys(mentioned(self.document()))
        Mention.objects.bulk_create(Mention(revision=self, kind=kind, slug=slug) for kind, slug in pairs)
        self._note_overridden()

    def _note_overridden(self) -> None:
        """The last reason for each of the guide's findings that were ever overridden, to be counted by their checks."""
        rows = {
            entry["key"]: OverriddenFinding(
                article_id=self.article_id,
                check_name=entry["check"],
                key=entry["key"],
                what=entry["what"],
                reason=entry["reason"],
                at=self.created_at,
            )
            for entry in self.overrides
        }
        OverriddenFinding.objects.bulk_create(
            rows.values(),
            update_conflicts=True,
            unique_fields=["article", "key"],
            update_fields=["what", "reason", "at"],
        )

    def get_absolute_url(self) -> str:
        return path_to("articles:guide", self.slug)

    @classmethod
    def from_document(cls, article: Article, document: Document, *, at: datetime) -> Self:
        """The unsaved revision that publishing this document of the guide at that moment would make.

        It cannot be saved while the guide has no topic or no author.
        """
        revision = cls.undated(article, document)
        revision.set_dates(at=at)
        return revision

    @classmethod
    def undated(cls, article: Article, document: Document) -> Self:
        """The same without the dates that its page shows, which depend on the guide's earlier revisions."""
        stored = serialization.dump(document)
        return cls(
            article=article,
            stored=stored,
            slug=document.slug,
            title=document.title,
            standfirst=document.standfirst,
            description=document.description,
            topic=article.topic,
            author=article.author,
            hero=stored["hero"],
            reading_minutes=minutes_to_read(word_count(document)),
        )

    @property
    def last_reviewed(self) -> date | None:
        """When somebody found the guide still right after its last update; None when the update says enough."""
        reviewed_on = self.article.reviewed_on
        return reviewed_on if reviewed_on and reviewed_on > timezone.localdate(self.updated_at) else None

    def note_review(self, on: date | None) -> None:
        """Notes whether the guide was reviewed on a later day than it was first published."""
        self.is_kept_up = on is not None and on > timezone.localdate(self.published_at)

    def document(self) -> Document:
        """The snapshot as a value."""
        return serialization.load(self.stored)

    def set_dates(self, *, at: datetime) -> None:
        """Gives it the dates that its page shows once it goes live at `at`."""
        before = self.article.revisions.exclude(went_live_at=None).order_by("went_live_at", "pk")
        first, last = before.first(), before.last()
        elsewhere = self.article.published_elsewhere_at
        self.published_at = first.published_at if first else min(elsewhere or at, at)
        self.updated_at = at if self.is_substantive or last is None else last.updated_at
