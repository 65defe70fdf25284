"""Patterns of words that are wrong where they stand, each known by a word that it must hold."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from articles.gate.prose.patterns import Pattern, filtered

CLASS = re.compile(r"@([a-z]+) = (.+)")
OF_CLASS = re.compile(r"@([a-z]+)")
TOKEN = re.compile(r"[a-z]+(?:[’'][a-z]+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Slip:
    """`pattern` finds the wrong words, `meant` is what they should be, as `re.sub` takes it; empty when nobody knows."""

    pattern: Pattern
    meant: str

    def found(self, text: str) -> Iterator[tuple[str, str]]:
        """The wrong words of the text and what was meant, which begins with a capital where they do."""
        for match in self.pattern.finditer(text):
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
        slip = Slip(filtered(rf"(?<![\w’'-])(?:{pattern})(?![\w-])", re.IGNORECASE), meant.replace("'", "’"))
        for word in words.split(", "):
            slips[word].append(slip)
    return dict(slips)


def found_in(text: str, slips: Slips) -> Iterator[tuple[str, str]]:
    """The wrong words of a text, each once, with what was meant."""
    held = {token.replace("’", "'").lower() for token in TOKEN.findall(text)} & slips.keys()
    yield from dict.fromkeys(pair for word in sorted(held) for slip in slips[word] for pair in slip.found(text))
