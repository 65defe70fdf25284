"""Whether every word of a source is in its document or in a line that says where it went."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from articles.document import Document, Figure, words
from articles.importing.report import Deed, Line

WORD = re.compile(r"\w+")
# Signs of a word that is looked for across others: where markup parts a word, the document may part it elsewhere.
JOINED = 5
# Lines of other deeds say what is still in the document.
TAKEN_OUT = (Deed.LEFT_OUT, Deed.KEPT, Deed.REPAIRED)


def unaccounted(source: str, document: Document, lines: Iterable[Line]) -> str:
    """The words of the source that are in neither, in their order."""
    return missing(source, [*said(document), *(line.words for line in lines if line.deed in TAKEN_OUT)])


def missing(source: str, told: Iterable[str]) -> str:
    """The words of one text that others do not say as often, in their order."""
    said = list(_words_of(told))
    left, joined = Counter(said), "".join(said)
    found = []
    for word in _words_of([source]):
        if left[word]:
            left[word] -= 1
        elif len(word) < JOINED or word not in joined:
            found.append(word)
    return " ".join(found)


def said(document: Document) -> Iterator[str]:
    """Everything that the text of a document says, to whoever sees it, hears it or searches it."""
    yield from words(replace(document, standfirst=""))
    yield from (block.alt for block in document.blocks if isinstance(block, Figure))


def _words_of(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from WORD.findall(unicodedata.normalize("NFKC", text).casefold())
