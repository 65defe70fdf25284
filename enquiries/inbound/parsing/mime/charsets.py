"""Bytes into text, whatever their label says."""

import codecs
import re

# The names of the web (https://encoding.spec.whatwg.org/#names-and-labels) where Python takes a narrower table.
WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
}
OTHER_LABELS = {"iso-8859-8-i": "iso8859-8", "x-sjis": "shift_jis", "x-gbk": "gbk", "ks_c_5601-1987": "euc_kr"}
# Text that looks like something else to whatever reads it next (UTF-7), or that is no text.
NEVER = {"utf-7", "unicode-escape", "unicode_escape", "raw-unicode-escape", "raw_unicode_escape", "idna", "punycode"}
MULTIBYTE = re.compile(r"utf-(?:16|32)|gb18030|hz|big5|cp9\d\d|euc|iso2022|johab|shift")
JAPANESE = b"\x1b$"
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff]")
NEW_LINE = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def text_of(data: bytes, label: str = "") -> str:
    """The text of `data`, with line breaks as `\\n` and without the control characters that no database keeps.

    UTF-8 proves itself, so it goes before a label for single bytes; what is neither is taken for windows-1252.
    """
    return tidied(_decoded(data, codec(label)))


def tidied(text: str) -> str:
    return CONTROL.sub("", NEW_LINE.sub("\n", text))


def codec(label: str) -> str:
    """The codec of a label, by its name in Python; empty for one that nobody should follow."""
    label = label.strip("\"' \t").lower()
    try:
        name = codecs.lookup(OTHER_LABELS.get(label, label)).name
        "".encode(name)
    except (LookupError, ValueError):
        return ""
    return "" if name in NEVER else WIDER.get(name, name)


def _decoded(data: bytes, name: str) -> str:
    if not name and JAPANESE in data:
        name = "iso2022_jp_2"
    for each in (name, "utf-8") if MULTIBYTE.match(name) else ("utf-8",):
        try:
            return data.decode(each)
        except UnicodeError:
            continue
    return data.decode(name or "utf-8", "enquiries.as_windows")


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """What is not of the encoding, as most mail programs show it."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("enquiries.as_windows", _as_windows)
