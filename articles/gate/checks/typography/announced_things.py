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

TABLES = (
    "tables?|charts?|graphs?|diagrams?|figures?|illustrations?|pictures?|images?|screenshots?|photos?|maps?"
    "|infographics?|graphics?|box|boxes|panels?|grid|matrix|flow ?charts?|side-by-side view"
)
LISTS = (
    "lists?|checklists?|steps|points|questions|documents|items|examples|tips|bullet points|bands|rates"
    "|templates?|timeline|samples?|criteria|phrases|sentences|clauses|wording|script"
)
SEEN = filtered(
    rf"\b(?:the|this|these|our|a) (?:\w+ )?(?P<seen>{TABLES}|videos?|{LISTS}) (?:that you see )?(?:below"
    rf"|underneath|beneath|overleaf|opposite|that follows?|that comes next|on the (?:right|left))\b"
    r"|\b(?:listed|shown|set out|given|explained|described|named|illustrated|summed up|laid out) (?:below|underneath|beneath|overleaf)\b"
    rf"|^(?:the|this) (?P<told>table|chart|graph|diagram|illustration|infographic) (?:shows|compares|gives|lists|sets out|illustrates|explains)\b"
    rf"|\b(?:in|by|from|see|of) the following (?:\w+ )?(?P<next>{TABLES}|{LISTS})\b"
    rf"|^the following (?:\w+ )?(?P<first>{TABLES}|lists?|checklists?) (?!is\b|are\b|was\b)"
    rf"|^below (?:is|are) (?:a|an|the|some|our)\b[^.]{{0,60}}?\b(?P<below>{TABLES}|{LISTS})\b"
    # “You will find a sample letter below.” “See the next table.”
    r"|(?<!\bor )(?<!\band )(?<!\bthan )(?<!\bfloor )(?<!\blevel )(?<!\bfrom )\b(?:below|underneath|overleaf)\.$"
    rf"|\b(?:see|consult|look at|in|by|from|study|check|as) the (?:next|accompanying|adjacent) (?P<near>{TABLES})\b"
    rf"|\b(?P<here>here (?:is|are) (?:a|an|the|our|some|\w+) (?:\w+ ){{0,2}}(?:{LISTS}|{TABLES}))\b",
    re.IGNORECASE,
)
# The end of a paragraph that promises what comes next.
PROMISE = filtered(
    # “The stages are as follows.” “A sample timetable follows.”
    r"\bas follows\.$|\b(?:example|sample|summary|list|overview|breakdown|timetable|template|letter)\b(?: [\w’-]+){0,5} follows\.$"
    r"|\bthe following (?:before|so that|when|in order|if|to (?:your|the|every|each)|as|in (?:your|the|every|each|this))\b[^,;:.]{2,60}\.$"
    r"|\b(?:is|are) (?:set out|listed|shown|laid out|given|named|summed up) here\.$"
    r"|\b(?:(?:is|are|was|were|goes|go|works?|looks?) as follows|the following(?: (?:\w+ )?(?:documents|items"
    r"|steps|questions|points|things|skills|tools"
    r"|details|examples|reasons|qualities|benefits|rules|tips|stages|roles|tasks|information|criteria|phrases"
    r"|words|headings|checks|facts|forms|papers|people|topics|duties|terms|clauses|certificates|qualifications"
    r"|figures|dates))?)\.$"
    r"|^(?:these|here) are (?:the|our|some|a few) (?:\w+ )?(?:steps|documents|items|questions|points|reasons"
    r"|tips|stages|tasks|skills|rules|bands)\.$",
    re.IGNORECASE,
)
# A sentence that is nothing but the announcement; as a paragraph of its own it needs what it announces.
BARE = filtered(
    r"(?:^|[.?!] )(?:the|these) (?:next|following|last) (?:items|ones|things|documents|points|steps|questions|papers|three|four|five)\.$"
    r"|\? (?:the|these|those) (?:\w+ )?(?:items|ones|things|documents|points|steps|questions|papers|people|tools|rules)\.$"
    r"|\b(?:are|is) (?:the following|these|listed here)\.$|\bthey are these\.$|\byou(?: will|[’']ll)? need the following\.$|\bis as follows\.$"
    r"|\b(?:have|know|do|done|bring|check|remember|need|ask|answer|read|make|take|keep|follow|consider|avoid"
    r"|agreed|settled|meet|want|expect|cover|include|prepare) (?:all )?(?:of )?(?:these|the following"
    r"|the next) (?:two|three|four|five|six|seven|eight|nine|ten|few) (?:[\w-]+ )?[a-z]{3,}s\.$"
    r"|^(?:these|here) are the (?:\w+ )?(?:documents|papers|questions|items|people|stages|levels|steps|points"
    r"|forms|rules|tools|tests|tasks|names|dates|skills)(?: (?:to|that|which|you|we|for|of)\b[^,;:]{2,60})?\.$"
    r"|^(?:listed |set out )?below (?:are|is) (?:the |our |what |some |all )[^,;:]{3,60}\.$|\b(?:documents"
    r"|papers|steps|questions|items|points|forms|rules|details) (?:to take |to bring "
    r"|you need )?(?:are )?below\.$",
    re.IGNORECASE,
)
# What a paragraph alone at the end of its section still owes: an example, a wording, some things that it calls these.
OWED = filtered(
    rf"^(?:here|below) (?:is|are) (?!how\b|why\b|where\b|what\b|the (?:catch|problem|thing|truth|point"
    rf"|reason)\b)(?:an?|some|our|the|one|two|three|four|five|\w+) [^.;:]{{3,80}}\.$"
    rf"|^(?:what follows|the following) (?:is|are) (?:an?|our|the|some) [^.;:]{{3,80}}\.$"
    rf"|\b(?:asks? for|needs?|wants?|requires?|bring|follow|use|take|send|keep|copy|paste|try|say|include"
    rf"|consider|check|answer|ask|gather|prepare|suggest|recommend|cover|covers)"
    rf" (?:these|this|the following) (?:\w+ )?(?:{LISTS}|papers|details|information|message|wording|text"
    rf"|formula|paragraph|e-?mail|words|rules|tools|forms|stages|skills|names|dates|terms)"
    rf"(?: (?:to|before|when|in|with|on|for) [^,;:.]{{2,50}})?\.$"
    rf"|^(?:these|the following) (?:(?:two|three|four|five|six|seven|eight|nine|ten) )?(?:{LISTS}|papers|rules"
    rf"|tools|skills|stages|ideas) (?:will|can|should|may|help|cover|show|make|decide|tell"
    rf"|guide)\b[^,;:.]{{2,60}}\.$"
    rf"|^(?:the )?(?:\w+ ){{1,3}}(?:are|is) (?:listed|shown|given|set out) (?:in (?:the |this )?order"
    rf"|one by one|step by step|alphabetically)\b[^,;:.]{{0,60}}\.$"
    rf"|^here (?:is|are) (?:how|what) [^.;:,]{{5,60}}, (?:step by step|in full|in short|in order"
    rf"|at a glance)\.$|^here is what [^.;:,]{{5,60}} looks like\.$",
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
        if passage.kind is not Kind.PARAGRAPH or passage.place.field == "description" or passage.text.endswith(":"):
            continue  # what a colon announces is looked for as a lead-in
        if (found := SEEN.search(passage.wording)) and not _is_shown(guide, passages, number):
            yield MISSING.found(passage.place, f"“{cut(found[0])}” does not come.", excerpt=cut(passage.text))
        elif not passage.links and (found := _owed(guide, passages, number) or _promised(guide, passages, number)):
            yield MISSING.found(passage.place, f"“{cut(found[0])}” is followed by nothing.", excerpt=cut(passage.text))


def _promised(guide: DocumentText, passages: list[Passage], number: int) -> re.Match[str] | None:
    """The announcement of something that should come next, and does not."""
    found = PROMISE.search(passages[number].wording) or _bare(passages, number)
    return found if found and not _is_kept(guide, passages, number) else None


def _bare(passages: list[Passage], number: int) -> re.Match[str] | None:
    """The announcement that a short paragraph makes; after a list or a table it speaks of that."""
    before, passage = passages[number - 1] if number else None, passages[number]
    if len(passage.text) > LONGEST or (before and before.kind in (Kind.ITEM, Kind.CELL)):
        return None
    return BARE.search(passage.wording)


def _owed(guide: DocumentText, passages: list[Passage], number: int) -> re.Match[str] | None:
    """The announcement of a paragraph with which its section ends, where no heading beneath its own can keep it."""
    passage, following = passages[number], next(iter(passages[number + 1 : number + 2]), None)
    if len(passage.sentences) > 1 or (following and following.place == passage.place and following.level != 2):
        return None
    found = OWED.search(passage.wording)
    is_kept = found and not (following and following.place == passage.place) and _is_kept(guide, passages, number)
    before = passages[number - 1] if number else None
    return None if is_kept or (before and before.kind in (Kind.ITEM, Kind.CELL)) else found


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
