"""Lists that hold more or fewer items than the sentence, heading or title above them announces."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from articles.document import Text
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText, Kind, Passage
from articles.gate.prose.quantities import NUMBER, is_rough_before, number_value
from articles.gate.prose.words import cut

NOUN = (
    r"(?:tips?|ways|steps|mistakes|reasons|things|questions|rules|signs|stages|principles|skills|tools|ideas|habits"
    r"|lessons|benefits|myths|points|checks|phases|pillars|parts|types|kinds|areas|criteria|rounds|options|factors"
    r"|documents|items|papers|levels|examples|requirements|facts|changes|problems)"
)
COUNTED = rf"(?P<number>{NUMBER}) (?:(?!(?:the|these|this|those|for|of|in|to|and|or)\b)[\w’-]+ ){{0,2}}?{NOUN}"
# What may stand between the noun and the colon, so that nothing else is announced there.
TAIL = (
    r"(?: (?:are|below|here|in order|in turn|matter|follow|apply|stand out|as follows"
    r"|(?:to|that|you|we) [\w’-]+(?: [\w’-]+)?))*"
)
LEAD_IN = re.compile(rf"\b{COUNTED}{TAIL}:$", re.IGNORECASE)
BOTH = re.compile(rf"\bboth (?:of )?(?:these|those|the following)(?: {NOUN})?:$", re.IGNORECASE)
# Without a colon, what is announced is all that the sentence says.
PLAIN = re.compile(
    rf"^(?:there are|here are|these are) (?:the |our |my )?{COUNTED}(?: [\w’-]+){{0,6}}(?:, listed below)?[.:]$"
    rf"|^(?:(?!of |the first )[\w’-]+ ){{0,4}}?{COUNTED.replace('number', 'other')}"
    r"(?: (?!of\b|in (?:the|a)\b)[\w’-]+){0,4}(?:, listed below)?\.$",
    re.IGNORECASE,
)
# The number of anything that one short sentence right before a list gives; measures and what happened once are no list.
SOLE = re.compile(
    rf"^(?!.*\b(?:last|past|ago|since|old|more|hired|placed|spent|worked|asked us|years|months|weeks|days|hours|minutes|per cent)\b)"
    rf"(?:(?:the |our |a )?[\w’-]+ (?:(?:has|have|comes? in|is in|runs? in|falls? into|consists? of"
    rf"|is made of) )(?:\w+ )?|(?:we|you(?: will)?) (?:use|need|meet|put|ask|give|bring|expect|take|keep|follow"
    rf"|have|see) (?:to )?|it takes |expect |there (?:are|is) |)"
    rf"(?P<number>{NUMBER}|both|a pair|a trio) (?:of (?:these |the )?)?[a-z]+(?:s|a|people"
    rf"|halves)\b(?: (?!of\b)[\w’-]+){{0,6}}(?:, (?:which are these|namely|given here|as follows"
    rf"|listed here))?\.?$",
    re.IGNORECASE,
)
# One number of things that a list can hold, in the sentence right before the list: first in it, or of words for parts.
MEASURE = (
    r"(?:minutes|hours|days|weeks|months|years|seconds|people|pounds|pages|times|sides|per|candidates"
    r"|applicants|engineers|developers|women|men|interviewers|managers|metres|miles|words (?:long|or)|others)"
)
THINGS = rf"(?!{MEASURE}\b)[a-z-]{{3,}}(?<![su])s"
PARTS = (
    rf"(?:{NOUN}|words|sentences|lines|clauses|chapters|sections|places|duties|tasks|tests|qualities|traits"
    rf"|causes|aims|goals|topics|subjects|fields|columns|sources"
    r"|elements|features|conditions|choices|methods|measures|actions|signals|warnings|dates|sheets|forms|roles"
    r"|jobs|languages|tools|services|clouds|websites|books|courses)"
)
BETWEEN = r"(?:(?!of\b|in\b|or\b|to\b|and\b|for\b|these\b|people\b|[a-z]*s\b)[\w’-]+ ){0,2}?"
ONE_COUNT = re.compile(
    rf"^(?:the |these |our |my |here are (?:the )?)?(?P<number>{NUMBER}) {BETWEEN}(?:{THINGS}|criteria)\b|\b(?P<other>{NUMBER}) {BETWEEN}{PARTS}\b",
    re.IGNORECASE,
)
ANY_COUNT = re.compile(rf"(?<![\w-])(?:{NUMBER}|one|both|half|first|second|another)(?![\w-])", re.IGNORECASE)
# What happened, what is supposed, and what is said of a part of them: no announcement.
NOT_AHEAD = re.compile(
    r"\b(?:was|were|had|been|did|we asked|we met|ago|last|since|if|when|suppose|imagine|instead of|rather than"
    r"|other|another|more than|each of the|only|not|never|too|per|a (?:day|week|month|year)|every (?:day|week"
    r"|month|year)|after|within|at a time|could|might|would)\b|\?$",
    re.IGNORECASE,
)
SETS = {"both": 2, "a pair": 2, "a trio": 3}
TRIO = re.compile(r"^a (?P<number>pair|trio) of [a-z]+s? (?:follows?|comes?|are|is)\b.{0,30}$", re.IGNORECASE)
REFERRING = re.compile(
    r"(?:here )?(?:they appear|they come|they|these|those|the list)(?: (?:are|is|follow|follows|they|these"
    r"|here|below|listed|as|in turn|in|this|order|that|given|in order))*[.:]",
    re.IGNORECASE,
)
PARTIAL = re.compile(r"\b(?:first|of the|of these|of our|remaining)\s$", re.IGNORECASE)
HEADING = re.compile(rf"^(?:the |our |my |top )*{COUNTED}\b", re.IGNORECASE)
NUMBERED = re.compile(r"^(?:(?:step|tip|mistake|reason) )?(\d{1,2})[.):] \S", re.IGNORECASE)

COUNT = Rule(
    check="announced-count",
    level=Level.WARNS,
    why="A reader who counts something else than the text promised wonders what is missing.",
    advice="Correct the number, or the list.",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """What stands beneath a heading: its subheadings and, list by list, the number of items."""

    subheadings: int
    lists: tuple[int, ...]
    has_table: bool


def announced_count(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """“The four steps are:” before a list of three."""
    passages = guide.passages
    for position, (passage, following) in enumerate(pairwise(passages)):
        if following.kind is not Kind.ITEM or passage.kind is not Kind.PARAGRAPH:
            continue
        words, number = _announcement(passage)
        items = _items_after(passages, position) if number else []
        if items and len(items) != number:
            what = f"“{cut(words)}” leads in a list of {len(items)}, from “{cut(items[0])}” to “{cut(items[-1])}”."
            yield COUNT.found(passage.place, what, excerpt=cut(words))


def _announcement(passage: Passage) -> tuple[str, int]:
    """The words before a list that say how long it is, and the number; nothing and 0 where none do."""
    if passage.text.endswith(":"):
        if match := LEAD_IN.search(passage.text):
            return match[0], 0 if _is_rough(passage.text, match) else number_value(match["number"])
        if match := BOTH.search(passage.text):
            return match[0], 2
    *before, last = passage.sentences
    sentence = before[-1] if before and REFERRING.fullmatch(last) else last
    match = PLAIN.search(sentence)
    if not match:
        return _alone(sentence) if len(passage.sentences) == 1 else _told_ahead(sentence)
    name = "number" if match["number"] else "other"
    return sentence, 0 if is_rough_before(sentence, match.start(name)) else number_value(match[name])


def _alone(sentence: str) -> tuple[str, int]:
    """The number of a paragraph that is one short sentence, whatever it counts."""
    match = SOLE.search(sentence) or TRIO.search(sentence)
    if not match or is_rough_before(sentence, match.start("number")):
        return _told_ahead(sentence)
    number = match["number"].casefold()
    return sentence, SETS.get(number) or SETS.get(f"a {number}") or number_value(number)


def _told_ahead(sentence: str) -> tuple[str, int]:
    """The number of the parts of which the sentence speaks, where it gives one and is about nothing else."""
    match = ONE_COUNT.search(sentence)
    if not match or len(ANY_COUNT.findall(sentence)) > 1 or NOT_AHEAD.search(sentence):
        return "", 0
    name = "number" if match["number"] else "other"
    is_rough = is_rough_before(sentence, match.start(name)) or PARTIAL.search(sentence, 0, match.start(name))
    return ("", 0) if is_rough else (sentence, number_value(match[name]))


def count_in_heading(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """“Five tips for your first day” above three of them; the title counts what is in the whole guide."""
    body = [passage for passage in guide.passages if _is_in_text(guide, passage)]
    for position, passage in enumerate(body):
        if passage.level == 2 and (match := HEADING.search(passage.text)):
            beneath = list(takewhile(lambda other: other.level != 2, body[position + 1 :]))
            if found := _held(_section(beneath, 3), number_value(match["number"]), is_list_next=_is_list_next(beneath)):
                yield COUNT.found(
                    passage.place, f"“{cut(passage.text)}” is followed by {found}.", excerpt=cut(passage.text)
                )
    yield from _in_title(guide, body)


def _in_title(guide: DocumentText, body: Sequence[Passage]) -> Iterator[Finding]:
    for title in guide.passages:
        if title.kind is Kind.TITLE and (match := HEADING.search(title.text)):
            numbers = [int(number[1]) for passage in body if passage.level and (number := NUMBERED.match(passage.text))]
            if len(numbers) > 1 and max(numbers) != number_value(match["number"]):
                what = f"The title says “{cut(match[0])}”, and the headings are numbered up to {max(numbers)}."
                yield COUNT.found(title.place, what, excerpt=cut(title.text))


def _is_rough(text: str, match: re.Match[str]) -> bool:
    return is_rough_before(text, match.start()) or PARTIAL.search(text, 0, match.start()) is not None


def _items_after(passages: Sequence[Passage], position: int) -> list[str]:
    """The list right after a passage; nothing where lists stand inside each other and cannot be counted."""
    place = passages[position].place
    following = takewhile(lambda other: other.place == place and other.kind is Kind.ITEM, passages[position + 1 :])
    items = list(following)
    return [item.text for item in items] if len({item.ordinal for item in items}) == 1 else []


def _is_in_text(guide: DocumentText, passage: Passage) -> bool:
    return passage.place.block is not None and isinstance(guide.document.blocks[passage.place.block], Text)


def _section(passages: Sequence[Passage], level: int) -> Section:
    lists = Counter((one.place, one.ordinal) for one in passages if one.kind is Kind.ITEM)
    return Section(
        subheadings=sum(one.level == level for one in passages),
        lists=tuple(lists.values()),
        has_table=any(one.kind is Kind.CELL for one in passages),
    )


def _is_list_next(passages: Sequence[Passage]) -> bool:
    """Whether a list comes first, or second after a lead-in."""
    return any(one.kind is Kind.ITEM for one in passages[:2])


def _held(section: Section, number: int, *, is_list_next: bool) -> str:
    """What the section holds instead of the number; empty where it has the number of anything, or cannot tell."""
    if section.has_table or number in (section.subheadings, *section.lists):
        return ""
    if section.subheadings > 1:
        return f"{section.subheadings} subheadings"
    return f"a list of {section.lists[0]}" if is_list_next and len(section.lists) == 1 else ""
