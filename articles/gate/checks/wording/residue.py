"""What templates, themes and forms left on the page: placeholders, notes to oneself, the forms' own help."""

import re
from collections.abc import Iterable, Iterator

from django.db.models import Model

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText, sentences
from articles.gate.prose.quoting import without_quoted
from articles.gate.prose.words import cut, folded
from articles.models.article import Article
from articles.models.blocks import BLOCK_MODELS

PLACEHOLDER = Rule(
    check="placeholder",
    level=Level.BLOCKS,
    why="It was meant to be replaced before anybody read the page.",
    advice="Write what belongs here, or remove it.",
)
HELP_TEXT = Rule(
    check="help-text-as-content",
    level=Level.BLOCKS,
    why="These are the form’s words to you, not yours to the reader.",
    advice="Write what the form asks for, or leave the field empty.",
)
PARTS = (
    r"(?:(?:sub)?(?:title|heading)|headline|text|content|intro(?:duction)?|paragraph|sentence|copy|caption|description|"
    r"summary|tagline|quote|testimonial|question|answer|link|url|logo|image|picture|photo|alt text|button text|statistic)s?"
)
# Whole passages or sentences that themes, page builders and office programs put where an author has yet to write.
WHOLE = re.compile(
    "|".join(
        (
            rf"(?:an?|the|your) (?:\w+ )?{PARTS} for (?:your|this) (?:(?:faqs?|new|hero) )?(?:section|block|module|widget|faqs?)",
            rf"your (?:\w+ )?(?:{PARTS}|(?:company |business |full |first |last )?name) (?:goes )?here",
            rf"(?:add|enter|insert|type|put|write|place|paste) (?:(?:an?|the|your|some|more) )?(?:\w+ )?{PARTS} here",
            r"insert (?:(?:an?|the|your|some) )?(?:\w+ ){1,2}here",
            r"enter (?:(?:an?|the|your|some) )?(?:value|name|company name|job title) here",
            rf"{PARTS} (?:goes )?here",
            r"(?:double[- ])?(?:click|tap)(?: here)? to (?:edit|add|insert|change)(?: \w+){0,4}",
            r"start typing(?: here)?|start writing here|type something",
            r"(?:sample|dummy|placeholder|filler) (?:text|content|title|heading|paragraph|image|caption)",
            r"this is (?:an? |some |the )?(?:sample|dummy|placeholder|filler) (?:text|content|paragraph|page|title|heading)",
            r"(?:edit|replace|change) this (?:text|paragraph|title|heading)",
            r"edit or (?:remove|delete) (?:this text|it)\b.*",
            r"i am a? ?text block|type / to choose a block|welcome to wordpress",
            r"list item #?\d|item #\d|heading \d|sub(?:title|heading)(?: \d)?|untitled(?: \w+)?",
            r"(?:section|block|slide|card|tab|accordion|toggle|button) (?:title|heading|text|label)(?: \d)?",
            r"lorem ipsum|placeholder|tb[cad]|to be (?:written|added|completed)|todo|fixme|x{2,}",
        )
    ),
    re.IGNORECASE,
)
# What is a placeholder in the middle of a sentence too.
STAND_IN = re.compile(
    r"(?i:lorem ipsum dolor)\b"
    r"|\[(?i:insert|enter|add|type|replace|placeholder|todo|to ?do|tb[cad]|to be (?:confirmed|added)|x{2,}|link to|need)\b[^\]]{0,60}\]"
    r"|\[(?i:your [\w ]{1,30} here)\]"
    r"|(?<![\w’'-])(?:X{2,}|x{2,})(?:%| per cent\b)"
    r"|[£$€](?:X{2,}|x{2,})(?:[,.](?:X{3}|x{3}))*[kKmM]?\b"
    r"|(?<![\w’'-])(?:XX|xx)(?= (?:years|months|weeks|days|hours|people|employees|candidates|clients|companies|offices|roles)\b)"
    r"|(?<![\w’'.-])X{3,}(?![\w’'-]|\.\w)"
    r"|\bTODO:|\bFIXME:|[\[(](?:TODO|FIXME|TBC|TBA|TBD)\b"
    r"|^TODO (?:add|ask|check|confirm|finish|find|fix|get|insert|link|replace|source|update|write)\b"
    r"|(?<=[:–—-] )TB[CAD](?=[.!]?$)"
)
HINT = re.compile(r"[\[(]|XX|xx|TB[CAD]|TODO|FIXME|lorem", re.IGNORECASE)  # saves the slow search in most passages
FIELD = re.compile(
    r"\{\{[^{}]*\}\}|\{%[^{}]*%\}|\$\{[^{}]*\}|\*\|\w+\|\*|%%\w+%%|\[\[[\w ]+\]\]"
    r"|\{(?:first|last|full|company|job)[ _]?(?:name|title)\}"
)
# A passage that speaks of stand-ins may show them; so may one whose words lead up to them as words.
ABOUT_STAND_INS = re.compile(
    r"placeholder|\bstand-?in|\bdummy|\bfiller|\bbrackets|\bfill(?:s|ed)? in\b|\breplac|\bcode\b|\bcodebase|\bcomments?\b"
    r"|\btracker|\broman\b|\bbowl\b|\bchapter|\bmask|\bformat|\bdigits?\b|\bregex|\bpattern"
    r"|\bto be (?:announced|confirmed|decided|determined)\b",
    re.IGNORECASE,
)
SPOKEN_OF = re.compile(
    r"\b(?:says?|said|reads?|marked|labelled|writes?|written|wrote|phrase|words?)\W*$", re.IGNORECASE
)
ABOUT_FIELDS = re.compile(
    r"templat|placeholder|syntax|variable|expression|\brender|\bescap|\btags?\b|\bfields?\b|\bcode\b|\bYAML\b|\bJSX\b|\bshell\b"
    r"|\bscript|\bReact\b|\bAngular\b|\bVue\b|\bAnsible|\bTerraform|\bworkflow",
    re.IGNORECASE,
)
# A guide with one of these words is about templating.
TEMPLATING = re.compile(
    r"templating|template (?:engine|language|syntax|tag|variable)|jinja|handlebars|mustache|\bhelm\b|(?:curly|double) brac"
    r"|merge (?:field|tag)|interpolation",
    re.IGNORECASE,
)
ENDING = re.compile(r"[\s.…!:]+$")
LONG_SENTENCE = 7


def _help_texts(models: Iterable[type[Model]]) -> frozenset[str]:
    """What the forms say beside their fields: each text as a whole, and each longer sentence of it."""
    texts = [str(field.help_text) for model in models for field in model._meta.fields if field.help_text]
    parts = [part for text in texts for part in sentences(text) if len(part.split()) >= LONG_SENTENCE]
    return frozenset(folded(text) for text in (*texts, *parts))


HELP_TEXTS = _help_texts((Article, *BLOCK_MODELS))


def placeholder(guide: DocumentText, _facts: SiteContext) -> Iterator[Finding]:
    """“Your title here”, “[Insert name]”, “XX%”, “TBC” and their like."""
    for passage in guide.passages:
        if found := _placeholder(passage.text, guide):
            what = f"“{cut(found)}” is a placeholder."
            yield PLACEHOLDER.found(passage.place, what, excerpt=cut(passage.text))


def help_text_as_content(guide: DocumentText, _facts: SiteContext) -> Iterator[Finding]:
    """The help text of a form's field, left in a field or pasted into one."""
    for passage in guide.passages:
        if any(folded(text) in HELP_TEXTS for text in (passage.text, *passage.sentences)):
            what = f"“{cut(passage.text)}” is what the form says beside a field."
            yield HELP_TEXT.found(passage.place, what, excerpt=cut(passage.text))


def _placeholder(text: str, guide: DocumentText) -> str:
    """The first placeholder of a passage, or nothing."""
    own = without_quoted(text)  # an advert that says “TBC” is not to be confirmed itself
    if whole := next((part for part in sentences(own) if WHOLE.fullmatch(ENDING.sub("", part))), ""):
        return whole
    stand_in = STAND_IN.search(own) if HINT.search(own) else None
    if stand_in and not _is_shown(stand_in, ABOUT_STAND_INS):
        return stand_in[0]
    field = FIELD.search(own)
    return field[0] if field and not _is_shown(field, ABOUT_FIELDS) and not _is_about_templating(guide) else ""


def _is_about_templating(guide: DocumentText) -> bool:
    return any(TEMPLATING.search(passage.text) for passage in guide.passages)


def _is_shown(found: re.Match[str], about: re.Pattern[str]) -> bool:
    """Whether the passage around it shows a placeholder rather than holding one."""
    before, after = found.string[: found.start()], found.string[found.end() :]
    return bool(SPOKEN_OF.search(before) or about.search(before) or about.search(after))


CHECKS = (placeholder, help_text_as_content)
