"""Counts that the same sentence or paragraph belies: “both candidates, Sam, Priya and Tom”."""

import re
from collections.abc import Iterator

from articles.gate.checks.consistency.announced_counts import COUNT, NOUN
from articles.gate.context import SiteContext
from articles.gate.findings import Finding
from articles.gate.prose.document_text import DocumentText, Passage, sentences
from articles.gate.prose.patterns import filtered
from articles.gate.prose.quantities import NUMBER, is_rough_before, number_value
from articles.gate.prose.statements import unquoted
from articles.gate.prose.words import cut

ITEM = (
    r"(?!(?:however|therefore|though|then|too|in|of|for|which|who|where|when|but|if|as|with|and|or|both"
    r"|please)\b)[\w+#’-]+(?: (?!and\b|or\b)[\w+#’-]+){0,2}"
)
LIST = rf"(?P<list>{ITEM}(?:, {ITEM}){{0,8}},? (?:and|or) {ITEM})"
MEASURES = r"(?:minutes|hours|days|weeks|months|years|seconds|people|pounds|pages|words|times|sides|ways|cases|candidates’|per)"
THINGS = rf"(?:(?!{MEASURES}\b)[a-z-]{{3,}}(?<!s)s|of (?:them|these|those)|languages|offices|stages|pieces|services|sources|roles)"
BETWEEN_COMMAS = filtered(
    rf"\b(?P<count>both|all (?:{NUMBER})|the (?:{NUMBER}))(?: (?!of\b|and\b|or\b"
    rf"|in\b)[a-z-]+){{0,2}}? ?{THINGS}(?:, {LIST},(?= )| \({LIST.replace('list', 'inner')}\))(?P<commas>(?!))?",
    re.IGNORECASE,
)
# What stands between dashes or in brackets after a number is all that it counts.
APART = filtered(
    rf"\b(?P<count>both|(?:all "
    rf"|the )?(?:{NUMBER})) (?:[a-z-]+ )?{THINGS}(?: [–—] (?P<list>{ITEM}(?:, {ITEM}){{0,8}},? (?:and"
    rf"|or) {ITEM}) [–—] | \((?!\d)(?P<inner>{ITEM}(?:, {ITEM}){{0,8}},? (?:and|or) {ITEM})\)"
    rf"|, (?P<commas>{ITEM}(?:, {ITEM}){{1,8}} (?:and|or) {ITEM}), )",
    re.IGNORECASE,
)
# “three calls, the first to a referee and the second to the bank”, “…, one to the bank and one to the referee”
TURNS = filtered(
    rf"\b(?P<number>{NUMBER}) [\w’-]+s, (?:the first|one)\b(?P<rest>[^.;:]*?,? and (?:the (?P<last>{{ORDINALS}})|one)\b[^.;:]*)".replace(
        "{ORDINALS}", "second|third|fourth|fifth|sixth"
    ),
    re.IGNORECASE,
)
ONE_MORE = re.compile(r"(?:, | and )one\b", re.IGNORECASE)
SHORT = ITEM.replace("{0,2}", "{0,4}")
AFTER_COLON = filtered(
    rf"\b(?P<count>{NUMBER}|pair of|trio of) (?:[a-z-]+ )?{THINGS}(?: (?!of |in |for |on |to |from |with |and |or )[a-z]+){{0,2}}"
    rf"(?: of (?:the |our |an? |this )?[a-z]+(?= are ))?(?:(?::"
    rf"| –) (?P<list>{SHORT}(?:, {SHORT}){{1,8}}(?:,? and {SHORT})?|{SHORT} and {SHORT})|(?:(?<= are)"
    rf"| are) (?P<inner>{SHORT}(?:, {SHORT}){{0,8}},? and {SHORT}))(?P<commas>(?!))?[.!?]?$",
    re.IGNORECASE,
)
# “There are four reasons to decline an offer: the pay, the hours and the commute.”
SAID_OF = filtered(
    rf"^(?:there are|we (?:have|offer|ask|look for|use|see)|you (?:have|need)|(?:[\w’-]+ ){{1,4}}(?:has|have"
    rf"|needs?|takes?|does|rests? on|comes? in|consists? of))"
    rf" (?:(?:only|just|these|the) )?(?P<count>{NUMBER}) (?:[a-z-]+ ){{0,2}}?{THINGS} (?:to|why|for|in|when"
    rf"|that|which|of)\b(?: [\w’-]+){{1,5}}(?::| –)"
    rf" (?P<list>{SHORT}(?:, {SHORT}){{0,8}},? (?:and|or) {SHORT})(?P<inner>(?!))?(?P<commas>(?!))?[.!]?$",
    re.IGNORECASE,
)
# “The interview is in two parts. The first is a talk, the second a task and the third a tour.”
TWO_SENTENCES = filtered(
    rf"\b(?P<number>{NUMBER}) (?:(?!of |the )[\w’-]+ ){{0,2}}?{NOUN}(?: [\w’-]+){{0,4}}[.:] (?P<first>the first\b)",
    re.IGNORECASE,
)
PART_OF = re.compile(r"\b(?:first|of the|of these|of our|remaining|other|last|next) $", re.IGNORECASE)
SETS = {"both": 2, "pair of": 2, "trio of": 3}
SEPARATOR = re.compile(r", (?:and|or) |, | and | or ")
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
OF_THE = filtered(rf"\b[Oo]f the (?P<number>{NUMBER}) [\w’-]+(?: [\w’-]+)?, the first\b", re.IGNORECASE)
THE_ORDINAL = re.compile(
    rf"(?:^|[,;] (?:and )?| and )the (?P<ordinal>{'|'.join(ORDINALS)}|last|final)\b", re.IGNORECASE
)
COUNTED = re.compile(rf"\b(?P<number>{NUMBER}) (?:(?!of |the )[\w’-]+ ){{0,2}}?{NOUN}\b", re.IGNORECASE)
IN_TURN = filtered(rf"(?:^|[.;:?!] (?:and )?|, and )(?P<ordinal>{'|'.join(ORDINALS)})(?:ly)?,", re.IGNORECASE)
LAST = re.compile(r"(?:^|[.;:?!] (?:and )?|, and )(?:last(?:ly)?|finally),", re.IGNORECASE)
MOST = len(ORDINALS)


def count_within(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for position, passage in enumerate(guide.passages):
        if passage.level or not passage.text:
            continue
        text = unquoted(passage)
        following = next(guide.after(position), None)
        for what, sentence in (*_in_sentences(text), *_in_turn(text, following), *_in_two(text)):
            yield COUNT.found(passage.place, what, excerpt=cut(sentence))


def _in_sentences(text: str) -> Iterator[tuple[str, str]]:
    if (
        "," not in text
        and ":" not in text
        and "both" not in text.casefold()
        and " – " not in text
        and " are " not in text
    ):
        return
    for sentence in sentences(text):
        yield from ((what, sentence) for what in (*_listed(sentence), *_ordered(sentence)))


def _listed(sentence: str) -> Iterator[str]:
    """What is wrong with a number that stands before or after a list of what it counts."""
    for pattern in (BETWEEN_COMMAS, AFTER_COLON, APART, SAID_OF):
        if (match := pattern.search(sentence)) and _is_exact(sentence, match):
            listed = match["list"] or match["inner"] or match["commas"]
            items = SEPARATOR.split(listed)
            if len(items) != _number(match["count"]) and len(items) > 1:
                yield f"“{match['count']}” stands before a list of {len(items)}: “{cut(listed)}”."
                return


def _ordered(sentence: str) -> Iterator[str]:
    """What is wrong with a number whose things are told one by one."""
    if match := OF_THE.search(sentence):
        most = _highest(sentence, match.end() - len(", the first"))
        if most > _number(match["number"]):
            yield f"“{cut(match[0])}” is followed by {most} of them."
    if (match := TURNS.search(sentence)) and _is_exact(sentence, match):
        last = match["last"]
        most = ORDINALS.index(last.lower()) + 1 if last else 1 + len(ONE_MORE.findall(match["rest"]))
        if most != number_value(match["number"]):
            yield f"“{cut(match[0])}” names {most} of them."


def _is_exact(sentence: str, match: re.Match[str]) -> bool:
    return not is_rough_before(sentence, match.start()) and not PART_OF.search(sentence, 0, match.start())


def _number(count: str) -> int:
    return SETS[count.casefold()] if count.casefold() in SETS else number_value(count.split()[-1])


def _highest(sentence: str, start: int) -> int:
    """How many the ordinals of a sentence name; “the last” is one more than those before it."""
    found = [match["ordinal"].casefold() for match in THE_ORDINAL.finditer(sentence, start)]
    numbers = [ORDINALS.index(ordinal) + 1 for ordinal in found if ordinal in ORDINALS]
    in_order = numbers == list(range(1, len(numbers) + 1))
    return len(found) if in_order and len(numbers) > 1 else max(numbers, default=0)


def _in_two(text: str) -> Iterator[tuple[str, str]]:
    if (match := TWO_SENTENCES.search(text)) and _is_exact(text, match):
        sentence = sentences(text[match.start("first") :])[0]
        most = _highest(sentence, 0)
        if most > number_value(match["number"]):
            yield f"“{cut(match[0])}” is followed by {most} of them.", text[match.start() :]


def _in_turn(text: str, following: Passage | None) -> Iterator[tuple[str, str]]:
    """“Three things matter. First, … Fourth, …”; fewer may go on in the next passage."""
    turns = [(match.start(), ORDINALS.index(match["ordinal"].casefold()) + 1) for match in IN_TURN.finditer(text)]
    numbers = [number for _, number in turns]
    if len(numbers) < 2 or numbers != list(range(1, len(numbers) + 1)):
        return
    counted = list(COUNTED.finditer(text, 0, turns[0][0]))
    most = numbers[-1] + (LAST.search(text, turns[-1][0]) is not None)
    goes_on = following and (
        IN_TURN.match(following.text) or LAST.match(following.text) or following.text[:4] == "The "
    )
    if len(counted) == 1 and _is_exact(text, counted[0]):
        number = number_value(counted[0]["number"])
        if most > number or (most < number <= MOST and not goes_on):
            yield f"“{cut(counted[0][0])}” is followed by {most} of them.", text[counted[0].start() :]
