"""What a reader typed, as terms to search for."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from articles.document import richtext
from articles.language.stemming import stem
from articles.language.words import IT, STOP_WORDS, WITH_SPACES, Word, composed, words

LONGEST = 200
MOST_TERMS = 12
SHORTEST_PREFIX = 2
QUOTES = '"“”„«»'
# A phrase in quotation marks, or one word; a mark without its partner is passed over.
QUOTED = rf"[{QUOTES}][^{QUOTES}]*[{QUOTES}]"
PIECE = re.compile(rf"[{QUOTES}]([^{QUOTES}]*)[{QUOTES}]|((?:{WITH_SPACES}|[^\s{QUOTES}])+)")
HYPHENS = ("-", "‐", "‑")


@dataclass(frozen=True)
class Term:
    """What a guide must hold: words that follow each other, or, where it is a prefix, also a word that begins so.

    `others` are other ways to write the same, `begun` the words of the site that begin so, as far as they are known.
    """

    words: tuple[str, ...]
    is_prefix: bool = False
    is_quoted: bool = False
    others: tuple[tuple[str, ...], ...] = ()
    begun: tuple[str, ...] = ()

    def same(self) -> tuple[tuple[str, ...], ...]:
        """Every sequence of words that says just this."""
        return (self.words, *self.others)

    def phrases(self) -> tuple[tuple[str, ...], ...]:
        """Every sequence of words that satisfies the term."""
        return (*self.same(), *((word,) for word in self.begun))

    def stems(self) -> tuple[str, ...]:
        """The stems of every sequence that satisfies the term."""
        return stems(self.phrases())


def stems(phrases: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Each sequence of words as the stems that the index holds; alike ones once."""
    return tuple(dict.fromkeys(" ".join(map(stem, phrase)) for phrase in phrases))


def cut(text: str) -> str:
    """What is searched for of all that was sent: its first 200 characters as one line."""
    return richtext.one_line(composed(text[:LONGEST]))


def parse(text: str) -> tuple[Term, ...]:
    """The terms of a text that was cut; none when it holds only very common words. Each one counts once."""
    if text.casefold() == "it":  # alone it is no common word
        return (Term((IT,)),)
    pieces = list(PIECE.finditer(text))
    terms = [term for piece in pieces for term in _terms(piece, is_last=piece is pieces[-1])]
    return tuple(dict.fromkeys(terms))[:MOST_TERMS]


def loose(terms: Iterable[Term]) -> tuple[Term, ...]:
    """Each word of the terms on its own, written in every way."""
    alone = {term.words[0]: term for term in terms if len(term.words) == 1}
    every = dict.fromkeys(word for term in terms for word in term.words if word not in STOP_WORDS)
    return tuple(Term((word,), others=alone[word].others if word in alone else ()) for word in every)


def runs(text: str) -> list[list[str]]:
    """The words outside quotation marks, very common ones too, as far as they follow each other."""
    return [[word.folded for word in words(part)] for part in re.split(QUOTED, text)]


def groups(text: str) -> Iterator[list[Word]]:
    """The words of the text, those that hyphens join together."""
    group: list[Word] = []
    for word in words(text):
        if group and text[group[-1].end : word.start] not in HYPHENS:
            yield group
            group = []
        group.append(word)
    if group:
        yield group


def _terms(piece: re.Match[str], *, is_last: bool) -> list[Term]:
    if piece[2] is None:
        phrase = tuple(word.folded for word in words(piece[1]))
        return [] if STOP_WORDS.issuperset(phrase) else [Term(phrase, is_quoted=True)]
    found = [tuple(word.folded for word in group) for group in groups(piece[2])]
    may_go_on = is_last or piece[2].endswith("*")
    return [
        Term(group, is_prefix=may_go_on and group is found[-1] and len(group) == 1 and len(group[0]) >= SHORTEST_PREFIX)
        for group in found
        if not STOP_WORDS.issuperset(group)
    ]
