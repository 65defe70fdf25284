"""Two people editing one draft: the second save becomes a conflicting version, and its editor decides what to do."""

from dataclasses import fields
from typing import Any

from django.db import transaction

from articles.diff import merge
from articles.document import Document, File, serialization
from articles.drafts import history, saving
from articles.drafts.rows import document_of, replace_blocks, rows_from
from articles.models import Article, BlockRow, DraftVersion, GuideEvent, LooseFile

KINDS = GuideEvent.Kind


def opened(article: Article, number: int) -> DraftVersion | None:
    """The draft as it was when a form was opened at version `number`."""
    return article.versions.saved().filter(number=number).first()


def put_back(article: Article, version: DraftVersion) -> None:
    """Makes the draft what it was in that version, its rows with the primary keys that they had.

    For a trial that is rolled back: no version is made of it.
    """
    document = version.document()
    saving.fill(article, document)
    article.save()
    replace_blocks(article, document.blocks, version.row_ids)


def rows_then(version: DraftVersion) -> list[BlockRow]:
    """The block rows of that version with the primary keys that they had, unsaved.

    Raises `DoesNotExist` when one names an author or job role that is gone.
    """
    rows = rows_from(version.document().blocks)
    for row, pk in zip(rows, version.row_ids, strict=False):
        row.pk = pk
    return rows


@transaction.atomic
def keep_conflict(article: Article, document: Document, *, number: int, by: Any, token: str = "") -> DraftVersion:
    """Keeps what an editor saved too late, having opened the draft at version `number`."""
    version = DraftVersion.objects.create(
        article=article, number=number, stored=serialization.dump(document), is_conflict=True, saved_by=by, token=token
    )
    LooseFile.objects.note(_files_in(document))
    history.record(article, KINDS.CONFLICT, by=by, version=version)
    return version


def _files_in(document: Document) -> list[str]:
    """What was uploaded with the form that came too late, and may be in no other draft."""
    values = (getattr(block, field.name) for block in document.blocks for field in fields(block))
    return [value.name for value in values if isinstance(value, File)]


def merged(version: DraftVersion) -> Document | None:
    """The conflicting version and what the draft is now, put together; None where both changed the same."""
    before = opened(version.article, version.number)
    if before is None:
        return None
    return merge.merge(before.document(), version.document(), document_of(version.article))


@transaction.atomic
def take(version: DraftVersion, document: Document, *, by: Any) -> DraftVersion:
    """Makes `document`, the conflicting version or what it was merged into, the draft.

    Raises `saving.CannotRestore`.
    """
    taken = saving.put(version.article, document, by=by)
    history.record(version.article, KINDS.MERGED, by=by, version=version)
    return taken
