"""What a sentence announces with its colon, and whether what follows can be that."""

import re

from articles.document import Block, CallToAction, Figure, FinalTakeaway, Insight, Video
from articles.gate.prose.document_text import sentences

# A sentence in the text before a block may announce it, unless the block only goes on with the text. A picture, a film,
# an insight and a button come by themselves: the sentence must speak of one, or of one thing that a picture may show.
ANNOUNCED_BY: dict[type[Block], re.Pattern[str]] = {
    FinalTakeaway: re.compile(r"(?!)"),
    Figure: re.compile(
        r"\b(?:below|charts?|diagrams?|drawings?|example|figures?|graphs?|here|illustrat\w+|images?|like this|looks?|maps?|photos?"
        r"|photographs?|pictures?|plan|screens?|screenshots?|sees?|seen|shows?|shown|sketch\w*|this|these|follow\w*"
        r"|breakdown|numbers|results?|shares?|statistics|totals?|trends?)\b",
        re.IGNORECASE,
    ),
    Video: re.compile(
        r"\b(?:below|clips?|demos?|explains?|films?|hears?|here|interviews?|looks?|recordings?|sees?|shows?|talks?|this"
        r"|videos?|watch|follow\w*)\b",
        re.IGNORECASE,
    ),
    Insight: re.compile(
        r"\b(?:advises?|advice|answer\w*|asked|colleagues?|consultants?|desk|experience|explains?|here|insights?|opinion"
        r"|puts?|recruiters?|saw|says?|said|sees?|tells?|told|views?|words?)\b",
        re.IGNORECASE,
    ),
    CallToAction: re.compile(
        r"\b(?:apply|ask us|book|call|click|contact|enquir\w+|get in touch|join|let us know|register|send|sign up|start"
        r"|talk to|tell us|write to)\b",
        re.IGNORECASE,
    ),
}
# A quoted paragraph or code, a list numbered or marked by hand, the first of several points, a one with its label or name, or a letter.
EXAMPLE = re.compile(
    r"[“‘\"'{<]|[-–—•*·▪✓✔☐]\s|\d+(?:\.\d+)+ |\(?(?:\d{1,2}|[A-Za-z])[./)]\s|(?:First|Firstly|One|Step one|Step \d{1,2}|To begin|To start)\b"
    r"|(?:Dear|Hi|Hello|Subject)\b|\w+(?: \w+){0,2}(?: ?[:(]| [-–—] )"
)
# “Initiatives of that year include:” before “Putting together a desk from old furniture.”
INCLUDES = re.compile(r"\b(?:includes?|included|including|such as):$")
DOING = re.compile(
    r"(?!(?:Hiring|Interviewing|Recruiting|Working|During|Nothing|Something|Everything|Anything)\b)[A-Z][a-z]+ing\b"
)
# What leads on to a heading as to any sentence.
CONNECTIVE = re.compile(
    r"(?:that (?:being )?said|having said that|even so|in short|in other words|but|so|and yet|still|then|next|however|for now):",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"[.!?…][”’\"')\]]*$")
LABEL_WORDS = 3
FEWEST_POINTS = 3
# Last words of a lead-in that promises more than one sentence.
PLURAL = (
    "(?:check)?list|table|summary|set|range|number|mix|team|stack|of|in|on|at|to|by|as|for|from|with|about|and|or|are|have"
    "|want|need|needs|include|like|use|using|know|offer|people"
)
# What announces a plain sentence, so that an ordinary paragraph may follow.
BEFORE_PROSE = re.compile(
    r"\b(?:for example|for instance|example|(?:please )?note|tip|in short|in summary|in other words|put simply"
    r"|(?:is|was) (?:this|simple|short|as follows)"
    # one thing: “my next point”, “a warning”, “the main reason”; a list is one thing made of several
    r"|(?:an?|one|my|our|this|another|the (?:same|main|real|best|only|next|biggest)) (?:[\w’'-]+ ){0,2}"
    rf"(?!(?:{PLURAL})\b)[\w’'-]*(?:[^\Ws]|ss|[iu]s)):$"
    # a case, with what to do in it; an account of what was found
    r"|^(?:If|When|Unless) [^,]*:$|^What [^,]* (?:is|was) (?:\w+ly )?as follows:$",
    re.IGNORECASE,
)
# One thing or step, which a picture shows as well as words do: “Then push it to my server:”, “Click “Add step”:”.
ONE_THING = re.compile(
    r"(?:\b(?:an?|the|my|your|its|this|that) (?:[\w’'-]+ ){0,4}?"
    rf"(?!(?:{PLURAL})\b)[\w’'-]*(?:[^\Ws]|ss|[iu]s)|[”’\"]):$",
    re.IGNORECASE,
)
# What announces a story rather than a list.
STORY = re.compile(
    r"^(?:these|some|my|our|a few) (?:comments|thoughts|remarks|impressions)\b|\b(?:let me|(?:my|our|the) (?:point|argument|reasoning) is|happen(?:s|ed|ing)?|this is (?:how|why)|here(?:[’']s| is) (?:how|why|what (?:it|that|this) means))\b",
    re.IGNORECASE,
)
# What announces sections as well as lists.
SECTIONS = re.compile(
    r"\b(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|several|some|few|many|following|follows?|below|these|this"
    r"|here|next|cover(?:s|ed)?|grouped|divided|arranged|look at|steps?|stages?|reasons?|ways|questions?|options?|types|kinds|parts|sections?"
    r"|topics|rules|principles|tips|points?)\b",
    re.IGNORECASE,
)


def fits_block(lead_in: str, block: Block) -> bool:
    """Whether the block can be what the lead-in announces."""
    announced_by = ANNOUNCED_BY.get(type(block))
    is_shown = isinstance(block, Figure) and ONE_THING.search(lead_in)
    return announced_by is None or bool(announced_by.search(lead_in) or is_shown)


def fits_paragraph(lead_in: str, paragraph: str) -> bool:
    """Whether an ordinary paragraph can be: no sentence but an address or an entry; an example; a lead-in itself.

    A short label leads on to a paragraph as well as to a list.
    """
    is_sentence = SENTENCE_END.search(paragraph)
    return (
        not is_sentence
        or paragraph.endswith("?")
        or is_example(paragraph)
        or len(lead_in.split()) <= LABEL_WORDS
        or bool(BEFORE_PROSE.search(lead_in) or STORY.search(lead_in))
        or bool(INCLUDES.search(lead_in) and DOING.match(paragraph))
    )


def is_connective(lead_in: str) -> bool:
    """Whether it is no more than “That said:”."""
    return CONNECTIVE.fullmatch(lead_in) is not None


def is_example(paragraph: str) -> bool:
    """Whether the paragraph begins as a quotation, a letter or one of several points does, or is several points."""
    return bool(EXAMPLE.match(paragraph)) or _is_enumeration(paragraph)


def _is_enumeration(paragraph: str) -> bool:
    """Whether most of its sentences begin alike: “All offices. All cars. All visitors.”"""
    beginnings = [sentence.split()[0] for sentence in sentences(paragraph)]
    return beginnings.count(beginnings[0]) >= FEWEST_POINTS and 2 * beginnings.count(beginnings[0]) > len(beginnings)
