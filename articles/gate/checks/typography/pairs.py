"""Brackets and quotation marks, which come in pairs."""

import re
from collections.abc import Iterator

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose import repeats
from articles.gate.prose.document_text import DocumentText, Kind, Passage
from articles.gate.prose.own_passages import own_passages
from articles.gate.prose.patterns import filtered
from articles.gate.prose.words import cut

PAIRS = {"(": ")", "[": "]", "{": "}", "“": "”"}
CLOSING = {closing: opening for opening, closing in PAIRS.items()}
MARK = filtered(r"[()\[\]{}“”]")
# What has no partner and needs none: faces, a range that is open at one end.
ALONE = re.compile(r"[:;]-?[()](?!\w)|[\[(]-?[\d.]+, ?-?(?:[\d.]+|∞)[\])]")
# “a)” and “12)” before an item, “5.1)” before a section.
ITEM = re.compile(r"(?:^|\s)(?:\d{1,3}(?:\.\d{1,2})*[a-z]?|[A-Za-z]|[ivxIVX]{1,4})$")
# Straight double marks; after a figure they are inches.
STRAIGHT = re.compile(r"(?<!\d)\"")
# A single mark that opens is an apostrophe typed wrongly where it stands for letters: ‘90s, ‘tis.
OPEN_SINGLE = filtered(r"(?<![\w‘])‘(?!\d0s|tis\b|twas\b|em\b|n\b|til\b|cause\b)(?=\w)")
CODE = filtered(r"[<>=]|[A-Za-z_]\(|\$\w|\{[^{}]*\}|[{}]{2}|\{\s*$|^\s*\}|\\")
SHOWN = 40
LONGEST_QUOTATION = 20  # paragraphs
LONGEST_NUMBER = 10  # characters, of “12.11.10”

UNBALANCED = Rule(
    check="bracket-without-partner",
    level=Level.WARNS,
    why="Readers look for where it ends or began, and words may be missing between.",
    advice="Add the other half of the pair, or delete this one.",
)
UNQUOTED = Rule(
    check="quotation-mark-without-partner",
    level=Level.WARNS,
    why="Readers cannot tell where the quoted words end, and yours begin.",
    advice="Add the other mark of the pair, or delete this one.",
)


def mark_without_partner(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """Once for the guide, brackets and quotations apart."""
    return repeats.once(_without_partner(guide))


def _without_partner(guide: DocumentText) -> Iterator[Finding]:
    """The first of each passage. A quotation of several paragraphs opens in each and closes in the last."""
    passages = list(own_passages(guide))
    alone = {number: found for number, passage in enumerate(passages) if (found := _alone(passage.wording)) is not None}
    parted = _parted(passages, alone)
    for number, found in alone.items():
        passage = passages[number]
        if passage.text[found] in '“”"' and (_goes_on(passages, number) or number in parted):
            continue
        mark, near = passage.text[found], passage.text[max(0, found - SHOWN // 2) : found + SHOWN]
        rule = UNQUOTED if mark in '“”‘"' else UNBALANCED
        lacks = "never closed" if mark in PAIRS or mark in '‘"' else "never opened"
        yield rule.found(
            passage.place,
            f"“{mark}” is {lacks}." if rule is UNBALANCED else f"A quotation is {lacks}.",
            excerpt=cut(near),
        )


def _alone(text: str) -> int | None:
    """Where the first mark stands that has no partner. Code has its own rules."""
    if CODE.search(text):
        return None
    found = _unpaired(ALONE.sub(lambda match: " " * len(match[0]), text))
    return _unclosed_quotation(text) if found is None else found


def _unpaired(text: str) -> int | None:
    """Where the first bracket or curly double mark stands that has no partner."""
    opened: list[int] = []
    for found in MARK.finditer(text):
        mark, at = found[0], found.start()
        if mark in PAIRS:
            if opened and text[opened[-1]] == mark == "“":
                return opened[-1]
            opened.append(at)
        elif opened and text[opened[-1]] == CLOSING[mark]:
            opened.pop()
        elif opened or mark != ")" or not ITEM.search(text, max(0, at - LONGEST_NUMBER), at):
            return opened[-1] if opened else at
    return opened[-1] if opened else None


def _unclosed_quotation(text: str) -> int | None:
    """Where a single mark opens and nothing closes it, or the last of an odd number of straight double ones stands."""
    single = OPEN_SINGLE.search(text)
    if single and "’" not in text[single.start() :]:
        return single.start()
    straight = [found.start() for found in STRAIGHT.finditer(text)] if text.count('"') % 2 else []
    return straight[-1] if len(straight) % 2 else None


def _goes_on(passages: list[Passage], number: int) -> bool:
    """Whether the paragraph is part of a quotation of several."""
    around = passages[max(0, number - 1) : number] + passages[number + 1 : number + 2]
    return any(other.kind is Kind.PARAGRAPH and other.text.startswith("“") for other in around)


def _parted(passages: list[Passage], alone: dict[int, int]) -> set[int]:
    """The paragraphs with which a quotation of several opens, and those that close one a few paragraphs later."""
    found: set[int] = set()
    opening = -LONGEST_QUOTATION
    for number, at in alone.items():
        if at == 0 and passages[number].text[0] in '“"':
            opening = number
        elif passages[number].text[at:] in ("”", '"') and number - opening < LONGEST_QUOTATION:
            found |= {opening, number}
    return found


CHECKS = (mark_without_partner,)
