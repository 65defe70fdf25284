"""The headers of a mail or a part, as they stand and in plain text.

The standard library's parser of headers raises on some that are broken, and takes minutes for others; so what it says
of RFC 2047 and RFC 2231 is asked of nobody but this module, one short value at a time.
"""

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote_to_bytes

from enquiries.inbound.parsing.mime import charsets

FIELD = re.compile(rb"([!-9;-~]+)[ \t]*:(.*(?:\n[ \t].*)*)(?:\n|\Z)")
FIELDS_BELOW = re.compile(rb"\n[!-9;-~]+[ \t]*:")
LONGEST = 1_000_000
LONGEST_VALUE = 200_000
ENCODED = re.compile(r"=\?([^?*\s]{1,60})(?:\*[^?\s]*)?\?([BbQq])\?([^?]*)\?=")
RUN = re.compile(rf"{ENCODED.pattern}(?:\s*{ENCODED.pattern})*")
PARAMETER = re.compile(r';\s*([^\s=;"]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^;]*))', re.DOTALL)
PIECE = re.compile(r"(.+?)(?:\*(\d{1,3}))?(\*)?")
ESCAPED = re.compile(r"\\(.)", re.DOTALL)


@dataclass(frozen=True)
class Headers:
    """Header fields in their order."""

    fields: tuple[tuple[str, bytes], ...] = ()

    @cached_property
    def _by_name(self) -> dict[str, list[bytes]]:
        found: dict[str, list[bytes]] = {}
        for name, value in self.fields:
            found.setdefault(name, []).append(value)
        return found

    def __contains__(self, name: str) -> bool:
        return name in self._by_name

    def names(self) -> set[str]:
        return set(self._by_name)

    def all(self, *names: str) -> Iterator[str]:
        """Every value of these fields as it stands, unfolded."""
        for name in names:
            yield from map(unfolded, self._by_name.get(name, ()))

    def raw(self, name: str) -> str:
        """The first value as it stands, unfolded; empty where there is none."""
        return next((value for value in self.all(name) if value), "")

    def text(self, name: str) -> str:
        """The first value in plain text."""
        return decoded(self.raw(name))

    def value(self, name: str) -> str:
        """What a structured field says before its parameters, in small letters."""
        return self.raw(name).partition(";")[0].strip().lower()

    def parameter(self, name: str, parameter: str) -> str:
        """A parameter of a structured field in plain text (RFC 2231, and RFC 2047 as most programs write it)."""
        return parameters(self.raw(name)).get(parameter, "")


def split(raw: bytes) -> tuple[Headers, bytes]:
    """The headers that `raw` begins with, and the body. Lines that are no field belong to the one above them."""
    section, body = _sections(raw)
    fields: list[tuple[str, bytes]] = []
    place, last = 0, max((field.start() for field in FIELDS_BELOW.finditer(section)), default=0)
    while place < len(section):
        if field := FIELD.match(section, place):
            fields.append((field[1].decode().lower(), field[2][:LONGEST_VALUE]))
            place = field.end()
        elif fields and place <= last:
            end = section.index(b"\n", place) + 1
            fields[-1] = (fields[-1][0], (fields[-1][1] + b" " + section[place:end])[:LONGEST_VALUE])
            place = end
        else:
            return Headers(tuple(fields)), section[place:] + (b"\n\n" if body else b"") + body
    return Headers(tuple(fields)), body


def _sections(raw: bytes) -> tuple[bytes, bytes]:
    """What stands above and below the first empty line; an overlong part above is cut."""
    if first := re.match(rb"\r?\n", raw):
        return b"", raw[first.end() :]
    line = re.search(rb"\n\r?\n", raw)
    above, below = (raw[: line.start() + 1], raw[line.end() :]) if line else (raw, b"")
    if len(above) > LONGEST:
        return above[: above.rfind(b"\n", 0, LONGEST) + 1] or above[:LONGEST], below
    return above, below


def unfolded(value: bytes) -> str:
    return charsets.text_of(re.sub(rb"\r?\n", b"", value)).strip()


def decoded(text: str) -> str:
    """Plain text of a value with encoded words (RFC 2047), on one line."""
    return " ".join(charsets.tidied(RUN.sub(_of_run, text)).split())


def _of_run(run: re.Match[str]) -> str:
    """Words beside each other are put together before they are decoded, since some programs part a letter's bytes."""
    said, data, label = "", b"", ""
    for word in ENCODED.finditer(run[0]):
        if word[1].lower() != label:
            said, data, label = said + charsets.text_of(data, label), b"", word[1].lower()
        data += _of_word(word[2].lower(), word[3])
    return said + charsets.text_of(data, label)


def _of_word(encoding: str, text: str) -> bytes:
    if encoding == "q":
        return binascii.a2b_qp(text.encode(), header=True)
    signs = re.sub(r"[^A-Za-z0-9+/]", "", text)
    signs = signs[: len(signs) - 1] if len(signs) % 4 == 1 else signs
    return binascii.a2b_base64(signs + "=" * (-len(signs) % 4))


def parameters(value: str) -> dict[str, str]:
    """All parameters of a structured value, those in pieces put together."""
    pieces: dict[str, dict[int, tuple[str, bool]]] = {}
    for found in PARAMETER.finditer(value[:10_000]):
        if part := PIECE.fullmatch(found[1].lower()):
            text = ESCAPED.sub(r"\1", found[2]) if found[2] is not None else found[3].strip()
            pieces.setdefault(part[1], {}).setdefault(int(part[2] or 0), (text, bool(part[3])))
    return {name: _together([piece for _number, piece in sorted(found.items())]) for name, found in pieces.items()}


def _together(pieces: list[tuple[str, bool]]) -> str:
    if not any(is_encoded for _text, is_encoded in pieces):
        return decoded("".join(text for text, _is_encoded in pieces))
    label, _, rest = pieces[0][0].partition("'")
    first = (rest.partition("'")[2], True) if pieces[0][1] and "'" in rest else pieces[0]
    data = b"".join(
        unquote_to_bytes(text) if is_encoded else text.encode() for text, is_encoded in (first, *pieces[1:])
    )
    return charsets.text_of(data, label)
