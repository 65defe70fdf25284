"""How much of a large site is read for one search, so that it costs as much as on a small one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Self

from articles.language.stemming import stem
from articles.language.words import STOP_WORDS
from articles.search.queries import Term

# Matches are counted so far only: whoever has more must ask more precisely.
MOST_COUNTED = 200
# Ranking is the slow part. Where more guides match, it is done for those that have the terms in their titles, and for
# the newest.
MOST_RANKED = 50
# A word that more guides hold says little of any of them.
VERY_COMMON = 500


class Ranked(NamedTuple):
    """The best revisions, and how many were found; more than these may match, where not `is_all`."""

    keys: list[int]
    found: int
    is_all: bool

    @classmethod
    def of(cls, rows: Sequence[tuple[int, int]]) -> Self:
        """From the rows of a ranking: the key, and how many were found, one more than are counted at most."""
        found = rows[0][1] if rows else 0
        return cls([pk for pk, _found in rows], found, found <= MOST_COUNTED)


@dataclass(frozen=True)
class Extent:
    """What is known before a search: by the stem of each word, how many guides hold it at most, and at least."""

    guides: Mapping[str, int]
    least: Mapping[str, int]

    def of(self, term: Term) -> int:
        """How many guides can have the term; a phrase has no more than the rarest of its words."""
        return sum(min(self._each(phrase), default=0) for phrase in term.phrases())

    def is_very_common(self, terms: Iterable[Term], *, every: bool, above: int | None = None) -> bool:
        """Whether very many guides can match, or more than are said."""
        each = [self.of(term) for term in terms]
        return (min(each) if every else sum(each)) > (above or VERY_COMMON)

    def has_very_common(self, terms: Iterable[Term]) -> bool:
        """Whether one of the words is in very many guides."""
        return any(number > VERY_COMMON for term in terms for phrase in term.phrases() for number in self._each(phrase))

    def exceeds(self, number: int) -> bool:
        """Whether there surely are more guides than so many."""
        return max(self.least.values(), default=0) > number

    def telling(self, terms: tuple[Term, ...]) -> tuple[Term, ...]:
        """Those of the terms that say something of a guide that has them; all where none does."""
        return tuple(term for term in terms if self.of(term) <= VERY_COMMON) or terms

    def _each(self, phrase: Iterable[str]) -> list[int]:
        """For each word but those that are not counted since every guide has them."""
        return [self.guides.get(stem(word), 0) for word in phrase if word not in STOP_WORDS]
