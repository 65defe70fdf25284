"""Other words for what was asked, from the list that editors keep."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from articles.language.stemming import stem
from articles.language.words import STOP_WORDS
from articles.models import SynonymGroup
from articles.search.queries import Term

Phrase = tuple[str, ...]


def widen(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """The terms with the synonyms of each, or of the several that together have some; a quoted one stays as it is."""
    groups = [group.phrases() for group in SynonymGroup.objects.all()] if terms else []
    others: list[list[Phrase]] = [list(term.others) for term in terms]
    for places, phrases in _asked(terms, groups):
        for place in places:
            others[place] += phrases
    return tuple(replace(term, others=tuple(dict.fromkeys(more))) for term, more in zip(terms, others, strict=True))


def _asked(terms: Sequence[Term], groups: Sequence[Sequence[Phrase]]) -> Iterator[tuple[range, list[Phrase]]]:
    """Where in the terms a phrase of a group stands, and the others of its group."""
    stems = ["" if term.is_quoted else " ".join(map(stem, term.words)) for term in terms]
    for group in groups:
        for phrase in group:
            wanted = [stem(word) for word in phrase if word not in STOP_WORDS]
            for start in range(len(stems) - len(wanted) + 1 if wanted else 0):
                if stems[start : start + len(wanted)] == wanted:
                    yield range(start, start + len(wanted)), [other for other in group if other != phrase]
