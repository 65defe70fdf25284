"""Patterns of words that are wrong where they stand, each known by a word that it must hold."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

BEGINS = re.compile(r"(?<![\w’'-])(?=\S)")
MOST_WORDS = 8  # of a pattern, as far as the word that it must hold
CLASS = re.compile(r"@([a-z]+) = (.+)")
OF_CLASS = re.compile(r"@([a-z]+)")
TOKEN = re.compile(r"[a-z]+(?:[’'][a-z]+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Slip:
    """`pattern` finds the wrong words, `meant` is what they should be, as `re.sub` takes it; empty when nobody knows."""

    pattern: re.Pattern[str]
    meant: str

    def found(self, text: str, starts: Iterable[int] | None = None) -> Iterator[tuple[str, str]]:
        """The wrong words of the text that begin at one of these places, anywhere by default, and what was meant.

        What was meant begins with a capital where they do.
        """
        begun = self.pattern.finditer(text) if starts is None else (self.pattern.match(text, start) for start in starts)
        for match in filter(None, begun):
            meant = match.expand(self.meant)
            yield match[0], meant[:1].upper() + meant[1:] if match[0][:1].isupper() else meant


type Slips = Mapping[str, list[Slip]]


def read(lines: str) -> Slips:
    """Slips by the word that a text must hold, in small letters.

    A line is `word: pattern → meant`, or `word, word: …`. `A|b` of the pattern stands between words, `§` for the end of
    a clause. After `@class = A|b`, `@class` stands for these words.
    """
    slips: dict[str, list[Slip]] = defaultdict(list)
    classes: dict[str, str] = {}
    for line in filter(None, (line.strip() for line in lines.splitlines() if not line.startswith("#"))):
        if named := CLASS.match(line):
            classes[named[1]] = f"(?:{named[2]})"
            continue
        words, _, rest = line.partition(": ")
        pattern, _, meant = rest.partition(" → ")
        pattern = OF_CLASS.sub(lambda found: classes[found[1]], pattern)
        pattern = pattern.replace("'", "[’']").replace("§", r"(?=[.,;:!?)]|$)")
        slip = Slip(re.compile(rf"(?<![\w’'-])(?:{pattern})(?![\w-])", re.IGNORECASE), meant.replace("'", "’"))
        for word in words.split(", "):
            slips[word].append(slip)
    return dict(slips)


def found_in(text: str, slips: Slips) -> Iterator[tuple[str, str]]:
    """The wrong words of a text, each once, with what was meant."""
    places: dict[str, list[int]] = defaultdict(list)
    for token in TOKEN.finditer(text):
        places[token[0].replace("’", "'").lower()].append(token.start())
    if held := sorted(places.keys() & slips.keys()):
        begins = [match.start() for match in BEGINS.finditer(text)]
        starts = {word: _starts(begins, places[word]) for word in held}
        yield from dict.fromkeys(
            pair for word in held for slip in slips[word] for pair in slip.found(text, starts[word])
        )


def _starts(begins: Sequence[int], places: Iterable[int]) -> list[int]:
    """Where a pattern may begin that holds a word at one of the places: to try these is faster than a search."""
    ends = [bisect_right(begins, place) for place in places]
    return sorted({start for end in ends for start in begins[max(0, end - MOST_WORDS) : end]})
