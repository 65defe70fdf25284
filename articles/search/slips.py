"""Typing slips: which word of the live guides was meant by one that none of them holds."""

from collections import defaultdict
from collections.abc import Iterable

# A slip is rarely meant for a word that hardly any guide holds.
MOST_MEANT = 10_000
# A shorter word is near to too many others.
SHORTEST_MENDED = 3
ONE_SLIP_UP_TO = 5
MOST_SLIPS = 2


class Dictionary:
    """Words that a slip may be meant for, the likeliest first."""

    def __init__(self, words: Iterable[str]) -> None:
        # By its first and by its last letter, and its length: its rank, and its letters as bits.
        self._alike: defaultdict[tuple[bool, str, int], list[tuple[int, str, int]]] = defaultdict(list)
        for rank, word in enumerate(dict.fromkeys(words)):
            entry = (rank, word, _letters(word))
            self._alike[True, word[0], len(word)].append(entry)
            self._alike[False, word[-1], len(word)].append(entry)

    def nearest(self, word: str) -> str:
        """The likeliest of the words that are fewest slips away: at most one in a short word, two in a longer one.

        Empty where there is none. Hardly any slip changes both ends.
        """
        if len(word) < SHORTEST_MENDED or word.isdigit():
            return ""
        letters = _letters(word)
        best, most = (MOST_SLIPS + 1, 0, ""), (1 if len(word) <= ONE_SLIP_UP_TO else MOST_SLIPS)
        for size in range(len(word) - most, len(word) + most + 1):
            for end in ((True, word[0], size), (False, word[-1], size)):
                for rank, other, has in self._alike.get(end, ()):
                    # Letters that only one of them has show cheaply that most words are far away.
                    if (letters ^ has).bit_count() <= 2 * most and (slips := distance(word, other)) <= most:
                        best = min(best, (slips, rank, other))
                        most = best[0]
        return best[2]


def _letters(word: str) -> int:
    """One bit for each of its letters; letters that share one make words look nearer, never further away."""
    bits = 0
    for letter in word:
        bits |= 1 << ord(letter) % 64
    return bits


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
