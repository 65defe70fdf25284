"""Ranking with SQLite's FTS5 (https://www.sqlite.org/fts5.html); the smaller a score, the better.

For its score FTS5 goes through all guides that hold one of the words. Where these are very many, the newest and those
with the words in their titles are scored here.
"""

from collections.abc import Iterable, Sequence

from django.db import connection

from articles.search import queries
from articles.search.extent import MOST_COUNTED, Extent, Ranked
from articles.search.queries import Term

# The weights are those of the columns: title, points, summary, body. They are far apart, since a score grows ever slower
# with them, and so would let many words in the body outdo the title.
WEIGHTS = (50, 2, 1)
MOST_SCORED = 50
# How soon more of a word counts no more, as FTS5 has it.
SATURATION = 1.2
MATCHING = """
    SELECT rowid, bm25(articles_search, 50, 2, 1, 0.05) AS score, {tier} AS tier
    FROM articles_search WHERE articles_search MATCH %s {others}
"""
OTHERS = "AND rowid NOT IN (SELECT rowid FROM articles_search WHERE articles_search MATCH %s)"
EXACT = MATCHING.format(tier=0, others="")
BEGUN = MATCHING.format(tier=1, others=OTHERS)
PAGE = "SELECT rowid, count(*) OVER () FROM ({matching}) ORDER BY tier, score, rowid DESC LIMIT %s OFFSET %s"
CANDIDATES = """
    WITH found AS MATERIALIZED (
        SELECT rowid FROM articles_search WHERE articles_search MATCH %(query)s ORDER BY rowid DESC LIMIT %(counted)s
    )
    SELECT (SELECT count(*) FROM found), revision_id, title, points, summary
    FROM articles_searchentry WHERE revision_id IN (
        SELECT * FROM (SELECT rowid FROM found ORDER BY rowid DESC LIMIT %(most)s)
        UNION SELECT * FROM (
            SELECT rowid FROM articles_search_title WHERE articles_search_title MATCH %(query)s
            ORDER BY rowid DESC LIMIT %(most)s
        )
    )
"""


def ranked(terms: tuple[Term, ...], extent: Extent, *, every: bool, limit: int, offset: int) -> Ranked:
    """As `articles.search.postgresql.ranked`."""
    joint = " AND " if every else " OR "
    exact = joint.join(_any(queries.stems(term.same())) for term in terms)
    begun = joint.join(_any(term.stems()) for term in terms)
    if extent.has_very_common(terms):
        return _newest_ranked(terms, exact, begun, limit=limit, offset=offset)
    is_wider = any(term.begun for term in terms)
    matching, sought = (f"{EXACT} UNION ALL {BEGUN}", [exact, begun, exact]) if is_wider else (EXACT, [exact])
    with connection.cursor() as cursor:
        cursor.execute(PAGE.format(matching=matching), [*sought, limit, offset])
        return Ranked.of(cursor.fetchall())


def _newest_ranked(terms: tuple[Term, ...], exact: str, begun: str, *, limit: int, offset: int) -> Ranked:
    sought = [[f" {phrase} " for phrase in term.stems()] for term in terms]
    places: dict[int, tuple[int, float, int]] = {}
    total = 0
    for tier, query in enumerate(dict.fromkeys([exact, begun])):
        values: dict[str, str | int] = {"query": query, "counted": MOST_COUNTED + 1, "most": MOST_SCORED + offset}
        with connection.cursor() as cursor:
            cursor.execute(CANDIDATES, values)
            for total, pk, *texts in cursor.fetchall():  # noqa: B007 - the last query finds the most
                if pk not in places:
                    places[pk] = (tier, -_score(sought, texts), -pk)
        if total > MOST_COUNTED and len(places) >= offset + limit:
            break
    best = sorted(places, key=places.__getitem__)[offset : offset + limit]
    return Ranked.of([(pk, total) for pk in best])


def _score(sought: Iterable[Iterable[str]], texts: Sequence[str]) -> float:
    """The greater, the more the guide is about the terms, by all but its body, which they are in anyway."""
    columns = [(weight, f" {text} ") for weight, text in zip(WEIGHTS, texts, strict=True)]
    score = 0.0
    for phrases in sought:
        often = 0
        for phrase in phrases:
            for weight, text in columns:
                often += weight * text.count(phrase)
        score += often / (often + SATURATION)
    return score


def _any(phrases: Iterable[str]) -> str:
    """Stems in quotation marks are nothing but words to FTS5, and they hold no quotation mark."""
    return f"({' OR '.join(f'"{phrase}"' for phrase in phrases)})"
