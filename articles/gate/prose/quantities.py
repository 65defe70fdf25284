"""Numbers that a text gives of something: “four interview rounds”, “30 days”, “20 per cent”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.gate.prose.patterns import filtered
from articles.gate.prose.words import stem

WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
VALUES = {word: value for value, word in enumerate(WORDS, start=2)} | {"fifteen": 15, "twenty": 20, "thirty": 30}
NUMBER = rf"(?:{'|'.join(VALUES)}|\d{{1,3}}(?:,\d{{3}}){{1,4}}|\d{{1,4}})"
HAS_NUMBER = re.compile(rf"\d|\b(?:{'|'.join(VALUES)})\b", re.IGNORECASE)
QUANTITY = filtered(
    rf"(?<![\w£$€.,:/–-])(?P<number>{NUMBER})"
    rf"(?:(?P<percent>\s?%|\sper\s?cent\b)|(?P<words>(?:\s[a-z][a-z’-]*){{1,3}}))",
    re.IGNORECASE,
)
ONE = re.compile(r"\b(?:one|an (?=hour)) ?(?P<unit>minute|hour|day|week|month|year|page)\b(?![’'-])", re.IGNORECASE)
COUNTS = re.compile(rf"{HAS_NUMBER.pattern}|{ONE.pattern}", re.IGNORECASE)
OF = re.compile(r"\s?of (?:the )?([a-z]+)")
PLURAL = re.compile(r"(?:criteria|people|[a-z-]{2,}[^aious’]s|[a-z-]+es)’?$")
NO_NOUNS = re.compile(
    r"of|the|to|in|and|or|for|at|with|on|is|are|was|were|more|other|less|as|this|its|has|does|us|plus|times"
)
# What makes a number one of several, or only a rough one.
ROUGH_BEFORE = re.compile(
    rf"(?:\b(?:at least|at most|up to|than|over|under|about|around|roughly|nearly|almost|or|to|and|between|from"
    rf"|some|another|other|extra|further|next|(?:the|these|those|my|your|our|its|their|^) ?last|past|every"
    rf"|days?|version|level|page|step|stage|part|grade)"
    rf"|{NUMBER}\s?[–-])\s*$",
    re.IGNORECASE,
)
REACH = 40  # characters, more than the longest of these
ROUGH_AFTER = re.compile(rf"\s?(?:[–-]\s?|(?:or|to|and) )(?:{NUMBER}\b|more|so|less|fewer|over)", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Quantity:
    """A number with what it counts: the stem of its noun and, where there is one, of the word that narrows it."""

    value: int
    noun: str
    modifier: str
    start: int
    end: int


def quantities(sentence: str) -> Iterator[Quantity]:
    """The exact numbers above one in a sentence, each with its noun."""
    for match in QUANTITY.finditer(sentence):
        if not _is_rough(match) and (found := _quantity(match)):
            yield found


def measures(sentence: str) -> Iterator[Quantity]:
    """“One hour” and the like, which `quantities` passes over."""
    for match in ONE.finditer(sentence):
        if not _is_rough_around(match, match.end()):
            yield Quantity(value=1, noun=stem(match["unit"]), modifier="", start=match.start(), end=match.end())


def _is_rough(match: re.Match[str]) -> bool:
    return _is_rough_around(match, match.end("number"))


def _is_rough_around(match: re.Match[str], end: int) -> bool:
    return is_rough_before(match.string, match.start()) or ROUGH_AFTER.match(match.string, end) is not None


def is_rough_before(text: str, start: int) -> bool:
    """Whether what stands before a number makes it one of several, or only a rough one."""
    return ROUGH_BEFORE.search(text, max(0, start - REACH), start) is not None


def _quantity(match: re.Match[str]) -> Quantity | None:
    value = number_value(match["number"])
    if match["percent"]:
        return Quantity(value=value, noun="per cent", modifier="", start=match.start(), end=match.end())
    words = match["words"].casefold().split()
    for position, word in enumerate(words):
        if NO_NOUNS.fullmatch(word):
            return None
        if PLURAL.search(word[-REACH:]):
            end = match.start("words") + len(" ".join(words[: position + 1])) + 1
            modifier = words[position - 1] if position else _narrowing(match.string, end)
            return Quantity(value=value, noun=stem(word), modifier=stem(modifier), start=match.start(), end=end)
    return None


def _narrowing(text: str, end: int) -> str:
    """What follows in “rounds of interviews”."""
    match = OF.match(text, end)
    return match[1] if match else ""


def number_value(number: str) -> int:
    """The value of a number in words or digits."""
    return VALUES.get(number.casefold()) or int(number.replace(",", ""))
