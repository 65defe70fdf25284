"""By what a form entry is known again: keyed hashes, so that nobody without the key can try addresses against them.

Three, because an export never looks the same twice. The whole row knows it under another mapping, who wrote what when
in an export with other columns, and its number once the plug-in changed its words.
"""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from django.conf import settings
from django.utils.crypto import salted_hmac

SALT = "enquiries.importing"
# By today's key first, then by those that still count.
type Hashes = tuple[str, ...]


class Marks(NamedTuple):
    """The hashes of one entry; none of a number that it does not have."""

    row: Hashes
    words: Hashes
    number: Hashes

    def today(self) -> list[str]:
        """Those that are kept."""
        return [hashes[0] for hashes in self if hashes]

    def every(self) -> list[str]:
        """Those by which it may be known."""
        return [one for hashes in self for one in hashes]


def of_row(headings: Sequence[str], cells: Sequence[str]) -> Hashes:
    """The same whatever the order of the columns, and whichever are empty."""
    filled = [(heading, cell.strip()) for heading, cell in zip(headings, cells, strict=True) if cell.strip()]
    return _hashes("row", sorted(filled))


def of_words(person: str, at: datetime, said: str) -> Hashes:
    """Who wrote what, and when."""
    return _hashes("words", [person, at.isoformat(), said])


def of_number(person: str, number: str, headings: Sequence[str]) -> Hashes:
    """The number alone would not do: some plug-ins count each form from one."""
    return _hashes("number", [person, number, sorted(headings)])


def _hashes(kind: str, values: object) -> Hashes:
    told = json.dumps([kind, values])
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return tuple(salted_hmac(SALT, told, secret=key, algorithm="sha256").hexdigest() for key in keys)
