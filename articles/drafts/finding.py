"""Finding guides by any word of their drafts: whole words or their beginnings, by an index on both databases."""

from collections.abc import Iterator
from dataclasses import fields
from itertools import batched
from typing import Any

from django.db import connection, transaction
from django.db.models import F, QuerySet
from django.db.models.expressions import RawSQL

from articles.document import Document, Image, Value, richtext, serialization
from articles.language import words
from articles.models import Article, DraftVersion, DraftWords

# PostgreSQL's index of one text has room for a megabyte; this is many times the longest guide.
LONGEST = 300_000
MOST_TERMS = 8
BATCH = 200
MATCHING = {
    "sqlite": "SELECT rowid FROM articles_draft_search WHERE articles_draft_search MATCH %s",
    # To the planner a query that comes from a subselect is a rare one: it takes the index.
    "postgresql": """
        SELECT article_id FROM articles_draftwords WHERE vector @@ (SELECT to_tsquery('simple', %s))
    """,
}
# What a word becomes that may go on, and what stands between two; a folded word holds letters and digits only.
BEGUN = {"sqlite": ('"{}"*', " AND "), "postgresql": ("{}:*", " & ")}


def index(article: Article, document: Document) -> None:
    """Makes the guide findable by its draft, in the caller's transaction."""
    DraftWords.objects.update_or_create(article=article, defaults={"words": words_of(document)})


def find(guides: QuerySet[Article], text: str) -> QuerySet[Article]:
    """Those of `guides` whose drafts have every word of `text`, or one that begins like it; all when it has no word."""
    terms = words.folded(text).split()[:MOST_TERMS]
    if not terms:
        return guides
    word, joint = BEGUN[connection.vendor]
    query = joint.join(word.format(term) for term in terms)
    return guides.filter(pk__in=RawSQL(MATCHING[connection.vendor], [query]))  # noqa: S611 - no text of anybody's in it


@transaction.atomic
def rebuild() -> None:
    """Makes the words of every draft anew from its current version, while saving waits."""
    list(Article.objects.select_for_update().order_by("pk").values_list("pk"))
    DraftWords.objects.all().delete()
    fill(DraftVersion, DraftWords)


def fill(versions: Any, kept: Any) -> None:
    """Makes the words of every draft from its current version; there must be none yet. The models are given for the sake of migrations."""
    current = versions.objects.filter(is_conflict=False, number=F("article__version")).order_by("pk")
    for some in batched(current.iterator(chunk_size=BATCH), BATCH, strict=False):
        kept.objects.bulk_create(
            kept(article_id=version.article_id, words=words_of(serialization.load(version.stored))) for version in some
        )


def words_of(document: Document) -> str:
    """The different words of everything that editors typed, also where a reader sees none of it."""
    folded = words.folded("\n".join(_texts(document)))
    return " ".join(sorted(set(folded.split())))[:LONGEST]


def _texts(value: Any) -> Iterator[str]:
    """Whatever its fields are called, so that a kind of block that is new needs no word here."""
    match value:
        case str():
            yield value
        case tuple():
            for part in value:
                yield from _texts(part)
        case Value() if not isinstance(value, Image):
            for field in fields(value):
                content = getattr(value, field.name)
                yield from [richtext.plain(content)] if field.name in value.rich else _texts(content)
