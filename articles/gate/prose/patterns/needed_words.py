"""Which words a text must have before a pattern can match in it, read from the pattern itself.

So a rule need not say twice what it looks for, and whoever widens its pattern cannot forget to.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from articles.gate.prose.patterns import word_edges
from articles.gate.prose.patterns.word_edges import begins_with_edge
from articles.gate.prose.patterns.word_keys import EDGE, FIGURE, commonness, in_small_letters, is_of_word

# The tree of a pattern is no promise of Python's. What is not known here needs no words, so that it hides no match.
_parser = import_module("re._parser")

MOST_SIGNS = 12  # of a class of signs, beyond which they say nothing
MOST_WAYS = 3
type Keys = frozenset[str]
# Of each of them a text has one.
type Needs = tuple[Keys, ...]


@dataclass(frozen=True, slots=True)
class _Before:
    """What stands before a place: the letters of a word, and whether they, or what follows, begin it."""

    letters: str = ""
    at_edge: bool = False

    def keys(self, *, ends: bool) -> Needs:
        return (frozenset({f"{EDGE * self.at_edge}{self.letters}{EDGE * ends}"}),) if self.letters else ()

    def is_edge(self) -> bool:
        return self.at_edge and not self.letters


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands before an item of a pattern, and whether what follows it ends a word."""

    before: _Before
    ends: bool
    goes_on: bool = False  # a letter follows


type _Read = tuple[Needs, _Before]
NOTHING = _Before()


def needed_words(pattern: str, flags: int = 0) -> Needs:
    """Sets of keys, the rarest first; where the pattern matches, a text has one key at least of each."""
    needs, _after = _of_sequence(list(_parser.parse(pattern, flags)), NOTHING, ends=False)
    return needs


def _of_sequence(items: Sequence[Any], before: _Before, *, ends: bool) -> _Read:
    found: list[Keys] = []
    for position, (kind, value) in enumerate(items):
        rest = items[position + 1 :]
        read = READERS.get(str(kind))
        around = _Around(before, begins_with_edge(rest, otherwise=ends), _begins_with_letter(rest))
        needs, before = read(value, around) if read else ((), NOTHING)
        found += needs
    return tuple(sorted(dict.fromkeys(found), key=commonness)[:MOST_WAYS]), before


def _of_literal(value: int, around: _Around) -> _Read:
    sign = in_small_letters(chr(value))
    if not is_of_word(sign):
        return (() if sign.isspace() else (frozenset({sign}),)), _Before(at_edge=True)
    before = _Before(around.before.letters + sign, around.before.at_edge)
    return (() if around.goes_on else before.keys(ends=around.ends)), before


def _of_place(value: Any, around: _Around) -> _Read:
    is_edge = "NON" not in str(value) and not around.before.letters
    return (), _Before(at_edge=True) if is_edge else around.before


def _of_look(_value: Any, around: _Around) -> _Read:
    return (), around.before


def _of_class(members: Sequence[Any], _around: _Around) -> _Read:
    signs = _signs(members)
    if [(str(name), str(value)) for name, value in members] == [("CATEGORY", "CATEGORY_DIGIT")]:
        signs = [FIGURE]
    tell = signs and not any(sign != FIGURE and (sign.isspace() or sign.isalpha()) for sign in signs)
    return ((frozenset(signs),) if signs and tell else ()), _Before(at_edge=word_edges.has_only_edges(members))


def _signs(members: Sequence[Any]) -> list[str] | None:
    """The signs of a class that names a few."""
    signs: list[str] = []
    for name, value in members:
        if str(name) == "LITERAL":
            signs.append(chr(value))
        elif str(name) == "RANGE" and value[1] - value[0] < MOST_SIGNS:
            signs += map(chr, range(value[0], value[1] + 1))
        else:
            return None
    return signs if len(signs) <= MOST_SIGNS else None


def _of_group(value: Any, around: _Around) -> _Read:
    return _of_sequence(list(value[-1]), around.before, ends=around.ends)


def _of_atomic_group(value: Any, around: _Around) -> _Read:
    return _of_sequence(list(value), around.before, ends=around.ends)


def _of_branch(value: Any, around: _Around) -> _Read:
    read = [_of_sequence(list(branch), around.before, ends=around.ends) for branch in value[1]]
    # An alternative of nothing leaves the word that was begun before all of them.
    needs = [
        found or (() if branch else around.before.keys(ends=around.ends))
        for (found, _after), branch in zip(read, value[1], strict=True)
    ]
    after = _Before(at_edge=all(after.is_edge() for _needs, after in read))
    return ((frozenset().union(*(found[0] for found in needs)),) if all(needs) else ()), after


def _of_repeat(value: Any, around: _Around) -> _Read:
    least, most, inner = value
    before = around.before if least else NOTHING
    needs, after = _of_sequence(list(inner), before, ends=around.ends and least == most == 1)
    at_edge = after.is_edge() and (least > 0 or around.before.is_edge())
    return (needs if least else ()), _Before(at_edge=at_edge)


READERS: dict[str, Callable[[Any, _Around], _Read]] = {
    "LITERAL": _of_literal,
    "AT": _of_place,
    "ASSERT": _of_look,
    "ASSERT_NOT": _of_look,
    "IN": _of_class,
    "SUBPATTERN": _of_group,
    "ATOMIC_GROUP": _of_atomic_group,
    "BRANCH": _of_branch,
    "MAX_REPEAT": _of_repeat,
    "MIN_REPEAT": _of_repeat,
    "POSSESSIVE_REPEAT": _of_repeat,
}


def _begins_with_letter(items: Sequence[Any]) -> bool:
    return bool(items) and str(items[0][0]) == "LITERAL" and is_of_word(chr(items[0][1]))
