"""The bytes of an upload as text, or why they are no CSV file."""

import codecs

LARGEST = 20 * 2**20
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# What people upload instead, by its first bytes, and what they can do about it.
OTHERS = (
    (b"PK\x03\x04", "This is an Excel workbook or a ZIP file. Open it and save it as “CSV UTF-8”, then upload that."),
    (b"\xd0\xcf\x11\xe0", "This is an older Excel workbook. Open it and save it as “CSV UTF-8”, then upload that."),
    (b"%PDF", "This is a PDF. Export the entries as CSV instead."),
    (b"{", "This is JSON. Export the entries as CSV instead."),
    (b"[{", "This is JSON. Export the entries as CSV instead."),
    (b"<", "This is a web page or an XML file. Export the entries as CSV instead."),
)
NUL = "\x00"


class Unreadable(ValueError):
    """The file holds no entries that can be read; the message is a sentence for whoever uploaded it."""


def decoded(content: bytes) -> str:
    """The text, by its byte order mark; without one UTF-8, or else what Windows writes. Raises `Unreadable`."""
    if len(content) > LARGEST:
        raise Unreadable("This file is larger than 20 MB. Export the entries in parts, for instance a year at a time.")
    beginning = content.removeprefix(codecs.BOM_UTF8).lstrip()
    for sign, sentence in OTHERS:
        if beginning.startswith(sign):
            raise Unreadable(sentence)
    text = _text(content).replace("\r\n", "\n").replace("\r", "\n")
    if NUL in text:
        line = text[: text.index(NUL)].count("\n") + 1
        raise Unreadable(f"Line {line:,} holds a sign that no text has (NUL). Export the entries anew.")
    if not text.strip():
        raise Unreadable("There is nothing in this file.")
    return text


def _text(content: bytes) -> str:
    try:
        if content.startswith(UTF_16):
            return content.decode("utf-16")
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
