"""Lists that claim to be whole, and another list of the same things that has more."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, takewhile

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText, Kind, Passage
from articles.gate.prose.patterns import filtered
from articles.gate.prose.quantities import NUMBER
from articles.gate.prose.words import WORD, cut, stem

# “The three tools are …”, “The only tools are …”, “The stack consists of …”.
WHOLE = filtered(
    rf"\bthe (?:(?:{NUMBER}|only) (?:[\w-]+ )?(?P<noun>[\w-]+s) are|(?P<whole>[\w-]+) consists of)\b", re.IGNORECASE
)
SEPARATOR = re.compile(r",\s+(?:and\s+|or\s+)?|\s+(?:and|or)\s+")
LEADING = re.compile(
    r"^.*\b(?:includes?|including|are|is|as|like|with|uses?|of|on|meet|learn)\s+(?:the |an? )?|^(?:the|an?)\s+",
    re.IGNORECASE,
)
NAME_ENDS = re.compile(r"\s*(?:[,:;(–—]|\s-\s).*$")
ENOUGH = 3
MOST = 20  # lists that claim to be whole; a guide has one or two
LONGEST_MEMBER = 3  # words; what is longer is no name of a thing

BEYOND = Rule(
    check="list-beyond-the-whole",
    level=Level.WARNS,
    why="One list says that it is whole and the other has more, so a reader can trust neither.",
    advice="Give both lists the same members, or say that the first is a selection.",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Listing:
    """The members of a list in small letters, its own lead-in, and the question or heading above both."""

    members: tuple[str, ...]
    lead_in: str
    topic: str
    passage: Passage


def list_beyond_the_whole(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    if not any(WHOLE.search(passage.text) for passage in guide.prose):
        return
    listings = list(_listings(guide))
    whole_ones = ((listing, match) for listing in listings if (match := WHOLE.search(listing.lead_in)))
    for whole, match in islice(whole_ones, MOST):
        noun = stem((match["noun"] or match["whole"]).casefold())
        for other in listings:
            if extra := _beyond(whole, other, noun):
                what = f"“{cut(whole.lead_in)}” gives {len(whole.members)}, but “{cut(other.lead_in)}” adds {extra}."
                yield BEYOND.found(other.passage.place, what, excerpt=cut(other.passage.text))


def _beyond(whole: Listing, other: Listing, noun: str) -> str:
    """The members that the other list of the same kind has more; empty where the lists are not of one kind."""
    if other.passage.place == whole.passage.place or noun not in _stems(f"{other.topic} {other.lead_in}"):
        return ""
    members = frozenset(whole.members)
    extra = [member for member in other.members if member not in members]
    common = len(other.members) - len(extra)
    return ", ".join(f"“{member}”" for member in extra) if common >= ENOUGH and common > len(extra) else ""


@lru_cache(maxsize=4096)  # each list is held against every other that claims to be whole
def _stems(text: str) -> frozenset[str]:
    return frozenset({stem(word) for word in WORD.findall(text.casefold())})


def _listings(guide: DocumentText) -> Iterator[Listing]:
    """Each list of items with the passage before it, and each sentence that lists at least three short names."""
    topic = ""
    for position, passage in enumerate(guide.passages):
        if passage.kind in (Kind.HEADING, Kind.QUESTION):
            topic = passage.text
        elif passage.kind is Kind.PARAGRAPH and passage.text.endswith(":"):
            members = _short(NAME_ENDS.sub("", item.text) for item in _items(guide, position))
            yield Listing(members=members, lead_in=passage.sentences[-1], topic=topic, passage=passage)
        elif passage.kind in (Kind.PARAGRAPH, Kind.ITEM) and passage.text.count(",") > 0:
            for sentence in passage.sentences:
                yield Listing(members=_inline(sentence), lead_in=sentence, topic=topic, passage=passage)


def _items(guide: DocumentText, position: int) -> Iterator[Passage]:
    place = guide.passages[position].place
    yield from takewhile(lambda other: other.place == place and other.kind is Kind.ITEM, guide.after(position))


def _inline(sentence: str) -> tuple[str, ...]:
    """The short names between the commas of a sentence; the first without the words that lead it in."""
    first, *others = SEPARATOR.split(sentence.rstrip(".!?"))
    return _short((LEADING.sub("", first), *others))


def _short(members: Iterator[str] | Sequence[str]) -> tuple[str, ...]:
    folded = (member.strip().casefold() for member in members)
    return tuple(member for member in folded if 0 < len(member.split()) <= LONGEST_MEMBER)
