"""What was still to come when it was written, and has passed."""

import re
from collections.abc import Iterator
from datetime import date

from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.dates import Moment, dates
from articles.gate.prose.document_text import DocumentText, Kind, sentences
from articles.gate.prose.patterns import filtered
from articles.gate.prose.statements import unquoted
from articles.gate.prose.words import cut

COMING = (
    r"(?:(?:will|[’']ll|should|must)(?! have (?:been|had|\w+ed)\b)|is to|are to|shall|plans? to|planned for"
    r"|planning|hopes? to|expects? to|aims? to|intends? to|due|set to|going to"
    r"|(?:is|are) (?:expected|planned)|expects? (?:[\w’-]+ ){1,5}to|scheduled|comes? into|takes? (?:place|effect)|in the pipeline)"
)
HAPPENS = (
    r"(?:(?:is|are) (?:held |due |open |back )?|takes? place |happens? |(?:begin|start|open|close|end|expire"
    r"|launche?|finishe?|meet|return|change|rise|fall|run)s? "
    r"|comes? (?:into (?:force|effect)|in|back|out) |go(?:es)? (?:on sale|live|up|down) )(?:at [\w.:]{1,8} |from [\w.:]{1,8} to [\w.:]{1,8} )?"
)
# The future and its date in one clause, in either order, with nobody’s past between them.
BEFORE_DATE = re.compile(rf"\b{COMING}\b[^;:.?!()“”]{{0,90}}$", re.IGNORECASE)
BEFORE_DAY = re.compile(rf"\b{HAPPENS}$", re.IGNORECASE)
# “opens its doors on”, “returns to Glasgow in”, “the rate rises to £12.21 in”
EVENT = re.compile(
    r"(?<=[a-z\d)] )(?:opens?|closes?|starts?|begins?|ends?|returns?|launche?s?|rises?|falls?|drops?|goes?"
    r"|comes?|moves?|changes?|expires?|lapses?|switche?s?|merges?|reopens?|resumes?|arrives?|appears?|becomes?"
    r"|kicks? off|gets? under way|takes? (?:over|effect|place)|runs? out|is (?:being|due|out|back|coming"
    r"|moving|closing|opening|ending|changing)|are (?:being|due|out|back|coming|moving|closing|opening|ending"
    r"|changing|on sale)|(?:is|are) (?:being )?(?:withdrawn|abolished|replaced|raised|scrapped|published"
    r"|launched|introduced|phased out))(?: (?!and\b|or\b|but\b|that\b|which\b|\w+ed\b)[\w£$€.,%’-]+){0,5} $"
)
# What readers are asked to do or to come to on a day.
INVITES = re.compile(
    r"^(?:please |do |so |and |why not )?(?:join|come|meet|see you|visit|find us|register|apply|sign up|book"
    r"|enrol|reserve|save|send|submit|return|reply|respond|get|hand"
    r"|complete|enter|nominate|vote|pay|tell us|let us|look out|watch|don[’']t miss|remember|mark"
    r"|put)\b[^;:.?!“”]{0,90}?\b(?:on|by|before|until|for|from|in|at|date)?[ ,:(–-]*(?:the )?(?:end of "
    r"|week of |evening of |morning of )?$",
    re.IGNORECASE,
)
UNTIL = re.compile(
    r"\b(?:is|are|runs?|lasts?|stays?|remains?|continues?|appl(?:y|ies)|holds?|can|may)\b[^;:.?!]{0,60}\b(?:until|till) (?:the )?(?:end of )?$",
    re.IGNORECASE,
)
AFTER_DATE = re.compile(rf"(?:,|\)|)? ?(?:[\w’-]+ ){{0,6}}?{COMING}\b", re.IGNORECASE)
BINDING = re.compile(
    r"\b(?:from|in|on|by|until|till|starting|beginning|since|during|before|after|for|at the end of|the end of|of)"
    r" (?:the )?(?:(?:end|start|beginning|middle|whole) of )?(?:about |around )?$",
    re.IGNORECASE,
)
OPENING = re.compile(
    r"^(?:and |but |so |then )?(?:later |late |early |some ?time )?(?:from|in|on|by|starting|beginning"
    r"|effective)(?: in| on| from)? (?:the )?(?:\w+ of )?$",
    re.IGNORECASE,
)
AHEAD = re.compile(
    r"(?:^coming (?:soon,? )?(?:in|on) (?:early |late )?$|\b(?:next (?:year|month|week|spring|summer|autumn"
    r"|winter)|(?:the |our )?(?:upcoming|forthcoming|coming)"
    r"|in future|over the next (?:few|couple of|two|three|\w+) (?:months|years))\b[\s,(–-]*(?:[\w’-]+ ){0,2}?[(,]?\s?$)",
    re.IGNORECASE,
)
DUE = re.compile(
    r"\b(?:deadline|closing date|last day|next (?:meet-?up|event|meeting|session|intake|round|deadline|course))\b"
    r"[^.;:?!]{0,40}\b(?:is|are)(?: on| in)? $|\bha(?:s|ve) until (?:the end of )?$",
    re.IGNORECASE,
)
# The year of a thing, and that it is still to begin, in no other words than these.
OF_A_YEAR = filtered(
    r"\b(?P<year>20[0-4]\d)\b(?![/–-]\d| and )[^.;:?!]{0,60}?\b(?:(?:opens?|closes?|starts?|begins?"
    r"|launch(?:es)?|is published|goes? on sale|go live|goes live|is out"
    r"|will (?:open|close|start|begin|launch|be (?:published|held|announced|ready|out)|take place|go))"
    r"(?: [a-z]+)? (?:soon|shortly|(?:in the|this|next) (?:spring|summer|autumn|winter|coming))|(?:is"
    r"|are) (?:about to|coming soon|approaching|just around|nearly here|not far off)"
    r"|(?:opens?|closes?|starts?|begins?|ends?) (?:soon|shortly))"
    r"|\b(?:look(?:ing)? forward to|getting ready for|preparing for|counting down to)\b[^.;:?!]{0,30}\b(?P<other>20[0-4]\d)\b",
    re.IGNORECASE,
)
# What something already was from then on: “any ticket bought from April 2023”, not “will be charged from April 2023”.
DONE = re.compile(r"\b(?!(?:be|being|is|are|get|gets|and|or|[a-z]+ly)\b)[\w’-]+ (?:bought|made|[a-z]{2,}ed) $")
REACH = 120  # characters before a date
# Somebody else’s future, or one that is told as history.
TOLD = re.compile(
    r"\b(?:said|announced|promised|predicted|forecasts?|thought|believed|hoped|planned to|was|were|had|would|could"
    r"|who|whose|whether|if|suppose|imagine|example|[Ww]hat will|reported|estimated|projected|wrote|tax year|financial year)\b",
    re.IGNORECASE,
)
NEXT_YEAR = re.compile(r"\bnext (?:calendar |tax |financial )?year,? ?[(,–]? ?(?P<year>20\d\d)\b(?!/)", re.IGNORECASE)
HINT = filtered(
    r"\b(?:join|come|see you|visit|find us|register|apply|sign up|book|enrol|reserve|save|send|submit|return"
    r"|reply|respond|get|hand|complete|enter|nominate|vote|pay|tell us|look out|watch|don|remember|mark|put"
    r"|will|shall|plan|hope|expect|aim|intend|due|set to|going to|is|are|take|come|close|open|start|begin|look"
    r"|ready|prepar|approach|end|until|next|up ?coming|forthcoming|deadline|happen|launch|meet|expire|finish"
    r"|return|schedul|effective|go|rise|fall|drop|change|run|must|should|becom|withdraw|abolish|replac|scrap"
    r"|lapse|switch|merge|reopen|resum|arriv|appear|kick|mov|phased|introduc|publish|rais)|[’']ll\b",
    re.IGNORECASE,
)

PASSED = Rule(
    check="passed-future",
    level=Level.WARNS,
    why="The day has passed, so readers see that nobody has looked at the page since.",
    advice="Say what happened, or name the next date.",
)


def passed_future(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """“From April 2024 the rules will change”, read later."""
    for passage in guide.passages:
        if passage.kind in (Kind.PARAGRAPH, Kind.ITEM, Kind.CELL) and HINT.search(passage.text):
            for sentence in sentences(unquoted(passage)):
                if moment := _passed(sentence, site.today):
                    what = f"“{sentence[moment.start : moment.end]}” has passed, and the text speaks of it as to come."
                    yield PASSED.found(passage.place, what, excerpt=cut(sentence))


def _passed(sentence: str, today: date) -> Moment | None:
    found = [moment for moment in dates(sentence) if moment.last]
    if found and (match := NEXT_YEAR.search(sentence)) and int(match["year"]) <= today.year:
        return next((moment for moment in found if moment.end >= match.end()), None)
    early = OF_A_YEAR.search(sentence)
    if early and int(early["year"] or early["other"]) < today.year and not TOLD.search(sentence):
        return next((moment for moment in found if moment.start >= early.start()), None)
    if not found or TOLD.search(sentence) or any(moment.last >= today for moment in found if moment.last):
        return None
    return next((moment for moment in found if _is_to_come(sentence, moment)), None)


def _is_to_come(sentence: str, moment: Moment) -> bool:
    before = sentence[max(0, moment.start - REACH) : moment.start]
    if AHEAD.search(before) or DUE.search(before) or UNTIL.search(before):
        return True
    if moment.is_day and INVITES.search(sentence[: moment.start]):
        return True
    if moment.start < REACH and OPENING.search(before):
        return AFTER_DATE.match(sentence, moment.end) is not None
    bound = BINDING.search(before)
    if not bound:
        return False
    lead = before[: bound.start()]
    if DONE.search(lead):
        return False
    is_lone_year = moment.end - moment.start == len("2026")
    return bool(BEFORE_DATE.search(lead) or (not is_lone_year and (BEFORE_DAY.search(lead) or EVENT.search(lead))))


CHECKS = (passed_future,)
