"""Whether the headings of a guide agree on where they put capitals."""

import re
from collections.abc import Iterator
from enum import Enum

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText, Passage
from articles.gate.prose.words import cut

WORD = re.compile(r"(?<![#@])\b[^\W\d_]+(?:[’'-][^\W\d_]+)*")
# A capital in the middle of a sentence: a name, or a word that this guide always writes so.
NAME = re.compile(r"(?<=[a-z,;:] )[A-Z][a-z’'-]+")
# A word with a capital of its own: the first of the heading, or of what follows a colon, a question or an opening mark.
OPENING = re.compile(r"(?:^|[.:?!–—|/(\[“‘\"])\W*[^\W\d_]+(?:[’'-][^\W\d_]+)*")
# Words that both styles write small.
PARTICLE = re.compile(
    "a|an|and|as|at|but|by|for|from|if|in|into|nor|of|off|on|or|out|over|per|so|than|the|to|up|v|via|vs|with|yet"
)
SMALL_WORD = re.compile(r"\b[a-z][a-z’'-]*")
# The names that are also ordinary words and may well stand in headings alone.
MONTHS = frozenset({"march", "may"})
# A heading that says or asks something: “Why might we say no?”, “We are hiring!”.
SENTENCE = re.compile(r"[?!.]$|\b(?:is|are|was|were|will|can|should|must)\b", re.IGNORECASE)
NAMED = 3
FEWEST_USUAL = 2
# One or two capitals alone may be a name that the guide has nowhere else.
FEWEST_CAPITALS = 3

MIXED = Rule(
    check="headings-in-two-cases",
    level=Level.WARNS,
    why="Headings that put their capitals differently look as if they came from different pages.",
    advice="Write them all like sentences: a capital for the first word and for names.",
)


class Case(Enum):
    SENTENCE = "like sentences"
    TITLE = "with a capital for every word"


def headings_in_two_cases(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """Names the headings of the rarer style.

    A heading that could be either counts for neither, and one that is a sentence or a question is written like one
    among any others. The title counts where it has more
    capitals than the headings.
    """
    ordinary = _ordinary_words(guide)
    found: dict[Case, list[Passage]] = {Case.TITLE: [], Case.SENTENCE: []}
    for passage in guide.passages:
        if passage.level and (case := _case(passage.text, ordinary)):
            found[case].append(passage)
    capitals = sum(len(_capitals(passage.text, ordinary)) for passage in found[Case.TITLE])
    rarer, usual = sorted(found, key=lambda case: len(found[case]))
    if rarer is Case.SENTENCE:
        found[rarer] = [one for one in found[rarer] if one.level > 1 and not SENTENCE.search(one.text)]
    if found[rarer] and len(found[usual]) >= FEWEST_USUAL and capitals >= FEWEST_CAPITALS:
        what = f"Some headings are written {usual.value}, others {rarer.value}: {_listed(found[rarer])}."
        yield MIXED.found(found[rarer][0].place, what, excerpt=cut(found[rarer][0].text))


def _ordinary_words(guide: DocumentText) -> frozenset[str]:
    """The words that the guide’s texts write small, and never with a capital within a sentence."""
    text = "\n".join(passage.text for passage in guide.passages if not passage.level)
    names = {name.lower() for name in NAME.findall(text)}
    return frozenset(SMALL_WORD.findall(text)) - names - MONTHS


def _case(heading: str, ordinary: frozenset[str]) -> Case | None:
    """How the words after the first are written; None where that is unclear, or where it is neither."""
    has_small = any(word[0].islower() and not PARTICLE.fullmatch(word) for word in _later_words(heading))
    has_capital = bool(_capitals(heading, ordinary))
    if has_small == has_capital:
        return None
    return Case.TITLE if has_capital else Case.SENTENCE


def _capitals(heading: str, ordinary: frozenset[str]) -> list[str]:
    """The ordinary words with a capital. “IT” and “US” are none."""
    return [word for word in _later_words(heading) if word.istitle() and word.lower() in ordinary]


def _later_words(heading: str) -> list[str]:
    return WORD.findall(OPENING.sub(" ", heading))


def _listed(headings: list[Passage]) -> str:
    named = ", ".join(f"“{cut(heading.text)}”" for heading in headings[:NAMED])
    return f"{named} and {len(headings) - NAMED} more" if len(headings) > NAMED else named
