"""Square brackets around what is still to be put there, as opposed to references, editors’ notes and code."""

import re
from collections.abc import Iterator

from articles.gate.checks.residue.slots.names import NAMED, PARTS
from articles.gate.prose.document_text import Kind, Passage
from articles.gate.prose.patterns import filtered

BRACKET = re.compile(r"(?<![\w\])])\[([^\[\]]{1,60})\](?!\.?[\w(\[]| \(https?:)")
HERE = r"(?:(?: to)?(?: go(?:es)?)?(?: about| in)? here| to follow| to come| tbc|\?)"
SLOT = re.compile(
    "|".join(
        (
            NAMED,
            rf"{PARTS}{HERE}",
            rf"(?:{PARTS}|ref|reference|appendix|section|page)\.?:? ?(?:\d{{1,3}}|x){HERE}?",
            rf"(?:{PARTS}): .+|(?:{PARTS}) (?:from|of|with|by|about) .+",
            rf"(?:{NAMED}|{PARTS}) (?:from|of|for) (?:{NAMED})",
            rf"(?:[\w’'-]+ ){{0,3}}(?:{NAMED}|title|publisher|publication|survey|study|report|industry|law firm"
            rf"|bank)(?:,| ?[–—:-]) ?[\w ’'-]{{2,30}}|[a-z]+(?: ?/ ?[a-z]+){{1,3}}",
            r"[xyn]|source|ref|reference|blank|name of [\w ]{2,30}",
            r"(?-i:[A-Z][a-z]+) or (?-i:[A-Z][a-z]+)",
            rf"(?:{PARTS})",
        )
    ),
    re.IGNORECASE,
)
# What a reader may meet in brackets: who else was meant in a quotation, an editor’s note, a kind of file behind a link.
DETERMINED = re.compile(
    r"(?:the|a|an|this|that|these|those|our|my|his|her|their|its|last|next|another|at|per|in|each|every|some)\b",
    re.IGNORECASE,
)
REFERENCE = re.compile(r"(?:table|figure|fig|section|reference|ref|appendix|page|p|chart)\.? ?\d{1,3}", re.IGNORECASE)
CITED = re.compile(r"[\w &’'-]+, (?:19|20)\d\d[a-z]?")
SPEAKER = re.compile(r"[A-Z][\w’.-]*(?: [A-Z][\w’-]*)?: ")
# Somebody whose name was to be found or agreed: “[a bank, name withheld]”.
ANONYMOUS = re.compile(
    r", (?:anonymous|anonymi[sz]ed|unnamed|not named|to be named|name (?:withheld|removed|changed|to come|tbc)|tbc)\b",
    re.IGNORECASE,
)
ASIDE = re.compile(
    r"\W*(?:sic|updated?|edit|editor|translat|note|corrected|correction|emphasis|laugh|applause|music|silence|"
    r"inaudible|crosstalk|(?:end|start|beginning)(?: of|$)|pause|audience|video|image|link|in [A-Z]|PDF|a recruiter"
    r"|required|optional|x\b|max|min|closed|open\b|new\b|beta|draft|deprecated|archived|expired|cancelled"
    r"|redacted|expletive|(?:text )?on[- ]screen|my emphasis|our emphasis|both|online|at\b|dot\b)",
    re.IGNORECASE,
)
# Round brackets that shout what to put there, and brackets with nothing in them after what they are to number.
SHOUTED = filtered(
    r"\[Your (?:Company|Agency|Firm|Organisation|Business)(?: Name)?\]|\((?:(?:PLEASE )?(?:INSERT|ADD|ENTER"
    r"|FILL IN|GIVE|TYPE|PUT) [A-Z ’'-]{2,40}|(?-i:(?:[A-Z]+ ){1,2}(?:NAME|DATE|ADDRESS|NUMBER|TITLE)))\)"
    r"|(?<=[a-z] )\[ *\](?! ?(?:[-*]|yes|no|tick))(?=[ .,])|\b(?:[Cc]lause|[Ss]ection|[Pp]age|[Pp]aragraph"
    r"|[Ss]chedule|[Pp]art|[Cc]hapter|[Ff]igure|[Tt]able|[Aa]ppendix) \( *\)"
)
# A text that shows them says so.
SHOWN = re.compile(
    r"templat|placeholder|bracket|replac|\bsyntax|\bcommand|\bregex|\barray|\bcode|\blist\b|\btick|\bbox", re.IGNORECASE
)
# A bracket that opens with what it is for: “[Sidebar: three tips …]”.
DIRECTION = re.compile(
    r"\[(?:side ?bar|box(?:-?out)?|call-?out|caption|author bio|bio|pull[- ]?quote|insert"
    r"|intro(?:duction)? paragraph|hero|banner|image|photo|picture|table|chart|graphic|video|quote|fact ?box"
    r"|infobox|embed|heading|headline|standfirst|strapline|ad|advert|cta|button"
    r"|footer) ?[:–—] ?[^\[\]]{3,120}\]",
    re.IGNORECASE,
)
# Where brackets are part of what is typed into a computer.
ABOUT_CODE = re.compile(
    r"\b(?:command|usage|syntax|arguments?|parameters?|selectors?|attributes?|arrays?|lists?|index|brackets?|regex"
    r"|code|formats?|"
    r"placeholders?|options?|template|keys?|config\w*|terminal|shell|replac\w+|fill)\b",
    re.IGNORECASE,
)
TELLING = ("bracket", "sample", "template", "fill in", "filling in")  # saves the slow search
WORDS = re.compile(r"[£$€]? ?[A-Za-z][A-Za-z’'-]*(?: [A-Za-z’'-]+){0,3}")
WHOLE_WORDS = 6
LONGEST_NAME = 30
NAME_BEFORE = re.compile(r"\b[A-Z][a-z’'-]+ $")
SAYS_MORE = re.compile(r"[A-Z][a-z’'-]+(?: [A-Z][a-z’'-]+)?|[A-Z]{2,5}")
# What is beneath such a heading, or after such a lead-in, is a sample: its brackets are for the reader to fill.
SAMPLE = re.compile(
    r"\b(?:templates?|samples?|examples?|scripts?|letters?|e-?mails?|messages?|surveys?|questionnaires?|prompts?|wordings?|something like"
    r"|subject lines?|this one)\b",
    re.IGNORECASE,
)
TEMPLATE = re.compile(r"\btemplates?\b", re.IGNORECASE)
# A lead-in ends in a colon, or in the middle of its sentence.
LEADS_IN = re.compile(r"(?::|\b(?:be|is|are|like|as|say|says|with|use))$")
# A line that is labelled as one of several wordings, and what shows a wording filled in.
LABELLED = re.compile(
    r"(?:variant|version|option|format|formula|pattern|example|sample|template|subject line)s?(?: \w{1,2})?: ",
    re.IGNORECASE,
)
FILLED_IN = re.compile(r"(?:e\.?g\b\.?|for (?:example|instance)\b)", re.IGNORECASE)
LOWEST = 3  # level of a heading
LONGEST_END = 10  # characters of what it looks for
# A paragraph that says what to do with the brackets, or that samples come.
TOLD = re.compile(
    r"\b(?:in|the|with) (?:the )?(?:\[?square )?\[?brackets\b|\bfill(?:ing)? in the (?:blanks|gaps|brackets)\b"
    r"|\b(?:below|here|following)\b[^.]{0,30}\b(?:samples?|templates?)\b|\b(?:sample|template)s?\b[^.]{0,30}\b(?:below|following)\b",
    re.IGNORECASE,
)


def bracket(passage: Passage, text: str) -> str:
    """The first bracket of the passage’s own words that waits to be filled, or nothing."""
    if "[" not in text and "(" not in text:
        return ""
    if (direct := SHOUTED.search(text) or DIRECTION.fullmatch(text)) and not SHOWN.search(text):
        return direct[0]
    return next((match[0] for match in _brackets(passage, text) if _waits(match, passage)), "")


def words(passage: Passage, text: str) -> str:
    """The first bracket around ordinary words, which may wait to be filled, or nothing."""
    return next((match[0] for match in _brackets(passage, text) if _may_wait(match)), "")


def _brackets(passage: Passage, text: str) -> Iterator[re.Match[str]]:
    if "[" not in text or ABOUT_CODE.search(text):
        return
    linked = " ".join(link.words for link in passage.links)
    yield from (match for match in BRACKET.finditer(text) if match[0] not in linked)


def sample_until(passage: Passage, under: int) -> int:
    """The level of the headings that end the sample for readers to fill in which a passage announces; 0 for none.

    A heading announces its section, the title of a template the whole guide, a paragraph that speaks of the sample the
    section it stands in (`under` is the level of its heading), and a lead-in what comes before the next heading.
    """
    if passage.kind is Kind.TITLE:
        return passage.level if TEMPLATE.search(passage.text) else 0
    if passage.level or LEADS_IN.search(passage.text[-LONGEST_END:]):
        return (passage.level or LOWEST) if SAMPLE.search(passage.text) else 0
    return under if _is_told(passage.text) else 0


def is_wording(text: str, following: str) -> bool:
    """Whether a line shows how something is worded: its label says so, or what follows shows it filled in or is spoken."""
    return "[" in text and bool(
        LABELLED.match(text) or FILLED_IN.match(following) or (text[0] == "[" and SPEAKER.match(following))
    )


def _is_told(text: str) -> bool:
    return any(word in text for word in TELLING) and bool(TOLD.search(text))


def _waits(match: re.Match[str], passage: Passage) -> bool:
    inside, is_whole = match[1].strip(), match[0] == match.string.strip()
    if ANONYMOUS.search(inside):
        return True
    if DETERMINED.match(inside) or CITED.fullmatch(inside):
        return False
    if is_whole and passage.kind is not Kind.CELL and _is_label(inside):
        return True
    if REFERENCE.fullmatch(inside) and not is_whole and match.string[match.end() :][:1] in ".,;":
        return False
    is_part = re.fullmatch(PARTS, inside, re.IGNORECASE) and inside.lower() not in ("link", "quote", "stat")
    return bool(SLOT.fullmatch(inside)) and (is_whole or not is_part)


def _may_wait(match: re.Match[str]) -> bool:
    inside = match[1].strip()
    is_said = DETERMINED.match(inside) or ASIDE.match(inside) or _follows_name(match)
    return bool(WORDS.fullmatch(inside)) and not is_said


def _follows_name(match: re.Match[str]) -> bool:
    """Whether the bracket says more of a name right before it: “Greg [Young]”, “Gary Lee [EMEA]”."""
    before = match.string[max(0, match.start() - LONGEST_NAME) : match.start()]
    return bool(NAME_BEFORE.search(before) and SAYS_MORE.fullmatch(match[1].strip()))


def _is_label(inside: str) -> bool:
    """Whether a passage that is nothing but these words in brackets says what is to stand there."""
    words = inside.split()
    return 1 <= len(words) <= WHOLE_WORDS and inside[:1].isalpha() and ": " not in inside and not ASIDE.match(inside)
