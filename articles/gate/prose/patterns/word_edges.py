"""Whether a part of a pattern stands at the beginning or the end of a word, as `re` has read it."""

from collections.abc import Callable, Sequence
from typing import Any

from articles.gate.prose.patterns.word_keys import is_of_word


def has_only_edges(members: Sequence[Any]) -> bool:
    """Whether no sign of a class is part of a word."""
    return all(
        (str(name) == "LITERAL" and not is_of_word(chr(value)))
        or (str(name) == "CATEGORY" and str(value) in ("CATEGORY_SPACE", "CATEGORY_NOT_WORD"))
        for name, value in members
    )


def begins_with_edge(items: Sequence[Any], *, otherwise: bool) -> bool:
    """Whether a word ends where these items begin, if one stands there; `otherwise` is the answer where they are none."""
    for position, (kind, value) in enumerate(items):
        name, rest = str(kind), items[position + 1 :]
        if name == "ASSERT_NOT" or (name == "ASSERT" and not _looks_at_edge(value)):
            continue
        begins = BEGINNINGS.get(name)
        return name == "ASSERT" or bool(begins and begins(value, rest, otherwise))
    return otherwise


def _looks_at_edge(value: Any) -> bool:
    direction, inner = value
    return direction == 1 and begins_with_edge(list(inner), otherwise=False)


def _of_place(value: Any, _rest: Sequence[Any], _otherwise: bool) -> bool:
    return "NON" not in str(value)


def _of_literal(value: int, _rest: Sequence[Any], _otherwise: bool) -> bool:
    return not is_of_word(chr(value))


def _of_class(members: Sequence[Any], _rest: Sequence[Any], _otherwise: bool) -> bool:
    return has_only_edges(members)


def _of_group(value: Any, rest: Sequence[Any], otherwise: bool) -> bool:
    return begins_with_edge([*value[-1], *rest], otherwise=otherwise)


def _of_branch(value: Any, rest: Sequence[Any], otherwise: bool) -> bool:
    return all(begins_with_edge([*branch, *rest], otherwise=otherwise) for branch in value[1])


def _of_repeat(value: Any, rest: Sequence[Any], otherwise: bool) -> bool:
    least, _most, inner = value
    begins = begins_with_edge(list(inner), otherwise=False)
    return begins and (least > 0 or begins_with_edge(rest, otherwise=otherwise))


BEGINNINGS: dict[str, Callable[[Any, Sequence[Any], bool], bool]] = {
    "AT": _of_place,
    "LITERAL": _of_literal,
    "IN": _of_class,
    "SUBPATTERN": _of_group,
    "BRANCH": _of_branch,
    "MAX_REPEAT": _of_repeat,
    "MIN_REPEAT": _of_repeat,
}
