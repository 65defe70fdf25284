"""What a reader typed, as terms to search for."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from articles.document import richtext
from articles.language.words import STOP_WORDS, composed, folded

LONGEST = 200
MOST_TERMS = 12
SHORTEST_PREFIX = 2
QUOTES = '"“”„«»'
# A phrase in quotation marks, or one word; a mark without its partner is passed over.
PIECE = re.compile(rf"[{QUOTES}]([^{QUOTES}]*)[{QUOTES}]|([^\s{QUOTES}]+)")


@dataclass(frozen=True)
class Term:
    """What a guide must hold: words that follow each other, or, where it is a prefix, also a word that begins so.

    `begun` are the words of the site that begin so, as far as they are known.
    """

    words: tuple[str, ...]
    is_prefix: bool = False
    begun: tuple[str, ...] = ()

    def phrases(self) -> tuple[tuple[str, ...], ...]:
        """Every sequence of words that satisfies the term."""
        return (self.words, *((word,) for word in self.begun))


def cut(text: str) -> str:
    """What is searched for of all that was sent: its first 200 characters as one line."""
    return richtext.one_line(composed(text[:LONGEST]))


def parse(text: str) -> tuple[Term, ...]:
    """The terms of a text that was cut; none when it holds only very common words. Each one counts once."""
    pieces = list(PIECE.finditer(text))
    terms = [term for piece in pieces for term in _terms(piece, is_last=piece is pieces[-1])]
    return tuple(dict.fromkeys(terms))[:MOST_TERMS]


def loose(terms: Iterable[Term]) -> tuple[Term, ...]:
    """Each word of the terms on its own."""
    words = dict.fromkeys(word for term in terms for word in term.words if word not in STOP_WORDS)
    return tuple(Term((word,)) for word in words)


def _terms(piece: re.Match[str], *, is_last: bool) -> list[Term]:
    found = folded(piece[1] if piece[2] is None else piece[2]).split()
    meant = [word for word in found if word not in STOP_WORDS]
    if piece[2] is None:
        return [Term(tuple(found))] if meant else []
    may_go_on = is_last or piece[2].endswith("*")
    ends = [may_go_on and word is found[-1] and len(word) >= SHORTEST_PREFIX for word in meant]
    return [Term((word,), is_prefix) for word, is_prefix in zip(meant, ends, strict=True)]
