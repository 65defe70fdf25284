"""What an assistant or a writer was told: prompts, keywords to use, the tone to take."""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from articles.gate.checks.residue.talk.brief_signs import BRIEF as BRIEF_SIGNS
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Place, Rule
from articles.gate.prose.document_text import DocumentText, Kind, Passage
from articles.gate.prose.own_words import in_own_words
from articles.gate.prose.words import cut

PROMPT = Rule(
    check="brief-as-content",
    level=Level.BLOCKS,
    why="It tells the writer what to write; readers have no use for it.",
    advice="Delete it.",
)
LABELLED = re.compile(
    r"(?:"
    r"(?:goal|aim|purpose|objective|outline|structure|brief|instructions?|reader|format|angle|hook"
    r"|key messages?|points to cover|must include|deadline|do not mention|avoid)(?: (?:of|for) (?:this "
    r"|the )?(?:article|guide|post|page|piece|text|section|blog))"
    r"|(?:(?:primary|secondary|target|focus|main|long-tail|SEO|LSI|related) )?key ?(?:words?|phrases?"
    r"|word (?:phrases?|density))"
    r"|(?:primary|secondary|target|focus|main|long-tail|SEO|LSI) (?:keywords?|keyphrases?|terms?)"
    r"|(?:brand )?voice and tone|tone(?: of voice| and style)?|brand voice|(?:writing|content) style"
    r"|(?:search |user )?intent|search volume|(?:target|primary|intended) (?:audience|reader|user)s?|(?:buyer )?persona"
    r"|SEO (?:title|description)|meta[ -](?:title|description|tags?|keywords?)|title tag|URL slug|slug|permalink"
    r"|canonical(?: URL)?"
    r"|(?:suggested|proposed|alternative|possible) (?:title|headline|heading)s?|(?:title|headline) (?:suggestion"
    r"|idea|option)s?"
    r"|(?:target |ideal )?(?:word count|word limit)|word count target|target length|reading level"
    r"|(?:system |image |user )?prompt|output(?: format)?|content (?:type|brief)|focus topic|CTA|alt text|H[1-4]"
    r"|excerpt"
    r")(?: ?\((?:max(?:\.|imum)? |up to |under |about |approx\.? )?\d{2,3}(?: ?[-–] ?\d{2,3})?(?: characters?"
    r"| chars| words)?(?: max| or fewer| or less)?\))? ?(?::| [–—-]) .+|assistant: .+"
    r"|audience ?: .+|outline ?: (?:intro|opening|hook|\d|three|introduction)\b.+",
    re.IGNORECASE,
)
A_TEXT = r"(?:text|paragraphs?|article|post|copy|passage|section|sentences?|content|draft|blog post|introduction|headline|essay|notes)"
TEXT_TASK = (
    r"(?:write|rewrite|improve|edit|proofread|summari[sz]e|draft|generate|create (?:an?|some|\d+)|explain"
    r"|answer the (?:following )?questions?|give (?:me )?(?:advice|tips|feedback|some)|optimi[sz]e|"
    r"translate|polish|paraphrase)"
)
TOLD = re.compile(
    r"you are (?:a helpful|an expert) [\w ]*(?:assistant|writer|copywriter|recruiter|editor)\b.*"
    r"|act as an? [\w ]+ and (?:write|create|explain|generate)\b.*"
    r"|(?:please )?(?:write|create|generate|draft) (?:me )?an? (?:\d[\d,]*[- ]words? |SEO[- ]\w+ )(?:blog post"
    r"|article|guide|introduction|summary|essay|post)\b.*"
    r"|write (?:a blog post|an article|an introduction for a (?:guide|blog post|article)) (?:about|on|for"
    r"|explaining) (?:hiring|the|how)\b.*"
    r"|(?:rewrite|summari[sz]e|rephrase|shorten|translate|proofread|paraphrase) (?:the|this) (?:paragraph|text"
    r"|section|article|passage)s? (?:above|below|in|into|to)\b.*"
    r"|(?:instructions|length|format|style|voice|audience) ?: (?:keep it|\d[\d,]*(?:[-–]\d[\d,]*)? words|blog post"
    r"|conversational|second person|markdown|write|use)\b.*"
    r"|(?:style|voice): (?:friendly|conversational|warm|professional|formal|informal|concise|active|plain|casual"
    r"|clear|(?:first|second|third) person)\b.*"
    r"|(?:make|rewrite) (?:this|it|the (?:text|paragraph|section|tone|intro)) (?:sound )?(?:(?:more"
    r"|less) )?(?:short(?:er)?|punchier|human|formal|informal|concise|friendl(?:y|ier)|engaging|professional"
    r"|conversational|simpler|longer)\b.*"
    r"|write (?:about )?\d[\d,]* words (?:on|about)\b.*|role: you are\b.*|user: (?:write|create|rewrite|can you)\b.*"
    r"|call to action: .+"
    # Who the assistant is to be, and what it is to do with a text.
    rf"|(?:act as|take on the role of|pretend (?:that )?(?:you are|to be)|you are"
    rf"|imagine (?:that )?you are) an? [^.:;]{{3,60}}(?:[.:,] (?:please )?| and ){TEXT_TASK}\b.*"
    rf"|(?:please )?(?:improve|rewrite|rephrase|proofread|edit|polish|shorten|summari[sz]e|translate"
    rf"|expand(?: on)?|correct|paraphrase|optimi[sz]e|simplify|make) (?:the )?following (?:{A_TEXT}|sound|read"
    rf"|more)\b.*"
    rf"|(?:please )?(?:improve|rewrite|rephrase|proofread|edit|polish|shorten|summari[sz]e|translate|expand"
    rf"|correct|paraphrase) (?:the |this )?{A_TEXT} (?:below|above)\b.*"
    rf"|(?:please )?(?:generate|create|suggest|brainstorm|write|draft|give me|come up with|list) (?:me )?(?:an?"
    rf"|some|two|three|five|ten|twenty|\d+) (?:[\w-]+ )?(?:headlines?|titles?|outlines?|ideas"
    rf"|meta descriptions?|taglines?|hooks|intros?|introductions?|subheadings) (?:for|about|on) (?:an? |my "
    rf"|the |this )(?:[\w-]+ )?(?:article|guide|blog|post|page|newsletter)\b.*"
    r"|(?:.*[.;] )?write (?:at least|about|around|up to|no more than|roughly|a minimum of) \d[\d,]* words\b.*|write (?:it|this) in the style of .*"
    r"|do not (?:mention|say|reveal) that you(?: are|[’']re) an? (?:AI|assistant|bot|language model)\b.*"
    r"|explain (?:it|this) (?:to me )?(?:like|as if) (?:I[’']m|I am|I were) (?:five|5|twelve|12|a child)\b.*",
    re.IGNORECASE,
)
# What a brief asks of the text: its tone and its length, what it is to hold, and what to leave out.
STYLE = (
    r"(?:(?:tone|voice|style|wording|language|register)\b|(?:British|UK|American|plain) (?:English"
    r"|spellings?)\b|(?:first|second|third)[- ]person|(?:active|passive) voice|jargon|bullet points"
    r"|short sentences|simple (?:words|language)"
    r"|key ?(?:word|phrase)s?\b|call to action|CTA\b|(?:sub)?headings\b|H[1-3]s?\b|meta (?:title|description)"
    r"|emojis?\b|clich[eé]s|exclamation marks|em dashes|words (?:long|in total|max)|\d{2,4} words"
    r"|\d{2,4} characters\b|paragraphs? (?:short|below|under|to)|(?:one|the first|every) (?:heading|paragraph)"
    r"|examples?\b|bullets\b|hashtags)"
)
ASKED = re.compile(
    rf"(?:please )?(?:write|keep|use|include|avoid|do not use|don[’']t use|mention|adopt|maintain|add|limit"
    rf"|aim for|stick to|make sure (?:that )?you|ensure)\b(?!.*\b(?:your|candidates?|interviewers?|employers?"
    rf"|recruiters?|cvs?|letters?)\b)[^.]*\b(?!examples?\b){STYLE}[^.]*(?:,| and | but )[^.]*\b(?:{STYLE}|avoid|keep|use"
    rf"|include|write|mention|add|do not|don[’']t|least|times)[^.]*"
    r"|(?:include|use|repeat|work in|mention) the (?:(?:main|primary|focus|target) )?key ?(?:word"
    r"|phrase)s?\b.*|(?:the )?key ?(?:word|phrase) should (?:appear|be used|come)\b.*"
    r"|write (?:this |it )?(?:for|as if for) (?:an? )?(?:audience|readers|hiring managers|candidates|clients"
    r"|people|someone|beginners|juniors|developers|founders|employers)\b(?: (?:of|who|that|with)\b.*|\.?)"
    r"|assume (?:that )?(?:the|your|our) (?:reader|audience)s?\b.*|(?:begin|start|open|end|close"
    r"|finish) with (?:an? )?(?:(?:strong |clear |short |catchy )?(?:call to action|hook|anecdote|question"
    r"|summary|statistic|cta))\b.*"
    r"|(?:make|keep) (?:(?:it|this) (?:sound|read)|the (?:text|article|guide|tone|copy|post)) (?:more "
    r"|less )?(?:human|natural|conversational|salesy|formal|light|friendly|short|snappy|punchy|professional"
    r"|engaging|casual|simple)\b[^.]*",
    re.IGNORECASE,
)
# Two labels of a brief on one line: “Audience: CTOs; CTA: book a call”.
BRIEF = (
    r"(?:(?:target |primary )?audience|tone|CTA|call to action|(?:key)?words?|(?:key)?phrases?|word count"
    r"|length|style|voice|goal|objective|aim|format|persona|angle|hook|channel|funnel stage)"
)
SEVERAL_TOLD = re.compile(rf"{BRIEF} ?: [^;|]{{2,80}}[;|,.] ?{BRIEF} ?: .+", re.IGNORECASE)
# A guide whose title or headings have one of these words teaches such things.
TAUGHT = re.compile(
    r"prompt|chatgpt|language model|\bLLM|\bSEO\b|search engine|keyword|meta (?:title|desc)|tone of voice"
    r"|writing style",
    re.IGNORECASE,
)
# One of these advises readers on what they write themselves.
ADVISES = re.compile(
    r"\b(?:CVs?|r[eé]sum[eé]s?|(?:cover(?:ing)?|application) letters?|writ(?:e|ing)|adverts?|job descriptions?|applications?|profiles?"
    r"|portfolios?|e-?mails?|messages?|LinkedIn|personal statements?|presentations?|posts?|blog(?:s|ging)?|documentation|reports?|abstracts?|proposals?|briefs?"
    r"|talks?|speak(?:er|ers|ing)|lectures?|exercises?|dissertations?)\b",
    re.IGNORECASE,
)
EXAMPLE = re.compile(r"\b(?:examples?|samples?|templates?|scenarios?|case stud(?:y|ies))\b", re.IGNORECASE)
LONGEST = 600
# A term with what it means, or a part of an example: “Project Name: A clear and concise title.”
TERM = re.compile(r"[A-Z][\w ’'/&-]{1,40}?(?:: | [–—-] ).*\S")
FEWEST_TERMS = 3  # for each that a brief might have too
TOLD_IN = (Kind.PARAGRAPH, Kind.ITEM, Kind.LINE, Kind.HEADING)


def brief_as_content(guide: DocumentText, _facts: SiteContext) -> Iterator[Finding]:
    """“Primary keyword: …”, “Tone: …”, “Write a 1,000-word guide to …”"""
    if any(TAUGHT.search(passage.text) for passage in guide.passages if passage.level):
        return
    is_advice = any(ADVISES.search(passage.text) for passage in guide.passages if passage.level)
    examples, announced = _in_examples(guide), _announced(guide)
    own = [(passage, text) for passage, text in in_own_words(guide) if passage.kind in TOLD_IN]
    for (*_, are_terms), run in groupby(own, key=_sort_of_line):
        lines = list(run)
        told = [
            passage
            for passage, text in lines
            if len(text) <= LONGEST and (is_ordered(text) if is_advice else is_told(text, passage.kind))
        ]
        if are_terms and (FEWEST_TERMS * len(told) <= len(lines) or id(lines[0][0]) in announced):
            continue
        for passage in told:
            if id(passage) in examples:
                continue
            what = f"“{cut(passage.text)}” tells the writer what to write."
            yield PROMPT.found(passage.place, what, excerpt=cut(passage.text))


def _sort_of_line(line: tuple[Passage, str]) -> tuple[Place, Kind, bool]:
    """Where a line stands and whether it is a term, since terms in a row are explained or filled in together."""
    passage, text = line
    return passage.place, passage.kind, bool(TERM.fullmatch(text))


def _in_examples(guide: DocumentText) -> set[int]:
    """The identities of the passages under a heading that says that an example comes."""
    inside = False
    found: set[int] = set()
    for passage in guide.passages:
        inside = EXAMPLE.search(passage.text) is not None if passage.level else inside
        found.update({id(passage)} if inside else ())
    return found


def _announced(guide: DocumentText) -> set[int]:
    """The identities of the passages before which a lead-in stands: “The brief had four lines:”."""
    return {
        id(after)
        for before, after in pairwise(guide.passages)
        if after.place.block is not None and before.text.endswith(":") and not TERM.fullmatch(before.text)
    }


def is_ordered(text: str) -> bool:
    """Whether a text has the words of a brief, whatever its guide is about."""
    return any(known.fullmatch(text) for known in (LABELLED, TOLD, SEVERAL_TOLD))


def is_told(text: str, kind: Kind) -> bool:
    """Whether a text of this kind tells the writer what to write."""
    return is_ordered(text) or (
        kind is not Kind.ITEM and (bool(ASKED.fullmatch(text.rstrip(" ."))) or BRIEF_SIGNS.leave_no_doubt(text.strip()))
    )


CHECKS = (brief_as_content,)
