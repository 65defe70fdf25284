"""Which opening tags are closed, in one pass however badly they are nested."""

from collections import Counter
from collections.abc import Sequence

DEEPEST = 60  # no page is built deeper; what is nested deeper is laid flat


def pairs(tags: Sequence[tuple[str, bool, bool]]) -> dict[int, int]:
    """The number of the closing tag for each opening tag that has one.

    A tag is its name, whether it closes, and whether it stands alone. One that closes what was opened further out ends
    what was left open inside.
    """
    found: dict[int, int] = {}
    stack: list[int] = []
    waiting: Counter[str] = Counter()
    for number, (name, closes, stands_alone) in enumerate(tags):
        if stands_alone:
            continue
        if not closes:
            stack.append(number)
            waiting[name] += 1
        elif waiting[name]:
            while (opened := stack.pop()) is not None:
                waiting[tags[opened][0]] -= 1
                if tags[opened][0] == name:
                    found[opened] = number
                    break
    return _not_too_deep(found)


def _not_too_deep(found: dict[int, int]) -> dict[int, int]:
    kept: dict[int, int] = {}
    ends: list[int] = []
    for opened in sorted(found):
        while ends and ends[-1] < opened:
            ends.pop()
        if len(ends) < DEEPEST:
            kept[opened] = found[opened]
            ends.append(found[opened])
    return kept
