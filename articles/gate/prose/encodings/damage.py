"""A damaged place in a text: what it says, what it meant, and whether that makes sense where it stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

TYPOGRAPHY = frozenset("‐‑‒–—―‘’‚“”„†‡•…‰′″‹›€™−≈≠≤≥←↑→↓✓✔★●■\u2009\u200b\u200c\u200d\u200e\u200f\u202f\ufe0f\ufeff")
SYMBOLS = frozenset("¡¢£¤¥¦§¨©ª«¬®¯°±²³´µ¶·¸¹º»¼½¾¿×÷")
# What only damage done twice turns up.
HALFWAY = frozenset("ƒˆ˜")
LETTER = re.compile("[À-ÖØ-öø-ÿĀ-ćČ-đĒēĖ-ěĞğĢģĪīĮ-ıĶķĹ-ľŁ-ňŐőŒœŔŕŘ-şŠ-ťŪūŮ-žƠơƯưȘ-țẠ-ỹ]")
# Scripts other than Latin; what is between the ranges is Latin, punctuation and symbols.
FOREIGN = re.compile(
    "[\u0370-\u1cff\u1f00-\u1fff\u2c80-\u2dff\u3040-\ua4cf\ua500-\ua69f\ua8e0-\uabff\uac00-\ufaff\ufb1d-\ufdff\ufe70-\ufefc]"
)
BOX = re.compile("[\u2500-\u257f]+")  # what draws boxes is what it seems
EMOJI = re.compile("[\U0001f000-\U0001faff]")
BLANKS = ("\xa0", "&nbsp;", " ")
# Short forms that are no words without their apostrophe.
SHORT_FORM_LIST = """
    don’t doesn’t didn’t isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t couldn’t wouldn’t shouldn’t mustn’t
    needn’t you’re you’ve you’ll you’d they’re they’ve they’ll they’d we’ve that’s there’s what’s who’s here’s
    could’ve would’ve should’ve might’ve she’s it’ll that’ll who’ve mightn’t
"""
SHORT_FORMS = {short.replace("’", ""): short for short in SHORT_FORM_LIST.split()}
WORD_BEFORE = re.compile(r"[^\W\d_]*$")
WORD_AFTER = re.compile(r"[^\W\d_]*")


@dataclass(frozen=True, slots=True)
class Damage:
    """Characters of a text from `start` to `end`, what they mean, and the meant words on both sides.

    `touches` tells whether more damage stands right beside it.
    """

    start: int
    end: int
    raw: str
    meant: str
    before: str = ""
    after: str = ""
    touches: bool = False

    @property
    def letters_around(self) -> str:
        """The letters that make one word with what is meant."""
        return WORD_BEFORE.search(self.before)[0] + WORD_AFTER.match(self.after)[0]  # type: ignore[index]

    @property
    def fits_its_word(self) -> bool:
        """Whether a letter stands in a word, and not as a small letter among capitals or the other way round."""
        letter, around = self.meant[0], self.letters_around
        if not around:
            return letter in "àÀ"
        if letter.islower():
            return not self.after[:1].isupper() and not (len(around) > 1 and around.isupper())
        return not self.before[-1:].islower()

    @property
    def fits_its_script(self) -> bool:
        """Whether a letter of another script stands beside one more."""
        return bool(FOREIGN.match(self.before[-1:]) or FOREIGN.match(self.after[:1]))

    @property
    def is_plausible(self) -> bool:
        """Whether the damage, if it is damage, makes sense in its place."""
        first = self.meant[0]
        if LETTER.match(first):
            return self.fits_its_word or self.touches
        if FOREIGN.match(first):
            return self.fits_its_script
        if first in HALFWAY:
            return self.touches
        if BOX.fullmatch(self.raw):
            return False
        return self.meant in BLANKS or first in TYPOGRAPHY or first in SYMBOLS or bool(EMOJI.match(first))


def replaced(text: str, found: Sequence[Damage]) -> tuple[str, list[int]]:
    """The text with what was meant in place of the damage, and where each repair begins in it."""
    pieces: list[str] = []
    starts: list[int] = []
    length = end = 0
    for damage in found:
        pieces += (text[end : damage.start], damage.meant)
        length += damage.start - end
        starts.append(length)
        length += len(damage.meant)
        end = damage.end
    return "".join((*pieces, text[end:])), starts
