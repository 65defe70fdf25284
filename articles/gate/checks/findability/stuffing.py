"""Whether a guide repeats a phrase for the search engines instead of its readers."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Place, Rule
from articles.gate.prose.document_text import DocumentText, Kind, Passage
from articles.gate.prose.words import JOINING, UNTELLING, WORD, cut, stem

type Phrase = tuple[str, ...]
# A guide may name its subject often: in natural ones the commonest phrase comes up to three times in a hundred words.
MOST_PER_HUNDRED = 3.5
FEWEST = 8
FEWEST_TELLING = 2
# A paragraph or list that is about one thing gives a fifth of its words to the name of it; from how many times on which
# part of the words is too much.
TOO_MUCH = {3: 0.6, 4: 0.25}
# Read from the beginnings of words alone: from each sign of a long one, it would take that many times as long.
ADDRESS = re.compile(r"(?<!\S)\S*(?:://|www\.|@)\S*")

STUFFED = Rule(
    check="phrase-stuffed",
    level=Level.WARNS,
    why="Readers tire of it, and search engines take it for an attempt to deceive them.",
    advice="Say it where it is needed and use “the role”, “the job” or a pronoun elsewhere.",
)


@dataclass(frozen=True, slots=True)
class Read:
    """A text of the guide, its words, and their stems, by which singular and plural are one."""

    passage: Passage
    words: list[str]
    stems: list[str]

    def phrases(self, length: int) -> Iterator[Phrase]:
        return zip(*(self.stems[start:] for start in range(length)), strict=False)

    def met(self, phrase: Phrase) -> str:
        """In which words the phrase is met first, empty where it is not."""
        met = (start for start, found in enumerate(self.phrases(len(phrase))) if found == phrase)
        start = next(met, None)
        return "" if start is None else " ".join(self.words[start : start + len(phrase)])


def phrase_stuffed(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """In the whole guide, or else within one paragraph or list."""
    texts = [_read(passage) for passage in guide.passages if passage.place.field != "description"]
    yield from _in_guide(texts) or _in_paragraphs(texts)


def _read(passage: Passage) -> Read:
    text = ADDRESS.sub(" ", passage.text) if "." in passage.text else passage.text
    words = WORD.findall(text)
    return Read(passage, words, [stem(word.casefold()) for word in words])


def _in_guide(texts: list[Read]) -> list[Finding]:
    """Counts phrases of three words; one of four or five is found by its parts."""
    total = sum(len(text.words) for text in texts)
    most = max(FEWEST, MOST_PER_HUNDRED * total / 100)
    if not _may_repeat((word for text in texts for word in text.stems), most):
        return []
    counted = Counter(phrase for text in texts for phrase in text.phrases(3))
    often = [phrase for phrase, times in counted.items() if times >= most and _telling(phrase) >= FEWEST_TELLING]
    if not often:
        return []
    phrase = max(often, key=lambda phrase: (_telling(phrase), counted[phrase]))
    place, words = next((text.passage.place, met) for text in texts if (met := text.met(phrase)))
    return [_found(place, words, f"comes {counted[phrase]} times in {total} words.")]


def _in_paragraphs(texts: list[Read]) -> Iterator[Finding]:
    """“IT jobs Leeds, IT jobs York, IT jobs Hull”: phrases of two or three words, all of them telling."""
    for text in texts:
        if text.passage.kind in (Kind.PARAGRAPH, Kind.ITEM, Kind.LINE) and _may_repeat(text.stems, min(TOO_MUCH)):
            counted = Counter(phrase for length in (3, 2) for phrase in text.phrases(length))
            much = [phrase for phrase, times in counted.items() if _is_too_much(phrase, times, len(text.words))]
            if much:
                phrase = max(much, key=lambda phrase: (counted[phrase], len(phrase)))
                yield _found(text.passage.place, text.met(phrase), f"comes {counted[phrase]} times in this paragraph.")


def _may_repeat(stems: Iterable[str], times: float) -> bool:
    """Whether two telling words at least come so often that a phrase of them may."""
    often = (word for word, many in Counter(stems).items() if many >= times)
    return sum(_telling((word,)) for word in often) >= FEWEST_TELLING


def _is_too_much(phrase: Phrase, times: int, words: int) -> bool:
    if times < min(TOO_MUCH) or _telling(phrase) < len(phrase):
        return False
    return times * len(phrase) / words >= TOO_MUCH[min(times, max(TOO_MUCH))]


def _telling(phrase: Phrase) -> int:
    return sum(word not in JOINING and not UNTELLING.fullmatch(word) and not word.isdigit() for word in phrase)


def _found(place: Place, words: str, told: str) -> Finding:
    return STUFFED.found(place, f"The phrase “{words}” {told}", excerpt=cut(words))


CHECKS = (phrase_stuffed,)
