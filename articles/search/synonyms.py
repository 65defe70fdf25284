"""Other words for what was asked, from the list that editors keep."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from articles.language.stemming import stem
from articles.language.words import STOP_WORDS
from articles.search.queries import Term

Phrase = tuple[str, ...]


class Synonyms:
    """Groups of phrases that mean the same."""

    def __init__(self, groups: Iterable[Sequence[Phrase]]) -> None:
        # By the stem of its first word that counts: the stems of a phrase, and the others of its group.
        self._others: defaultdict[str, list[tuple[list[str], list[Phrase]]]] = defaultdict(list)
        for group in groups:
            for phrase in group:
                if stems := [stem(word) for word in phrase if word not in STOP_WORDS]:
                    self._others[stems[0]].append((stems, [other for other in group if other != phrase]))

    def widen(self, terms: tuple[Term, ...]) -> tuple[Term, ...]:
        """The terms with the synonyms of each, or of the several that together have some; a quoted one stays as it is."""
        others: list[list[Phrase]] = [list(term.others) for term in terms]
        for places, phrases in self._asked(terms):
            for place in places:
                others[place] += phrases
        return tuple(
            replace(term, others=tuple(dict.fromkeys(more))) if more else term
            for term, more in zip(terms, others, strict=True)
        )

    def _asked(self, terms: Sequence[Term]) -> Iterator[tuple[range, list[Phrase]]]:
        """Where in the terms a phrase stands, and the others of its group."""
        stems = ["" if term.is_quoted else " ".join(map(stem, term.words)) for term in terms]
        for start, first in enumerate(stems):
            for wanted, others in self._others.get(first, ()):
                if stems[start : start + len(wanted)] == wanted:
                    yield range(start, start + len(wanted)), others
