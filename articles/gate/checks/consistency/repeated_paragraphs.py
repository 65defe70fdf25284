"""Paragraphs that a guide says twice, in the same words or nearly."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from articles.document import CallToAction, FinalTakeaway, Insight, KeyTakeaways, Quote
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText, Kind, Passage, without_code
from articles.gate.prose.likeness import Runs, runs, share
from articles.gate.prose.words import cut, folded

# A shorter paragraph may come again for good reason: “No.”, “Ask early.”, “Yes, in writing.”
FEWEST_WORDS = 8
FEWEST_WORDS_ALIKE = 12
LIKENESS = 0.6
MOST_COMPARED = 20  # paragraphs with one run of words in common; where there are more, it is a phrase
# “You should give this mark if:” may lead in to many lists; an address is no sentence.
LEADS_IN = re.compile(r"[:…]$|^https?:\S+$")
# “This is paid each term.” says it of what stands above it, which is another thing each time.
POINTS_BACK = re.compile(r"(?:This|These|It|They|Both|Each)\b")
SUBJECT = 3  # words of a sentence that say of what it speaks
# What sums up may use the words of what it sums up; a call is part of no text.
REPEATING = (KeyTakeaways, FinalTakeaway, CallToAction, Quote, Insight)

PARAGRAPH = Rule(
    check="paragraph-repeated",
    level=Level.WARNS,
    why="A reader who meets a paragraph again thinks they have lost their place.",
    advice="Keep it where it is needed most, and remove the other.",
)


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph, the heading under which it stands, and the first item of the list that follows."""

    passage: Passage
    heading: str
    listed: str

    def is_meant_again(self, earlier: "Said") -> bool:
        """Whether the guide says it of another thing than before."""
        text, before = self.passage.text, earlier.passage.text
        return (
            (text == before and self.heading == earlier.heading != "")
            or bool(self.listed and earlier.listed and self.listed != earlier.listed)
            or (POINTS_BACK.match(text) is not None and len(self.passage.sentences) == 1)
            or _addresses(self.passage) != _addresses(earlier.passage)
            or _has_other_subject(text, before)
        )


def paragraph_repeated(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """The same words again, told once however often they come, or nearly: one run of words finds what is worth comparing.

    Not where each of several sections of one shape says it: under the same heading, before a list or link of its own, or
    of what stands above it.
    """
    told: set[str] = set()
    holders: dict[tuple[str, ...], list[int]] = {}
    seen: list[tuple[Said, Runs]] = []
    first: dict[str, Said] = {}
    for said in _paragraphs(guide):
        passage = said.passage
        words = folded(passage.text).split()
        before = first.setdefault(" ".join(words), said)
        earlier = before if before is not said and len(words) >= FEWEST_WORDS else None
        if earlier is None and len(words) >= FEWEST_WORDS_ALIKE:
            here = runs(words)
            earlier = _alike(here, holders, seen)
            for run in here:
                holders.setdefault(run, []).append(len(seen))
            seen.append((said, here))
        if earlier and passage.text not in told and not said.is_meant_again(earlier):
            told.add(passage.text)
            again = (
                "again" if folded(earlier.passage.text) == folded(passage.text) else "again in nearly the same words"
            )
            yield PARAGRAPH.found(
                passage.place, f"The paragraph “{cut(passage.text)}” comes {again}.", excerpt=cut(passage.text)
            )


def _paragraphs(guide: DocumentText) -> Iterator[Said]:
    """Those in which the guide says something."""
    heading = ""
    for passage, following in zip_longest(guide.passages, guide.passages[1:]):
        heading = passage.text if passage.kind is Kind.HEADING else heading
        block = None if passage.place.block is None else guide.document.blocks[passage.place.block]
        is_own = block is not None and not isinstance(block, REPEATING)
        if passage.kind is Kind.PARAGRAPH and is_own and not _says_nothing(passage):
            is_listed = following is not None and following.kind is Kind.ITEM and following.place == passage.place
            yield Said(passage, heading, following.text if is_listed else "")


def _says_nothing(passage: Passage) -> bool:
    """Whether it is code, or only leads in to what says something."""
    is_code = not without_code(passage.text, passage.code, " ").strip()
    return is_code or LEADS_IN.search(passage.text) is not None


def _addresses(passage: Passage) -> list[str]:
    return [link.address for link in passage.links]


def _has_other_subject(text: str, earlier: str) -> bool:
    """“Memory use is watched by the team”, “Disk use is watched by the team”: one word at the beginning is another."""
    words, others = text.split(), earlier.split()
    differing = [place for place, pair in enumerate(zip(words, others, strict=False)) if pair[0] != pair[1]]
    return len(words) == len(others) and len(differing) == 1 and differing[0] < SUBJECT


def _alike(here: Runs, holders: dict[tuple[str, ...], list[int]], seen: list[tuple[Said, Runs]]) -> Said | None:
    """The earlier paragraph that has most runs in common with these, if it has enough of them."""
    met = Counter(number for run in here for number in holders.get(run, ())[:MOST_COMPARED])
    for number, shared in met.most_common(1):
        said, others = seen[number]
        if shared >= LIKENESS / 2 * len(here) and share(here, others) >= LIKENESS:
            return said
    return None


CHECKS = (paragraph_repeated,)
