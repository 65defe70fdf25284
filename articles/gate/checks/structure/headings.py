"""Headings: their order, what stands beneath them, and what they repeat."""

import re
from collections.abc import Iterator
from itertools import groupby, zip_longest

from articles.document import Block, CallToAction, FinalTakeaway, KeyTakeaways, QuestionAnswer, Text
from articles.gate.checks.structure.heading_case import headings_in_two_cases
from articles.gate.checks.structure.heading_wording import heading_long, heading_with_full_stop
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose import repeats
from articles.gate.prose.document_text import DocumentText, Kind, Passage
from articles.gate.prose.words import cut, folded, stem, stems

# The blocks whose template writes a heading above them, and the words that mean the same as that heading.
OWN_HEADINGS: dict[type[Block], frozenset[str]] = {
    KeyTakeaways: frozenset({"key takeaways", "takeaways", "key points"}),
    QuestionAnswer: frozenset(
        {"common questions", "faq", "faqs", "frequently asked questions", "questions and answers", "q a"}
    ),
    FinalTakeaway: frozenset({"final takeaway", "final takeaways"}),
    CallToAction: frozenset(),
}
HEADED = tuple(OWN_HEADINGS)
DEFINING = re.compile(r"what(?:[’']s| is| are)\b", re.IGNORECASE)
# Words that a heading may have more than another without saying more.
FILLING = frozenset(stem(word) for word in ("brief", "defined", "definition", "explained", "introduction", "overview"))

SKIPPED = Rule(
    check="heading-level-skipped",
    level=Level.WARNS,
    why="Screen readers and the list of contents take this subheading for part of a section that is not there.",
    advice="Make it a main heading, or put a main heading above it.",
)
REPEATED = Rule(
    check="heading-repeated",
    level=Level.WARNS,
    why="Readers choose a section by its heading. Two that say the same leave them guessing which one they want.",
    advice="Say what is in this section and in no other, or join the two sections.",
)
EMPTY = Rule(
    check="empty-section",
    level=Level.BLOCKS,
    why="The heading promises something that the page does not hold.",
    advice="Write what belongs beneath it, or delete the heading.",
)
ABOVE = Rule(
    check="heading-above-heading",
    level=Level.WARNS,
    why="Two headings of the same level in a row look as if the text between them were lost.",
    advice="Write something between them, or make the second a subheading of the first.",
)
ADVICE_BEFORE_BLOCK = (
    "The block that follows has a heading of its own, so delete this one, or write something beneath it."
)
BROUGHT = Rule(
    check="heading-brought-by-block",
    level=Level.WARNS,
    why="The block adds its own heading, so readers see the same heading twice.",
    advice="Delete this heading, or name what its text is about.",
)


def heading_level_skipped(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    first = next(iter(guide.headings), None)
    if first and first.level > 2:
        what = f"The guide’s first heading, “{cut(first.text)}”, is a subheading."
        yield SKIPPED.found(first.place, what, excerpt=cut(first.text))


def heading_repeated(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """Compares a heading with the title, its neighbours in the same section and the heading above them.

    Two sections may well have the same subheadings, such as “Pay” for each of two jobs. One that comes again and again is
    told once.
    """
    return repeats.once_each(_repeated(guide))


def _repeated(guide: DocumentText) -> Iterator[Finding]:
    title = {_said(guide.document.title): "the title"}
    sections, subsections = dict(title), dict(title)
    for heading in guide.headings:
        said, named = _said(heading.text), f"the heading “{cut(heading.text)}”"
        if said and (earlier := (sections if heading.level == 2 else subsections).get(said)):
            what = f"The heading “{cut(heading.text)}” says the same as {earlier}."
            yield REPEATED.found(heading.place, what, excerpt=cut(heading.text))
        if heading.level == 2:
            subsections = {**title, said: named}
        (sections if heading.level == 2 else subsections).setdefault(said, named)


def empty_section(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for heading, following in _followed(guide):
        if _is_empty(heading, following):
            what = f"Nothing stands beneath the heading “{cut(heading.text)}”."
            advice = ADVICE_BEFORE_BLOCK if isinstance(following, HEADED) else ""
            yield EMPTY.found(heading.place, what, excerpt=cut(heading.text), advice=advice)


def heading_above_heading(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """A heading right above another of its level, which has something beneath it; once for the guide.

    Somebody may have typed both and meant the second to be a part of the first.
    """
    return repeats.once(_stacked(guide))


def _stacked(guide: DocumentText) -> Iterator[Finding]:
    for heading, following in _followed(guide):
        if isinstance(following, Passage) and following.kind is Kind.HEADING and following.level == heading.level:
            what = f"The heading “{cut(heading.text)}” stands right above “{cut(following.text)}”."
            yield ABOVE.found(heading.place, what, excerpt=cut(heading.text))


def heading_brought_by_block(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    brought = frozenset[str]().union(*(OWN_HEADINGS.get(type(block), ()) for _, block in guide.blocks))
    for heading, following in _followed(guide):
        if folded(heading.text) in brought and not _is_empty(heading, following):
            what = f"The page has the heading “{cut(heading.text)}” already, above its block."
            yield BROUGHT.found(heading.place, what, excerpt=cut(heading.text))


def _followed(guide: DocumentText) -> Iterator[tuple[Passage, Passage | Block | None]]:
    """Each heading with what comes right after it: a passage of a text, another block, or nothing."""
    pieces = list(_pieces(guide))
    for piece, following in zip_longest(pieces, pieces[1:]):
        if isinstance(piece, Passage) and piece.kind is Kind.HEADING:
            yield piece, following


def _pieces(guide: DocumentText) -> Iterator[Passage | Block]:
    of_block = {position: list(run) for position, run in groupby(guide.passages, key=lambda one: one.place.block)}
    for position, block in guide.blocks:
        if isinstance(block, Text):
            yield from of_block.get(position, ())
        else:
            yield block


def _is_empty(heading: Passage, following: Passage | Block | None) -> bool:
    """Whether the heading has nothing beneath it. It may be followed by its first subheading, or by what may be one."""
    if isinstance(following, Passage):
        return following.kind is Kind.HEADING and following.level < heading.level
    return following is None or isinstance(following, HEADED)


def _said(text: str) -> tuple[str, ...]:
    """What a heading says: its telling words, in order, since “from permanent to contract” is not the way back.

    “What is contract work?” promises a definition, which “Contract work” does not.
    """
    said = tuple(word for word in stems(text) if word not in FILLING)
    return ("definition", *said) if said and DEFINING.match(text) else said


CHECKS = (
    heading_level_skipped,
    heading_repeated,
    empty_section,
    heading_above_heading,
    heading_brought_by_block,
    heading_long,
    heading_with_full_stop,
    headings_in_two_cases,
)
