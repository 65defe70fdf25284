"""Boxes with words in them, in a column."""

from collections.abc import Iterable, Sequence
from itertools import accumulate

from articles.document.diagrams.drawing import Piece, Words

PADDING = 10  # above and below the words
ROUND = 8
MOST_LINES = 4


def box(words: Words, top: int, left: int, width: int, height: int, *, inset: int = 0) -> Piece:
    """A box with its words begun at `inset` from its side, or in its middle where there is none."""
    x = left + (inset or width // 2)
    y = top + (PADDING if inset else (height - words.height) // 2)
    return Piece(x=left, y=top, width=width, height=height, radius=ROUND, runs=words.at(x, y))


def tops_of(heights: Iterable[int], gap: int) -> list[int]:
    """Where each begins that stands below the others, and where one more would."""
    return [*accumulate((height + gap for height in heights), initial=0)]


def overlong(words: Sequence[Words], most: int = MOST_LINES) -> tuple[int, ...]:
    """The numbers of those with more lines."""
    return tuple(number for number, one in enumerate(words) if one.count > most)
