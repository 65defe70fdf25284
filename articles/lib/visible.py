"""What the eye sees of a text. Format characters, fillers and marks with no letter under them are nothing to it."""

import re
import unicodedata
from functools import lru_cache

# Blank although Unicode counts them among letters, symbols and noncharacters: the Braille blank, the fillers of
# Hangul, and what has no meaning anywhere.
BLANKS = frozenset("\u2800\u115f\u1160\u3164\uffa0\u2065\ufffe\uffff")
# Other characters, separators and marks. What is unassigned today may be tomorrow's letter, so “Cn” is none of them.
UNSEEN = ("Cc", "Cf", "Cs", "Zs", "Zl", "Zp", "Mn", "Mc", "Me")
# What may stand within a word without parting it: soft hyphens, joiners, marks of direction, variation selectors.
WITHIN_WORDS = re.compile(
    "[\xad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]"
)
# The same where they are of no use either, at the ends of a text. What joins or gives direction may be of use there.
OUTER = "\xad\u200b\u2060\ufeff"


def is_blank(text: str) -> bool:
    """Whether nothing of the text can be seen."""
    return all(map(_is_unseen, text))


def without_unseen(text: str) -> str:
    """The text as words are compared, searched and counted: without what may stand unseen within a word."""
    return text if text.isascii() else WITHIN_WORDS.sub("", text)


def one_line(text: str) -> str:
    """The text with every run of white space one space; empty when nothing of it can be seen."""
    line = " ".join(text.split()).strip(OUTER).strip()
    return "" if is_blank(line) else line


@lru_cache(maxsize=4096)
def _is_unseen(sign: str) -> bool:
    return sign in BLANKS or unicodedata.category(sign) in UNSEEN
