"""The live guide at an address with all that its page shows, by one query and what is remembered."""

from datetime import date
from functools import cache

from django.db.models import CharField, F
from django.db.models.functions import Cast

from articles.models import Article, PreparedPage, Revision
from articles.public import directory

# What the page needs beside its finished pieces; any other column costs a query more.
OWN = (
    *("slug", "title", "standfirst", "description", "hero", "reading_minutes", "published_at", "updated_at"),
    *("article_id", "topic_id", "author_id", "is_live"),
)
PLACE = "the slug's place in the query"
PREPARED = ("edition", "seal", "hero", "dates", "contents", "body", "styles", "frames", "nodes")


def at(slug: str) -> Revision | None:
    """The revision, without its body; nothing that a template asks it costs a query."""
    sql, params = _query()
    found = list(Revision.objects.raw(sql, [slug if param == PLACE else param for param in params]))
    return _with_relations(found[0]) if found else None


@cache
def _query() -> tuple[str, tuple[object, ...]]:
    """Kept, since Django takes five times as long to write it and to make its rows as it takes for the rows alone."""
    more: dict[str, F | Cast] = {f"prepared_{name}": F(f"prepared__{name}") for name in PREPARED}
    # As text, since of a raw query Django makes only the model's own columns what they are.
    more["reviewed"] = Cast("article__reviewed_on", CharField())
    live = Revision.objects.published().filter(slug=PLACE).order_by().only(*OWN).annotate(**more)
    return live.query.sql_with_params()


def _with_relations(revision: Revision) -> Revision:
    told = vars(revision)
    revision.topic = directory.topic(revision.topic_id)
    revision.author = directory.author(revision.author_id)
    reviewed = told["reviewed"]
    # For reading alone: it knows nothing else of the draft.
    revision.article = Article(pk=revision.article_id, reviewed_on=reviewed and date.fromisoformat(reviewed))
    if told["prepared_edition"] is not None:
        revision.prepared = PreparedPage(**{name: told[f"prepared_{name}"] for name in PREPARED})
    return revision
