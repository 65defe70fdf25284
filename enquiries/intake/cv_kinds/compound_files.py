"""Compound files: Word 6 to 2003, what Office encrypts, and what else is kept in them ([MS-CFB], [MS-DOC])."""

import struct

from enquiries.intake.cv_kinds.kinds import Kind

MAGIC = bytes.fromhex("d0cf11e0a1b11ae1")
ENTRY_BYTES = 128
NAME_BYTES = 64
OTHERS = {
    "EncryptedPackage": Kind.PROTECTED,  # a DOCX with a password ([MS-OFFCRYPTO] 2.3.4)
    "__nameid_version1.0": Kind.EMAIL,  # a mail that Outlook saved; it may have a Word document inside
}
WORD = "WordDocument"
AFTER_WORD = {"Workbook": Kind.OTHER_OFFICE, "Book": Kind.OTHER_OFFICE, "PowerPoint Document": Kind.OTHER_OFFICE}
WORD_MARKS = (0xA5EC, 0xA5DC)  # Word 97 and later; Word 6 and 95
IS_ENCRYPTED = 0x0100


def kind_of(content: bytes) -> Kind:
    """What is in a file that begins as a compound file."""
    for name, kind in OTHERS.items():
        if _entry(content, name):
            return kind
    if WORD.encode("utf-16-le") in content:
        return Kind.PROTECTED if _is_encrypted_word(content) else Kind.DOC
    return next((kind for name, kind in AFTER_WORD.items() if _entry(content, name)), Kind.UNKNOWN)


def has_entry(content: bytes, name: str) -> bool:
    """Whether the directory names such a part."""
    return bool(_entry(content, name))


def _entry(content: bytes, name: str) -> bytes:
    """The directory's entry of this name ([MS-CFB] 2.6.1); nothing where the name only occurs in somebody's text."""
    wanted = name.encode("utf-16-le").ljust(NAME_BYTES, b"\0") + struct.pack("<H", 2 * len(name) + 2)
    at = content.find(wanted)
    while at >= 0 and at % ENTRY_BYTES:
        at = content.find(wanted, at + 1)
    return content[at : at + ENTRY_BYTES] if at >= 0 else b""


def _is_encrypted_word(content: bytes) -> bool:
    """What the first bytes of the document say ([MS-DOC] 2.5.2)."""
    entry = _entry(content, WORD)
    if len(entry) < ENTRY_BYTES:
        return False
    (shift,) = struct.unpack_from("<H", content, 30)
    (sector,) = struct.unpack_from("<I", entry, 116)
    start = (sector + 1) << min(shift, 12)
    beginning = content[start : start + 12]
    if len(beginning) < 12:
        return False
    mark, flags = struct.unpack_from("<H8xH", beginning)
    return mark in WORD_MARKS and bool(flags & IS_ENCRYPTED)
