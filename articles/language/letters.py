"""Letters as searches compare them."""

import re
import unicodedata
from functools import lru_cache

from articles.lib.typed_text import INVISIBLE

# Letters of their own, for which people without them on their keyboard write others.
WRITTEN_AS = {"æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ŋ": "ng", "ĸ": "k", "ı": "i", "ȷ": "j", "ə": "e"}
WITH_A_MARK = re.compile(r"LATIN SMALL LETTER ([A-Z]) WITH ")


def plain(text: str) -> str:
    """`text` in lower case, without accents, strokes and invisible signs, its ligatures written out."""
    decomposed = unicodedata.normalize("NFKD", INVISIBLE.sub("", text).casefold()).casefold()
    return "".join(_plain(sign) for sign in decomposed if not unicodedata.combining(sign))


@lru_cache(maxsize=5_000)
def _plain(letter: str) -> str:
    """Unicode decomposes é into two signs and leaves ł and ø whole, but their names say which letter carries the mark."""
    marked = WITH_A_MARK.match(unicodedata.name(letter, ""))
    return WRITTEN_AS.get(letter) or (marked[1].lower() if marked else letter)
