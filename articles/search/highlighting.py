"""Showing why a guide was found: its own words, with those that were searched for marked.

Nothing is taken apart for it: a guide's text is stored with a sign on either side of each word, beside the stems of the
same words (`articles/models/search.py`), so that looking for a passage is looking for a few letters in a text.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from articles.language.stemming import stem
from articles.language.words import words
from articles.search.queries import Term

SNIPPET_WORDS = 32
WORDS_BEFORE = 6
# A shorter passage is hardly a sentence.
FEW_WORDS = 8
# How much of a guide is read for a good passage.
READ = 20_000
ELLIPSIS = "…"
# On either side of each word. No text has it: it is a control character.
EDGE = "\x1f"


class Run(NamedTuple):
    """A piece of text that is wholly marked, or wholly not."""

    text: str
    is_match: bool


class Mark(NamedTuple):
    """That a word belongs to a term: its place in the passage, and which term."""

    place: int
    term: int


def prepared(title: str, text: str) -> dict[str, str]:
    """The columns of a `SearchText`, from a text with a passage a line; both must be composed."""
    lines = [title, *text[:READ].splitlines()]
    edged, stems = zip(*map(_line, lines), strict=True)
    return {"text": "\n".join(edged), "stems": "\n".join(stems)}


def _line(passage: str) -> tuple[str, str]:
    """The passage with edges, and its stems with white space around each: both have the same words."""
    passage = " ".join(passage.replace(EDGE, " ").splitlines())
    parts, stems, end = [], [], 0
    for word in words(passage):
        parts += [passage[end : word.start], passage[word.start : word.end]]
        stems.append(stem(word.folded))
        end = word.end
    return EDGE.join([*parts, passage[end:]]), f" {' '.join(stems)} "


class Marker:
    """Finds the terms in prepared texts. A word matches in any of its forms, a phrase as a whole."""

    def __init__(self, terms: Sequence[Term]) -> None:
        # The stems of each phrase, and which term it is of.
        self._phrases = [(phrase, number) for number, term in enumerate(terms) for phrase in term.stems()]

    def show(self, text: str, stems: str) -> tuple[list[Run], list[Run]]:
        """The title of a guide and its best passage: the one with most of the terms, or the first when none has any."""
        lines, passages = stems.split("\n"), text.split("\n")
        best = self._best(stems, lines)
        return (
            self.marked(passages[0], lines[0]),
            self.snippet(passages[best], lines[best]) if best < len(lines) else [],
        )

    def marked(self, passage: str, stems: str) -> list[Run]:
        """The whole passage in runs."""
        return list(_runs(passage.split(EDGE), [mark.place for mark in self._marks(stems)]))

    def snippet(self, passage: str, stems: str) -> list[Run]:
        """The passage, a long one from shortly before the mark that is followed by most terms."""
        marks, pieces = self._marks(stems), passage.split(EDGE)
        size = len(pieces) // 2
        starts = [max(0, mark.place - WORDS_BEFORE) for mark in marks] or [0]
        start = max(0, min(max(starts, key=lambda start: len(_terms(marks, start))), size - SNIPPET_WORDS))
        stop = start + SNIPPET_WORDS
        return [
            *([Run(f"{ELLIPSIS} ", is_match=False)] if start else []),
            *_runs(
                pieces[: 2 * stop] if stop < size else pieces,
                [mark.place for mark in marks if start <= mark.place < stop],
                2 * start + 1 if start else 0,
            ),
            *([Run(f" {ELLIPSIS}", is_match=False)] if stop < size else []),
        ]

    def _best(self, stems: str, lines: Sequence[str]) -> int:
        """The line with most terms; of several the first that is no fragment."""
        held: defaultdict[int, set[int]] = defaultdict(set)
        for phrase, term in self._phrases:
            for line in _lines_with(f" {phrase} ", stems):
                held[line].add(term)
        held.pop(0, None)  # the title
        return min(held, key=lambda line: (-len(held[line]), lines[line].count(" ") <= FEW_WORDS, line), default=1)

    def _marks(self, stems: str) -> list[Mark]:
        marks = []
        for phrase, term in self._phrases:
            start = stems.find(f" {phrase} ")
            while start >= 0:
                first = stems.count(" ", 0, start)
                marks += [Mark(first + step, term) for step in range(phrase.count(" ") + 1)]
                start = stems.find(f" {phrase} ", start + 1)
        return sorted(marks)


def _lines_with(found: str, stems: str) -> Iterator[int]:
    line = end = 0
    while (start := stems.find(found, end)) >= 0:
        line += stems.count("\n", end, start)
        yield line
        end = stems.find("\n", start)
        if end < 0:
            return


def _terms(marks: Sequence[Mark], start: int) -> set[int]:
    return {mark.term for mark in marks if 0 <= mark.place - start < SNIPPET_WORDS}


def _runs(pieces: Sequence[str], places: Sequence[int], begin: int = 0) -> Iterator[Run]:
    """The pieces from `begin`, of which every other is a word; the words at the places in runs of their own."""
    for piece in (2 * place + 1 for place in sorted(set(places))):
        if between := "".join(pieces[begin:piece]):
            yield Run(between, is_match=False)
        yield Run(pieces[piece], is_match=True)
        begin = piece + 1
    if rest := "".join(pieces[begin:]):
        yield Run(rest, is_match=False)
