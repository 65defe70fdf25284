"""Language: abbreviations, hard reading, long sentences and paragraphs."""

import re
from collections.abc import Iterator

from articles.document import Quote, Video
from articles.gate.checks.wording.abbreviations import unexpanded_abbreviation
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Place, Rule
from articles.gate.prose import readability, repeats
from articles.gate.prose.document_text import DocumentText, Passage
from articles.gate.prose.patterns import filtered
from articles.gate.prose.quoting import without_quoted

HARDEST_GRADE = 15
JUDGED_FROM = 150  # words; the grade of a shorter text says little
LONGEST_SENTENCE = 50
MOST_COMMAS = 5  # a sentence with more lists things, which reads more easily than its length says
REST = re.compile(r"[;:]\s|\s[–—-]\s|—")  # where a reader may stop for breath
ASIDE = re.compile(r"\([^()]*\)")
LONGEST_PARAGRAPH = 150
EXCERPT = 80

SENTENCE = filtered(r"[.!?][”’\"')\]]*$")

HARD_READING = Rule(
    check="hard-reading",
    level=Level.WARNS,
    why="Most visitors read on a phone and in a hurry, and a text this dense loses them.",
    advice="Split the longest sentences, and use shorter words where they say the same.",
)
LONG_SENTENCE = Rule(
    check="long-sentence",
    level=Level.WARNS,
    why="Few readers can hold a sentence of more than forty words in mind to its end.",
    advice="Make two or three sentences of it, or a list.",
)
LONG_PARAGRAPH = Rule(
    check="long-paragraph",
    level=Level.WARNS,
    why="A long paragraph fills the whole screen of a phone, and readers skip it.",
    advice="Start a new paragraph where the subject changes.",
)


def hard_reading(guide: DocumentText, _facts: SiteContext) -> Iterator[Finding]:
    """The whole text's reading grade, from its sentences; items that are fragments would only flatter it."""
    texts = [passage.text for passage in _own_prose(guide) if SENTENCE.search(passage.text)]
    if sum(len(text.split()) for text in texts) < JUDGED_FROM:
        return
    grade = readability.grade(texts)
    if grade > HARDEST_GRADE:
        what = f"The text asks for about {grade:.0f} years of schooling; plain writing stays below {HARDEST_GRADE}."
        yield HARD_READING.found(Place(), what)


def long_sentence(guide: DocumentText, _facts: SiteContext) -> Iterator[Finding]:
    """A sentence that is too long without a rest, brackets and quotations apart; the others are named beside it.

    Whoever writes one writes others, and has to read the whole guide for them.
    """
    return repeats.once(_long_sentences(guide))


def long_paragraph(guide: DocumentText, _facts: SiteContext) -> Iterator[Finding]:
    """A paragraph or list item of more than 150 words; the others are named beside it."""
    return repeats.once(_long_paragraphs(guide))


def _long_sentences(guide: DocumentText) -> Iterator[Finding]:
    """The first of each paragraph."""
    for passage in _own_prose(guide):
        for sentence in passage.sentences if len(passage.text.split()) > LONGEST_SENTENCE else ():
            if _is_long(ASIDE.sub("", without_quoted(sentence))):
                what = f"A sentence has {len(sentence.split())} words."
                yield LONG_SENTENCE.found(passage.place, what, excerpt=_beginning(sentence))
                break


def _is_long(sentence: str) -> bool:
    """Whether one stretch between colons, semicolons or dashes is, and lists nothing."""
    stretches = REST.split(sentence)
    return any(len(stretch.split()) > LONGEST_SENTENCE and stretch.count(",") <= MOST_COMMAS for stretch in stretches)


def _long_paragraphs(guide: DocumentText) -> Iterator[Finding]:
    for passage in _own_prose(guide):
        words = len(passage.text.split())
        if words > LONGEST_PARAGRAPH:
            what = f"A paragraph has {words} words."
            yield LONG_PARAGRAPH.found(passage.place, what, excerpt=_beginning(passage.text))


def _own_prose(guide: DocumentText) -> Iterator[Passage]:
    """Paragraphs and items in the guide's own words; a quotation is its speaker's, as is what is said in a film."""
    quoted = {position for position, block in guide.blocks if isinstance(block, (Quote, Video))}
    return (passage for passage in guide.prose if passage.place.block not in quoted)


def _beginning(text: str) -> str:
    return text if len(text) <= EXCERPT else text[: EXCERPT - 1].rsplit(" ", 1)[0] + "…"


CHECKS = (unexpanded_abbreviation, hard_reading, long_sentence, long_paragraph)
