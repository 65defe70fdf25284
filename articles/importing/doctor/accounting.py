"""Whether every word of a source is in its document or in a line that says where it went."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

from articles.document import Document, Figure, words
from articles.importing.report import Deed, Line

WORD = re.compile(r"\w+")
# Signs of a word that is looked for across others: where markup parts a word, the document may part it elsewhere.
JOINED = 5
# Lines of other deeds say what is still in the document.
TAKEN_OUT = (Deed.LEFT_OUT, Deed.KEPT, Deed.REPAIRED)


def unaccounted(source: str, document: Document, lines: Iterable[Line]) -> str:
    """The words of the source that are in neither, in their order."""
    told = [*_words_of(said(document)), *_words_of(line.words for line in lines if line.deed in TAKEN_OUT)]
    left, joined = Counter(told), "".join(told)
    missing = []
    for word in _words_of([source]):
        if left[word]:
            left[word] -= 1
        elif len(word) < JOINED or word not in joined:
            missing.append(word)
    return " ".join(missing)


def said(document: Document) -> Iterator[str]:
    """Everything that a document says, to whoever sees it, hears it or searches it."""
    yield document.title
    yield from words(document)
    for figure in (document.hero, *document.blocks):
        if isinstance(figure, Figure):
            yield figure.alt


def _words_of(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from WORD.findall(unicodedata.normalize("NFKC", text).casefold())
