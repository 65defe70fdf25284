"""What the paragraphs of all live guides are known by, so that a copy in another guide can be found.

Kept in each process. A revision never changes, so each is read once, when it is first met live; of a paragraph a few
numbers are kept, about a kilobyte a guide with all that finds them.
"""

import re
from array import array
from collections.abc import Iterator, Mapping
from datetime import datetime
from html import unescape
from itertools import batched
from threading import Lock

from articles.document import Document, QuestionAnswer, Text, Tip
from articles.gate.context import Owner, Paragraphs
from articles.gate.prose.likeness import FEWEST_WORDS_OF_PRINT, prints
from articles.gate.prose.words import folded
from articles.models import Revision

AT_A_TIME = 100
PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")

# A revision by its key and moment: SQLite gives the key of one that was rolled back to another.
type Key = tuple[int, datetime]

_lock = Lock()
_read: dict[Key, array[int]] = {}
_kept: dict[str, tuple[Mapping[Key, Owner], Paragraphs]] = {}


def live_paragraphs(live: Mapping[Key, Owner]) -> Paragraphs:
    """Those of these revisions; each leads to the guide that owns it."""
    with _lock:
        owners, paragraphs = _kept.get("now", ({}, Paragraphs()))
        if owners != live:
            _read_missing(live)
            paragraphs = Paragraphs(owners=_by_number(live))
            _kept["now"] = (live, paragraphs)
        return paragraphs


def _read_missing(live: Mapping[Key, Owner]) -> None:
    for key in _read.keys() - live.keys():
        del _read[key]
    missing = [pk for pk, _made in live.keys() - _read.keys()]
    for some in batched(missing, AT_A_TIME):
        for revision in Revision.objects.filter(pk__in=some).only("stored", "created_at"):
            texts = _paragraphs(revision.document())
            _read[revision.pk, revision.created_at] = array(
                "q", (number for words in texts for number in prints(words))
            )


def _by_number(live: Mapping[Key, Owner]) -> dict[int, tuple[Owner, ...]]:
    found: dict[int, tuple[Owner, ...]] = {}
    for key, numbers in _read.items():
        alone = (live[key],)
        for number in numbers:
            found[number] = found[number] + alone if number in found else alone
    return found


def _paragraphs(document: Document) -> Iterator[list[str]]:
    """What a guide says in its own words and at some length, as words."""
    for block in document.shown():
        if isinstance(block, (Text, Tip, QuestionAnswer)):
            html = block.answer if isinstance(block, QuestionAnswer) else block.html
            for paragraph in PARAGRAPH.findall(html):
                words = folded(unescape(TAG.sub("", paragraph.replace("<br>", " ")))).split()
                if len(words) >= FEWEST_WORDS_OF_PRINT:
                    yield words
