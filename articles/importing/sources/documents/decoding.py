"""Bytes as text, in the encoding that they say, or else in the one that they most likely are in."""

import codecs
import re

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
BEGINNING = 4096  # where a page says it
WIDE = 0.3  # of the bytes; text of two bytes a letter without a mark is a third zeros or more
# By the standard of the web these names all mean the encoding of Windows (WHATWG Encoding, section 4.2).
WINDOWS = frozenset({"iso8859-1", "ascii", "iso-8859-1", "latin-1", "cp1252"})


def decoded(data: bytes) -> str:
    """The text without its mark: by its mark, as UTF-8 where it is that, as it says, as Windows writes it."""
    for mark, name in MARKS:
        if data.startswith(mark):
            return data.decode(name, errors="replace").removeprefix("\ufeff")
    if data[:BEGINNING].count(0) > WIDE * len(data[:BEGINNING]):
        return data.decode("utf-16-be" if data[0] == 0 else "utf-16-le", errors="replace")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode(_declared(data), errors="replace")


def _declared(data: bytes) -> str:
    """What the page says, where Python knows it and it can be: not UTF-8, since that was tried, nor one of two bytes."""
    found = DECLARED.search(data[:BEGINNING])
    try:
        name = codecs.lookup(found[1].decode()).name if found else "cp1252"
    except LookupError:
        return "cp1252"
    return "cp1252" if name in WINDOWS or name.startswith("utf") else name
