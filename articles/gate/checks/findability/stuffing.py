"""Whether a guide repeats a phrase for the search engines instead of its readers."""

from collections import Counter
from collections.abc import Iterator

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Place, Rule
from articles.gate.prose.document_text import DocumentText, Passage
from articles.gate.prose.words import JOINING, UNTELLING, WORD, cut, stem

type Phrase = tuple[str, str, str]
# A guide may name its subject often: in natural ones the commonest phrase comes up to 2.7 times in a hundred words.
MOST_PER_HUNDRED = 3.5
FEWEST = 8
FEWEST_TELLING = 2

STUFFED = Rule(
    check="phrase-stuffed",
    level=Level.WARNS,
    why="Readers tire of it, and search engines take it for an attempt to deceive them.",
    advice="Say it where it is needed and use “the role”, “the job” or a pronoun elsewhere.",
)


def phrase_stuffed(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """Counts phrases of three words; one of four or five is found by its parts. Singular and plural count together."""
    read = [(passage, WORD.findall(passage.text)) for passage in guide.passages if passage.place.field != "description"]
    total = sum(len(words) for _, words in read)
    counted = Counter(phrase for _, words in read for phrase in _phrases(words))
    most = max(FEWEST, MOST_PER_HUNDRED * total / 100)
    often = [phrase for phrase, times in counted.items() if times >= most and _telling(phrase) >= FEWEST_TELLING]
    if often:
        phrase = max(often, key=lambda phrase: (_telling(phrase), counted[phrase]))
        place, words = next(found for passage, words in read if (found := _met(passage, words, phrase)))
        what = f"The phrase “{words}” comes {counted[phrase]} times in {total} words."
        yield STUFFED.found(place, what, excerpt=cut(words))


def _phrases(words: list[str]) -> Iterator[Phrase]:
    stemmed = [stem(word.casefold()) for word in words]
    return zip(stemmed, stemmed[1:], stemmed[2:], strict=False)


def _telling(phrase: Phrase) -> int:
    return sum(word not in JOINING and not UNTELLING.fullmatch(word) for word in phrase)


def _met(passage: Passage, words: list[str], phrase: Phrase) -> tuple[Place, str] | None:
    """Where and in which words the phrase is met first in this passage, if it is."""
    for start, met in enumerate(_phrases(words)):
        if met == phrase:
            return passage.place, " ".join(words[start : start + len(phrase)])
    return None


CHECKS = (phrase_stuffed,)
