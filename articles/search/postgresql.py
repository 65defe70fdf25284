"""Ranking with PostgreSQL's full-text search (https://www.postgresql.org/docs/current/textsearch-controls.html).

Words that few guides hold are looked up in the index. Of words that very many hold it would give all of them, to be read
one by one: for these the newest guides are read, and that is all where it finds enough.
"""

from collections.abc import Iterable
from dataclasses import replace

from django.db import connection

from articles.search import queries
from articles.search.extent import MOST_COUNTED, MOST_RANKED, Extent, Ranked
from articles.search.queries import Term

# As many of the newest guides are read, and so many must have been found among them.
NEWEST, ENOUGH = 500, 20
# Titles with very common words are looked for in so many of the newest before their index gives all that match.
TITLES = 500
# For a phrase of words that more guides hold, as many of the newest are read at most.
MOST_READ = 5_000
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
    WITH found AS MATERIALIZED ({begun}), lately_titled AS MATERIALIZED (
        SELECT revision_id, title_vector
        FROM (SELECT revision_id, title_vector FROM articles_searchtext ORDER BY revision_id DESC LIMIT %(titles)s) AS newest
        WHERE title_vector @@ to_tsquery('simple', %(words)s) LIMIT %(most)s
    ), titled AS MATERIALIZED (
        SELECT revision_id, title_vector FROM lately_titled UNION ALL (
            SELECT revision_id, title_vector FROM articles_searchtext
            WHERE title_vector @@ (SELECT to_tsquery('simple', %(words)s))
                AND (SELECT count(*) FROM lately_titled) < %(most)s
            ORDER BY revision_id DESC LIMIT %(most)s
        )
    ), candidates AS MATERIALIZED (
        (SELECT revision_id FROM found ORDER BY revision_id DESC LIMIT %(most)s) UNION ({exact})
        UNION SELECT revision_id FROM titled WHERE title_vector @@ to_tsquery('simple', %(begun)s)
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


def ranked(terms: tuple[Term, ...], extent: Extent, *, every: bool, limit: int, offset: int) -> Ranked:
    """The best live revisions for the terms.

    Every term must be found, or only one of them. A guide that has the very words comes before one that has others
    that begin so; then a word in the title counts most, one in the headings, takeaways and questions more than in the
    summary, and that more than in the body; then the newer comes first.
    """
    is_very_common = extent.is_very_common(terms, every=every)
    joint = " & " if every else " | "
    begun = joint.join(_any(term.stems()) for term in terms)
    values: dict[str, str | int] = {
        "exact": joint.join(_any(queries.stems(term.same())) for term in terms),
        "begun": begun,
        # The index knows words and not their order: for a phrase all guides would be read that have its words.
        "words": begun.replace("<->", "&"),
        "titles": TITLES if is_very_common else 0,
        "counted": MOST_COUNTED + 1,
        "most": MOST_RANKED + offset,
        "limit": limit,
        "offset": offset,
    }
    very_words = tuple(replace(term, begun=()) for term in terms)
    exactly = BY_NEWEST if extent.is_very_common(very_words, every=every) else BY_INDEX
    if is_very_common:
        newest = _page(BY_NEWEST, exactly, values | {"newest": NEWEST})
        if newest.found > MOST_COUNTED:
            return newest
        if newest.found >= ENOUGH and extent.exceeds(NEWEST):
            return newest._replace(is_all=False)
        if "<->" in begun and extent.is_very_common(terms, every=every, above=MOST_READ):
            return _page(BY_NEWEST, exactly, values | {"newest": MOST_READ})
    return _page(BY_INDEX, BY_INDEX, values)


def _page(finding: str, exactly: str, values: dict[str, str | int]) -> Ranked:
    is_wider = values["begun"] != values["exact"]
    parts = {
        "begun": finding.format(query="begun", most="counted"),
        "exact": exactly.format(query="exact", most="most") if is_wider else NOTHING,
    }
    with connection.cursor() as cursor:
        cursor.execute(PAGE.format(**parts), values)
        return Ranked.of(cursor.fetchall())


def _any(phrases: Iterable[str]) -> str:
    """The stems hold letters and digits only, so that nothing in them can be an operator."""
    return f"({' | '.join(f'({phrase.replace(" ", " <-> ")})' for phrase in phrases)})"
