"""The words of all live guides: how a word that a reader began goes on, and which one a typing slip meant."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from django.db.models import F, Q, Subquery, Sum
from django.db.models.functions import Coalesce, Length

from articles.language.stemming import stem
from articles.language.words import STOP_WORDS
from articles.models import SearchWord
from articles.models.search import Begins
from articles.search.extent import Extent
from articles.search.queries import Term

MOST_BEGUN = 30
# A slip is rarely meant for a word that hardly any guide holds.
MOST_MEANT = 10_000
# A shorter word is near to too many others.
SHORTEST_MENDED = 3
ONE_SLIP_UP_TO = 5
MOST_SLIPS = 2


def extent(terms: Iterable[Term]) -> Extent:
    """How many guides hold each word of the terms in any form."""
    words = {word for term in terms for phrase in term.phrases() for word in phrase} - STOP_WORDS
    stems = {stem(word) for word in words}
    rows = SearchWord.objects.filter(stem__in=stems).values("stem").annotate(held=Sum("guides"))
    return Extent(dict.fromkeys(stems, 0) | dict(rows.values_list("stem", "held")))


def complete(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """The terms, each prefix with the words that begin so, those of most guides first."""
    begins = Q()
    for term in terms:
        begins |= Q(Begins(F("word"), term.words[0])) if term.is_prefix else Q()
    if not begins:
        return terms
    rows = list(SearchWord.objects.filter(begins).order_by("-guides", "word").values_list("word", "stem")[:MOST_BEGUN])
    return tuple(_completed(term, rows) if term.is_prefix else term for term in terms)


def _completed(term: Term, rows: Iterable[tuple[str, str]]) -> Term:
    """One word of each stem is enough, since the database looks for stems."""
    begun = {stem: word for word, stem in rows if word.startswith(term.words[0])}
    begun.pop(stem(term.words[0]), None)
    return replace(term, begun=tuple(begun.values()))


def unknown(words: Collection[str], also: Iterable[str] = ()) -> dict[str, str]:
    """Those of the words that no live guide holds in any form, each with the nearest word that one does, or nothing.

    `also` are words that are known though no guide holds them.
    """
    if not words:
        return {}
    near = Q()
    for word in words:  # hardly any slip changes both ends
        size = (len(word) - MOST_SLIPS, len(word) + MOST_SLIPS)
        near |= Q(size__range=size) & (Q(word__startswith=word[0]) | Q(word__endswith=word[-1]))
    edge = SearchWord.objects.order_by("-guides").values("guides")[MOST_MEANT : MOST_MEANT + 1]
    meant = SearchWord.objects.annotate(size=Length("word")).filter(near, guides__gt=Coalesce(Subquery(edge), 0))
    known = SearchWord.objects.filter(stem__in=[stem(word) for word in words])
    found = [query.values_list("word", "stem", "guides") for query in (meant, known)]
    rows = [(word, stem) for word, stem, _guides in found[0].union(found[1]).order_by("-guides", "word")]
    rows += [(word, stem(word)) for word in also]
    held = {stem for _word, stem in rows}
    return {word: nearest(word, (known for known, _stem in rows)) for word in words if stem(word) not in held}


def nearest(word: str, known: Iterable[str]) -> str:
    """The first of the known words that is fewest slips away, at most one in a short word and two in a longer one."""
    best, fewest = "", (2 if len(word) <= ONE_SLIP_UP_TO else MOST_SLIPS + 1)
    if len(word) < SHORTEST_MENDED or word.isdigit():
        return best
    letters = set(word)
    for other in known:
        # Letters that only one of them has show cheaply that most words are far away.
        if abs(len(other) - len(word)) >= fewest or len(letters.symmetric_difference(other)) >= 2 * fewest:
            continue
        if (slips := distance(word, other)) < fewest:
            best, fewest = other, slips
    return best


def distance(one: str, other: str) -> int:
    """How many letters were added, left out, changed or swapped with their neighbour.

    The restricted Damerau–Levenshtein distance (F. J. Damerau, Communications of the ACM 7(3), 1964).
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        last, before, row = before, row, [i]
        for j, sign in enumerate(other, start=1):
            changed = before[j - 1] + (letter != sign)
            row.append(min(changed, before[j] + 1, row[j - 1] + 1))
            if min(i, j) > 1 and letter == other[j - 2] and one[i - 2] == sign:
                row[j] = min(row[j], last[j - 2] + 1)
    return row[-1]
