"""What a guide says twice: a paragraph, a sentence of a paragraph, a line of a list."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from articles.document import CallToAction, FinalTakeaway, Insight, KeyTakeaways, Quote
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText, Kind, Passage
from articles.gate.prose.likeness import Runs, runs, share
from articles.gate.prose.words import cut, folded, stems

# A shorter paragraph or sentence may come again for good reason: “No.”, “Ask early.”, “Yes, in writing.”
FEWEST_WORDS = 8
FEWEST_WORDS_ALIKE = 12
FEWEST_WORDS_OF_SENTENCE = 3
LIKENESS = 0.6
FILLERS = frozenset(stems("very also always just really please then and a"))
MOST_COMPARED = 20  # paragraphs with one run of words in common; where there are more, it is a phrase
# “You should give this mark if:” may lead in to many lists; an address is no sentence.
LEADS_IN = re.compile(r"[:…]$|^https?:\S+$")
# What sums up may use the words of what it sums up; a call is part of no text.
REPEATING = (KeyTakeaways, FinalTakeaway, CallToAction, Quote, Insight)

PARAGRAPH = Rule(
    check="paragraph-repeated",
    level=Level.WARNS,
    why="A reader who meets a paragraph again thinks they have lost their place.",
    advice="Keep it where it is needed most, and remove the other.",
)
SENTENCE = Rule(
    check="sentence-repeated",
    level=Level.WARNS,
    why="It reads like a slip of pasting, and usually is one.",
    advice="Remove one of the two.",
)
LINE = Rule(
    check="line-repeated",
    level=Level.WARNS,
    why="A list that says one thing twice looks unread, and its count is wrong.",
    advice="Remove one of the two, or write what was meant in its place.",
)


def paragraph_repeated(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """The same words again, told once however often they come, or nearly: one run of words finds what is worth comparing."""
    told: set[str] = set()
    holders: dict[tuple[str, ...], list[int]] = {}
    seen: list[tuple[Passage, Runs]] = []
    first: dict[str, Passage] = {}
    for passage in _paragraphs(guide):
        words = folded(passage.text).split()
        before = first.setdefault(" ".join(words), passage)
        earlier = before if before is not passage and len(words) >= FEWEST_WORDS else None
        if earlier is None and len(words) >= FEWEST_WORDS_ALIKE:
            here = runs(words)
            earlier = _alike(here, holders, seen)
            for run in here:
                holders.setdefault(run, []).append(len(seen))
            seen.append((passage, here))
        if earlier and passage.text not in told:
            told.add(passage.text)
            again = "again" if folded(earlier.text) == folded(passage.text) else "again in nearly the same words"
            yield PARAGRAPH.found(
                passage.place, f"The paragraph “{cut(passage.text)}” comes {again}.", excerpt=cut(passage.text)
            )


def sentence_repeated(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """Within one paragraph, where nobody repeats a whole sentence of some length for effect."""
    for passage in guide.prose:
        if len(passage.text) > 2 * FEWEST_WORDS_OF_SENTENCE:
            times = Counter(folded(sentence) for sentence in passage.sentences if not sentence.endswith("?"))
            for words, count in times.items():
                if count > 1 and len(words.split()) >= FEWEST_WORDS_OF_SENTENCE:
                    said = next(sentence for sentence in passage.sentences if folded(sentence) == words)
                    yield SENTENCE.found(
                        passage.place, f"The paragraph says “{cut(said)}” {count} times.", excerpt=cut(said)
                    )


def line_repeated(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """Within one list or the takeaways, the same words but for those that tell nothing.

    Lines that differ by one telling word are often meant: “Senior: a story about their team”, “Staff: … their organisation”.
    """
    items = (passage for passage in guide.passages if passage.kind is Kind.ITEM)
    for _, lines in groupby(items, key=lambda item: (item.place, item.ordinal)):
        seen: set[tuple[str, ...]] = set()
        for line in lines:
            told = tuple(word for word in stems(line.text) if word not in FILLERS)
            if told and told in seen:
                yield LINE.found(
                    line.place, f"The list says “{cut(line.text)}” more than once.", excerpt=cut(line.text)
                )
            seen.add(told)


def _paragraphs(guide: DocumentText) -> Iterator[Passage]:
    for passage in guide.passages:
        block = None if passage.place.block is None else guide.document.blocks[passage.place.block]
        is_own = block is not None and not isinstance(block, REPEATING)
        if passage.kind is Kind.PARAGRAPH and is_own and not LEADS_IN.search(passage.text):
            yield passage


def _alike(here: Runs, holders: dict[tuple[str, ...], list[int]], seen: list[tuple[Passage, Runs]]) -> Passage | None:
    """The earlier passage that has most runs in common with these, if it has enough of them."""
    met = Counter(number for run in here for number in holders.get(run, ())[:MOST_COMPARED])
    for number, shared in met.most_common(1):
        passage, others = seen[number]
        if shared >= LIKENESS / 2 * len(here) and share(here, others) >= LIKENESS:
            return passage
    return None


CHECKS = (paragraph_repeated, sentence_repeated, line_repeated)
