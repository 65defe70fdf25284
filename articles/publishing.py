"""The verbs of publishing: the draft becomes what the public sees, and only here."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from articles import serialising
from articles.document import Document, word_count
from articles.drafts import document_of
from articles.models import Article, JobRole, Revision

WORDS_A_MINUTE = 220


class CannotPublish(Exception):
    """The draft is not fit to be published; `reasons` are sentences for its editor."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


@transaction.atomic
def publish(article: Article, *, by: Any, at: datetime | None = None) -> Revision:
    """Makes the draft as stored into the live revision and returns it. Raises `CannotPublish`.

    `at` is the moment that the page gives as its update, and at the first time as its publication; now if not given.
    """
    article = Article.objects.select_for_update(of=("self",)).select_related("topic", "author").get(pk=article.pk)
    document = document_of(article)
    if reasons := [*_missing(document), *_taken(article)]:
        raise CannotPublish(reasons)
    at = at or timezone.now()
    before = article.revisions.published().first()
    article.revisions.published().update(is_live=False)
    revision = draft_revision(article, document, published_at=before.published_at if before else at, updated_at=at)
    revision.is_live, revision.created_by = True, by
    revision.save()
    Article.objects.filter(pk=article.pk).update(has_unpublished_changes=False)
    return revision


def draft_revision(article: Article, document: Document, *, published_at: datetime, updated_at: datetime) -> Revision:
    """The unsaved revision that publishing this document would make; the preview shows it too."""
    stored = serialising.dump(document)
    return Revision(
        article=article,
        stored=stored,
        slug=document.slug,
        title=document.title,
        standfirst=document.standfirst,
        description=document.description,
        topic=article.topic,
        author=article.author,
        hero=stored["hero"],
        reading_minutes=max(1, round(word_count(document) / WORDS_A_MINUTE)),
        published_at=published_at,
        updated_at=updated_at,
    )


def note_changes(articles: Iterable[Article]) -> None:
    """Records for each draft whether it differs from what is live; call it after anything that a draft shows changed."""
    for article in articles:
        live = article.revisions.published().first()
        changed = live is None or live.stored != serialising.dump(document_of(article))
        Article.objects.filter(pk=article.pk).update(has_unpublished_changes=changed)


def guides_showing(job_role: JobRole) -> list[Article]:
    """The guides whose drafts show this role's salary figures."""
    return list(Article.objects.filter(articles_salarytableblock_set__job_role=job_role).distinct().order_by("title"))


def _missing(document: Document) -> Iterable[str]:
    if not document.standfirst:
        yield "Write a standfirst: one or two sentences that say what the reader will learn."
    if not document.description:
        yield "Write a description for search engines."
    if document.hero.image and not (document.hero.alt or document.hero.decorative):
        yield "Say what the picture at the top shows, or mark it as decorative."
    if not document.shown():
        yield "Add at least one block; the page would be empty."


def _taken(article: Article) -> Iterable[str]:
    other = Revision.objects.published().filter(slug=article.slug).exclude(article=article).first()
    if other:
        yield f"The guide “{other.title}” is live at this address. Choose another one."
