"""Words that are written as one, with a hyphen or apart: frontend, front-end, front end."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from articles.language.stemming import stem
from articles.language.words import STOP_WORDS
from articles.models import SearchWord
from articles.search.queries import Term

# A shorter word is no compound.
SHORTEST = 4
STOP_STEMS = frozenset(map(stem, STOP_WORDS))


def widen(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """The terms with the other ways to write them of which live guides hold every part; a quoted one stays as it is."""
    ways = [list(_ways(terms, place)) for place in range(len(terms))]
    stems = {stem(word) for others in ways for other in others for word in other}
    known = STOP_STEMS | set(SearchWord.objects.filter(stem__in=stems).values_list("stem", flat=True))
    return tuple(
        replace(term, others=(*term.others, *(other for other in others if known.issuperset(map(stem, other)))))
        for term, others in zip(terms, ways, strict=True)
    )


def _ways(terms: Sequence[Term], place: int) -> Iterator[tuple[str, ...]]:
    term = terms[place]
    if term.is_quoted:
        return
    if len(term.words) > 1:
        yield ("".join(term.words),)
        return
    [word] = term.words
    if len(word) >= SHORTEST and word.isalpha():
        yield from ((word[:cut], word[cut:]) for cut in range(1, len(word)))
    for one, other in pairwise(terms[max(0, place - 1) : place + 2]):
        if _is_word(one) and _is_word(other):
            yield (one.words[0] + other.words[0],)


def _is_word(term: Term) -> bool:
    return not term.is_quoted and len(term.words) == 1
