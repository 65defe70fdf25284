"""The end of an address, made of a title or name in any script."""

import re
import unicodedata

from anyascii import anyascii
from django.utils.text import slugify

from articles.lib.visible import without_unseen

# Signs that are part of a name. Elsewhere they are left out, as in every address that was made before.
NAMED = (
    (re.compile(r"(?<=[A-Za-z])(?:\+{2,}|\+(?!\w))"), lambda signs: " plus" * len(signs[0]) + " "),
    (re.compile(r"(?<=[A-Za-z])[#♯](?!\w)"), lambda _: " sharp "),
    (re.compile(r"(?<![\w.])\.(?=[A-Za-z])"), lambda _: " dot "),
    (re.compile(r"(?<=\w)&(?=\w)"), lambda _: " and "),
)


def slug(text: str) -> str:
    """Lower-case ASCII letters, digits and hyphens; empty where the text has nothing that can be said.

    “C++ / C#” is `c-plus-plus-c-sharp`. Letters of other scripts are written as they sound. A text of nothing but
    pictographs is called after them.
    """
    text = without_unseen(text)
    for sign, words in NAMED:
        text = sign.sub(words, text)
    said = slugify("".join(map(_in_latin, unicodedata.normalize("NFC", text))))
    return said or slugify(anyascii(text).replace(":", " "))  # a pictograph is “:rocket:”


def _in_latin(sign: str) -> str:
    """A letter or digit that would be lost; what has no sound is left to `slugify`."""
    is_lost = not unicodedata.normalize("NFKD", sign).encode("ascii", "ignore")
    return anyascii(sign) if is_lost and unicodedata.category(sign)[0] in "LMN" else sign
