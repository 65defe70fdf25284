"""Stops and commas: once each, right after the word, and a space after them."""

import re
from collections import Counter
from collections.abc import Iterator

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose import repeats
from articles.gate.prose.document_text import DocumentText
from articles.gate.prose.own_passages import own_passages, with_exact
from articles.gate.prose.patterns import filtered
from articles.gate.prose.words import cut

# Two words with a mark between them and no space. Of names such as “Node.js” and “ASP.NET” none has a small letter
# before the stop and a capital with a small letter after it.
GLUED = filtered(
    r"(?<![\w./@#:&=_’'-])(?P<before>[A-Za-z][a-z’']{0,30}[a-z]|£\d[\d,]{0,12}k?|\d{4}|I)"
    r"(?P<mark>[.!?](?=(?:[A-Z][a-z]|[AI] [a-z]))|\.(?=(?:it|the|then|we|you|they|and|but|this|that|if|when"
    r"|there|he|she) )|[,;](?=[A-Za-z][a-z]|[aI] )|:(?=[a-z]{2}))"
    r"(?P<after>[A-Za-z’']{1,40})(?![\w./:@(=_-]|[,;:][A-Za-z\d])"
)
# “word (five people)is”, “said “yes”.Then”.
AFTER_PAIR = filtered(
    r"(?<![a-z])(?P<before>[a-z]{1,40})(?P<mark>\)(?=[a-z]{2})|\.\)(?=[A-Z][a-z])|[”\"][.,;](?=[A-Za-z][a-z]))(?P<after>[A-Za-z]{2,40})(?![\w(.])"
)
# A word before a bracket that closes with letters is optional: “candidate(s)”, “(re)write”.
OPTIONAL = re.compile(r"\((?:\w{1,3}|\w+-)\)$")
NAMES = re.compile(r"https?|mailto|www|std|localhost|ftp|tel|node|ratio|tl", re.IGNORECASE)
# The words of two letters that a sentence may end with; any other before a stop is part of a name: “io.Reader”.
SHORT_ENDS = frozenset(
    [
        "it",
        "us",
        "me",
        "in",
        "on",
        "up",
        "so",
        "do",
        "go",
        "to",
        "of",
        "is",
        "be",
        "we",
        "he",
        "no",
        "by",
        "at",
        "as",
        "am",
        "my",
        "if",
        "or",
        "an",
        "hr",
        "it",
        "uk",
        "eu",
        "ai",
    ]
)
DOUBLED = filtered(
    r"(?<=[\w)”’\"])(?P<marks>,(?:\s?[,;])+|;(?:\s?[;,])+|::+|\.\.(?!\.|/|\w)|\.{4}(?!\.|\w)|\. \.(?! \.|\w)"
    r"|,\s?\.(?!\.|\w)|!!+|\?\?+|(?<=[a-z]{4})\.,)(?=[\s”’\"')]|$)"
)
SPACED = re.compile(
    r"(?P<before>[\w”’)]) (?P<mark>,(?=[ A-Za-z]|$)|\.{1,2}(?=[ ”’\"]|$)|;(?=[ ]|$)|[?!]{1,3}(?=[ ”’\"]|$)|:(?= ))(?![)(DPp])"
)
INSIDE = filtered(r"\((?P<opened> )(?=\w)|(?<=\w)(?P<closing> )\)")
ONE_MARK = {",,": ",", "..": ".", ";;": ";", "::": ":", "!!": "!", "??": "?"}
# Words of another's style: French puts a space before these marks.
TALKS_OF_MARKS = re.compile(
    r"\b(?:commas?|semicolons?|colons?|full stops?|operators?|syntax|globs?|wildcards?)\b", re.IGNORECASE
)

GLUED_RULE = Rule(
    check="space-missing",
    level=Level.WARNS,
    why="Two sentences or words run into one another, and browsers may take them for one long word.",
    advice="Put a space after the mark.",
)
DOUBLED_RULE = Rule(
    check="punctuation-repeated",
    level=Level.WARNS,
    why="A mark typed twice looks like a slip, or like shouting.",
    advice="Keep one of them.",
)
SPACED_RULE = Rule(
    check="space-before-punctuation",
    level=Level.WARNS,
    why="English puts no space there, and the mark may begin the next line by itself.",
    advice="Delete the space.",
)


def space_missing(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """“first;then”, “address.Then”: once for the guide, as those that follow are."""
    return repeats.once(_all_glued(guide))


def _all_glued(guide: DocumentText) -> Iterator[Finding]:
    """Once for each passage, since a passage that shows code has many. What has one stop again and again is a name."""
    found_in = [(passage, next(_glued(passage.wording), None)) for passage in own_passages(guide)]
    often = Counter(found[0] for _passage, found in found_in if found)
    for passage, found in found_in:
        if found and not (found["mark"] == "." and often[found[0]] > 1):
            old, new = found[0], f"{found['before']}{found['mark']} {found['after']}"
            fix = with_exact(guide, passage.place, old, new)
            yield GLUED_RULE.found(passage.place, f"In “{cut(old)}” a space is missing.", excerpt=cut(old), fix=fix)


def punctuation_repeated(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    return repeats.once(_doubled(guide))


def _doubled(guide: DocumentText) -> Iterator[Finding]:
    for passage in own_passages(guide):
        found = DOUBLED.search(passage.wording)
        if found and not TALKS_OF_MARKS.search(passage.wording):
            old = passage.text[_word_before(found) : found.end()]
            mark = ONE_MARK.get(found["marks"][:2]) if len(set(found["marks"])) == 1 else None
            fix = with_exact(guide, passage.place, old, old[: -len(found["marks"])] + mark) if mark else None
            yield DOUBLED_RULE.found(passage.place, f"“{cut(old)}” has a mark too many.", excerpt=cut(old), fix=fix)


def space_before_punctuation(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """Once for the guide, since who does it does it always."""
    return repeats.once(_spaced(guide))


def _spaced(guide: DocumentText) -> Iterator[Finding]:
    for passage in own_passages(guide):
        found = SPACED.search(passage.wording) or INSIDE.search(passage.wording)
        if found and not TALKS_OF_MARKS.search(passage.wording):
            old = passage.text[_word_before(found) : found.end()]
            new = old.replace(" ", "") if found.re is SPACED else old
            fix = with_exact(guide, passage.place, old, new) if found.re is SPACED else None
            yield SPACED_RULE.found(
                passage.place, f"“{cut(old)}” has a space where none belongs.", excerpt=cut(old), fix=fix
            )


def _glued(text: str) -> Iterator[re.Match[str]]:
    for found in GLUED.finditer(text):
        before = found["before"].lower()
        if len(before) == 2 and found["mark"] == "." and before not in SHORT_ENDS:
            continue
        if not NAMES.fullmatch(before) and not (found["mark"] == ":" and not _is_in_prose(found)):
            yield found
    for found in AFTER_PAIR.finditer(text):
        if not OPTIONAL.search(text, max(0, found.start() - 8), found.start("after")):
            yield found


def _is_in_prose(found: re.Match[str]) -> bool:
    """Whether the word before a colon is one of a sentence, and no label, scheme or name of another program."""
    return found["before"].islower() and found.string[max(0, found.start() - 1) : found.start()] == " "


def _word_before(found: re.Match[str]) -> int:
    """Where the word before a mark begins."""
    start = found.start() + (1 if found.re is SPACED else 0)
    before = found.string[max(0, start - 40) : start]
    return start - len(before) + before.rfind(" ") + 1


CHECKS = (space_missing, punctuation_repeated, space_before_punctuation)
