"""The numbers and letters that a reader sees before the items of an ordered list."""

from collections.abc import Callable

from articles.document.tree import Element

ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
         (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
MOST_ROMAN = 3999


def numbers(ordered: Element, count: int) -> list[int]:
    """The number of each item of an `ol` that has so many."""
    is_reversed = "reversed" in ordered.attributes
    first = int(ordered.attributes.get("start") or (count if is_reversed else 1))
    return [first - place if is_reversed else first + place for place in range(count)]


def labels(ordered: Element, count: int) -> list[str]:
    """What stands before each item of an `ol`, without the full stop; a browser writes what has no letter as a number."""
    written = WRITTEN.get(ordered.attributes.get("type", ""), str)
    return [written(number) for number in numbers(ordered, count)]


def _letters(number: int) -> str:
    if number < 1:
        return str(number)
    before, last = divmod(number - 1, 26)
    return (_letters(before) if before else "") + chr(ord("a") + last)


def _roman(number: int) -> str:
    if not 1 <= number <= MOST_ROMAN:
        return str(number)
    written = ""
    for value, sign in ROMAN:
        written += sign * (number // value)
        number %= value
    return written


WRITTEN: dict[str, Callable[[int], str]] = {
    "a": _letters,
    "A": lambda number: _letters(number).upper(),
    "i": _roman,
    "I": lambda number: _roman(number).upper(),
}
