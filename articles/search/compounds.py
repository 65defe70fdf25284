"""Words that are written as one, with a hyphen or apart: frontend, front-end, front end."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from articles.language.stemming import stem
from articles.language.words import STOP_WORDS
from articles.search import queries
from articles.search.queries import Term
from articles.search.vocabulary import Vocabulary

# A shorter word is no compound.
SHORTEST = 4
# A longer one is not cut in three: there are too many ways.
LONGEST_OF_THREE = 20
Way = tuple[str, ...]
STOP_STEMS = frozenset(map(stem, STOP_WORDS))


def ways(terms: Iterable[Term], text: str) -> list[list[Way]]:
    """The other ways to write each term of the text, whether or not anybody writes them so.

    A word may be written as one with the very common ones beside it: “start up”. A quoted term stays as it is.
    """
    runs = queries.runs(text)
    return [list(_ways(term, runs)) for term in terms]


def widen(terms: tuple[Term, ...], ways: Iterable[Sequence[Way]], known: Vocabulary) -> tuple[Term, ...]:
    """The terms with those of their other ways of which live guides hold every part."""
    return tuple(
        replace(term, others=(*term.others, *found))
        if (found := [way for way in others if _is_known(way, known)])
        else term
        for term, others in zip(terms, ways, strict=True)
    )


def _is_known(way: Way, known: Vocabulary) -> bool:
    """Whether its last word is known in any form, and the words before it as they are: “penetrat-on” is not."""
    if not all(word in STOP_WORDS or word in known.words for word in way[:-1]):
        return False
    last = stem(way[-1])
    return last in STOP_STEMS or last in known.guides


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
