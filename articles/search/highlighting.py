"""Showing why a guide was found: its own words, with those that were searched for marked."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from articles.language.stemming import stem
from articles.language.words import Word, words
from articles.search.queries import Term

SNIPPET_WORDS = 32
WORDS_BEFORE = 6
# A shorter passage is hardly a sentence.
FEW_WORDS = 8
# How much of a guide is read for a good passage.
READ = 20_000
ELLIPSIS = "…"


@dataclass(frozen=True)
class Run:
    """A piece of text that is wholly marked, or wholly not."""

    text: str
    is_match: bool


class Mark(NamedTuple):
    """That a word belongs to a term: its place in the passage, and which term."""

    place: int
    term: int


class Marker:
    """Finds the terms in texts. A word matches in any of its forms, a phrase as a whole."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._terms = len(terms)
        # By its first stem: the other stems of a phrase, and which term it is of.
        self._phrases: dict[str, list[tuple[tuple[str, ...], int]]] = {}
        for number, term in enumerate(terms):
            for phrase in term.phrases():
                first, *rest = map(stem, phrase)
                self._phrases.setdefault(first, []).append((tuple(rest), number))

    def marked(self, text: str) -> list[Run]:
        """The whole text in runs."""
        found = list(words(text))
        return list(_runs(text, [found[mark.place] for mark in self._marks(found)]))

    def snippet(self, text: str) -> list[Run]:
        """The part of the text, which has a passage a line, that has most of the terms; its start when none has any."""
        best: tuple[str, list[Word]] = ("", [])
        most = (-1, False)
        for passage in text[:READ].splitlines():
            found = list(words(passage))
            if (worth := self._worth(found)) > most:
                best, most = (passage, found), worth
            if most == (self._terms, True):
                break
        return list(_cut(*best, self._marks(best[1])))

    def _worth(self, found: list[Word]) -> tuple[int, bool]:
        marks = self._marks(found)
        return len({mark.term for mark in marks}), bool(marks) and len(found) >= FEW_WORDS

    def _marks(self, found: list[Word]) -> list[Mark]:
        stems = [stem(word.folded) for word in found]
        return [
            Mark(place + step, number)
            for place, first in enumerate(stems)
            for rest, number in self._phrases.get(first, ())
            if tuple(stems[place + 1 : place + 1 + len(rest)]) == rest
            for step in range(len(rest) + 1)
        ]


def _cut(text: str, found: list[Word], marks: list[Mark]) -> Iterator[Run]:
    """A passage as a snippet: from shortly before the mark that is followed by most terms."""
    starts = [max(0, mark.place - WORDS_BEFORE) for mark in marks] or [0]
    start = max(starts, key=lambda start: len({mark.term for mark in marks if 0 <= mark.place - start < SNIPPET_WORDS}))
    start = max(0, min(start, len(found) - SNIPPET_WORDS))
    stop = start + SNIPPET_WORDS
    begin = found[start].start if start else 0
    end = found[stop - 1].end if stop < len(found) else len(text)
    if start:
        yield Run(f"{ELLIPSIS} ", is_match=False)
    yield from _runs(text[:end], [found[mark.place] for mark in marks if start <= mark.place < stop], begin)
    if stop < len(found):
        yield Run(f" {ELLIPSIS}", is_match=False)


def _runs(text: str, matches: Iterable[Word], begin: int = 0) -> Iterator[Run]:
    """The text from `begin`, the matches in runs of their own."""
    for word in sorted(set(matches)):
        if begin < word.start:
            yield Run(text[begin : word.start], is_match=False)
        yield Run(text[word.start : word.end], is_match=True)
        begin = word.end
    if begin < len(text):
        yield Run(text[begin:], is_match=False)
