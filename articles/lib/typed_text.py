"""Text as people paste it, mended before any rule looks at it: what nobody sees or meant is taken out."""

import re
import unicodedata

from articles.lib.visible import BLANKS, WITHIN_WORDS, is_blank

# What may stand unseen in a word, and the rest of Unicode's Default_Ignorable_Code_Point
# (https://www.unicode.org/Public/UCD/latest/ucd/DerivedCoreProperties.txt), annotation marks, what stands for a pasted
# picture, and fillers.
INVISIBLE = re.compile(
    f"[{WITHIN_WORDS.pattern[1:-1]}{''.join(BLANKS)}\u17b4\u17b5\ufff0-\ufffc\U00016fe4"
    "\U0001bca0-\U0001bca3\U0001d159\U0001d173-\U0001d17a]"
)
JOINERS = "\u200c\u200d"
# Scotland's and its like: a black flag and, unseen, the letters of the country.
FLAG = "\U0001f3f4[\U000e0020-\U000e007e]{1,6}\U000e007f"
UNSEEN = re.compile(f"(?P<flag>{FLAG})|{INVISIBLE.pattern}")
VARIATION = re.compile("[\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
VIRAMA = 9
# Letters of scripts without capitals, marks on these, emoji, and the tones of their skin.
JOINED = ("Lo", "Mc", "Mn", "Sk", "So")
VARIED = ("Lo", "So", "Sm", "Po", "Nd")
# Control characters that are no white space come along from Word and PDFs, and nobody sees them. NUL does not: no
# program that people paste from has it.
CONTROL = re.compile("[\x01-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
NEW_LINE = re.compile("\r\n?")


def line(text: str) -> str:
    """One line as it was meant: without invisible signs, every white space a plain space, none at the ends.

    Line breaks inside the text and NUL stay: what refuses forged headers must see them.
    """
    text = visible(CONTROL.sub("", text)).strip()
    return re.sub(r"[^\S\r\n]+", " ", text)


def paragraphs(text: str) -> str:
    """A text of several lines with its own words and signs: only NUL, which no database keeps, is taken out.

    A line break counts as one character, as it does in the browser, though it is sent as two. Blank text is empty.
    """
    text = NEW_LINE.sub("\n", text.replace("\x00", ""))
    return "" if is_blank(text) else text


def printable(text: str) -> str:
    """`text` without whatever cannot be seen or stored: for values that nobody typed and nobody can correct."""
    return "".join(sign for sign in text if sign.isprintable())


def visible(text: str) -> str:
    """`text` without invisible signs, except where a script needs them: in emoji, Persian, Indic words."""
    if is_blank(text):
        return ""
    return UNSEEN.sub(lambda match: match[0] if match["flag"] or _belongs(text, match.start()) else "", text)


def _belongs(text: str, place: int) -> bool:
    """Whether the sign there is part of the one before it."""
    sign, before, after = text[place], text[place - 1 : place], text[place + 1 : place + 2]
    if VARIATION.match(sign):
        return _is(before, VARIED) and not INVISIBLE.match(before)
    if sign not in JOINERS or (INVISIBLE.match(before) and not (VARIATION.match(before) and _belongs(text, place - 1))):
        return False
    joins = _is(before, JOINED) and _is(after, JOINED) and not INVISIBLE.match(after)
    return joins or (before != "" and unicodedata.combining(before) == VIRAMA)


def _is(sign: str, categories: tuple[str, ...]) -> bool:
    return bool(sign) and unicodedata.category(sign) in categories
