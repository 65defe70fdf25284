"""Years that are given as the newest, and are not."""

import re
from collections.abc import Iterator

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText, Kind, sentences
from articles.gate.prose.statements import unquoted
from articles.gate.prose.words import cut

YEAR = r"(?P<{}>20[0-4]\d)(?:[/–-]\d\d)?\b(?!s)"
THINGS = (
    r"(?:figures|data|statistics|numbers|surveys?|reports?|guides?|releases?|versions?|editions?|rates?|bands?|rules"
    r"|thresholds?|salar(?:y|ies)|studies|study|research|results|tax year|prices|fees|guidance|review|census|index)"
)
NEWEST = r"(?:latest|newest|most recent|most up-to-date|up-to-date|current|brand[- ]new|new)"
SEASON = r"(?:spring|summer|autumn|winter)"
MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
WHEN = (
    rf"(?:(?:early|late|mid-?|the (?:start|end|middle|beginning) of|{SEASON}|{MONTH}|in|of|Q[1-4]|\d\d?)[ -]?){{0,3}}"
)
# What is said to be the newest, and how it is said to have come.
WORKS = (
    rf"(?:{THINGS}|polls?|updates?|syllabus|salary guides?|counts?|rankings?|league tables?|standards?|codes?"
    rf"|estimates?|analys[ei]s|snapshots?|benchmarks?"
    r"|curriculum|handbooks?|exams?|catalogues?|models?|tables?|lists?|findings|evidence|numbers|records|forecasts?|advice|papers?|audit|test|round)"
)
CAME = (
    r"(?:carried out|published|released|conducted|issued|done|run|made|dated|dates (?:from|back to)|taken"
    r"|came out|appeared|updated|launched|printed|compiled|gathered|collected"
    r"|drawn up|held|completed|undertaken|produced|brought out|written|recorded|measured)"
)
# Years by how far behind they may lie: a year that is said to be this one, and one that is the newest there is.
SAME = re.compile(
    "|".join((
        rf"\bthis (?:calendar |tax |financial )?year[,:]? ?[(,–]? ?(?:in )?{YEAR.format('this')}",
        rf"\b(?:in |of )?{YEAR.format('current')},? (?:the|this|our) current (?:tax |financial )?year\b",
        rf"\bcurrent (?:tax |financial |calendar )?year[,:]? ?[(,]? ?{YEAR.format('tax')}",
        rf"\bthis year[’']s (?:[\w-]+ ){{1,3}}?[(,–]? ?(?:of |for |in )?{YEAR.format('years')}",
        rf"\b(?:now|today|nowadays|at present|at the moment|right now|these days|currently|presently|as (?:things|it) stands?|at the time of writing)"
        rf",? (?:\(|(?:here |that is )?(?:is |it is )?,?in |that (?:it is|we are in|it[’']s) ){WHEN}{YEAR.format('now')}",
        rf"\b(?:it is|it[’']s|we are|we[’']re) (?:now|already|currently|only)(?: in)? {WHEN}{YEAR.format('clock')}(?=[ ,.;]|$)",
        rf"\bthis (?:{SEASON}|month|quarter),? ?(?:\(|of |in )?{WHEN}{YEAR.format('season')}",
        rf"\bwelcome to {YEAR.format('welcome')}|\b(?:as we|now that we) (?:head|go|move|are|enter"
            rf"|come)\b(?: \w+)? (?:into |in )?{YEAR.format('head')}",
        rf"^(?:last |page )?(?:updated|reviewed|checked|status|state|position|prices?|figures"
            rf"|rates)(?: (?:as )?(?:at|on|of|in)|:) (?:\d\d? )?(?:{MONTH} )?{YEAR.format('stamp')}(?!-)",
        rf"\b(?:present|current) {THINGS} \({YEAR.format('present')}\)",
    )),
    re.IGNORECASE,
)  # fmt: skip
# A year that is not over yet.
RUNNING = re.compile(
    "|".join((
        rf"\b(?:so far|to date|up to now|until now|as yet|already)(?:,| this year)?,? (?:in |during |\(){WHEN}{YEAR.format('far')}",
        rf"\b(?:in |during )?{YEAR.format('sofar')} (?:so far|to date|up to now)\b"
            rf"|\b(?:the )?rest of {YEAR.format('rest')},? (?:will|is|looks|promises)\b",
        rf"\b{YEAR.format('begun')} (?:is (?:not over|under ?way|in full swing|well under ?way|upon us|here\b)"
            rf"|(?:has|is) (?:only |just )?begun|draws to (?:a close|an end)|is (?:nearly|almost) over)",
    )),
    re.IGNORECASE,
)  # fmt: skip
NEWER = re.compile(
    "|".join((
        rf"\bas (?:of|at) (?:early |mid-?|late |spring |summer |autumn |(?:the )?(?:end|start) of |[A-Z][a-z]+ "
            rf"|\d\d? [A-Z][a-z]+ )?{YEAR.format('asof')}"
        r",? (?=[a-z][^.]{0,200}\b(?:is|are|use|uses|has|have|do|does|pays?|needs?|costs?|earns?|prefer|offer|test|allow|ask|want|work|expect)\b)",
        rf"\b(?:the|our|see|most|these|those|its|their"
            rf"|new)\b(?: \w+)?\b {NEWEST} (?:\w+ ){{0,3}}?{THINGS},? ?\(?(?:\w+,? )?(?:from|of|for|in|are for|is from"
            rf"|are from|date from|covers?)? ?{YEAR.format('thing')}",
        rf"\b(?:latest|newest|most recent|current|up-to-date) {YEAR.format('lead')} (?:\w+ ){{0,2}}{THINGS}",
        rf"\b(?:[Oo]ur|[Tt]he|[Ss]ee) (?:\w+ )?new {YEAR.format('new')} (?:\w+ ){{0,2}}{THINGS}",
        rf"\b(?:latest|newest|most recent|current|up-to-date) (?:\w+ ){{0,3}}{THINGS} (?:\w+ )?(?:is|are|date|come"
            rf"|comes) (?:from|for|of) {YEAR.format('date')}",
        rf"\b{YEAR.format('ago')} (?:\w+ ){{0,2}}{THINGS} (?:is|are|has|have|gives?|holds?"
            rf"|shows?) (?:still )?(?:the |our )?(?:newest|latest|most recent|current|(?:most )?up[- ]to[- ]date)",
        rf"\b(?:correct|accurate|true|right|up[- ]to[- ]date|valid) (?:as )?(?:of|at|for|in"
            rf"|on) (?:\d\d? )?(?:[A-Z][a-z]+ |the )?{YEAR.format('correct')}",
        rf"\b(?:latest|newest|most recent|up-to-date|current) (?:\w+ ){{1,3}}?,? ?(?:see|read|use|are in|is in"
            rf"|come from|look at|in|from) (?:the|our) {YEAR.format('see')}",
        rf"\b(?:released|published|launched|issued|brought out|dating|from) (?:back )?(?:in |to "
            rf"|from )?(?:\w+ )?{YEAR.format('released')},? (?:is|are|remains?) (?:still )?(?:the|our) (?:newest|latest"
            rf"|most recent|current)\b",
        rf"^new (?:for|in) {YEAR.format('fresh')}",
        rf"^(?:in|for|during) {YEAR.format('is')},? (?:the|our|your) [\w’ -]{{1,40}}? (?:is|are|stands? at) (?=[£$€\d])",
        rf"\bupdated (?:and checked )?(?:for|in) {YEAR.format('updated')}",
        rf"^(?:in|during) {YEAR.format('seeing')},? (?:we are|we[’']re|employers are|companies are|most \w+ (?:use|are)|it is now)\b",
        rf"\b(?:in|for) {YEAR.format('ever')} (?:is|are) \w+ than ever\b",
        rf"\bthe best [\w ]{{1,40}} (?:in|for|of) {YEAR.format('best')} (?:is|are)\b",
        rf"\b(?:latest|newest|most recent|freshest|most up-to-date) (?:[\w’-]+ ){{0,4}}?{WORKS}\b(?: (?:of|on|about"
            rf"|for|from|in|among|by|into)(?: [\w’-]+){{1,5}}?)?(?:,| \(| –)? ?(?:was (?:the one )?|were |is "
            rf"|are )?{CAME} (?:in |on |for |during |at )?{WHEN}{YEAR.format('came')}",
        rf"\b{CAME} (?:in |on |for |during |at )?{WHEN}{YEAR.format('still')}[,)]? (?:and )?(?:is|are"
            rf"|remains?) (?:still |now )?(?:the|our|their|its) (?:\w+ )?(?:latest|newest|most recent|freshest|current"
            rf"|most up-to-date)\b",
        rf"^(?:the |our )?(?:latest|newest|most recent|current) (?:[\w’-]+ ){{1,4}}(?:is|are) (?:the one|the ones"
            rf"|that|those) (?:of|from|for) {WHEN}{YEAR.format('one')}",
    )),
    re.IGNORECASE,
)  # fmt: skip
FRESH = 1  # a survey of last year may well be the newest
TOLD = re.compile(r"\b(?:if|suppose|imagine|was|were|had|said|wrote|until|when)\b", re.IGNORECASE)

STALE = Rule(
    check="stale-year",
    level=Level.WARNS,
    why="Readers take it for the state of today, and it is years old.",
    advice="Look for newer figures, or say plainly that the year is the last that there is.",
)


def stale_year(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """“The latest figures, from 2020” and “this year (2023)”, read years later."""
    for passage in guide.passages:
        if passage.kind in (Kind.CELL, Kind.QUESTION) or "20" not in passage.text:
            continue
        for sentence in sentences(unquoted(passage)):
            if _is_past(sentence, site) or _is_old(sentence, site):
                match = SAME.search(sentence) or RUNNING.search(sentence) or NEWER.search(sentence)
                words = cut(match[0].strip(" ,(")) if match else ""
                yield STALE.found(
                    passage.place, f"“{words}” is years ago, and is given as the newest.", excerpt=cut(sentence)
                )


def _is_past(sentence: str, site: SiteContext) -> bool:
    """Whether the year that is said to be this one is none that a guide may still name so."""
    this = site.today.year
    return _year(SAME, sentence) not in (0, this, this - 1) or 0 < _year(RUNNING, sentence) < this


def _is_old(sentence: str, site: SiteContext) -> bool:
    return 0 < _year(NEWER, sentence) < site.today.year - FRESH and not TOLD.search(sentence)


def _year(pattern: re.Pattern[str], sentence: str) -> int:
    match = pattern.search(sentence)
    return next((int(year) for year in match.groups() if year), 0) if match else 0


CHECKS = (stale_year,)
