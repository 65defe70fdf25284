"""The words of RTF (Rich Text Format specification 1.9.1)."""

import codecs
import re
from dataclasses import dataclass, replace

from enquiries.intake.active_content.packages import TooMuch
from enquiries.intake.active_content.rich_texts import MOST_TOKENS, RAW, TOKEN
from enquiries.previews.blocks import Writer

SIGNS = {
    "tab": "\t", "line": "\n", "bullet": "•", "endash": "–", "emdash": "—", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "emspace": " ", "enspace": " ", "qmspace": " ",
}  # fmt: skip
ESCAPED = {"~": "\xa0", "_": "\u2011", "\\": "\\", "{": "{", "}": "}"}
PARAGRAPHS = {"par", "sect", "page", "nestcell"}
# Groups that are no text of the document.
SKIPPED = {
    "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "fldinst", "filetbl", "revtbl", "annotation", "atnid",
    "atnauthor", "sp", "xe", "tc", "private", "nonshppict", "template",
}  # fmt: skip
LIST_SIGNS = {"listtext", "pntext"}
# Starred groups are passed over by whoever does not know them; a text box we know.
KNOWN_THOUGH_STARRED = {"shpinst"}
PAGES_OF_CODES = re.compile(r"[0-9]{2,5}")


@dataclass(frozen=True)
class _Group:
    is_skipped: bool = False
    is_hidden: bool = False
    fallback: int = 1  # how many signs stand in for one of Unicode


def read(content: bytes, writer: Writer) -> None:
    """Raises `TooMuch` for more signs than a book has, and `Enough`."""
    reading = Reading(writer)
    try:
        _read(content, reading)
    finally:  # what was read before there was enough is shown
        reading.close()


def _read(content: bytes, reading: "Reading") -> None:
    at = 0
    for _number in range(MOST_TOKENS):
        token = TOKEN.match(content, at)
        if token is None:
            break
        at = token.end()
        if token["word"] == RAW.encode():
            at += max(int(token["number"] or 0), 0)
        else:
            reading.takes(token)
    else:
        raise TooMuch


class Reading:
    """What is known as far as it is read: groups, one inside another, the open paragraph, the rows of the open table."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._groups = [_Group()]
        self._codec = "cp1252"
        self._bytes = b""
        self._left_out = 0
        self._is_starred = self._is_in_table = False
        self._style = ""
        self._cells: list[str] = []
        self._rows: list[list[str]] = []
        self._words: list[str] = []

    def takes(self, token: re.Match[bytes]) -> None:
        """Reads on. Raises `Enough`."""
        if token["hex"]:
            self._byte(int(token["hex"], 16))
            return
        self._flush()
        if word := token["word"]:
            self._control(word.decode(), int(token["number"]) if token["number"] else None)
        elif token["brace"]:
            self._brace(token["brace"] == b"{")
        elif sign := token["sign"]:
            self._sign(sign.decode("latin-1"))
        else:
            self._say(token["text"].decode(self._codec, "replace").replace("\r", "").replace("\n", ""))

    def close(self) -> None:
        """Ends what is open."""
        self._flush()
        self._paragraph()
        self._table()

    def _control(self, word: str, number: int | None) -> None:
        if self._is_starred or word in SKIPPED:
            self._change(is_skipped=self._groups[-1].is_skipped or word not in KNOWN_THOUGH_STARRED)
            self._is_starred = False
        if word in LIST_SIGNS:
            self._change(is_skipped=True)
            self._style = "item"
        elif word == "ansicpg":
            self._codec = _codec(number)
        elif word == "uc":
            self._change(fallback=min(max(number or 0, 0), 16))
        elif word == "u":
            self._unicode(number or 0)
        elif word == "v":
            self._change(is_hidden=number != 0)
        elif not self._groups[-1].is_skipped:
            self._layout(word)

    def _layout(self, word: str) -> None:
        if word in SIGNS:
            self._say(SIGNS[word])
        elif word in PARAGRAPHS:
            self._paragraph()
        elif word == "pard":
            self._style, self._is_in_table = "", False
        elif word == "intbl":
            self._is_in_table = True
        elif word == "outlinelevel":
            self._style = "heading"
        elif word == "cell":
            self._cells.append("".join(self._words).strip())
            self._words = []
        elif word == "row":
            self._rows.append(self._cells)
            self._cells = []

    def _brace(self, opens: bool) -> None:
        self._left_out, self._is_starred = 0, False
        if opens:
            self._groups.append(self._groups[-1])
        elif len(self._groups) > 1:
            self._groups.pop()

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._is_starred = True
        elif sign in "\r\n":
            self._paragraph()
        else:
            self._say(ESCAPED.get(sign, ""))

    def _byte(self, value: int) -> None:
        if self._left_out:
            self._left_out -= 1
        else:
            self._bytes += bytes([value])

    def _flush(self) -> None:
        """Some codes write a sign with two bytes."""
        if self._bytes:
            text, self._bytes = self._bytes.decode(self._codec, "replace"), b""
            self._say(text)

    def _unicode(self, number: int) -> None:
        """Signs beyond the first 65,536 come as two halves."""
        self._say(chr(number % 0x10000))
        self._left_out = self._groups[-1].fallback

    def _say(self, text: str) -> None:
        text, self._left_out = text[self._left_out :], max(0, self._left_out - len(text))
        group = self._groups[-1]
        if text and not group.is_skipped and not group.is_hidden:
            self._words.append(text)
            self._writer.count(text)

    def _change(self, **changed: bool | int) -> None:
        self._groups[-1] = replace(self._groups[-1], **changed)  # type: ignore[arg-type]

    def _paragraph(self) -> None:
        if self._is_in_table:
            self._words.append("\n")
            return
        text, self._words = _whole("".join(self._words)), []
        if text.strip():
            self._table()
            self._writer.add(text, self._style)

    def _table(self) -> None:
        if self._rows:
            rows, self._rows = self._rows, []
            self._writer.add_table([_whole(cell) for cell in row] for row in rows)


def _whole(text: str) -> str:
    """With halves of signs joined; half of one alone is none."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _codec(number: int | None) -> str:
    try:
        return codecs.lookup(f"cp{number}").name
    except LookupError:
        return "cp1252"
