"""What the live guides' words are to one search, read at once: which of them are known, and how a begun word goes on."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cached_property

from django.db import connection

from articles.language.stemming import stem
from articles.search.extent import Extent
from articles.search.queries import Term

MOST_BEGUN = 30
BEGUN = """
    UNION ALL SELECT stem FROM (
        SELECT stem FROM articles_searchword WHERE {begins} ORDER BY guides DESC, word LIMIT %(most_begun)s
    ) AS begun{number}
"""
# Words reach the database in one text with white space between them: they hold letters and digits only.
READ = """
    WITH named AS (SELECT stem FROM articles_searchword WHERE word {words} {begun})
    SELECT word, stem, guides FROM articles_searchword WHERE stem {stems}
    UNION SELECT word, stem, guides FROM articles_searchword WHERE stem IN (SELECT stem FROM named)
"""
ONE_OF = {
    "sqlite": """IN (SELECT value FROM json_each('["' || replace(%({name})s, ' ', '","') || '"]'))""",
    "postgresql": "= ANY(string_to_array(%({name})s, ' '))",
}
# By a range of the index, which LIKE does not use on SQLite. That compares text sign by sign.
BEGINS = {
    "sqlite": "word >= %({name})s AND word < %({name})s || char(1114111)",
    "postgresql": "word LIKE %({name})s || '%%'",
}


@dataclass(frozen=True)
class Vocabulary:
    """Words, each with its stem and the number of live guides that hold it, those of most guides first."""

    rows: tuple[tuple[str, str, int], ...]

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(word for word, _stem, _guides in self.rows)

    @cached_property
    def guides(self) -> Counter[str]:
        """By its stem, how many guides hold a word in any form, at most."""
        held: Counter[str] = Counter()
        for _word, stem_, guides in self.rows:
            held[stem_] += guides
        return held

    @cached_property
    def extent(self) -> Extent:
        """What the words tell of a search before it is done."""
        least: dict[str, int] = {}
        for _word, stem_, guides in self.rows:
            least.setdefault(stem_, guides)  # the form that most guides hold comes first
        return Extent(self.guides, least)

    def complete(self, terms: tuple[Term, ...]) -> tuple[Term, ...]:
        """The terms, each prefix with the words that begin so, those of most guides first."""
        prefixes = tuple(term.words[0] for term in terms if term.is_prefix)
        begun = [row for row in self.rows if row[0].startswith(prefixes)][:MOST_BEGUN]
        return tuple(_completed(term, begun) if term.is_prefix else term for term in terms)


def read(stems: Collection[str], words: Collection[str], prefixes: Collection[str]) -> Vocabulary:
    """The words with one of these stems, with the stem of one of these words, or of those that begin so."""
    vendor = connection.vendor
    values: dict[str, str | int] = {"stems": " ".join(stems), "words": " ".join(words), "most_begun": MOST_BEGUN}
    begun = ""
    for number, prefix in enumerate(prefixes):
        values[f"prefix{number}"] = prefix
        begun += BEGUN.format(number=number, begins=BEGINS[vendor].format(name=f"prefix{number}"))
    one_of = {name: ONE_OF[vendor].format(name=name) for name in ("stems", "words")}
    with connection.cursor() as cursor:
        cursor.execute(READ.format(**one_of, begun=begun), values)
        return Vocabulary(tuple(sorted(cursor.fetchall(), key=lambda row: (-row[2], row[0]))))


def _completed(term: Term, rows: Collection[tuple[str, str, int]]) -> Term:
    """One word of each stem is enough, since the database looks for stems."""
    begun = {stem: word for word, stem, _guides in rows if word.startswith(term.words[0])}
    begun.pop(stem(term.words[0]), None)
    return replace(term, begun=tuple(begun.values()))
