"""Which block of one body matches which block of another."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import product

from articles.document import Block, plain_text

ALIKE = 0.5  # the share of words in common from which one block counts as the other's edited self
SAME_BEGINNING = 0.9  # as alike as two blocks are at least whose first line, a heading or question, is the same
START = -1  # before the first block

type Body = Sequence[Block]


@dataclass(frozen=True, slots=True)
class Pair:
    """A block as it was and as it is, each None where there is none; `moved` when others changed places with it."""

    before: Block | None
    after: Block | None
    moved: bool = False


def align(before: Body, after: Body) -> list[Pair]:
    """Every block of both bodies once, in the order of `after`, each removed one where it stood."""
    partners = _equal(before, after)
    partners |= _edited(before, after, partners)
    staying = _in_order(partners)
    removed = _removed(before, partners, staying)
    sources = {new: old for old, new in partners.items()}
    pairs = removed[START]
    for new, block in enumerate(after):
        source = sources.get(new)
        if source is None:
            pairs.append(Pair(None, block))
        else:
            pairs.append(Pair(before[source], block, moved=source not in staying))
            pairs += removed[source]
    return pairs


def _removed(before: Body, partners: dict[int, int], staying: set[int]) -> defaultdict[int, list[Pair]]:
    """The removed blocks, by the position of the staying block that they stood behind."""
    removed: defaultdict[int, list[Pair]] = defaultdict(list)
    behind = START
    for old, block in enumerate(before):
        if old in staying:
            behind = old
        elif old not in partners:
            removed[behind].append(Pair(block, None))
    return removed


def _equal(before: Body, after: Body) -> dict[int, int]:
    """Positions of equal blocks: those in order first, then those that stand elsewhere."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    partners = {a + n: b + n for a, b, size in matcher.get_matching_blocks() for n in range(size)}
    taken = set(partners.values())
    elsewhere: dict[Block, list[int]] = {}
    for new in reversed(range(len(after))):
        if new not in taken:
            elsewhere.setdefault(after[new], []).append(new)
    for old, block in enumerate(before):
        if old not in partners and elsewhere.get(block):
            partners[old] = elsewhere[block].pop()
    return partners


def _edited(before: Body, after: Body, partners: dict[int, int]) -> dict[int, int]:
    """Of the blocks without a partner, those of one kind that are alike, the most alike first, then the nearest."""
    olds = {old: _Words(before[old]) for old in range(len(before)) if old not in partners}
    taken = set(partners.values())
    news = {new: _Words(after[new]) for new in range(len(after)) if new not in taken}
    found = (
        (olds[old].likeness(news[new]), -abs(old - new), old, new)
        for old, new in product(olds, news)
        if before[old].kind == after[new].kind
    )
    edited: dict[int, int] = {}
    for _, _, old, new in sorted((match for match in found if match[0] >= ALIKE), reverse=True):
        if old in olds and new in news:
            edited[old] = new
            del olds[old], news[new]
    return edited


class _Words:
    """A block's words, counted once for many comparisons."""

    def __init__(self, block: Block) -> None:
        lines = plain_text.lines(block)
        self.beginning = lines[0] if lines else ""
        self.counts = Counter(" ".join(lines).split())
        self.total = self.counts.total()

    def likeness(self, other: "_Words") -> float:
        """From 0, no word in common, to 1, the same words."""
        shared = sum(min(count, other.counts[word]) for word, count in self.counts.items() if word in other.counts)
        likeness = 2 * shared / (self.total + other.total or 1)
        return max(likeness, SAME_BEGINNING) if self.beginning == other.beginning else likeness


def _in_order(partners: dict[int, int]) -> set[int]:
    """The positions before of the longest run of pairs that kept their order; the others have moved."""
    ends: list[int] = []  # the smallest last position after, of a run of each length
    lengths: dict[int, int] = {}
    for old, new in sorted(partners.items()):
        length = bisect_left(ends, new)
        ends[length : length + 1] = [new]
        lengths[old] = length
    kept: set[int] = set()
    length, limit = len(ends) - 1, None
    for old in sorted(partners, reverse=True):
        if lengths[old] == length and (limit is None or partners[old] < limit):
            kept.add(old)
            length, limit = length - 1, partners[old]
    return kept
