"""The bytes of an export as XML that a parser reads to its end.

Plug-ins write before the XML begins, databases hold bytes of other encodings and characters that XML forbids, old
versions of WordPress end a text early. What is certain is repaired on the way through, and counted.
"""

import html.entities
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from articles.importing.sources.wordpress.decoding import CHUNK, decoded, from_its_beginning

# An ampersand: of an entity of XML or of HTML, of a number, or bare. And a bracket that opens no tag.
LOOSE = re.compile(r"&(?:([A-Za-z][A-Za-z0-9]{0,31});|#(\d{1,7});|#[xX]([0-9A-Fa-f]{1,6});)?|<(?![A-Za-z_/!?])")
OF_XML = frozenset(("amp", "lt", "gt", "quot", "apos"))
OPENS = re.compile(r"(?:<([\w:.-]{1,60})>\s{0,9})?<!\[CDATA\[")
# Where a text ends. One that never does is over where its element ends or the next item begins.
OWN_END = r"</(?:wp|content|excerpt|dc):\w{1,40}>(?=\s{0,40}<(?:/item>|/?wp:|excerpt:|content:|dc:|category ))"
NEXT_ITEM = r"</item>(?=\s{1,40}<item>\s{0,40}<title>[^\0]{0,3000}?<dc:creator>)"
MISSED_END = re.compile(rf"{OWN_END}|{NEXT_ITEM}")
# Without one of these there is none. Looking for them is many times quicker than looking for the expression.
NEEDED = ("</wp:", "</content:", "</excerpt:", "</dc:", "</item>")
# Texts that may hold the end mark themselves, such as scripts; older versions did not split it.
LONG = re.compile(r"(?:.*:)?(?:encoded|meta_value|comment_content)")
HELD = 4000  # characters that are looked at together with what follows


class Cleaned:
    """A file to read from, in UTF-8, and `mended`: how often something was repaired. Raises `Unreadable` for a DTD."""

    def __init__(self, stream: BinaryIO) -> None:
        self.mended: Counter[str] = Counter()
        self._chunks = self._without_end_marks(from_its_beginning(decoded(stream, self.mended)))
        self._rest = b""

    def read(self, size: int = CHUNK) -> bytes:
        while len(self._rest) < size:
            chunk = next(self._chunks, None)
            if chunk is None:
                break
            self._rest += chunk.encode()
        data, self._rest = self._rest[:size], self._rest[size:]
        return data

    def _without_end_marks(self, chunks: Iterable[str]) -> Iterator[str]:
        """Tags and loose texts with what is bare in them written out; texts in CDATA as they are, to their true end."""
        text, tag = "", None
        for chunk in self._and_a_last(chunks):
            last = chunk is None
            text += chunk or ""
            reach = len(text) if last else len(text) - HELD
            at = 0
            while at < reach or (last and at < len(text)):
                if tag is None:
                    found = OPENS.search(text, at)
                    if found is None or found.start() >= reach:
                        cut = reach if last else _before_a_tag(text, at, reach)
                        yield LOOSE.sub(self._written_out, text[at:cut])
                        at = cut
                        break
                    yield LOOSE.sub(self._written_out, text[at : found.start()]) + found[0]
                    tag, at = found[1] or "", found.end()
                else:
                    start, end = _end(text, at)
                    if start >= reach:
                        yield text[at : max(at, reach)]
                        at = max(at, reach)
                        break
                    at, tag, said = self._at_an_end(text, at, start, end, tag)
                    yield said
            text = text[at:]
        if tag is not None:
            self.mended["texts without an end"] += 1

    def _at_an_end(self, text: str, at: int, start: int, end: int, tag: str) -> tuple[int, str | None, str]:
        """How far it is read, the tag whose text goes on, and what is handed on."""
        before, mark = text[at:start], text[start:end]
        if mark != "]]>":
            self.mended["texts without an end"] += 1
            return start, None, f"{before}]]></{tag}>" if tag and mark == "</item>" else f"{before}]]>"
        if LONG.fullmatch(tag) and not re.match(
            rf"\s{{0,40}}(?:</{re.escape(tag)}|<!\[CDATA\[|\Z)", text[end : end + 150]
        ):
            self.mended["marks of an end within a text"] += 1
            return end, tag, f"{before}]]]]><![CDATA[>"
        return end, None, f"{before}]]>"

    @staticmethod
    def _and_a_last(chunks: Iterable[str]) -> Iterator[str | None]:
        yield from chunks
        yield None

    def _written_out(self, loose: re.Match[str]) -> str:
        name, decimal, hexadecimal = loose.groups()
        if loose[0] == "<":
            return "&lt;"
        if decimal or hexadecimal:
            number = int(decimal) if decimal else int(hexadecimal, 16)
            return loose[0] if _is_allowed(number) else ""
        if name in OF_XML:
            return loose[0]
        sign = html.entities.html5.get(f"{name};", "") if name else ""
        return sign.replace("&", "&amp;").replace("<", "&lt;") or f"&amp;{loose[0][1:]}"


def _end(text: str, at: int) -> tuple[int, int]:
    """Where the text that began before ends, and where its mark does; the end of all of it when that is not there."""
    found = text.find("]]>", at)
    end = len(text) if found < 0 else found
    if any(text.find(one, at, end) >= 0 for one in NEEDED) and (missed := MISSED_END.search(text, at, end)):
        return missed.span()
    return end, end + 3


def _before_a_tag(text: str, start: int, end: int) -> int:
    """Where to part a text so that no entity and no bracket is parted."""
    loose = max(text.rfind("&", max(start, end - 40), end), text.rfind("<", max(start, end - 40), end))
    return loose if loose > start else end


def _is_allowed(number: int) -> bool:
    return (
        0x20 <= number <= 0xD7FF or number in (9, 10, 13) or 0xE000 <= number <= 0xFFFD or 0x10000 <= number <= 0x10FFFF
    )
