"""The bytes of an export as text, from its first element on, whatever wrote them and whatever stands before."""

import codecs
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import BinaryIO
from zipfile import BadZipFile

from articles.importing.posts import Unreadable

CHUNK = 1 << 18
MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# Only encodings of text; Python would also “decode” what is packed. Western ones are read byte by byte (`ESCAPED`).
DECLARED = re.compile(
    rb"<\?xml[^>]{0,200}?encoding=[\"'](windows-125[013-8]|iso-8859-(?:[2-9]|1[0-6])|koi8-[ru]|gb2312|gbk|gb18030|big5|euc-jp|euc-kr|shift_jis)[\"']",
    re.IGNORECASE,
)
# Bytes that are no UTF-8, as Python keeps them; most are of Windows.
ESCAPED = re.compile("[\udc80-\udcff]+")
# Characters that no XML may hold (XML 1.0, production 2).
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
BEGINNING = re.compile(r"<rss\b")
DECLARES = re.compile(r"<!\s{0,20}(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)", re.IGNORECASE)
LONGEST_BEGINNING = 1 << 20


def decoded(stream: BinaryIO, mended: Counter[str]) -> Iterator[str]:
    """The text without what XML forbids; `mended` counts what was repaired."""
    head = _next(stream, mended)
    encoding = _encoding(head)
    errors = "surrogateescape" if encoding == "utf-8" else "replace"
    decoder = codecs.getincrementaldecoder(encoding)(errors=errors)
    while head:
        yield _mended(decoder.decode(head), mended)
        head = _next(stream, mended)
    yield _mended(decoder.decode(b"", final=True), mended)


def from_its_beginning(chunks: Iterable[str]) -> Iterator[str]:
    """From the first element on; what stands before it has done its work, or is an error of a plug-in.

    Raises `Unreadable` for declarations of entities, and for what is no export.
    """
    head, begins, rest = "", None, iter(chunks)
    while begins is None and len(head) < LONGEST_BEGINNING and (chunk := next(rest, None)) is not None:
        head += chunk
        begins = BEGINNING.search(head)
    if DECLARES.search(head[: begins.start() if begins else len(head)]):
        raise Unreadable(
            "The file declares entities of its own (a DOCTYPE). No export of WordPress does, so it is not read."
        )
    if begins is None:
        raise Unreadable("The file is no export of WordPress: it has no <rss> in it.")
    yield head[begins.start() :]
    yield from rest


def _next(stream: BinaryIO, mended: Counter[str]) -> bytes:
    """What follows; nothing where an archive is damaged or cut off."""
    try:
        return stream.read(CHUNK)
    except (BadZipFile, zlib.error, EOFError, OSError):
        mended["places at which the archive is damaged, so that it ends there"] += 1
        return b""


def _encoding(head: bytes) -> str:
    """UTF-8, as WordPress writes it whatever it says; another only where the mark or the text itself shows it."""
    if marked := next((name for mark, name in MARKS if head.startswith(mark)), ""):
        return marked
    declared = DECLARED.search(head)
    return declared[1].decode().lower() if declared and not _is_utf_8(head) else "utf-8"


def _is_utf_8(head: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return True


def _mended(text: str, mended: Counter[str]) -> str:
    if not text.isascii():
        text = ESCAPED.sub(lambda found: _as_windows_wrote_it(found[0], mended), text)
    text, count = FORBIDDEN.subn("", text)
    if count:
        mended["characters that XML forbids"] += count
    return text


def _as_windows_wrote_it(escaped: str, mended: Counter[str]) -> str:
    mended["bytes of another encoding"] += len(escaped)
    return escaped.encode("utf-8", "surrogateescape").decode("cp1252", "replace")
