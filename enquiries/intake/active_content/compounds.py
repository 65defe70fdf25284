"""Word's older documents, which are compound files ([MS-CFB], [MS-DOC], [MS-OVBA])."""

import re
import struct
from collections.abc import Iterator

from enquiries.intake.active_content.fields import is_active
from enquiries.intake.active_content.paths import leads_elsewhere
from enquiries.intake.cv_kinds.compound_files import ENTRY_BYTES, WORD
from enquiries.intake.cv_kinds.kinds import Kind

NAMES = {
    "macros": Kind.MACROS,
    "vba": Kind.MACROS,
    "_vba_project": Kind.MACROS,
    "_vba_project_cur": Kind.MACROS,
    "\3vbframe": Kind.MACROS,
    "\1ole10native": Kind.EMBEDDED,
    "\3objinfo": Kind.EMBEDDED,
    "\3linkinfo": Kind.EMBEDDED,
    "\3ocxname": Kind.EMBEDDED,
    "\3ocxdata": Kind.EMBEDDED,
    "equation native": Kind.EMBEDDED,
}
STORAGE, STREAM, ROOT = 1, 2, 5
END_OF_CHAIN = 0xFFFFFFFA
# Word 6 and 95 keep their macros in a table of templates, which documents have none of ([MS-DOC] 2.5.2, fDot).
WORD_95, IS_TEMPLATE = 0xA5DC, 0x0001
USES_TABLE_1 = 0x0200
FIELD = re.compile(rb"\x13([\t\x20-\x7e]{3,500})")
WIDE_FIELD = re.compile(rb"\x13\0((?:[\t\x20-\x7e]\0){3,500})")
# Where the FIB says where the strings of the document's properties are (2.5.6, fcSttbfAssoc), the second its template.
ASSOCIATED, TEMPLATE = 154 + 8 * 32, 1


def found(content: bytes) -> Kind | None:
    """What is in a Word document. Never raises, whatever the bytes are."""
    entries = dict(_entries(content))
    if kinds := [NAMES[name] for name in entries if name in NAMES]:
        return Kind.MACROS if Kind.MACROS in kinds else Kind.EMBEDDED
    word = _stream(content, entries.get(WORD.casefold(), b""))
    if _is_old_template(word):
        return Kind.MACROS
    table = _stream(content, entries.get(f"{_table(word)}table", b""))
    is_fetching = any(map(is_active, _instructions(word + b"\0" + content))) or leads_elsewhere(_template(word, table))
    return Kind.FETCHING if is_fetching else None


def _entries(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Every entry of the directory by its name in small letters, wherever it lies: sectors are multiples of an entry.

    Not by way of the directory's tree, which readers mend in different ways when it is damaged.
    """
    for at in range(512, len(content) - ENTRY_BYTES + 1, ENTRY_BYTES):
        length = int.from_bytes(content[at + 64 : at + 66], "little")
        if (
            content[at + 66] in (STORAGE, STREAM, ROOT)
            and content[at + 67] < 2
            and 4 <= length <= 64
            and not length % 2
        ):
            name = content[at : at + length - 2].decode("utf-16-le", errors="replace")
            yield name.casefold(), content[at : at + ENTRY_BYTES]


def _stream(content: bytes, entry: bytes) -> bytes:
    """The stream of an entry, sector by sector. The header's own list is enough for files as small as ours (2.2)."""
    if len(entry) < ENTRY_BYTES or len(content) < 512:
        return b""
    size = 1 << min(max(struct.unpack_from("<H", content, 30)[0], 9), 12)
    tables = struct.unpack_from("<109I", content, 76)
    (sector,) = struct.unpack_from("<I", entry, 116)
    pieces: list[bytes] = []
    while sector < END_OF_CHAIN and len(pieces) * size < len(content):
        pieces.append(content[(sector + 1) * size : (sector + 2) * size])
        sector = _next(content, tables, size, sector)
    return b"".join(pieces)


def _next(content: bytes, tables: tuple[int, ...], size: int, sector: int) -> int:
    number, place = divmod(sector, size // 4 or 1)
    at = (tables[number] + 1) * size + 4 * place if number < len(tables) else len(content)
    return int.from_bytes(content[at : at + 4], "little") if at + 4 <= len(content) else END_OF_CHAIN


def _instructions(content: bytes) -> Iterator[str]:
    yield from (match[1].decode("ascii") for match in FIELD.finditer(content))
    yield from (match[1].decode("utf-16-le") for match in WIDE_FIELD.finditer(content))


def _flags(word: bytes) -> tuple[int, int]:
    return struct.unpack_from("<H8xH", word) if len(word) >= 12 else (0, 0)


def _is_old_template(word: bytes) -> bool:
    mark, flags = _flags(word)
    return mark == WORD_95 and bool(flags & IS_TEMPLATE)


def _table(word: bytes) -> int:
    return 1 if _flags(word)[1] & USES_TABLE_1 else 0


def _template(word: bytes, table: bytes) -> str:
    """The path of the template (2.9.290, SttbfAssoc): strings, each behind its length."""
    if len(word) < ASSOCIATED + 8:
        return ""
    start, length = struct.unpack_from("<II", word, ASSOCIATED)
    strings, at = table[start : start + length], 6
    for _ in range(TEMPLATE + 1):
        size = 2 * int.from_bytes(strings[at : at + 2], "little")
        text, at = strings[at + 2 : at + 2 + size], at + 2 + size
    return text.decode("utf-16-le", errors="replace")
