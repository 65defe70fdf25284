"""Sentences that announce a table, a chart or a list in so many words, and no such thing comes."""

import re
from collections.abc import Iterator

from articles.document import Comparison, Figure, KeyTakeaways, PullFigure, SalaryTable, Steps, Text, Timeline, Video
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText, Kind, Passage
from articles.gate.prose.own_passages import own_passages
from articles.gate.prose.patterns import filtered
from articles.gate.prose.words import cut

TABLES = "tables?|charts?|graphs?|diagrams?|figures?|illustrations?|pictures?|images?|screenshots?|photos?|maps?|infographics?|graphics?"
LISTS = "lists?|checklists?|steps|points|questions|documents|items|examples|tips|bullet points|bands|rates|templates?|timeline"
SEEN = filtered(
    rf"\b(?:the|this|these|our|a) (?:\w+ )?(?P<seen>{TABLES}|videos?|{LISTS}) (?:that you see )?(?:below|underneath|beneath|overleaf|opposite|that follows?|that comes next|on the (?:right|left))\b"
    r"|\b(?:listed|shown|set out|given|explained|described|named|illustrated|summed up|laid out) (?:below|underneath|beneath|overleaf)\b"
    rf"|^(?:the|this) (?P<told>table|chart|graph|diagram|illustration|infographic) (?:shows|compares|gives|lists|sets out|illustrates|explains)\b"
    rf"|\b(?:in|by|from|see|of) the following (?:\w+ )?(?P<next>{TABLES}|{LISTS})\b"
    rf"|^the following (?:\w+ )?(?P<first>{TABLES}|lists?|checklists?) (?!is\b|are\b|was\b)"
    rf"|^below (?:is|are) (?:a|an|the|some|our)\b[^.]{{0,60}}?\b(?P<below>{TABLES}|{LISTS})\b"
    rf"|\b(?P<here>here (?:is|are) (?:a|an|the|our|some|\w+) (?:\w+ ){{0,2}}(?:{LISTS}|{TABLES}))\b",
    re.IGNORECASE,
)
# The end of a paragraph that promises what comes next.
PROMISE = filtered(
    r"\b(?:is|are) (?:set out|listed|shown|laid out|given|named|summed up) here\.$"
    r"|\b(?:(?:is|are|was|were|goes|go|works?|looks?) as follows|the following(?: (?:\w+ )?(?:documents|items|steps|questions|points|things|skills|tools"
    r"|details|examples|reasons|qualities|benefits|rules|tips|stages|roles|tasks|information))?)\.$"
    r"|^(?:these|here) are (?:the|our|some|a few) (?:\w+ )?(?:steps|documents|items|questions|points|reasons|tips|stages|tasks|skills|rules|bands)\.$",
    re.IGNORECASE,
)
# A sentence that is nothing but the announcement; as a paragraph of its own it needs what it announces.
BARE = filtered(
    r"(?:^|[.?!] )(?:the|these) (?:next|following|last) (?:items|ones|things|documents|points|steps|questions|papers|three|four|five)\.$"
    r"|\? (?:the|these|those) (?:\w+ )?(?:items|ones|things|documents|points|steps|questions|papers|people|tools|rules)\.$"
    r"|\b(?:are|is) (?:the following|these|listed here)\.$|\bthey are these\.$|\byou(?: will|[’']ll)? need the following\.$|\bis as follows\.$"
    r"|\b(?:have|know|do|done|bring|check|remember|need|ask|answer|read|make|take|keep|follow|consider|avoid|agreed|settled|meet|want|expect|cover|include|prepare) (?:all )?(?:of )?(?:these|the following|the next) (?:two|three|four|five|six|seven|eight|nine|ten|few) (?:[\w-]+ )?[a-z]{3,}s\.$"
    r"|^(?:these|here) are the (?:\w+ )?(?:documents|papers|questions|items|people|stages|levels|steps|points|forms|rules|tools|tests|tasks|names|dates|skills)(?: (?:to|that|which|you|we|for|of)\b[^,;:]{2,60})?\.$"
    r"|^(?:listed |set out )?below (?:are|is) (?:the |our |what |some |all )[^,;:]{3,60}\.$|\b(?:documents|papers|steps|questions|items|points|forms|rules|details) (?:to take |to bring |you need )?(?:are )?below\.$",
    re.IGNORECASE,
)
SHOWING = (Figure, SalaryTable, Comparison, PullFigure, Steps, Timeline, Video, KeyTakeaways)
FARTHEST = 60  # passages
LONGEST = 100  # characters; a longer paragraph says something of its own

MISSING = Rule(
    check="announced-thing-missing",
    level=Level.WARNS,
    why="Readers look for it and find that something is missing.",
    advice="Add what the sentence announces, or leave the announcement out.",
)


def announced_thing_missing(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """“The table below” with no table before the next main heading, “the following.” with nothing that follows."""
    passages = list(own_passages(guide))
    for number, passage in enumerate(passages):
        if passage.kind is not Kind.PARAGRAPH or passage.place.field == "description":
            continue
        if (found := SEEN.search(passage.wording)) and not _is_shown(guide, passages, number):
            yield MISSING.found(passage.place, f"“{cut(found[0])}” does not come.", excerpt=cut(passage.text))
        elif (
            not passage.links
            and (found := PROMISE.search(passage.wording) or _bare(passages, number))
            and not _is_kept(guide, passages, number)
        ):
            yield MISSING.found(passage.place, f"“{cut(found[0])}” is followed by nothing.", excerpt=cut(passage.text))


def _bare(passages: list[Passage], number: int) -> re.Match[str] | None:
    """The announcement that a short paragraph makes; after a list or a table it speaks of that."""
    before, passage = passages[number - 1] if number else None, passages[number]
    if len(passage.text) > LONGEST or (before and before.kind in (Kind.ITEM, Kind.CELL)):
        return None
    return BARE.search(passage.wording)


def _position(passage: Passage) -> int:
    return -1 if passage.place.block is None else passage.place.block


def _is_shown(guide: DocumentText, passages: list[Passage], number: int) -> bool:
    """Whether a list, a table or a block to look at comes before the next main heading; after a standfirst, anywhere."""
    start = end = _position(passages[number])
    if start < 0:
        return len(guide.blocks) > 1
    for following in passages[number + 1 : number + FARTHEST]:
        if following.level == 2:
            end = _position(following)
            break
        if following.kind in (Kind.ITEM, Kind.CELL, Kind.HEADING, Kind.QUESTION):
            return True
        end = _position(following)
    else:
        end = len(guide.document.blocks)
    return any(isinstance(block, SHOWING) for block in guide.document.blocks[start + 1 : end + 1])


def _is_kept(guide: DocumentText, passages: list[Passage], number: int) -> bool:
    """Whether a list, a table, a heading or another block comes right after the passage."""
    passage, following = passages[number], next(iter(passages[number + 1 : number + 2]), None)
    if following and following.place == passage.place:
        return following.kind is not Kind.PARAGRAPH or following.text[:1] in '“-•*–1("'
    after = guide.block_after(_position(passage))
    return after is not None and not isinstance(after[1], Text)


CHECKS = (announced_thing_missing,)
