"""The stem of an English word, so that “hiring” and “hired” count as the same word.

M. F. Porter, “An algorithm for suffix stripping”, Program 14(3), 1980, with its author's later corrections. The search
indexes hold stems, so that both databases find the same: left to itself, PostgreSQL takes “CV” and “CVs” for two words.
"""

import re
from functools import lru_cache

from articles.language.spelling import one_spelling

CONSONANT = r"(?:[^aeiouy]|(?<=[aeiou])y|^y)"
VOWEL = r"(?:[aeiou]|(?<![aeiou])(?<!^)y)"
MEASURE = re.compile(rf"{VOWEL}+{CONSONANT}+")
HAS_VOWEL = re.compile(VOWEL)
DOUBLE = re.compile(r"([^aeiouylsz])\1$")
SHORT = re.compile(rf"{CONSONANT}{VOWEL}[^aeiouwxy]$")

PLURALS = (("sses", "ss"), ("ies", "i"), ("ss", "ss"), ("s", ""))
MENDED = (("at", "ate"), ("bl", "ble"), ("iz", "ize"))
LONG_SUFFIXES = (
    ("izational", "ize"), ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"),
    ("bli", "ble"), ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"),
    ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"),
    ("iviti", "ive"), ("biliti", "ble"), ("logi", "log"),
)  # fmt: skip
SUFFIXES = (
    ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""),
)  # fmt: skip
ENDINGS = (
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "sion", "tion", "ou", "ism",
    "ate", "iti", "ous", "ive", "ize",
)  # fmt: skip


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The stem of a folded word in either spelling; what is not English comes out much as it went in."""
    if len(word) < 3:
        return word
    word = one_spelling(word)
    word = _replaced(word, PLURALS, measure=None)
    word = _without_past(word)
    if word.endswith("y") and HAS_VOWEL.search(word[:-1]):
        word = word[:-1] + "i"
    word = _replaced(word, LONG_SUFFIXES, measure=0)
    word = _replaced(word, SUFFIXES, measure=0)
    return _without_last_e(_without_ending(word))


def _measure(word: str) -> int:
    return len(MEASURE.findall(word))


def _replaced(word: str, suffixes: tuple[tuple[str, str], ...], *, measure: int | None) -> str:
    """The longest suffix that fits is replaced, where what stands before it is of more than the measure."""
    fitting = [pair for pair in suffixes if word.endswith(pair[0])]
    if not fitting:
        return word
    suffix, instead = max(fitting, key=lambda pair: len(pair[0]))
    start = word.removesuffix(suffix)
    return start + instead if measure is None or _measure(start) > measure else word


def _without_past(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) else word
    suffix = next((suffix for suffix in ("ed", "ing") if word.endswith(suffix)), "")
    start = word.removesuffix(suffix)
    return _mended(start) if suffix and HAS_VOWEL.search(start) else word


def _mended(start: str) -> str:
    """What “ed” or “ing” was taken from: “hir” was “hire”, “plann” was “plan”."""
    for ending, whole in MENDED:
        if start.endswith(ending):
            return start.removesuffix(ending) + whole
    if DOUBLE.search(start):
        return start[:-1]
    return start + "e" if _measure(start) == 1 and SHORT.search(start) else start


def _without_ending(word: str) -> str:
    fitting = [ending for ending in ENDINGS if word.endswith(ending)]
    if not fitting:
        return word
    ending = max(fitting, key=len)
    start = word.removesuffix("ion" if ending in ("sion", "tion") else ending)
    return start if _measure(start) > 1 else word


def _without_last_e(word: str) -> str:
    if word.endswith("e"):
        start = word[:-1]
        if _measure(start) > 1 or (_measure(start) == 1 and not SHORT.search(start)):
            word = start
    return word[:-1] if word.endswith("ll") and _measure(word[:-1]) > 1 else word
