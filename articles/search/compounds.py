"""Words that are written as one, with a hyphen or apart: frontend, front-end, front end."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from django.db.models import Q

from articles.language.stemming import stem
from articles.language.words import STOP_WORDS
from articles.models import SearchWord
from articles.search import queries
from articles.search.queries import Term

# A shorter word is no compound.
SHORTEST = 4
# A longer one is not cut in three: there are too many ways.
LONGEST_OF_THREE = 20
Way = tuple[str, ...]
STOP_STEMS = frozenset(map(stem, STOP_WORDS))


def widen(terms: tuple[Term, ...], text: str) -> tuple[Term, ...]:
    """The terms of the text with the other ways to write them of which live guides hold every part.

    A word may be written as one with the very common ones beside it: “start up”. A quoted term stays as it is.
    """
    runs = queries.runs(text)
    ways = [list(_ways(term, runs)) for term in terms]
    known = _known({way for others in ways for way in others})
    return tuple(
        replace(term, others=(*term.others, *(way for way in others if way in known)))
        for term, others in zip(terms, ways, strict=True)
    )


def _known(ways: set[Way]) -> set[Way]:
    """Those whose last word is known in any form, and the words before it as they are: “penetrat-on” is none."""
    lasts = {way[-1]: stem(way[-1]) for way in ways}
    firsts = {word for way in ways for word in way[:-1]}
    found = SearchWord.objects.filter(Q(stem__in=set(lasts.values())) | Q(word__in=firsts)).values_list("word", "stem")
    words = STOP_WORDS.union(word for word, _stem in found)
    stems = STOP_STEMS.union(stem for _word, stem in found)
    return {way for way in ways if lasts[way[-1]] in stems and words.issuperset(way[:-1])}


def _ways(term: Term, runs: Sequence[Sequence[str]]) -> Iterator[Way]:
    if term.is_quoted:
        return
    if len(term.words) > 1:
        yield ("".join(term.words),)
        return
    [word] = term.words
    if len(word) >= SHORTEST and word.isalpha():
        yield from _parts(word)
    for run in runs:
        yield from ((joined,) for joined in _joined(word, run))


def _parts(word: str) -> Iterator[Way]:
    for cut in range(1, len(word) - 1):
        yield word[:cut], word[cut:]
    if len(word) <= LONGEST_OF_THREE:
        size = len(word)
        yield from (
            (word[:one], word[one:two], word[two:]) for one in range(2, size - 3) for two in range(one + 2, size - 1)
        )


def _joined(word: str, run: Sequence[str]) -> Iterator[str]:
    """The word as one with those beside it; “a way” is not “away”."""
    for size in (2, 3):
        for start in range(len(run) - size + 1):
            parts = run[start : start + size]
            if word in parts and not any(part in STOP_WORDS and len(part) == 1 for part in parts):
                yield "".join(parts)
