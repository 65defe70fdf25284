"""Words on pictures, set in the site's own fonts."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from django.contrib.staticfiles import finders
from PIL import ImageDraw, ImageFont

from articles.lib.visible import without_unseen

SERIF = "fonts/newsreader-latin.woff2"
SANS = "fonts/hanken-grotesk-latin.woff2"
ELLIPSIS = "…"
# No font has a shape for a noncharacter: what it draws instead is what it draws for every sign that it lacks.
LACKING = "\ufffe"
# Pictographs, and the frame of a key whose number stands before it.
DECORATION = re.compile(
    "[\U0001f300-\U0001f64f\U0001f680-\U0001f6ff\U0001f900-\U0001f9ff\U0001fa70-\U0001faff"
    "\u2600-\u2604\u260e\u2614\u2615\u2618\u2639-\u263b\u2692-\u2699\u26a1\u26bd-\u26ff\u2702-\u270f\u2726-\u2728\u2744\u20e3]"
)
# Of these: yes and no, hearts, numbers, dollars, rising and falling, and the small signs of keyboards and maps.
TELLING = re.compile(
    "[\U0001f44d\U0001f44e\U0001f493-\U0001f49f\U0001f4af\U0001f4b2\U0001f4c8\U0001f4c9\U0001f500-\U0001f50b"
    "\U0001f51a-\U0001f524\U0001f532-\U0001f53d\U0001f5a4\U0001f6ab-\U0001f6c5\U0001f6d1\U0001f90d\U0001f90e\U0001f9e1"
    "\U0001fa75-\U0001fa77\u26d4\u270a-\u270d]"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Setting:
    """Lines that fit, at the size at which they do."""

    lines: tuple[str, ...]
    size: int


@cache
def font(name: str, size: int, weight: int) -> ImageFont.FreeTypeFont:
    """One of the site's fonts; `name` is its path among the static files."""
    file = ImageFont.truetype(str(finders.find(name)), size)
    file.set_variation_by_axes([weight])
    return file


def sayable(text: str) -> str | None:
    """The text without the decoration that our fonts lack; None where they lack a sign that says something.

    A picture beside the words goes. A letter, a currency, an arrow, a flag or a heart may stand for a word.
    """
    text = unicodedata.normalize("NFC", without_unseen(text))
    kept = "".join(sign for sign in text if sign.isspace() or _has(sign))
    lost = [sign for sign in text if not sign.isspace() and not _has(sign)]
    return " ".join(kept.split()) if all(map(_is_decoration, lost)) else None


def _is_decoration(sign: str) -> bool:
    return bool(DECORATION.match(sign)) and not TELLING.match(sign)


def fit(text: str, *, width: int, height: int, sizes: Sequence[int], weight: int) -> Setting:
    """The text in the serif, as large as the box allows; cut short where even the smallest size is too large."""
    for size in sizes:
        lines = _lines(text, font(SERIF, size, weight), width)
        if lines and len(lines) <= height // leading(size):
            return Setting(lines=_balanced(text, len(lines), font(SERIF, size, weight), width), size=size)
    size = sizes[-1]
    lines = _lines(_broken(text, font(SERIF, size, weight), width), font(SERIF, size, weight), width)
    room = height // leading(size)
    cut = [*lines[: room - 1], lines[room - 1][:-1] + ELLIPSIS] if len(lines) > room else lines
    return Setting(lines=tuple(cut), size=size)


def in_lines(text: str, face: ImageFont.FreeTypeFont, width: int) -> tuple[str, ...]:
    """The text in lines no longer than `width`, words that are longer taken apart."""
    return tuple(_lines(text, face, width) or _lines(_broken(text, face, width), face, width))


def leading(size: int) -> int:
    """From one line to the next."""
    return round(size * 1.12)


def shortened(text: str, face: ImageFont.FreeTypeFont, width: int) -> str:
    """What our fonts can say of the text, on one line of this width."""
    words = sayable(text) or ""
    if face.getlength(words) <= width:
        return words
    while words and face.getlength(words + ELLIPSIS) > width:
        words = words[:-1]
    return words.rstrip() + ELLIPSIS


def draw(canvas: ImageDraw.ImageDraw, at: tuple[int, int], setting: Setting, *, weight: int, colour: str) -> None:
    """The lines, whose first has its top at `at`."""
    x, y = at
    for number, line in enumerate(setting.lines):
        canvas.text((x, y + number * leading(setting.size)), line, colour, font(SERIF, setting.size, weight))


@cache
def _has(sign: str) -> bool:
    face = font(SANS, 32, 400)
    return bytes(face.getmask(sign)) != bytes(face.getmask(LACKING))


def _lines(text: str, face: ImageFont.FreeTypeFont, width: float) -> list[str]:
    """The words in lines no longer than `width`; none where a word is longer."""
    lines: list[str] = []
    for word in text.split():
        if face.getlength(word) > width:
            return []
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and face.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _balanced(text: str, count: int, face: ImageFont.FreeTypeFont, width: int) -> tuple[str, ...]:
    """In as many lines, of lengths as equal as can be."""
    narrow, wide = 0, width
    while wide - narrow > 1:
        middle = (narrow + wide) // 2
        if 0 < len(_lines(text, face, middle)) <= count:
            wide = middle
        else:
            narrow = middle
    return tuple(_lines(text, face, wide))


def _broken(text: str, face: ImageFont.FreeTypeFont, width: int) -> str:
    """With words that are wider than the box taken apart."""
    parts = [""]
    for sign in text:
        if not sign.isspace() and face.getlength(parts[-1].rpartition(" ")[2] + sign) > width:
            parts.append(sign)
        else:
            parts[-1] += sign
    return " ".join(parts)
