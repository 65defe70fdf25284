"""Where a guide says one thing in one place and another in the next."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, combinations

from articles.document import Block, CallToAction, FinalTakeaway, KeyTakeaways, QuestionAnswer, Quote
from articles.gate.checks.consistency.announced_counts import announced_count, count_in_heading
from articles.gate.checks.consistency.counts_within import count_within
from articles.gate.checks.consistency.names import name_in_two_spellings
from articles.gate.checks.consistency.opposites import CLASH, statement_contradicted, statements
from articles.gate.checks.consistency.told_twice import Said, said
from articles.gate.checks.consistency.whole_lists import list_beyond_the_whole
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Place, Rule
from articles.gate.prose.document_text import DocumentText, Kind, Passage
from articles.gate.prose.quantities import COUNTS, Quantity, measures, quantities
from articles.gate.prose.words import cut, stems

PARTS: dict[type[Block], str] = {
    KeyTakeaways: "the takeaways",
    QuestionAnswer: "the questions",
    FinalTakeaway: "the final takeaway",
}
# Their words are somebody else’s, or speak of the agency.
ELSEWHERE = (Quote, CallToAction)
# Words that say nothing of what a number is about, and those that narrow a sentence to a case.
LIGHT = frozenset(
    stems(
        "a about all allow also an and any are as at be been but by can do does each enough expect few for from "
        "get give go has have hold how i in into is it its just last long made make many most much must need no "
        "of often on one only or our people plan really run should so take than that the their them then there "
        "set aside allow last period usual these they this those to use usual usually was we were what which who will with within would you your"
    )
)
NARROWING = frozenset(
    stems(
        "junior mid senior lead graduate permanent contract contractor part full time remote first second third "
        "final next before until since if unless when not no never minimum maximum longer shorter larger smaller "
        "small large per every other another except instead"
    )
)
UNSURE = re.compile(r"\b(?:may|might|could|sometimes|some|for example|such as|suppose|imagine)\b", re.IGNORECASE)
NAME = re.compile(r"(?<=[\w,;] )[A-Z][\w.]*\w")
# What a guide counts itself; of most other things there are many in the world.
COUNTED = frozenset(stems("rounds stages steps phases stretches parts principles rules criteria"))
# What has one length or size in a guide, so that its name alone says what is measured.
EVENTS = frozenset(
    stems(
        "test task interview call assessment exercise presentation probation notice trial holiday bonus feedback deadline workshop session course webinar pilot visit"
    )
)
MAIN = 2  # the level of the headings that part sections
MOST_COMPARED = 20  # statements of one thing
SHORT = 2  # words beside the number
LONGEST_QUESTION = 300  # characters; it is read again with each sentence of its answer
UNITS = frozenset(stems("minutes hours days weeks months years pages people words examples things ways")) | {"per cent"}

DIFFERS = Rule(
    check="number-differs",
    level=Level.WARNS,
    why="A reader who meets two different numbers trusts neither.",
    advice="Find out which is right and use it in both places, or say what makes the difference.",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Mention:
    """A number where it stands: the words around it, and those that narrow it to a case."""

    quantity: Quantity
    around: frozenset[str]
    narrowing: frozenset[str]
    part: str
    place: Place
    section: int
    sentence: str


def number_differs(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """Holds takeaways, questions, the two ends and the sections of the body against each other."""
    subjects: dict[tuple[str, str], list[Mention]] = {}
    for mention in _mentions(guide):
        subjects.setdefault((mention.quantity.noun, mention.quantity.modifier), []).append(mention)
    for mentions in subjects.values():
        pairs = combinations(mentions[:20], 2)
        for first, second in [pair for pair in pairs if _clash(*pair)][:1]:
            what = f"“{cut(first.sentence)}” in {first.part}, but “{cut(second.sentence)}” in {second.part}."
            yield DIFFERS.found(second.place, what, excerpt=cut(second.sentence))


def told_otherwise(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """“Probation lasts three months” here, “after the six months of probation” there; nothing that the others tell."""
    before: dict[tuple[str, str], list[tuple[Said, tuple[int | None, int], str]]] = {}
    told: set[str] = set()
    sections = _sections(guide)
    for passage, sentence in statements(guide):
        section = passage.place.block, sections[id(passage)]
        for this in said(sentence):
            earlier = before.setdefault((this.thing, this.axis), [])
            for other, its_section, its_sentence in earlier[:MOST_COMPARED]:
                if its_section != section and sentence not in told and this.contradicts(other):
                    told = told or {found.excerpt for check in OTHERS for found in check(guide, site)}
                    if cut(sentence) not in told and cut(its_sentence) not in told:
                        what = f"“{cut(sentence)}”, but “{cut(its_sentence)}” elsewhere in the guide."
                        yield CLASH.found(passage.place, what, excerpt=cut(sentence))
                    told |= {sentence, cut(sentence)}
            earlier.append((this, section, sentence))


def _sections(guide: DocumentText) -> dict[int, int]:
    """In which section each passage stands."""
    levels = accumulate(passage.level == MAIN for passage in guide.passages)
    return {id(passage): section for passage, section in zip(guide.passages, levels, strict=True)}


def _mentions(guide: DocumentText) -> Iterator[Mention]:
    question, section = "", 0
    for passage in guide.passages:
        section += passage.level == MAIN
        if passage.kind is Kind.QUESTION:
            question = passage.text
        elif passage.kind in (Kind.PARAGRAPH, Kind.ITEM) and COUNTS.search(passage.text):
            yield from _of_passage(guide, passage, question if passage.place.field == "answer" else "", section)


def _of_passage(guide: DocumentText, passage: Passage, question: str, section: int) -> Iterator[Mention]:
    part = _part(guide, passage.place)
    for sentence in passage.sentences if part else ():
        found = [*quantities(sentence), *measures(sentence)]
        if len(found) == 1 and not UNSURE.search(sentence):
            yield _mention(found[0], sentence, question, part, section, passage.place)


def _part(guide: DocumentText, place: Place) -> str:
    if place.block is None:
        return f"the {place.field}"
    block = guide.document.blocks[place.block]
    return "" if isinstance(block, ELSEWHERE) else PARTS.get(type(block), "the body")


def _mention(quantity: Quantity, sentence: str, question: str, part: str, section: int, place: Place) -> Mention:
    told = f"{question[:LONGEST_QUESTION]} {sentence[: quantity.start]} {sentence[quantity.end :]}"
    words = frozenset(stems(told))
    return Mention(
        quantity=quantity,
        around=words - LIGHT - NARROWING - {quantity.noun, quantity.modifier},
        narrowing=words & NARROWING | frozenset(NAME.findall(told)),
        part=part,
        place=place,
        section=section,
        sentence=sentence,
    )


def _clash(first: Mention, second: Mention) -> bool:
    """Different numbers of the same thing: all that the shorter sentence is about, the longer one is about too."""
    if (
        first.quantity.value == second.quantity.value
        or (first.part, first.section) == (second.part, second.section)
        or first.narrowing != second.narrowing
    ):
        return False
    if first.part == second.part and not (first.around & EVENTS and _are_short(first, second)):
        return False  # two sections may well speak of two cases
    shared = first.around & second.around
    return shared in (first.around, second.around) and len(shared) >= _enough(first, second)


def _enough(first: Mention, second: Mention) -> int:
    """How many words two sentences must share; the vaguer what is counted, the more."""
    if first.quantity.noun in UNITS and first.around & second.around & EVENTS and _are_short(first, second):
        return 1
    if first.quantity.noun in UNITS:
        return 2 if first.around == second.around else 3
    return 0 if first.quantity.noun in COUNTED and first.quantity.modifier else 1


def _are_short(first: Mention, second: Mention) -> bool:
    return max(len(first.around), len(second.around)) <= SHORT


OTHERS = (number_differs, statement_contradicted)
CHECKS = (
    number_differs,
    announced_count,
    count_in_heading,
    count_within,
    name_in_two_spellings,
    list_beyond_the_whole,
    statement_contradicted,
    told_otherwise,
)
