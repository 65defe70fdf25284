"""What is not settled or not written yet: “Panel: three people, names t.b.a.”, “Referral reward – awaiting final number”."""

import re

from articles.gate.checks.residue.slots.builders import WITH_VERB
from articles.gate.checks.residue.slots.names import PARTS
from articles.gate.checks.residue.slots.stand_ins import CONDITION
from articles.gate.prose.document_text import Kind, Passage
from articles.gate.prose.patterns import filtered

TBC = r"(?:TB[ACDN]|tb[acdn]|T\.B\.[ACDN]\.?|t\.b\.[acdn]\.?)"
SETTLED = (
    r"(?:confirmed|announced|decided|determined|agreed|advised|finali[sz]ed|fixed|set|settled|approved|arranged|scheduled|published|"
    r"released|chosen|picked|appointed|signed(?: off)?|negotiated|known|clear|final|available|ready|received|in|costed|priced|booked)"
)
LATER = r"(?: (?:by|with|from|when|once|after|at|as soon as|until|before|nearer|closer to|following|in|next|later|shortly|soon|here)\b.{0,50})?[!.]*"
WAITING = (
    r"(?:(?:still )?(?:awaiting|waiting (?:for|on|to)|pending|subject to|on hold|outstanding|unknown|undecided|unconfirmed|in discussion|"
    r"under (?:discussion|review|negotiation)|being (?:decided|agreed|finali[sz]ed|confirmed|discussed)|up in the air|to follow|to come|"
    r"to do|needs? (?:confirming|confirmation|checking|agreeing|deciding|filling in|finali[sz]ing)|ask \w+|check with \w+)\b.{0,50})"
)
# What pages and their plans have, and which may come later than the page.
COMING = (
    rf"(?:{PARTS}|more|the rest|rest|remainder|details?|further details|full details|more details|information|more information|section|"
    r"page|guide|chapter|part|article|piece|list|agenda|programme|timetable|figures|numbers|dates?|names?|prices|rates|bands?|scheme|"
    r"speakers?|results|report|survey|interview|content|answers?|steps|tips|examples|update|updates|download|template|transcript|slides|"
    r"recording|case studies|bios?|FAQs?|terms|conditions|map|directions|content|profile|story|episode|instalment|paragraph)"
)
HEAD = r"(?!(?:if|when|while|where|some|many|until|unless|because|although|even|once|what|how|why|who|which|questions?|things?)\b)"
NO_VERB = (
    r"(?:(?!(?:is|are|was|were|be|been|has|have|had|will|can|may|must|should|need|needs|want|wants|ought|due"
    r"|yet|likely|expect|takes?)\b)[\w’'£$€&/?-]+,?)"
)
UNSETTLED = filtered(
    "|".join(
        (
            rf"{HEAD}{NO_VERB}(?: {NO_VERB}){{0,7}}(?: ?[:–—-] ?|, | \(?)(?:.{{1,40}}, )?(?:(?:names?|dates?|details?"
            rf"|final \w+|exact \w+) )?(?:{TBC}\)?{LATER}|(?:to follow|to come|awaiting \w+)\b.{{0,50}})",
            rf"{HEAD}{NO_VERB}(?: {NO_VERB}){{0,7}}(?: ?[:–—-] ?|, | \()(?:.{{1,40}}, )?(?:(?:names?|dates?|details?"
            rf"|final \w+|exact \w+) )?{WAITING}",
            rf"{HEAD}{NO_VERB}(?: {NO_VERB}){{0,6}}(?: ?[:–—-])? (?:(?:is|are) )?(?:still )?(?:yet )?to be {SETTLED}{LATER}",
            rf"{HEAD}{NO_VERB}(?: {NO_VERB}){{0,5}} ?[:–—-] ?(?:still )?(?:not (?:yet )?{SETTLED}|(?:yet"
            rf"|still) to be \w+|no (?:date|decision|answer|figure|news|word) yet)\b.{{0,40}}",
            rf"(?:the |our |a )?(?:[\w’'-]+ ){{0,3}}(?:has|have) (?:still |yet )?(?:not (?:yet )?been|to be) {SETTLED}{LATER}(?<=[a-z])",
        )
    ),
    re.IGNORECASE,
)
# A part of the page that will be there one day.
PROMISED = filtered(
    "|".join(
        (
            rf"(?:an? |the |our |this |another |one |more |further |full )?(?:[\w’'-]+ ){{0,3}}?{COMING}(?: (?:on|about"
            rf"|of|from|for|with|to)(?: [\w’'&-]+){{1,6}}?)? (?:will|should|is going to|are going to|is due to"
            rf"|is to) (?:be (?:added|published|posted|written|completed|updated|uploaded|released|finished|available"
            rf"|filled in|put|shared|ready|live|expanded|provided|included|inserted)(?! (?:when|once|as|every|regularly)\b)|follow|come|appear|go (?:up"
            rf"|live))\b(?: .{{0,20}})?\b(?:here|soon|shortly|later|in due course|next (?:week|month|year)"
            rf"|when .{{3,30}}|once .{{3,30}}|before long|in time)[!.]*",
            rf"(?:an? |the |our |this |another |part |section )?(?:new |full |short "
            rf"|next )?(?:[\w’'-]+ ){{0,3}}?(?:{COMING}|part \w+|section \w+|chapter \w+)(?: (?:on|about|of|from|for"
            rf"|with|to)(?: [\w’'&-]+){{1,6}}?)? (?:is |are |to |will be )?(?:still )?(?:coming (?:soon|shortly|later"
            rf"|next \w+)|on (?:its|the|their) way|in (?:the works|preparation|progress|draft)|being (?:written"
            rf"|prepared|updated|finished)|to follow|to come|under construction|unfinished|half[- ]written"
            rf"|work in progress)(?: (?:soon|shortly|later|in .{{3,20}}))?[!.]*",
            rf"(?:this |the )?(?:{COMING}|part|section|chapter)(?: (?:\d{{1,2}}|one|two|three|four|five))? (?:has"
            rf"|have) (?:not|yet) (?:yet )?(?:to )?(?:been|be) (?:written|added|finished|completed|published|updated"
            rf"|filled in)(?: yet)?[!.]*",
            r"(?:watch this space|stay tuned(?! for)|check back)\b ?(?:soon|later|shortly|next (?:week"
            r"|month))?(?:(?: ?[:,–—-] ?| for | while | as | and ).{3,80})?[!.]*",
            r"(?:we[’']re|we are|I[’']m|I am) (?:still )?(?:working on|writing|finishing|updating|building) (?:this"
            r"|the rest of this) (?:section|page|guide|part|article|list)\b.{0,40}",
        )
    ),
    re.IGNORECASE,
)
# “£TBC”, “a speaker TBA at a venue in Reading”, “to do!!” wherever it stands.
ANYWHERE = filtered(
    r"[£$€]\s?(?:TB[ACD]|tb[acd])\b|\b[a-z]+,? (?:TB[ACD])(?= (?:at|in|on|by|with|from|and|who|for|until|when|once)\b|[,;)]|\.?$)"
    r"|\b(?:date|day|time|venue|place|location|speaker|fee|rate|price|figure)s? to be (?:advised|confirmed"
    r"|announced)\b|\b(?:is|are) t\.b\.[acd]\.|(?<!\S)@todo\b"
    r"|(?:[–—:] ?|- )to[- ]do\b ?!*$|^to[- ]do ?!*$",
)
SPOKEN_OF = re.compile(
    r"\b(?:marked|abbreviat|stands? for|mean(?:s|ing)?|acronym|say|says|said|writ|trunk|development|print)\w*",
    re.IGNORECASE,
)
# What is promised of other things, such as a report that will come out in May, is news.
OF_THE_PAGE = re.compile(
    r"\b(?:this|here|sections?|chapters?|pages?|paragraphs?|tables?|charts?|lists?|more|details?|rest|examples?|prices|rates|bands?|figures|FAQs?"
    r"|case stud\w+|photos?|pictures?|quotes?|video|map|template|download|content|space|tuned|back|to (?:follow|come)|coming|on (?:its|their) way"
    r"|under construction|unfinished|in progress|steps|tips|answers?|profile|timetable|agenda|programme|slides|bios?)\b",
    re.IGNORECASE,
)
LONGEST = 110
LINES = (Kind.PARAGRAPH, Kind.LINE, Kind.QUESTION, Kind.TITLE, Kind.ITEM)
SHORT = (Kind.PARAGRAPH, Kind.LINE)


def unsettled(passage: Passage, text: str) -> str:
    """What the passage says is not settled, or will be there one day; or nothing."""
    if (found := ANYWHERE.search(text)) and not (SPOKEN_OF.search(text) or CONDITION.search(text)):
        return found[0]
    whole = text.strip()
    if WITH_VERB.search(whole):
        return ""
    if passage.kind not in SHORT or len(whole) > LONGEST or whole.endswith(("?", ":")) or " you" in whole:
        return ""
    is_fragment = (
        not whole.endswith(".") or whole.lower().endswith(("..", "t.b.a.", "t.b.c.", "t.b.d.")) or " to be " in whole
    )
    if is_fragment and UNSETTLED.fullmatch(whole.rstrip(" .…")):
        return whole
    return whole if PROMISED.fullmatch(whole.rstrip(" .…")) and OF_THE_PAGE.search(whole) else ""
