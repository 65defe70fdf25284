"""Finding guides by any word of their drafts, whole or its beginning, or by what these link to: by an index on both databases."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from itertools import batched
from typing import Any

from django.db import connection, transaction
from django.db.models import F, QuerySet
from django.db.models.expressions import RawSQL

from articles.document import Document, Image, Value, richtext, serialization
from articles.document.linked_documents import references_in
from articles.document.references import Reference, read
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
# What a word becomes that may go on, what stands between two, and between words of which one is enough; a folded word
# holds letters and digits only.
BEGUN = {"sqlite": '"{}"*', "postgresql": "{}:*"}
AND = {"sqlite": " AND ", "postgresql": " & "}
OR = {"sqlite": " OR ", "postgresql": " | "}


def index(article: Article, document: Document) -> None:
    """Makes the guide findable by its draft, in the caller's transaction."""
    DraftWords.objects.update_or_create(article=article, defaults={"words": words_of(document)})


def find(guides: QuerySet[Article], text: str) -> QuerySet[Article]:
    """Those of `guides` whose drafts have every word of `text`, or one that begins like it; all when it has no word."""
    terms = words.folded(text).split()[:MOST_TERMS]
    if not terms:
        return guides
    query = AND[connection.vendor].join(BEGUN[connection.vendor].format(term) for term in terms)
    return guides.filter(pk__in=_matching(query))


def linking_to(references: Iterable[Reference]) -> RawSQL:
    """The keys of the guides whose drafts link to any of the pages that the references mean."""
    return _matching(OR[connection.vendor].join(map(_word_for, references)))


def _matching(query: str) -> RawSQL:
    return RawSQL(MATCHING[connection.vendor], [query])  # noqa: S611 - no text of anybody's in it


@transaction.atomic
def rebuild() -> None:
    """Makes the words of every draft anew from its current version, while saving waits."""
    list(Article.objects.select_for_update().order_by("pk").values_list("pk"))
    DraftWords.objects.all().delete()
    fill(DraftVersion.objects.saved(), DraftWords)


def fill(versions: Any, kept: Any) -> None:
    """Makes the words of drafts from their current versions among these; they must have none yet.

    What is given comes from the migrations too.
    """
    current = versions.filter(number=F("article__version")).order_by("pk")
    for some in batched(current.iterator(chunk_size=BATCH), BATCH, strict=False):
        kept.objects.bulk_create(
            kept(article_id=version.article_id, words=words_of(serialization.load(version.stored))) for version in some
        )


def words_of(document: Document) -> str:
    """The different words of everything that editors typed, also where a reader sees none of it, and one for each link."""
    folded = words.folded("\n".join(_texts(document)))
    linked = {_word_for(reference) for address in references_in(document) if (reference := read(address))}
    return " ".join(sorted({*folded.split(), *linked}))[:LONGEST]


def _word_for(reference: Reference) -> str:
    """A word that nobody types, and that sorts before those that a very long draft loses."""
    return f"0ref{reference.slug.replace('-', '')}"


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
