"""Mojibake: UTF-8 text that was read as a single-byte encoding, and what it said before.

A sequence counts as damaged when its characters are the bytes of a character that British prose may hold: “â€™” in
Windows-1252 and “โ€™” in Windows-874 are both the bytes of “’”. A word rightly written in another script can be such
bytes by chance, so at least one sequence of a text must be damage beyond doubt before any is repaired.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from operator import itemgetter

from articles.gate.prose.encodings.damage import BLANKS, EMOJI, FOREIGN, LETTER, SYMBOLS, TYPOGRAPHY, Damage, replaced
from articles.gate.prose.encodings.misreadings import misread

ENCODINGS = (
    "cp1252", "latin-1", "cp874", "cp1251", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258",
    "iso8859-2", "iso8859-5", "iso8859-7", "iso8859-15", "mac_roman", "cp437", "cp850", "koi8-r",
)  # fmt: skip
# Marks that may rightly follow a word: “Å” in quotation marks looks like damage, and is none.
CLOSING = frozenset("’”…–—™»")
LOSABLE = "‘’“”€™"
# Where the byte was lost that tells quotation marks apart, the place does so: between letters, before or after a word.
INSIDE, OPENING, CLOSED = "’”“‘€™", "“‘’”€™", "”’‘“€™"
CONTROL = re.compile("[\x80-\x9f]")
SUSPICIOUS = re.compile(r"(?=([^\x00-\x7f])([^\x00-\x7f]| |&nbsp;))")
CONTEXT = 24
STRETCH = 20_000  # characters


class Encoding:
    """A single-byte encoding that UTF-8 may have been read as.

    Bytes that it leaves undefined stand for control characters, as in browsers; our documents hold no such characters,
    so sequences that lost one are known by what is left of them.
    """

    def __init__(self, name: str) -> None:
        characters = {byte: bytes([byte]).decode(name, "ignore") for byte in range(0x80, 0x100)}
        named = {byte: character or chr(byte) for byte, character in characters.items() if character or byte < 0xA0}
        self.bytes = {character: byte for byte, character in named.items()}
        self.is_latin = not FOREIGN.match(characters[0xC3])
        self.lost = _lost(characters)
        self.sequence = re.compile("|".join(self._sequences()))
        self.leads = {character for character, byte in self.bytes.items() if 0xC2 <= byte <= 0xF4}
        self.followers = {character for character, byte in self.bytes.items() if byte <= 0xBF} | set(BLANKS)

    def _sequences(self) -> Iterator[str]:
        """Patterns of all that can be damage: whole sequences first, then what is left of sequences."""
        has_blank = self.bytes.get("\xa0") == 0xA0
        following = self._any(0x80, 0xBF)
        yield self._any(0xC2, 0xDF) + (f"(?:{following}|&nbsp;)" if has_blank else following)
        yield self._any(0xE0, 0xEF) + following * 2
        yield self._any(0xF0, 0xF4) + following * 3
        yield from (re.escape(left) for left in sorted(self.lost, key=len, reverse=True))
        if has_blank:
            yield f"{self._any(0xC2, 0xC3)} "

    def _any(self, low: int, high: int) -> str:
        found = "".join(character for character, byte in self.bytes.items() if low <= byte <= high)
        return f"[{re.escape(found)}]"

    def repairs(self, text: str) -> list[Damage]:
        """What to repair in the text if this is how it was damaged; empty when nothing is damage beyond doubt."""
        found = [damage for damage in self._damage(text) if damage.is_plausible]
        if not self.is_latin and self._has_words_of_its_own(text, found):
            found = [damage for damage in found if damage.meant in TYPOGRAPHY and self._is_certain(damage)]
        return found if any(self._is_certain(damage) for damage in found) else []

    def _has_words_of_its_own(self, text: str, found: list[Damage]) -> bool:
        """Whether letters of the encoding's script are left over that are no damage: then others may be right too."""
        return sum(len(FOREIGN.findall(damage.raw)) for damage in found) < len(FOREIGN.findall(text))

    def _damage(self, text: str) -> Iterator[Damage]:
        """Everything that could be damage, each with its surroundings as they were meant."""
        found = [damage for match in self.sequence.finditer(text) if (damage := self._meant(match))]
        clear, starts = replaced(text, found)
        edges = Counter(edge for damage in found for edge in (damage.start, damage.end))
        for damage, start in zip(found, starts, strict=True):
            end = start + len(damage.meant)
            before, after = clear[max(0, start - CONTEXT) : start], clear[end : end + CONTEXT]
            touches = edges[damage.start] + edges[damage.end] > 2
            yield Damage(damage.start, damage.end, damage.raw, damage.meant, before, after, touches)

    def _meant(self, match: re.Match[str]) -> Damage | None:
        raw, (start, end) = match[0], match.span()
        if raw in self.lost:
            meant = _by_place(self.lost[raw], match.string[max(0, start - 1) : start], match.string[end : end + 1])
        elif raw.endswith(" "):
            meant = _spaced(self.bytes[raw[0]], match.string[end : end + 1])
        else:
            meant = self._decoded(raw.replace("&nbsp;", "\xa0"))
            meant = "&nbsp;" if meant == "\xa0" and raw.endswith("&nbsp;") else meant
        return Damage(start, end, raw, meant) if meant else None

    def _decoded(self, raw: str) -> str:
        return bytes(self.bytes[character] for character in raw).decode("utf-8", "ignore")

    def _is_certain(self, damage: Damage) -> bool:
        first = damage.meant[0]
        if damage.meant in BLANKS:
            return self._is_certain_blank(damage)
        if LETTER.match(first):
            return self._is_certain_letter(damage)
        if first in SYMBOLS:
            return self._is_certain_symbol(damage)
        if first in TYPOGRAPHY:
            return len(damage.raw) > 2 or "€" in damage.raw or damage.after[:1].isdigit()
        return self.is_latin or bool(EMOJI.match(first))

    def _is_certain_blank(self, damage: Damage) -> bool:
        if self.is_latin:
            return not damage.before[-1:].isupper()
        return bool(re.search(r"[\w,.;:!?%)°]$", damage.before))

    def _is_certain_letter(self, damage: Damage) -> bool:
        if not self.is_latin:
            return damage.meant <= "ÿ" and any(letter.isascii() for letter in damage.letters_around)
        if damage.letters_around.isupper() and damage.raw.isupper() and damage.raw.isalpha():
            return False  # two capitals more in a word of capitals
        ends = not damage.after[:1].isalpha()
        return not (ends and (damage.raw[-1] in CLOSING or damage.meant >= "Ạ"))

    def _is_certain_symbol(self, damage: Damage) -> bool:
        if self.is_latin:
            return not (damage.raw[-1] in CLOSING and damage.before[-1:].isupper())
        if damage.meant == "°":
            return damage.before[-1:].isdigit()
        return damage.meant in "£¥" and damage.after[:1].isdigit()


def _lost(characters: dict[int, str]) -> dict[str, str]:
    """What is left of each mark that loses a byte, with the marks that it may have been."""
    lost: dict[str, str] = {}
    for mark in LOSABLE:
        left = CONTROL.sub("", "".join(characters[byte] for byte in mark.encode()))
        if 1 < len(left) < len(mark.encode()):
            lost[left] = lost.get(left, "") + mark
    return lost


def _by_place(candidates: str, before: str, after: str) -> str:
    """Which of the marks that lost the byte between them stood here."""
    opens = after.isalnum() or (not before.strip() and bool(after.strip()))
    inside = before.isalnum() and after.isalnum()
    order = INSIDE if inside else OPENING if opens else CLOSED
    return next(mark for mark in order if mark in candidates)


def _spaced(lead: int, after: str) -> str:
    """A non-breaking space, or the last byte of “à”, became a plain space; a mark after “à” needs none."""
    if lead == 0xC2:
        return " "
    return "à" if after and after in "-,.;:!?)" else "à "


KNOWN = tuple(Encoding(name) for name in ENCODINGS)


@lru_cache(maxsize=128)  # several checks ask of the same texts
def damaged(text: str) -> tuple[Damage, ...]:
    """The damage in plain text or sanitised HTML, by the encoding that explains the most of it.

    Of a very long text, its first damaged stretch says which encoding that is.
    """
    stretches = (text[start : start + STRETCH] for start in range(0, len(text), STRETCH))
    known = next(filter(None, map(_explaining, stretches)), None)
    return tuple(known.repairs(text) if known else misread(text))


def _explaining(stretch: str) -> Encoding | None:
    """The encoding that explains the most damage; None where there is none."""
    pairs = set(SUSPICIOUS.findall(stretch))
    likely = (known for known in KNOWN if any(a in known.leads and b in known.followers for a, b in pairs))
    explained = [(sum(len(damage.raw) for damage in known.repairs(stretch)), known) for known in likely]
    most, known = max(explained, key=itemgetter(0), default=(0, None))
    return known if most else None


def repair(text: str) -> str:
    """The text as it was before it was damaged, once or several times; text that is right stays as it is."""
    while found := damaged(text):
        text, _ = replaced(text, found)
    return text
