"""What a guide says of people in its own voice: not what it quotes, nor where it teaches what the law forbids."""

import re
from collections.abc import Iterator
from functools import lru_cache

from articles.document import Quote, Video
from articles.gate.prose.document_text import DocumentText, Kind, Passage
from articles.gate.prose.patterns import filtered

ASKING = (
    r"ask|write|say|use|specify|state|require|assume|reject|advertise|demand|insist|restrict|mention|describe|include"
    r"|expect|refuse|exclude|put|judge|treat|limit|filter|target|prefer|rely|record|note|request|discuss|share|call"
)
NEGATED = r"(?:never|(?:do|does|should|must|may|can|could|need)(?: not|n[’']t)|cannot|not to|no need to|nor)"
# A sentence that warns of a wording, mentions it, or turns to those whom others leave out.
WARNING = filtered(
    "|".join((
        r"\bavoid\w*|\bleave out\b|\bleaving out\b|\boff[- ]limits\b|\brather than\b|\binstead of\b",
        rf"\b{NEGATED} (?:\w+ ){{0,2}}?(?:{ASKING})\b|\b(?:without|stop) (?:asking|saying|writing|requiring|assuming)\b",
        r"\bnot (?:allowed|lawful|legal|permitted) to (?:ask|say|write|require)\b|\bdo(?:es)? not have to\b",
        r"\b(?:words?|terms?|phrases?|wordings?|labels?|expressions?) (?:such as|like|that)\b",
        r"\bassum(?:es?|ed|ing|ptions?)\b|\bmyths?\b|\bmisconceptions?\b|\bno upper\b|\bno need\b|\b(?:do not"
            r"|don[’']t|never) (?:send|attach|add|enclose|provide|give)\b",
        r"\bencourag\w+|\bunder-?represented\b|\bequally\b|\bas well as\b|\band anyone\b|\bor anyone\b|\bboth\b"
        r"|\bor not\b|\b(?:and|or) any(?:one|body)\b|\bboth\b|\bor not\b",
    )),
    re.IGNORECASE,
)  # fmt: skip
# Words that tell of a paragraph, a section or a whole guide that it teaches.
TAUGHT = filtered(
    "|".join((
        r"discriminat|equality act|protected characteristic|\bunlawful|\billegal|stereotyp|\bbias|\bprejudice",
        r"\bexclud(?:e|es|ing)\b|\bputs? (?:\w+ ){0,2}off\b|\binclusi(?:ve|on)\b|\bdiversity\b|\bunfair|\bageis"
        r"|\bsexis|\bracis",
        r"\bgender(?:ed|[- ](?:neutral|coded|balance|pay|gap))|\boccupational requirement|\bpositive action\b",
        r"\breasonable adjustment|\bequal (?:opportunit|pay)|\btribunal|\bharass",
        r"\b(?:questions?|things|topics|words|phrases|wording|language|terms) (?:\w+ ){0,4}"
        r"(?:avoid|cannot|can[’']t|must not|should not|shouldn[’']t|never|not allowed)",
        rf"\b(?:can|may|must|should) (?:I|we|you|they|an? \w+|\w+s) (?:\w+ )?(?:{ASKING})\b",
        rf"\bavoid\b[^.]{{0,40}}:$|\b{NEGATED} (?:\w+ )?(?:{ASKING})\b[^.]{{0,40}}:?$",
    )),
    re.IGNORECASE,
)  # fmt: skip


@lru_cache(maxsize=1)  # all these rules read the same guide, one after the other
def in_own_voice(guide: DocumentText) -> tuple[Passage, ...]:
    """The passages that are no quotation, transcript or table, outside sections that teach about the law."""
    document = guide.document
    is_about_it = TAUGHT.search(document.title) or TAUGHT.search(document.standfirst)
    return () if is_about_it else tuple(_outside_lessons(guide))


def _outside_lessons(guide: DocumentText) -> Iterator[Passage]:
    others = {position for position, block in guide.blocks if isinstance(block, (Quote, Video))}
    in_section = in_list = False
    for passage in guide.passages:
        is_taught = TAUGHT.search(passage.text) is not None
        if passage.kind in (Kind.HEADING, Kind.QUESTION):
            in_section, in_list = is_taught, False
        elif passage.kind is Kind.PARAGRAPH:
            in_list = is_taught or (passage.text.endswith(":") and WARNING.search(passage.text) is not None)
        is_listed = passage.kind is Kind.ITEM and in_list
        if not (is_taught or in_section or is_listed or passage.kind is Kind.CELL or passage.place.block in others):
            yield passage
