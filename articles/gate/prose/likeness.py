"""How much of one text stands in another: by runs of a few words, so that moved or changed words lose only their own."""

from heapq import nsmallest
from zlib import crc32

RUN = 3
RUN_OF_PRINT = 5
PRINTS = 4  # of a paragraph
FEWEST_WORDS_OF_PRINT = 20  # a shorter paragraph may be in two guides by chance

type Runs = frozenset[tuple[str, ...]]


def runs(words: list[str], length: int = RUN) -> Runs:
    """All runs of so many words that follow each other."""
    return frozenset(zip(*(words[start:] for start in range(length)), strict=False))


def share(one: Runs, other: Runs) -> float:
    """How much of the two is common to both, from 0 to 1."""
    return len(one & other) / max(1, len(one | other))


def prints(words: list[str]) -> list[int]:
    """A few numbers that stand for a paragraph: those of its runs that happen to be the smallest.

    A copy has the same, and a near copy most of them. `hash` would have others in each process.
    """
    return nsmallest(PRINTS, (crc32(" ".join(run).encode()) for run in runs(words, RUN_OF_PRINT)))
