"""Between a draft's rows and the document."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import QuerySet

from articles.document import Block, Document
from articles.models import BLOCK_MODELS, Article, BlockRow, InsightBlock, SalaryTableBlock
from articles.models.blocks import ROW_FOR

STEP = 10


def document_of(article: Article) -> Document:
    """The draft as a document, in one query per kind of block and one for the salary figures."""
    return Document(
        slug=article.slug,
        title=article.title,
        standfirst=article.standfirst,
        description=article.description,
        topic=article.topic.slug,
        author=article.author.slug,
        hero=article.hero(),
        blocks=tuple(row.to_block() for row in rows_of(article)),
    )


def rows_of(article: Article) -> list[BlockRow]:
    """The draft's rows of every kind, in the order of the page."""
    rows = [row for model in BLOCK_MODELS for row in _with_related(model).filter(parent=article)]
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
def replace_blocks(article: Article, blocks: Sequence[Block]) -> None:
    """Makes the draft's body exactly these blocks."""
    rows = rows_from(blocks)
    for model in BLOCK_MODELS:
        model.objects.filter(parent=article).delete()
    for row in rows:
        row.parent = article
        row.save()


def _with_related(model: type[BlockRow]) -> QuerySet:
    queryset = model.objects.all()
    if model is InsightBlock:
        return queryset.select_related("voice")
    if model is SalaryTableBlock:
        return queryset.select_related("job_role").prefetch_related("job_role__figures")
    return queryset
