"""“Now” in a text that will be read for years."""

import re
from collections.abc import Iterator

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText, sentences
from articles.gate.prose.statements import clause, own_statements, unquoted
from articles.gate.prose.words import cut

NUMBER = (
    r"(?:\d+|two|three|four|five|six|ten|twelve|few|several|couple of)"
    r"(?:\W{1,6}\d+| to \w+|[^\x00-\x7f\s]{1,6}\d+)?"
)
SPAN = rf"(?:over|in|during|within) the (?:past|last) (?:year|decade|{NUMBER} (?:months|years|decades))"
HINT = re.compile(
    r"\b(?:right now|as of now|of late|nowadays|today|these days|recent|lately|current|moment|present|year|past|last)",
    re.IGNORECASE,
)
# The day of the claim, no matter who is addressed.
NOW = re.compile(
    "|".join((
        r"\bnowadays\b|\bof late\b|(?<!on )(?<!of )(?<!for )\bthese days\b(?! off\b)|^today,|\bin today[’']s\b",
        r"\b(?:in|over) (?:recent|the (?:last|past) few) (?:years|months)\b",
        r"\btoday[’']s (?:\w+ )?(?:market|world|climate|economy|employers|workplace)\b",
        r"\b(?:teams|companies|employers|organisations|industry|market|technology|tech|world) today\b",
        r"\bcurrent (?:job |hiring |economic )?(?:market|climate|economy|shortage|demand)\b",
    )),
    re.IGNORECASE,
)  # fmt: skip
# The day of the claim, or of a person whom the clause speaks of.
SOMEBODYS_NOW = re.compile(
    "|".join((
        r"\bright now\b|\bat (?:the moment(?! (?:of|when|that)\b)|present)(?=[,.]|$)|\bas of now\b",
        r"^currently,|\b(?:is|are|has|have) currently\b|\bcurrently (?:pays?|earns?|costs?|stands?|one of|in demand)\b",
        r"^(?:recently|lately),|\b(?:has|have) (?:only )?recently\b|\b(?:until|more) recently\b",
        rf"\b(?:has|have|grew|rose|fell|doubled|increas\w+|chang\w+|became)\b[^.]*\b(?P<span>{SPAN})\b",
        rf"^(?P<opening>{SPAN}), [^.]*\b(?:has|have|grew|rose|fell)\b",
        r"\b(?:government|HMRC|rules?|law) (?:was |were )?recently\b",
        r"(?<!by )(?<!time )\b(?:this|last|next) year\b(?![’']s| of\b)",
    )),
    re.IGNORECASE,
)  # fmt: skip
SOMEBODY = re.compile(
    r"\b(?:you\w*|who|whose|I|my|they|their|if|whether|when|which|what|how|(?:that|we) (?:is|are|has|have))\b|\?",
    re.IGNORECASE,
)
MONTH = r"(?:January|February|April|June|July|August|September|October|November|December)"
DATED = re.compile(rf"\b(?:19|20)\d\d\b|\b{MONTH}\b|\b\d{{1,2}} (?:March|May)\b")

UNDATED = Rule(
    check="relative-time",
    level=Level.WARNS,
    why="The page is read long after it was written, and nobody can tell which time is meant.",
    advice="Name the month or year, or say it so that it stays true.",
)


def relative_time(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for passage in own_statements(guide):
        if DATED.search(passage.text) or not HINT.search(passage.text):
            continue
        for sentence in sentences(unquoted(passage)):
            if match := NOW.search(sentence) or _of_nobody(sentence):
                words = next((part for part in match.groups() if part), match[0])
                yield UNDATED.found(passage.place, f"“{words}” is not tied to a date.", excerpt=cut(sentence))
                break


def _of_nobody(sentence: str) -> re.Match[str] | None:
    """A “now” that is nobody’s but the claim’s: “you are currently” is the reader’s own."""
    match = SOMEBODYS_NOW.search(sentence)
    return match if match and not SOMEBODY.search(clause(sentence, match)) else None
