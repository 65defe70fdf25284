"""What a word is to the search: the same for guides and queries, and on every database.

Databases split “C++”, “Node.js” or “full-stack” each in its own way. So they are given words that leave nothing to
split: lower case, without accents, letters and digits only.
"""

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from articles.language import letters
from articles.lib import visible

# No part of a word: the mark of a footnote or a power, which would make another figure of the one before it.
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹ⁿⁱ"
# Marks that no letter has in one sign with it; "\w" takes them for a word's end.
MARKS = "".join(sign for sign in map(chr, range(0x300, 0x1F000)) if unicodedata.category(sign).startswith("M"))
LETTERS = rf"[^\W_{RAISED}]+(?:[{MARKS}{visible.WITHIN_WORDS.pattern[1:-1]}]+[^\W_{RAISED}]*)*"
# 40k, and the 40 of 40–50k.
K = r"\d{1,4}(?:\.\d{1,3})?[kK](?!\w)"
THOUSANDS = rf"(?P<thousands>\d{{1,4}}(?:\.\d{{1,3}})?)(?:[kK](?!\w)|(?=\s?[-–]\s?[£$€]?{K}))"
MILLIONS = r"(?P<millions>\d{1,4}(?:\.\d{1,3})?)(?:[mM]| million)(?!\w)"
# 40 000 with its currency; without one it may be two numbers.
SPACED = r"\d{1,3}(?: \d{3})+(?!\d)"
SUM = rf"(?:(?<=[£$€])|(?<=[£$€] )){SPACED}|(?<![\w,.]){SPACED}(?= ?[£$€])"
# 40.000, as most of Europe writes it.
POINTED = r"\d{1,3}(?:\.\d{3})+(?![\w.]*\d)"
# U.K., Ph.D.
SHORT = r"(?:[A-Za-z]\.)+[A-Za-z]{1,2}(?!\w)|Ph\.D(?!\w)"
WORD = re.compile(
    rf"(?<!\w)(?i:c\+\+|[cf][#♯]|\.net\b)|\d{{1,3}}(?:,\d{{3}})+|{SUM}"
    rf"|(?<![\w,.])(?:{THOUSANDS}|{MILLIONS}|{POINTED}|{SHORT})|{LETTERS}(?:['’]{LETTERS})*"
)
# What is one number with its currency though there is white space in it.
WITH_SPACES = rf"[£$€] ?{SPACED}|(?<![\w,.]){SPACED} ?[£$€]|\d{{1,4}}(?:\.\d{{1,3}})? million(?!\w)"
NAMES_WITH_SIGNS = {
    "c++": "cplusplus", "c#": "csharp", "c♯": "csharp", "f#": "fsharp", "f♯": "fsharp", ".net": "dotnet",
}  # fmt: skip
# In capitals it is information technology, and no stop word.
IT = "infotech"
POSSESSIVE = re.compile(r"['’]s$")
LONGEST = 40

# PostgreSQL's list for English, which it leaves out of its index, and the short forms that lose their apostrophe here.
STOP_WORD_LIST = """
    i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she her hers herself it
    its itself they them their theirs themselves what which who whom this that these those am is are was were be been
    being have has had having do does did doing a an the and but if or because as until while of at by for with about
    against between into through during before after above below to from up down in out on off over under again further
    then once here there when where why how all any both each few more most other some such no nor not only own same so
    than too very s t can will just don should now
    dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt wont wouldnt cant couldnt shouldnt
    im ive id ill youre youve youd youll hes shes theyre theyve theyd theyll weve wed thats whos
"""
STOP_WORDS = frozenset(STOP_WORD_LIST.split())


class Word(NamedTuple):
    """A word where it stands in a text: from `start` to `end`, and `folded` as the search knows it."""

    start: int
    end: int
    folded: str


def composed(text: str) -> str:
    """`text` with accents and their letters as one sign each; `words` needs it so."""
    return unicodedata.normalize("NFC", text)


def words(text: str) -> Iterator[Word]:
    """The words of a composed text, in order."""
    for match in WORD.finditer(text):
        if folded := _in_full(match) if match.lastgroup else fold(match[0]):
            yield Word(match.start(), match.end(), folded)


def _in_full(number: re.Match[str]) -> str:
    millions = number["millions"]
    return str(int(Decimal(millions) * 1_000_000 if millions else Decimal(number["thousands"]) * 1_000))


def folded(text: str) -> str:
    """The words of any text, folded, one space between them."""
    return " ".join(word.folded for word in words(composed(text)))


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """One word in lower case, without accents, signs and possessive; cut where no real word is as long."""
    if POSSESSIVE.sub("", word).replace(".", "") == "IT":
        return IT
    word = visible.without_unseen(word).casefold()
    meant = NAMES_WITH_SIGNS.get(word) or POSSESSIVE.sub("", word)
    return "".join(sign for sign in letters.plain(meant) if sign.isalnum())[:LONGEST]
