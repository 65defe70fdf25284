"""Ranking with PostgreSQL's full-text search (https://www.postgresql.org/docs/current/textsearch-controls.html)."""

from collections.abc import Iterable

from django.db import connection

from articles.language.stemming import stem
from articles.search.queries import Term

# Ranking is the slow part. Where very many guides match it is done for those of them that have the terms in their
# titles, and for the newest.
MOST_RANKED = 200
# The weights are those of the columns from the last to the first: body, summary, points, title; 1 sets the length of
# a guide against its rank, though by its logarithm only.
PAGE = """
    WITH matching AS MATERIALIZED (
        SELECT revision_id, vector @@ to_tsquery('simple', %(exact)s) AS is_exact
        FROM articles_searchentry WHERE vector @@ to_tsquery('simple', %(begun)s)
    ), candidates AS (
        (
            SELECT revision_id FROM articles_searchentry WHERE title_vector @@ to_tsquery('simple', %(begun)s)
            ORDER BY revision_id DESC LIMIT %(most)s
        ) UNION (
            SELECT revision_id FROM matching ORDER BY is_exact DESC, revision_id DESC LIMIT %(most)s
        )
    )
    SELECT revision_id, (SELECT count(*) FROM matching)
    FROM candidates JOIN matching USING (revision_id) JOIN articles_searchentry USING (revision_id)
    ORDER BY
        is_exact DESC,
        ts_rank_cd(
            '{0.05, 0.15, 0.25, 1}', vector,
            to_tsquery('simple', CASE WHEN is_exact THEN %(exact)s ELSE %(begun)s END), 1
        ) DESC,
        revision_id DESC
    LIMIT %(limit)s OFFSET %(offset)s
"""


def ranked(terms: tuple[Term, ...], *, every: bool, limit: int, offset: int) -> list[tuple[int, int]]:
    """The best live revisions for the terms, each with how many there are in all.

    Every term must be found, or only one of them. A guide that has the very words comes before one that has others
    that begin so; then a word in the title counts most, one in the headings, takeaways and questions more than in the
    summary, and that more than in the body; then the newer comes first.
    """
    joint = " & " if every else " | "
    exact = joint.join(_any(term.same()) for term in terms)
    begun = joint.join(_any(term.phrases()) for term in terms)
    page: dict[str, str | int] = {
        "exact": exact,
        "begun": begun,
        "most": MOST_RANKED + offset,
        "limit": limit,
        "offset": offset,
    }
    with connection.cursor() as cursor:
        cursor.execute(PAGE, page)
        return cursor.fetchall()


def _any(phrases: Iterable[tuple[str, ...]]) -> str:
    return f"({' | '.join(map(_phrase, phrases))})"


def _phrase(words: tuple[str, ...]) -> str:
    """The stems hold letters and digits only, so that nothing in them can be an operator."""
    return f"({' <-> '.join(map(stem, words))})"
