"""Ranking with SQLite's FTS5 (https://www.sqlite.org/fts5.html); the smaller a score, the better."""

from collections.abc import Iterable

from django.db import connection

from articles.language.stemming import stem
from articles.search.queries import Term

# The weights are those of the columns: title, points, summary, body. They are far apart, since a score grows ever slower
# with them, and so would let many words in the body outdo the title.
MATCHING = """
    SELECT rowid, bm25(articles_search, 50, 2, 1, 0.05) AS score, {tier} AS tier
    FROM articles_search WHERE articles_search MATCH %s {others}
"""
OTHERS = "AND rowid NOT IN (SELECT rowid FROM articles_search WHERE articles_search MATCH %s)"
EXACT = MATCHING.format(tier=0, others="")
BEGUN = MATCHING.format(tier=1, others=OTHERS)
PAGE = "SELECT rowid, count(*) OVER () FROM ({matching}) ORDER BY tier, score, rowid DESC LIMIT %s OFFSET %s"


def ranked(terms: tuple[Term, ...], *, every: bool, limit: int, offset: int) -> list[tuple[int, int]]:
    """As `articles.search.postgresql.ranked`."""
    joint = " AND " if every else " OR "
    exact = joint.join(_any(term.same()) for term in terms)
    begun = joint.join(_any(term.phrases()) for term in terms)
    is_wider = any(term.begun for term in terms)
    matching, queries = (f"{EXACT} UNION ALL {BEGUN}", [exact, begun, exact]) if is_wider else (EXACT, [exact])
    with connection.cursor() as cursor:
        cursor.execute(PAGE.format(matching=matching), [*queries, limit, offset])
        return cursor.fetchall()


def _any(phrases: Iterable[tuple[str, ...]]) -> str:
    return f"({' OR '.join(map(_quoted, phrases))})"


def _quoted(words: tuple[str, ...]) -> str:
    """Stems in quotation marks are nothing but words to FTS5, and they hold no quotation mark."""
    return f'"{" ".join(map(stem, words))}"'
