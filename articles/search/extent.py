"""How much of a large site is read for one search, so that it costs as much as on a small one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from articles.language.stemming import stem
from articles.language.words import STOP_WORDS
from articles.search.queries import Term

# Matches are counted so far only: whoever has more must ask more precisely.
MOST_COUNTED = 500
# Ranking is the slow part. Where more guides match, it is done for those that have the terms in their titles, and for
# the newest.
MOST_RANKED = 200
# A word that more guides hold says little of any of them.
VERY_COMMON = 5_000


@dataclass(frozen=True)
class Extent:
    """What is known before a search: by the stem of each word, how many guides hold it at most."""

    guides: Mapping[str, int]

    def of(self, term: Term) -> int:
        """How many guides can have the term; a phrase has no more than the rarest of its words."""
        return sum(min(self._each(phrase), default=0) for phrase in term.phrases())

    def is_very_common(self, terms: Iterable[Term], *, every: bool) -> bool:
        """Whether very many guides can match."""
        each = [self.of(term) for term in terms]
        return (min(each) if every else sum(each)) > VERY_COMMON

    def has_very_common(self, terms: Iterable[Term]) -> bool:
        """Whether one of the words is in very many guides."""
        return any(number > VERY_COMMON for term in terms for phrase in term.phrases() for number in self._each(phrase))

    def telling(self, terms: tuple[Term, ...]) -> tuple[Term, ...]:
        """Those of the terms that say something of a guide that has them; all where none does."""
        return tuple(term for term in terms if self.of(term) <= VERY_COMMON) or terms

    def _each(self, phrase: Iterable[str]) -> list[int]:
        """For each word but those that are not counted since every guide has them."""
        return [self.guides.get(stem(word), 0) for word in phrase if word not in STOP_WORDS]
