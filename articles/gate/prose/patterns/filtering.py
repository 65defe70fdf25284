"""Patterns that are tried only where they can match: on texts that have the words which they need.

Hundreds of rules read every sentence, and nearly none finds anything. Each text is asked once which words of all patterns
it has; a pattern then only looks at its own bits of the answer.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache, reduce
from operator import or_

from articles.gate.prose.patterns.needed_words import Keys, Needs, needed_words
from articles.gate.prose.patterns.word_keys import in_small_letters, keys_among, keys_of

TOKEN = re.compile(r"\w+|[^\w\s]")
LONGEST_WORD = 40  # of which all parts are looked up
ALWAYS = 1  # the bit that every text has
SHARED = re.compile(r"\(\?P=|\\[1-9]|\(\?[a-zA-Z]+\)")
PART = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[^\\\[]", re.DOTALL)


class Pattern:
    """A regular expression. It finds what `re.Pattern` finds, and soon says no to a text that cannot have it."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.compiled = re.compile(pattern, flags)
        self._ways = tuple(_Way(part, flags) for part in _alternatives(pattern, flags))
        _register(self._ways)

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The first match in the text, or in it from a place on."""
        rare = _bits_of(text) & self._rarest
        return self.compiled.search(text, start) if rare and self._may("search", text, rare) else None

    def match(self, text: str) -> re.Match[str] | None:
        """The match at the beginning of the text."""
        rare = _bits_of(text) & self._rarest
        return self.compiled.match(text) if rare and self._may("match", text, rare) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The match that is the whole text."""
        rare = _bits_of(text) & self._rarest
        return self.compiled.fullmatch(text) if rare and self._may("fullmatch", text, rare) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The matches in the text."""
        rare = _bits_of(text) & self._rarest
        return self.compiled.finditer(text) if rare and self._may("search", text, rare) else iter(())

    def _may(self, find: str, text: str, rare: int) -> bool:
        """Whether an alternative of the pattern matches, as far as can soon be told; `rare` are the bits worth a look."""
        has = _bits_of(text)
        while rare:
            last = rare.bit_length() - 1
            for bits, way in self._ways_by_rarest[last]:
                if has & bits == bits and (len(self._ways) == 1 or getattr(way.compiled, find)(text)):
                    return True
            rare ^= 1 << last
        return False

    @cached_property
    def _rarest(self) -> int:
        return sum(1 << rarest for rarest in self._ways_by_rarest)

    @cached_property
    def _ways_by_rarest(self) -> Mapping[int, list[tuple[int, "_Way"]]]:
        found = defaultdict(list)
        for way in self._ways:
            found[way.rarest.bit_length() - 1].append((way.bits, way))
        return found


class _Way:
    """An alternative of a pattern."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self.flags = pattern, flags

    @cached_property
    def needs(self) -> Needs:
        return needed_words(self.pattern, self.flags)

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self.flags)

    @cached_property
    def rarest(self) -> int:
        return _bits()[self.needs[0]] if self.needs else ALWAYS

    @cached_property
    def bits(self) -> int:
        return sum(_bits()[keys] for keys in self.needs)


_all_ways: list[_Way] = []
_numbered: dict[Keys, int] = {}


def filtered(pattern: str, flags: int = 0) -> Pattern:
    """A pattern of a module, for passages and sentences; every one that is made is kept for good."""
    return Pattern(pattern, flags)


def _alternatives(pattern: str, flags: int) -> list[str]:
    """The alternatives of a pattern; itself where it has none, or where they cannot stand alone."""
    if flags & re.VERBOSE or SHARED.search(pattern):
        return [pattern]
    depth, start, found = 0, 0, []
    for part in PART.finditer(pattern):
        if part[0] == "(":
            depth += 1
        elif part[0] == ")":
            depth -= 1
        elif part[0] == "|" and not depth:
            found.append(pattern[start : part.start()])
            start = part.end()
    return [*found, pattern[start:]]


def _register(ways: tuple[_Way, ...]) -> None:
    _all_ways.extend(ways)
    for made_of_all in (_bits, _bits_by_key, _bits_of_token, _bits_of):
        made_of_all.cache_clear()


@lru_cache(maxsize=1)
def _bits() -> dict[Keys, int]:
    """A bit for each set of keys that a pattern needs one of; a pattern that is made later changes no earlier one.

    What is asked of every text has the low bits, which are quick.
    """
    rarest = (way.needs[0] for way in _all_ways if way.needs)
    for keys in (*rarest, *(keys for way in _all_ways for keys in way.needs)):
        _numbered.setdefault(keys, 1 << len(_numbered) + 1)
    return _numbered


@lru_cache(maxsize=1)
def _bits_by_key() -> dict[str, int]:
    found: dict[str, int] = {}
    for keys, bit in _bits().items():
        for key in keys:
            found[key] = found.get(key, 0) | bit
    return found


@lru_cache(maxsize=8192)
def _bits_of(text: str) -> int:
    return reduce(or_, map(_bits_of_token, set(TOKEN.findall(in_small_letters(text)))), ALWAYS)


@lru_cache(maxsize=32_768)
def _bits_of_token(token: str) -> int:
    known = _bits_by_key()
    keys = keys_of(token) if len(token) <= LONGEST_WORD else keys_among(known, token)
    found = 0
    for key in keys:
        found |= known.get(key, 0)
    return found
