"""Guides in bulk, stored as saving and publishing each of them would leave them, but for the gate and the prepared pages.

The worker prepares their pages, as after a release: making them takes longer than storing all the rest.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import chain

from django.db import transaction
from django.utils import timezone

from articles.document import Document
from articles.drafts import finding
from articles.drafts.rows import STEP, document_of
from articles.models import (
    Article,
    BlockRow,
    DraftVersion,
    DraftWords,
    GuideEvent,
    Mention,
    Revision,
    SearchEntry,
    SearchText,
    SearchWord,
)
from articles.models.mention import mentioned
from articles.publishing import indexnow
from articles.review import upkeep
from articles.search import indexing

# A new guide as its editor leaves it: what of it is not saved yet, and the rows of its body.
type Draft = tuple[Article, Sequence[BlockRow]]


@transaction.atomic
def publish(drafts: Sequence[Draft], *, at: Sequence[datetime]) -> None:
    """Saves and publishes new guides, each at its moment: all of them or none. Their addresses must be free."""
    documents = [document_of(article, rows) for article, rows in drafts]
    articles = [article for article, _rows in drafts]
    for article, document, moment in zip(articles, documents, at, strict=True):
        _note_publication(article, document, moment)
    Article.objects.bulk_create(articles)
    _store_rows(drafts)
    revisions = [_revision(*guide) for guide in zip(articles, documents, at, strict=True)]
    DraftVersion.objects.bulk_create(
        _version(*draft, revision) for draft, revision in zip(drafts, revisions, strict=True)
    )
    DraftWords.objects.bulk_create(
        DraftWords(article=article, words=finding.words_of(document))
        for article, document in zip(articles, documents, strict=True)
    )
    Revision.objects.bulk_create(revisions)
    Mention.objects.bulk_create(chain.from_iterable(map(_mentions, revisions, documents)))
    _index(revisions, documents)
    GuideEvent.objects.bulk_create(
        GuideEvent(article=revision.article, kind=GuideEvent.Kind.PUBLISHED, revision=revision)
        for revision in revisions
    )
    for article in articles:
        indexnow.announce(article)


def _note_publication(article: Article, document: Document, moment: datetime) -> None:
    article.version, article.has_unpublished_changes = 1, False
    article.reviewed_on = timezone.localdate(moment)
    article.review_by = upkeep.suggested(document, article.reviewed_on)


def _store_rows(drafts: Iterable[Draft]) -> None:
    of_kind: dict[type[BlockRow], list[BlockRow]] = defaultdict(list)
    for article, rows in drafts:
        for position, row in enumerate(rows, start=1):
            row.parent, row.region, row.ordering = article, "main", position * STEP
            of_kind[type(row)].append(row)
    for model, rows_of_kind in of_kind.items():
        model.objects.bulk_create(rows_of_kind)


def _version(article: Article, rows: Sequence[BlockRow], revision: Revision) -> DraftVersion:
    return DraftVersion(
        article=article, number=article.version, stored=revision.stored, row_ids=[row.pk for row in rows]
    )


def _revision(article: Article, document: Document, moment: datetime) -> Revision:
    revision = Revision.undated(article, document)
    revision.published_at = revision.updated_at = moment
    revision.is_live, revision.went_live_at = True, timezone.now()
    return revision


def _mentions(revision: Revision, document: Document) -> list[Mention]:
    return [Mention(revision=revision, kind=kind, slug=slug) for kind, slug in dict.fromkeys(mentioned(document))]


def _index(revisions: Sequence[Revision], documents: Sequence[Document]) -> None:
    entries = [
        SearchEntry(revision=revision, **indexing.columns(document))
        for revision, document in zip(revisions, documents, strict=True)
    ]
    SearchEntry.objects.bulk_create(entries)
    SearchText.objects.bulk_create(
        SearchText(revision=revision, **indexing.shown(document))
        for revision, document in zip(revisions, documents, strict=True)
    )
    SearchWord.objects.add(Counter(chain.from_iterable(entry.words() for entry in entries)))
