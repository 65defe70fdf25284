"""The verbs of the draft. Each leaves a version behind, so that nothing that was ever saved is lost."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from django.utils import timezone

from articles.document import Document, serialization
from articles.drafts import finding, history, linking
from articles.drafts.rows import document_of, replace_blocks, rows_of
from articles.models import Article, Author, BlockRow, DraftVersion, GuideEvent, Picture, Revision, Topic
from articles.models.picture import as_said

KEPT_FOR = timedelta(days=365)
KINDS = GuideEvent.Kind
GONE = "Its topic, its author, somebody quoted in it or a role whose salaries it shows no longer exists."


class CannotRestore(Exception):
    """The document cannot become the draft; the message is a sentence for its editor."""


def lock(article: Article) -> Article:
    """The guide as stored, locked until the transaction ends. Every verb takes this lock first."""
    return (
        Article.objects.select_for_update(of=("self",))
        .select_related("topic", "author", "hero_picture")
        .get(pk=article.pk)
    )


@transaction.atomic
def save(article: Article, *, by: Any, token: str = "", rows: Sequence[BlockRow] | None = None) -> DraftVersion:
    """Records the draft as stored as its next version; call it in the transaction of each change to a draft.

    Links to addresses of this site become references first.
    `token` is the form's own, by which a browser learns that what it kept is stored.
    `rows` are those of the whole body, where the caller has just written them.
    """
    article = lock(article)
    article.version += 1
    article.saved_at, article.saved_by = timezone.now(), by
    article.save(update_fields=["version", "saved_at", "saved_by"])
    article.versions.filter(saved_at__lt=timezone.now() - KEPT_FOR, events=None).delete()
    rows = rows_of(article) if rows is None else rows
    linking.refer(rows)
    document = document_of(article, rows)
    _note_change(article, document)
    finding.index(article, document)
    return DraftVersion.objects.create(
        article=article,
        number=article.version,
        stored=serialization.dump(document),
        row_ids=[row.pk for row in rows],
        saved_by=by,
        token=token,
    )


def current_version(article: Article) -> DraftVersion | None:
    """The version that the draft is now."""
    return article.versions.saved().filter(number=article.version).first()


@transaction.atomic
def restore(revision: Revision, *, by: Any) -> DraftVersion:
    """Makes an earlier revision the draft; what visitors read stays as it is. Raises `CannotRestore`."""
    version = put(revision.article, revision.document(), by=by)
    history.record(revision.article, KINDS.RESTORED, by=by, revision=revision, version=version)
    return version


@transaction.atomic
def restore_version(version: DraftVersion, *, by: Any) -> DraftVersion:
    """Makes the draft what it was in a version of it; the line of history names that one. Raises `CannotRestore`."""
    restored = put(version.article, version.document(), by=by)
    history.record(version.article, KINDS.RESTORED, by=by, version=version)
    return restored


@transaction.atomic
def discard(article: Article, *, by: Any) -> DraftVersion:
    """Makes the draft what visitors read. Raises `CannotRestore` where nothing is live."""
    article = lock(article)
    live = article.revisions.published().first()
    if live is None:
        raise CannotRestore("This guide is not live, so there is no published version to go back to.")
    version = put(article, live.document(), by=by)
    history.record(article, KINDS.DISCARDED, by=by, revision=live, version=version)
    return version


@transaction.atomic
def put(article: Article, document: Document, *, by: Any, token: str = "") -> DraftVersion:
    """Makes the document the draft. Raises `CannotRestore` when it names what is gone, or has another guide's address."""
    article = lock(article)
    other = Article.objects.filter(slug=document.slug).exclude(pk=article.pk).first()
    if other:
        raise CannotRestore(f"Its address, {document.slug}, now belongs to the guide “{other}”.")
    try:
        fill(article, document)
        rows = replace_blocks(article, document.blocks)
    except ObjectDoesNotExist as error:
        raise CannotRestore(GONE) from error
    article.save()
    return save(article, by=by, token=token, rows=rows)


def fill(article: Article, document: Document) -> None:
    """Gives the guide the document's own fields, unsaved. Raises `DoesNotExist` when its topic or author is gone."""
    for name in ("slug", "title", "standfirst", "description"):
        setattr(article, name, getattr(document, name))
    article.topic = Topic.objects.get(slug=document.topic) if document.topic else None
    article.author = Author.objects.get(slug=document.author) if document.author else None
    hero = document.hero
    article.hero_picture = Picture.objects.holding(hero.image) if hero.image else None
    said = as_said(article.hero_picture, {"alt": hero.alt, "decorative": hero.decorative, "credit": hero.credit})
    article.hero_alt, article.hero_decorative, article.hero_credit = said["alt"], said["decorative"], said["credit"]
    article.hero_caption = hero.caption


def note_changes(articles: Iterable[Article]) -> None:
    """Records for each draft whether it differs from what is live; call it after anything that a draft shows changed."""
    for article in articles:
        _note_change(article, document_of(article))


def _note_change(article: Article, document: Document) -> None:
    live = article.revisions.published().first()
    changed = live is None or linking.differ(live.document(), document)
    Article.objects.filter(pk=article.pk).update(has_unpublished_changes=changed)
