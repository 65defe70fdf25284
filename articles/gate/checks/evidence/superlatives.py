"""Superlatives and trends without a source."""

import re
from collections.abc import Iterator

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText, Passage, sentences
from articles.gate.prose.statements import clause, own_statements, unquoted
from articles.gate.prose.words import cut

JOB = r"(?:roles?|jobs?|professions?|careers?|positions?)"
MARKET = rf"(?:{JOB}|fields?|skills?|sectors?|industr(?:y|ies)|markets?|specialisms?)"
PRODUCT = r"(?:language|framework|tool|platform|library|database|provider)"
FIRM = r"(?:recruiters?|agenc(?:y|ies)|consultanc(?:y|ies)|employers?|compan(?:y|ies)|firms?|providers?|specialists?)"
FIRMS = r"(?:companies|employers|businesses|organisations|firms|teams|start-ups)"
RISING = r"(?:(?:increas|grow|ris|soar|boom|surg|accelerat|skyrocket|expand)\w*|grew|rose)"
GREAT = r"(?:important|popular|valuable|exciting|influential|powerful|respected|rewarding)"
COUNSEL = (
    r"(?:\w+ )?(?:things?|questions?|parts?|steps?|points?|decisions?|lessons?|habits?|tasks?|skills?|qualit(?:y|ies)"
    r"|reasons?|factors?|areas?|documents?|ways?|aspects?|features?|tests?|checks?|rules?)"
)
SUPERLATIVE = re.compile(
    "|".join((
        r"\bmost (?:in[- ]demand|sought[- ]after|lucrative)\b",
        rf"\b(?:highest|best)[- ]paid (?:\w+ )?{MARKET}\b|\b(?:among|one of) the (?:highest|best)[- ]paid\b",
        rf"\b(?:fastest|rapidly|fast)[- ]growing (?:\w+ )?{MARKET}\b",
        rf"\bone of the most {GREAT}\b(?! {COUNSEL}\b)",
        rf"\bthe (?:single )?most (?:important|valuable|exciting|respected|rewarding) (?:\w+ )?(?:{JOB}|sectors?)\b",
        rf"\bthe (?:world[’']s |UK[’']s )?most (?:popular|widely used) (?:\w+ )?{PRODUCT}\b",
        r"\bthe (?:very )?best (?:\w+ ){0,3}in the (?:UK|industry|market|world|country|sector|business)\b",
        r"\bthe best (?:recruitment |tech )?(?:recruiters?|agenc(?:y|ies)|consultancy)\b",
        rf"\b(?:[’']s|the|an?|one of the|as) leading (?:\w+ ){{0,2}}{FIRM}\b",
        r"\b(?:world[- ]class|(?:world|market|industry)-leading|award-winning|unrivalled|unparalleled)\b",
        r"\bsecond to none\b",
        r"\b(?:(?:command|attract|earn)s? the (?:highest|best|top)|(?:offer|pay)s? the highest) "
        r"(?:salary|salaries|pay|rates?|wages?)\b",
    )),
    re.IGNORECASE,
)  # fmt: skip
TREND = re.compile(
    "|".join((
        rf"\bdemand\b(?! on\b)[^.;:?]{{0,80}}?\b(?:is|has|keeps?|continues? to|remains?|will) (?:\w+ly |be |been )*"
        rf"(?:{RISING}|grown|risen|strong|high|outstrip\w*|at an all-time high|on the rise"
        r"|never been (?:higher|greater|stronger))\b",
        r"\b(?:growing|rising|increasing|soaring|unprecedented|huge|high|strong) demand for\b",
        r"(?<!that )\b(?:is|are) in (?:high |great |huge |strong )?demand\b",
        r"\b(?:has|have) (?:seen|experienced|enjoyed) (?:\w+ ){0,3}(?:growth|increases?|rises?|demand)\b",
        rf"\b(?:salaries(?: for [\w ]{{1,30}}?)?|pay|investment|adoption|the (?:tech |job )*market"
        rf"|the (?:sector|industry)) (?:is|are|has|have|keeps?|continues? to) "
        rf"(?:been )?(?:\w+ly )?(?:{RISING}|grown|risen)\b",
        rf"\bthe number of [\w ]{{0,30}}(?:roles|jobs|vacancies|employers|companies) "
        rf"(?:is|has) (?:been )?(?:{RISING}|grown|risen)\b",
        r"\bskills shortage\b|\bshortage of (?:\w+ )?(?:engineers|developers|candidates|talent|people|skills)\b",
        r"\bmore (?:\w+ ){1,2}than ever\b",
        rf"\bincreasingly,|\b(?:is|are|has|have) (?:\w+ )?increasingly\b|\b{FIRMS} increasingly\b",
        rf"\bmore and more (?:\w+ )?{FIRMS}\b",
        rf"\bas (?:more )?(?:\w+ )?{FIRMS} (?:continue to|adopt|invest|increase|embrace|move from|turn to)\b",
        rf"\b(?:many|most|more) {FIRMS} (?:are )?(?:increasing|expanding|investing)\b",
    )),
    re.IGNORECASE,
)  # fmt: skip
CONDITION = re.compile(r"\b(?:if|when|whether|once|unless|until|how|what|which|so that|suppose)\b", re.IGNORECASE)
# A name such as that of an office or a trade body, beside a year.
BODY = r"(?!(?:AI|ML|MLOps|UK|US|IT|CVs?|API|Python)\b)[A-Z][\w’]+"
SOURCE = re.compile(
    "|".join((
        r"\b[Aa]ccording to\b|\b[Ss]ources?:|\b[Ss]urvey(?:s|ed)?\b",
        r"\b[Ss]tud(?:y|ies) (?:by|from|of|in)\b|\b[Cc]ensus\b|\b[Ss]tatistics\b",
        r"\b(?:[Rr]esearch|[Rr]eport|[Ff]igures|[Dd]ata|[Nn]umbers) (?:by|from|published)\b",
        r"\b[Oo]ur (?:own )?(?:placements|adverts|records)\b",
        rf"(?:(?<=[a-z,] ){BODY}|\b[A-Z]{{3,5}}\b|\b[Tt]he {BODY})[^.]*\b20\d\d\b|\b20\d\d\b[^.]*(?<=[a-z,] ){BODY}",
    ))
)  # fmt: skip

BOAST = Rule(
    check="superlative-without-a-source",
    level=Level.WARNS,
    why="A superlative without support sounds like advertising, and readers then trust the text around it less.",
    advice="Link to the source, name the body and the year, or say plainly what you can vouch for.",
)
TENDENCY = Rule(
    check="trend-without-a-source",
    level=Level.WARNS,
    why="Readers cannot tell who measured this, or when, and it stays on the page after it stops being true.",
    advice="Link to the source, name the body and the year, or leave the claim out.",
)


def unsourced_superlative(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for passage, sentence in _unsourced(guide, SUPERLATIVE):
        if match := SUPERLATIVE.search(sentence):
            what = f"Nothing in the paragraph bears out “{match[0]}”."
            yield BOAST.found(passage.place, what, excerpt=cut(sentence))


def unsourced_trend(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    for passage, sentence in _unsourced(guide, TREND):
        match = TREND.search(sentence)
        if match and not CONDITION.search(clause(sentence, match)):
            what = f"Nothing in the paragraph bears out “{cut(match[0])}”."
            yield TENDENCY.found(passage.place, what, excerpt=cut(sentence))


def _unsourced(guide: DocumentText, pattern: re.Pattern[str]) -> Iterator[tuple[Passage, str]]:
    """The sentences of each passage that the pattern fits and that names no source."""
    for passage in own_statements(guide):
        if not passage.links and pattern.search(passage.text) and not SOURCE.search(passage.text):
            yield from ((passage, sentence) for sentence in sentences(unquoted(passage)))
