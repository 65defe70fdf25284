"""Ranking with PostgreSQL's full-text search (https://www.postgresql.org/docs/current/textsearch-controls.html).

Words that few guides hold are looked up in the index. Of words that very many hold it would give all of them, to be read
one by one: for these the newest guides are read until enough were found.
"""

from collections.abc import Iterable

from django.db import connection

from articles.language.stemming import stem
from articles.search.extent import MOST_COUNTED, MOST_RANKED, Extent
from articles.search.queries import Term

# As many of the newest guides are read at most.
NEWEST = 5_000
# To the planner a query that comes from a subselect is a rare one, whatever it holds: it takes the index.
BY_INDEX = """
    SELECT revision_id FROM articles_searchentry WHERE vector @@ (SELECT to_tsquery('simple', %({query})s))
    ORDER BY revision_id DESC LIMIT %({most})s
"""
BY_NEWEST = """
    SELECT revision_id
    FROM (SELECT revision_id, vector FROM articles_searchentry ORDER BY revision_id DESC LIMIT %(newest)s) AS newest
    WHERE vector @@ to_tsquery('simple', %({query})s) LIMIT %({most})s
"""
# The weights are those of the columns from the last to the first: body, summary, points, title; 1 sets the length of
# a guide against its rank, though by its logarithm only.
PAGE = """
    WITH found AS MATERIALIZED ({begun}), candidates AS MATERIALIZED (
        (SELECT revision_id FROM found ORDER BY revision_id DESC LIMIT %(most)s) UNION ({exact}) UNION (
            SELECT revision_id FROM (
                SELECT revision_id, title_vector FROM articles_searchentry
                WHERE title_vector @@ to_tsquery('simple', %(words)s) ORDER BY revision_id DESC LIMIT %(most)s
            ) AS titled WHERE title_vector @@ to_tsquery('simple', %(begun)s)
        )
    ), judged AS MATERIALIZED (
        SELECT revision_id, vector, vector @@ to_tsquery('simple', %(exact)s) AS is_exact
        FROM candidates JOIN articles_searchentry USING (revision_id)
    )
    SELECT revision_id, (SELECT count(*) FROM found)
    FROM judged
    ORDER BY
        is_exact DESC,
        ts_rank_cd(
            '{{0.05, 0.15, 0.25, 1}}', vector,
            to_tsquery('simple', CASE WHEN is_exact THEN %(exact)s ELSE %(begun)s END), 1
        ) DESC,
        revision_id DESC
    LIMIT %(limit)s OFFSET %(offset)s
"""
NOTHING = "SELECT revision_id FROM articles_searchentry WHERE false"


def ranked(terms: tuple[Term, ...], extent: Extent, *, every: bool, limit: int, offset: int) -> list[tuple[int, int]]:
    """The best live revisions for the terms, each with how many were found: one more than are counted at most.

    Every term must be found, or only one of them. A guide that has the very words comes before one that has others
    that begin so; then a word in the title counts most, one in the headings, takeaways and questions more than in the
    summary, and that more than in the body; then the newer comes first.
    """
    joint = " & " if every else " | "
    begun = joint.join(_any(term.phrases()) for term in terms)
    values: dict[str, str | int] = {
        "exact": joint.join(_any(term.same()) for term in terms),
        "begun": begun,
        # The index knows words and not their order: for a phrase all guides would be read that have its words.
        "words": begun.replace("<->", "&"),
        "newest": NEWEST,
        "counted": MOST_COUNTED + 1,
        "most": MOST_RANKED + offset,
        "limit": limit,
        "offset": offset,
    }
    if not extent.is_very_common(terms, every=every):
        return _page(BY_INDEX, values)
    rows = _page(BY_NEWEST, values)
    is_enough = rows and rows[0][1] > MOST_COUNTED
    return rows if is_enough or "<->" in begun else _page(BY_INDEX, values)


def _page(finding: str, values: dict[str, str | int]) -> list[tuple[int, int]]:
    is_wider = values["begun"] != values["exact"]
    parts = {
        "begun": finding.format(query="begun", most="counted"),
        "exact": finding.format(query="exact", most="most") if is_wider else NOTHING,
    }
    with connection.cursor() as cursor:
        cursor.execute(PAGE.format(**parts), values)
        return cursor.fetchall()


def _any(phrases: Iterable[tuple[str, ...]]) -> str:
    return f"({' | '.join(map(_phrase, phrases))})"


def _phrase(words: tuple[str, ...]) -> str:
    """The stems hold letters and digits only, so that nothing in them can be an operator."""
    return f"({' <-> '.join(map(stem, words))})"
