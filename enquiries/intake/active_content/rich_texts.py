"""RTF (Rich Text Format specification 1.9.1): objects, templates and fields, however they are written."""

import re

from enquiries.intake.active_content.fields import Fields
from enquiries.intake.active_content.packages import TooMuch
from enquiries.intake.active_content.paths import leads_elsewhere
from enquiries.intake.cv_kinds.eicar import EICAR
from enquiries.intake.cv_kinds.kinds import Kind

TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?[ ]?"
    rb"|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<sign>.)|(?P<brace>[{}])|(?P<text>[^\\{}]+)",
    re.DOTALL,
)
MOST_TOKENS = 500_000
OBJECT = "obj"
# Bytes that are no text may follow, in which readers look for nothing: there, every object is one.
RAW, RAW_OBJECT = "bin", re.compile(rb"\\obj", re.IGNORECASE)
PATHS = {"template", "nextfile", "file"}
INSTRUCTION = "fldinst"
NO_HEX = re.compile(r"[^0-9a-f]")


def found(content: bytes) -> Kind | None:
    """What is in the text. Raises `TooMuch` for one that has more signs than a book."""
    reading = Reading()
    for number, token in enumerate(TOKEN.finditer(content)):
        if number > MOST_TOKENS:
            raise TooMuch
        if reading.takes(token):
            break
    return reading.result(is_raw_object=reading.is_raw and bool(RAW_OBJECT.search(content)))


class Reading:
    """What is known of a text as far as it is read: its groups, one inside another, and the words of each that counts."""

    def __init__(self) -> None:
        self.is_raw = False
        self._has_object = False
        self._is_fetching = False
        self._fields = Fields()
        self._groups: list[str] = [""]
        self._paths: list[str] = []
        self._words: list[str] = []
        self._fallback, self._skip = 1, 0

    def takes(self, token: re.Match[bytes]) -> bool:
        """Reads on; true once nothing worse can come."""
        if word := token["word"]:
            self._control(word.decode().lower(), int(token["number"] or 0))
        elif token["brace"]:
            self._brace(token["brace"] == b"{")
        else:
            self._said(_plain(token))
        return self._has_object

    def result(self, *, is_raw_object: bool) -> Kind | None:
        if self._has_object or is_raw_object:
            return Kind.EMBEDDED
        words = "".join(self._words)
        if EICAR.decode() in words or EICAR.hex() in NO_HEX.sub("", words.lower()):
            return Kind.VIRUS
        return Kind.FETCHING if self._is_fetching or self._fields.found else None

    def _control(self, word: str, number: int) -> None:
        self._has_object |= word.startswith(OBJECT)
        self.is_raw |= word == RAW
        if word == INSTRUCTION:
            self._fields.begin()
        if word == INSTRUCTION or word in PATHS:
            self._groups[-1], self._paths = word, []
        if word == "uc":
            self._fallback = min(max(number, 0), 16)
        if word == "u":
            self._said(chr(number % 0x10000))
            self._skip = self._fallback

    def _brace(self, opens: bool) -> None:
        self._skip = 0
        if opens:
            self._groups.append("")
            return
        kind = self._groups.pop() if len(self._groups) > 1 else ""
        if kind == INSTRUCTION:
            self._fields.end()
        elif kind in PATHS:
            self._is_fetching |= leads_elsewhere("".join(self._paths))

    def _said(self, text: str) -> None:
        text, self._skip = text[self._skip :], max(0, self._skip - len(text))
        self._words.append(text)
        self._paths.append(text)
        self._fields.text(text)


def _plain(token: re.Match[bytes]) -> str:
    """Line breaks in the file are none of the text."""
    if token["hex"]:
        return chr(int(token["hex"], 16))
    if token["sign"]:
        return token["sign"].decode("latin-1") if token["sign"] in b"\\{}" else ""
    return token["text"].decode("latin-1").replace("\r", "").replace("\n", "")
