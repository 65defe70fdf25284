"""Files that browsers save: under which name."""

import re
import unicodedata
from urllib.parse import quote

from anyascii import anyascii

LONGEST = 60
BREAKS = ("Cc", "Zl", "Zp")
UNSEEN = ("Cf", "Cs")
# What some system reads as a path, a pattern or a stream.
RESERVED = re.compile(r'[\\/:*?"<>|]')
NOT_FALLBACK = re.compile(r'[^ -~]|["%;\\/:*?<>|]')


def file_name(words: str) -> str:
    """The words as the name of a file on any system, without an ending; empty if nothing is left of them."""
    seen = "".join(map(_seen, unicodedata.normalize("NFC", words)))
    return " ".join(RESERVED.sub(" ", seen).split())[:LONGEST].strip(" .-~")


def disposition(name: str) -> str:
    """The header `Content-Disposition` of a file to save: its name, and one of ASCII for those who read no other.

    RFC 6266, section 4.3 and appendix D.
    """
    fallback = " ".join(NOT_FALLBACK.sub("", anyascii(name)).split())
    header = f'attachment; filename="{fallback}"'
    return header if fallback == name else f"{header}; filename*=UTF-8''{quote(name, safe='')}"


def _seen(sign: str) -> str:
    category = unicodedata.category(sign)
    return " " if category in BREAKS else "" if category in UNSEEN else sign
