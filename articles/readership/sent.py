"""Enquiries that came from guides: whoever receives enquiries registers how they are counted."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

type Count = Callable[..., Iterable[tuple[Any, ...]]]


@dataclass(frozen=True)
class Source:
    """What the enquirers can be, in words; and a function from the first day and a guide, or None for all of them, to what
    the enquiries are counted by (any of "day", "guide" and "role") and how many there are."""

    roles: Mapping[str, str]
    count: Count


_sources: list[Source] = []


def register(roles: Mapping[str, str], count: Count) -> None:
    """Counts the enquiries of this source, too."""
    _sources.append(Source(roles, count))


def roles() -> dict[str, str]:
    """What enquirers can be, in words."""
    return {role: words for source in _sources for role, words in source.roles.items()}


def count(first: date, guide: int | None, by: str) -> Counter[Any]:
    """How many were sent since that day, from the guide or from all of them, by "day", "guide" or "role"."""
    counts: Counter[Any] = Counter()
    for source in _sources:
        for value, number in source.count(first, guide, by):
            counts[value] += number
    return counts
