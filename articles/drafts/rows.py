"""Between a draft's rows and the document."""

from collections.abc import Sequence
from itertools import zip_longest

from django.db import transaction

from articles.document import Block, Document
from articles.models import BLOCK_MODELS, Article, BlockRow
from articles.models.blocks import ROW_FOR

STEP = 10


def document_of(article: Article, rows: Sequence[BlockRow] | None = None) -> Document:
    """The draft as a document, in one query per kind of block and one for the salary figures, unless `rows` are known."""
    return Document(
        slug=article.slug,
        title=article.title,
        standfirst=article.standfirst,
        description=article.description,
        topic=article.topic.slug if article.topic else "",
        author=article.author.slug if article.author else "",
        hero=article.hero(),
        blocks=tuple(row.to_block() for row in (rows_of(article) if rows is None else rows)),
    )


def rows_of(article: Article) -> list[BlockRow]:
    """The draft's rows of every kind, in the order of the page."""
    found = (model.with_related(model.objects.filter(parent=article).order_by()) for model in BLOCK_MODELS)
    rows = [row for of_one_kind in found for row in of_one_kind]
    return sorted(rows, key=lambda row: (row.ordering, row.pk))


def rows_from(blocks: Sequence[Block]) -> list[BlockRow]:
    """Unsaved rows for the blocks. Raises `DoesNotExist` when one names an author or job role that is gone."""
    rows = []
    for position, block in enumerate(blocks, start=1):
        row = ROW_FOR[type(block)].from_block(block)
        row.region, row.ordering = "main", position * STEP
        rows.append(row)
    return rows


@transaction.atomic
def replace_blocks(article: Article, blocks: Sequence[Block], ids: Sequence[int] = ()) -> list[BlockRow]:
    """Makes the draft's body exactly these blocks, and returns their rows.

    `ids` are the primary keys that they had, if they are to have them again.
    """
    rows = rows_from(blocks)
    for model in BLOCK_MODELS:
        model.objects.filter(parent=article).delete()
    return _add(article, rows, ids)


@transaction.atomic
def add_blocks(article: Article, blocks: Sequence[Block]) -> list[BlockRow]:
    """Gives a draft that has no body yet these blocks, and returns their rows."""
    return _add(article, rows_from(blocks))


def _add(article: Article, rows: list[BlockRow], ids: Sequence[int] = ()) -> list[BlockRow]:
    for row, pk in zip_longest(rows, ids[: len(rows)]):
        row.parent, row.pk = article, pk
        row.save(force_insert=True)
    return rows
