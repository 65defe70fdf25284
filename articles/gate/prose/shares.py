"""Shares in a text: “25%”, “20 per cent”, “one in five”, “half”, “two thirds”."""

import re

COUNTS = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "fifteen": 15, "sixteen": 16, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "tenth": 10}
_COUNT = rf"(?:{'|'.join(COUNTS)})"
_PERCENT = rf"(?<![\w.,£$€–-])(?:\d{{1,3}}(?:\.\d{{1,2}})?|{_COUNT})(?:\s?%|\sper\s?cent\b)"
_OUT_OF = rf"\b(?:\d{{1,2}}|{_COUNT}) (?:in|out of)(?: every)? (?:\d{{1,3}}|{_COUNT})\b"
_PART = rf"\b(?:{_COUNT}[ -])?(?:half|thirds?|quarters?|fifths?|sixths?|tenths?)\b"
FRACTION = rf"(?:{_OUT_OF}|{_PART})"
SHARE = re.compile(rf"{_PERCENT}|\bhalf\b", re.IGNORECASE)
ANY_SHARE = rf"(?:{_PERCENT}|{FRACTION})"


def share_value(match: re.Match[str]) -> float:
    """The share that `SHARE` found, in per cent."""
    return value_of(match[0])


def value_of(share: str) -> float:
    """A share in per cent; 0 where its words are no share, as in “ten in five”."""
    words = share.casefold().replace("-", " ").replace("%", " %").split()
    if words[-1] in ("%", "cent", "percent"):
        return count_of(words[0])
    if "in" in words or "of" in words:
        count, whole = count_of(words[0]), count_of(words[-1])
        return 100 * count / whole if 0 < count <= whole else 0
    part = words[-1].removesuffix("s")
    return 100 * (count_of(words[0]) if len(words) > 1 else 1) / PARTS[part]


def count_of(word: str) -> float:
    """A number in figures or in words."""
    return COUNTS.get(word.casefold()) or float(word.replace(",", ""))
