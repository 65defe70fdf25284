"""A mail taken apart into its parts (RFC 2046).

The standard library's parser reads line by line: 10 MB of line breaks take it six seconds, a million parts half a
minute, and parts nested 300 deep are a `RecursionError`. Here every boundary is looked up at once, and there are bounds.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from enquiries.inbound.parsing.mime import charsets, transfers
from enquiries.inbound.parsing.mime.headers import Headers, split

DEEPEST = 20
MOST_PARTS = 300
TYPE = re.compile(r"[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+")
# What the parts of a digest are that have no headers (RFC 2046, section 5.1.5).
DIGESTED = b"Content-Type: message/rfc822\n"
# What stands above the headers of a mail out of a mailbox file, or one that passed through careless hands.
ABOVE = re.compile(rb"(?:\xef\xbb\xbf)?(?:[ \t]*\r?\n)*(?:>?From [^\n]*\n)?")
META = re.compile(rb"<meta\b[^>]{0,200}?charset\s*=\s*[\"']?([\w:.-]{1,40})", re.IGNORECASE)
GUESSED_BOUNDARY = re.compile(rb"(?:\A|\n)--([^\s-][^\r\n]{0,200}?)[ \t]*\r?\n(?=Content-)", re.IGNORECASE)


@dataclass(frozen=True)
class Part:
    """One part. A multipart has `parts` and no content of its own; `is_rest` is what the bounds left as it came."""

    headers: Headers
    body: bytes
    parts: tuple["Part", ...] = ()
    is_rest: bool = False

    @cached_property
    def content_type(self) -> str:
        """What it says that it is; text where that is nothing that could be (RFC 2045, section 5.2)."""
        said = self.headers.value("content-type")
        return said if TYPE.fullmatch(said) else "text/plain"

    @cached_property
    def content(self) -> bytes:
        encoding = self.headers.value("content-transfer-encoding")
        return transfers.content(self.body, encoding, is_text=self.content_type.startswith("text/"))

    @cached_property
    def label(self) -> str:
        """The encoding that it names; HTML may do so within."""
        said = self.headers.parameter("content-type", "charset")
        within = META.search(self.content, 0, 5000) if not said and self.content_type == "text/html" else None
        return within[1].decode() if within else said

    def text(self, longest: int) -> str:
        """Its text, of which no more than the first `longest` bytes are read."""
        return charsets.text_of(self.content[:longest], self.label)

    def walk(self) -> Iterator["Part"]:
        """This part and all beneath it, in their order."""
        yield self
        for part in self.parts:
            yield from part.walk()


def take_apart(raw: bytes) -> Part:
    """The mail as a tree: never deeper than `DEEPEST`, of about `MOST_PARTS` parts, with the rest as parts of their own."""
    raw = raw[ABOVE.match(raw).end() :]  # type: ignore[union-attr] # it matches nothing, too
    if b"\n" not in raw:
        raw = raw.replace(b"\r", b"\n")
    return _Splitter().part(raw, 0)


class _Splitter:
    def __init__(self) -> None:
        self.left = MOST_PARTS

    def part(self, raw: bytes, depth: int) -> Part:
        headers, body = split(raw)
        part = Part(headers, body)
        if not part.content_type.startswith("multipart/"):
            return part
        if depth >= DEEPEST or self.left <= 0:
            return Part(headers, body, is_rest=True)
        pieces, rest = _pieces(body, _boundary(part), self.left)
        self.left -= len(pieces)
        default = DIGESTED if part.content_type == "multipart/digest" else b""
        parts = [self.part(default * (piece[:1] in b"\r\n") + piece, depth + 1) for piece in pieces]
        return Part(headers, body, (*parts, *(Part(Headers(), each, is_rest=True) for each in rest)))


def _boundary(part: Part) -> bytes:
    said = part.headers.parameter("content-type", "boundary").rstrip()
    if said and b"--" + said.encode() in part.body:
        return said.encode()
    found = GUESSED_BOUNDARY.search(part.body, 0, 100_000)
    return found[1] if found else b""


def _pieces(body: bytes, boundary: bytes, most: int) -> tuple[list[bytes], list[bytes]]:
    """What stands between the lines of the boundary; and the rest, where there is more than may be."""
    body = b"\n" + body
    pieces: list[bytes] = []
    begin: int | None = None
    delimiter = re.compile(rb"\n--" + re.escape(boundary) + rb"(--)?[ \t]*+(?=\r?\n|\Z)")
    for line in delimiter.finditer(body) if boundary else ():
        if begin is not None:
            pieces.append(body[begin : line.start()].removesuffix(b"\r"))
        begin = None if line[1] else body.find(b"\n", line.end()) + 1 or len(body)
        if begin is not None and len(pieces) >= most:
            return pieces, [body[begin:]]
        if line[1]:
            break
    return pieces if begin is None else [*pieces, body[begin:]], []
