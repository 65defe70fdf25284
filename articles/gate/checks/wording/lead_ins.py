"""Sentences that announce something which does not come."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from articles.document import Block, CallToAction, Figure, QuestionAnswer, Quote, Text, Video, richtext
from articles.gate.checks.wording import announcements
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Place, Rule
from articles.gate.prose.document_text import DocumentText, Kind, Passage, sentences
from articles.gate.prose.own_passages import content_of, is_bold
from articles.gate.prose.patterns import filtered

DANGLING = Rule(
    check="dangling-lead-in",
    level=Level.BLOCKS,
    why="A colon promises a list, a table or a quotation. Readers look for it and find that something is missing.",
    advice="Add what the sentence announces, or end it with a full stop.",
)
BEFORE_TEXT = Rule(
    check="colon-before-text",
    level=Level.WARNS,
    why="A colon promises a list, a table or a quotation, and an ordinary paragraph or a heading follows.",
    advice="Add what the sentence announces, or end it with a full stop.",
)
UNFINISHED = Rule(
    check="unfinished-paragraph",
    level=Level.WARNS,
    why="The paragraph stops in the middle of a sentence.",
    advice="Finish the sentence.",
)
EXCERPT = 80
ASKING = re.compile(r"(?:What|Who|Whom|Where|Which|Why|How|Whether)\b")
# How a paragraph begins that goes on with the text rather than completing the sentence before it.
LOOKS_BACK = re.compile(
    r"(?:So|This|That|These|Those|It|They|Their|However|But|And|As|Once|Because|Although|While|Such|Also|Another|Beyond|Alongside|Here"
    r"|Most|Many|Some|Other|In (?:short|practice|addition|general|larger|smaller|many|most|some)|The rest)\b"
)
# A line of a form that readers fill in.
BLANK = re.compile(
    r"(?:Name|Date|Signature|Signed(?: by)?|Your (?:\w+ )?(?:answer|score|name|notes?|reasons?|total)|Notes?|Score|Total|Answer|Address|Comments):",
    re.IGNORECASE,
)
LEADS_IN = re.compile(r"(?<!:\w{3})(?<!:\w{4})(?<!:\w{5}):$")  # “:cry:” is the code of a face
# What ends so is half a sentence, which no paragraph completes.
HALF = re.compile(
    r"\b(?:about|and|are|as|at|between|by|for|from|have|include[sd]?|including|involves?|is|like|namely|need|needs|of|on|or"
    r"|require[sd]?|such as|than|the|to|under|use|using|want|was|were|with):$",
    re.IGNORECASE,
)
EMPHASISED = re.compile(r"<p>\s*((?:<a [^>]*>)?<(?:strong|em)>.*?)</p>", re.DOTALL)
NUMBERED = re.compile(r"\d{1,2}[.):] ")
UNFINISHED_END = filtered(r"(?:\b(?:and|or|but|such as|including|namely|the)|,)$", re.IGNORECASE)
# “Dear Sam,” and “Kind regards,” end with a comma as they should.
LETTER_WORDS = 5


def dangling_lead_in(guide: DocumentText, _facts: SiteContext) -> Iterator[Finding]:
    """A paragraph, list item or standfirst that ends in a colon with nothing fitting after it.

    It blocks where nothing comes, or what cannot complete half a sentence; after a whole one, a text may be what it announces.
    """
    for position, passage in enumerate(guide.passages):
        if LEADS_IN.search(passage.text) and _may_announce(guide, position) and not _announces(guide, position):
            ending = _ending(passage.text)
            if _is_certain(guide, position):
                what = f"“{ending}” announces something that does not follow."
                yield DANGLING.found(passage.place, what, excerpt=ending)
            else:
                yield BEFORE_TEXT.found(passage.place, f"“{ending}” is followed by plain text.", excerpt=ending)


def unfinished_paragraph(guide: DocumentText, _facts: SiteContext) -> Iterator[Finding]:
    """A paragraph that ends in a comma, or in a word such as “and”, with nothing fitting after it."""
    for position, passage in enumerate(guide.passages):
        end = UNFINISHED_END.search(passage.text) if passage.kind is Kind.PARAGRAPH else None
        if end and _is_prose(guide, position) and not _announces(guide, position):
            what = f"This paragraph ends with “{end[0]}”."
            yield UNFINISHED.found(passage.place, what, excerpt=_ending(passage.text))


def _is_prose(guide: DocumentText, position: int) -> bool:
    return len(guide.passages[position].text.split()) > LETTER_WORDS and _may_announce(guide, position)


def _may_announce(guide: DocumentText, position: int) -> bool:
    """Not what search engines show, not somebody's quoted or spoken words, not a link nor the line before a button."""
    passage = guide.passages[position]
    if (
        any(link.words == passage.text for link in passage.links)
        or passage.kind not in (Kind.PARAGRAPH, Kind.ITEM)
        or passage.place.field == "description"
        or BLANK.fullmatch(passage.text)
    ):
        return False
    return not isinstance(_block(guide, passage.place), (Quote, CallToAction, Video)) and position not in guide.quoted


def _announces(guide: DocumentText, position: int) -> bool:
    """Whether what comes after the passage at `position` is what it announces."""
    passage, start = guide.passages[position], _text_after(guide, position)
    if start is not None:
        return _fits(guide, position, start)
    if passage.kind is Kind.ITEM and _is_field(guide, position):
        return True
    after = _block_after(guide, passage.place)
    return after is not None and not isinstance(after[1], Text) and announcements.fits_block(passage.text, after[1])


def _is_certain(guide: DocumentText, position: int) -> bool:
    """Whether nothing comes after the passage, or half a sentence is followed by a heading or by what looks back."""
    start = _text_after(guide, position)
    if start is None:
        return True
    passage, first = guide.passages[position], guide.passages[start]
    looks_back = first.kind is Kind.HEADING or (first.kind is Kind.PARAGRAPH and LOOKS_BACK.match(first.text))
    return bool(_is_half(passage) and looks_back)


def _is_half(passage: Passage) -> bool:
    """Whether its last sentence breaks off; a label such as “What to look for:” is whole."""
    return HALF.search(passage.text) is not None and not ASKING.match(passage.sentences[-1])


def _text_after(guide: DocumentText, position: int) -> int | None:
    """The position of the passage that comes next, in the same text or at the beginning of the text after it."""
    passage, following = guide.passages[position], next(guide.after(position), None)
    if following and following.place == passage.place:
        return position + 1
    if passage.kind is Kind.ITEM and _is_field(guide, position):
        return None
    after = _block_after(guide, passage.place)
    return guide.starts.get(after[0]) if after is not None and isinstance(after[1], Text) else None


def _fits(guide: DocumentText, position: int, start: int) -> bool:
    """Whether the passage at `start` begins what the one at `position` announces."""
    passage, first = guide.passages[position], guide.passages[start]
    if passage.kind is Kind.ITEM and first.kind is Kind.ITEM:
        goes_on = passage.text[0].isupper() and first.text[0].islower()
        return first.ordinal > passage.ordinal or goes_on or _is_field(guide, position) or _heads_list(guide, position)
    if passage.kind is Kind.ITEM and first.kind is not Kind.CELL:
        return (
            _is_field(guide, position)
            or first.text in _emphasised_in(guide, first)
            or (first.code and first.text.startswith(first.code[0]))
            or announcements.is_example(first.text)
        )
    if first.kind is Kind.HEADING:
        return announcements.is_connective(passage.text) or _begins_sections(guide, position, start)
    return first.kind is not Kind.PARAGRAPH or _is_announced_paragraph(guide, passage, first)


def _is_field(guide: DocumentText, position: int) -> bool:
    """Whether an item is one of several labels in a row, as in a form for readers to fill in."""
    item = guide.passages[position]
    beside = (guide.passages[number] for number in (position - 1, position + 1) if 0 < number < len(guide.passages))
    return any(
        (other.place, other.kind, other.ordinal) == (item.place, item.kind, item.ordinal) and other.text.endswith(":")
        for other in beside
    )


def _heads_list(guide: DocumentText, position: int) -> bool:
    """Whether an item is the first of its list and leads in the others."""
    item = guide.passages[position]
    before, after = guide.passages[max(0, position - 1) : position], guide.passages[position + 1 : position + 3]
    in_list = [(other.place, other.ordinal) == (item.place, item.ordinal) for other in (*before, *after)]
    return in_list == [False] * len(before) + [True, True]


def _begins_sections(guide: DocumentText, position: int, start: int) -> bool:
    """Whether sections follow that a lead-in may open: two beneath the heading above it, or those that it speaks of.

    Pasting lowers headings, so that the sections may stand no deeper than the heading above.
    """
    said = guide.passages[position].sentences[-1]
    if announcements.SECTIONS.search(said) or NUMBERED.match(guide.passages[start].text):
        return True
    before = (guide.passages[number].level for number in range(position - 1, -1, -1))
    above = next((level for level in before if level), 1)
    levels = (other.level for other in guide.after(start - 1) if other.level)
    return [level > above for level in islice(levels, 2)] == [True, True]


def _is_announced_paragraph(guide: DocumentText, passage: Passage, first: Passage) -> bool:
    """Whether a paragraph is evidently what was announced: no sentence, quoted, asked, emphasised from its start, code."""
    if first.code and first.text.startswith(first.code[0]):
        return True
    if is_bold(guide, passage) and not (_is_half(passage) and LOOKS_BACK.match(first.text)):
        return True  # a heading that was typed
    if announcements.fits_paragraph(passage.sentences[-1], first.text):
        return True
    return first.text in _emphasised_in(guide, first) or any(first.text.startswith(link.words) for link in first.links)


def _emphasised_in(guide: DocumentText, passage: Passage) -> frozenset[str]:
    return _emphasised("".join(content_of(guide, passage.place)))


@lru_cache(maxsize=64)  # a text is asked once for each of its lead-ins
def _emphasised(html: str) -> frozenset[str]:
    """The paragraphs that begin with an emphasis."""
    return frozenset(richtext.plain(words) for words in EMPHASISED.findall(html))


def _block(guide: DocumentText, place: Place) -> Block | None:
    return None if place.block is None else guide.document.blocks[place.block]


def _block_after(guide: DocumentText, place: Place) -> tuple[int, Block] | None:
    """The shown block after a text block or the standfirst, with its position.

    An answer may speak of the picture or the quote beneath it; other texts announce nothing outside.
    """
    block = _block(guide, place)
    after = guide.block_after(-1 if place.block is None else place.block)
    is_answered = isinstance(block, QuestionAnswer) and after is not None and isinstance(after[1], Figure | Quote)
    return after if block is None or isinstance(block, Text) or is_answered else None


def _ending(text: str) -> str:
    """The last sentence, or as much of its end as an excerpt holds."""
    last = sentences(text)[-1]
    return last if len(last) <= EXCERPT else f"…{last[1 - EXCERPT :]}"


CHECKS = (dangling_lead_in, unfinished_paragraph)
