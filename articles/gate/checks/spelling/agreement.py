"""Verbs that do not agree with their subject: “she have”, “the teams is”, “these role”.

Only at the beginning of a clause, and only of subjects that are certainly one or many: a team, the staff and the data may
be either in British English.
"""

import re
from collections.abc import Iterator

from articles.gate.checks.spelling.further_agreement import disagreements
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose import fixes
from articles.gate.prose.document_text import DocumentText
from articles.gate.prose.own_words import in_own_words
from articles.gate.prose.patterns import filtered

AGREEMENT = Rule(
    check="agreement",
    level=Level.WARNS,
    why="One word speaks of one and the other of many, and readers stumble over it.",
    advice="Make both one, or both many.",
)
ONE = (
    "candidate|engineer|developer|manager|recruiter|consultant|interviewer|applicant|employee|contractor|designer|"
    "analyst|role|job|salary|interview|vacancy|advert|degree|skill|answer|employer|person"
)
MANY = (
    "candidates|engineers|developers|managers|recruiters|consultants|interviewers|applicants|employees|contractors|"
    "designers|analysts|roles|jobs|salaries|vacancies|adverts|degrees|skills|employers|people|teams|companies|clients|"
    "agencies|graduates|students|apprentices|users"
)
# These may be verbs after “this”: “this offers”.
MANY_THINGS = (
    f"{MANY}|interviews|offers|contracts|questions|tests|rounds|stages|references|benefits|bonuses|answers|tools|projects|"
    "systems|options|reasons|guides|rates"
)
COUNTED = f"{MANY_THINGS}|ways|things|kinds|types|steps|points|places|ideas|mistakes|problems|differences|exceptions"
# Not “read” or “run”, which are participles as well: “an answer read aloud”.
FOR_ONE = {
    "have": "has", "are": "is", "were": "was", "do": "does", "don’t": "doesn’t", "haven’t": "hasn’t",
    "aren’t": "isn’t", "weren’t": "wasn’t", "require": "requires", "know": "knows", "expect": "expects",
    "earn": "earns", "include": "includes", "become": "becomes", "depend": "depends", "seem": "seems",
    "agree": "agrees", "decide": "decides", "believe": "believes", "apply": "applies", "send": "sends",
    "want": "wants", "need": "needs", "use": "uses", "work": "works", "come": "comes", "go": "goes", "ask": "asks",
    "look": "looks", "pay": "pays", "start": "starts", "mean": "means", "keep": "keeps", "write": "writes", "make": "makes", "take": "takes", "hear": "hears", "say": "says", "see": "sees", "find": "finds", "show": "shows", "think": "thinks", "learn": "learns", "prefer": "prefers", "receive": "receives", "choose": "chooses", "give": "gives", "get": "gets",
}  # fmt: skip
FOR_MANY = {
    right: wrong
    for wrong, right in FOR_ONE.items()
    if right
    not in ("gives", "sends", "needs", "uses", "works", "asks", "looks", "pays", "starts", "means", "finds", "shows")
}
CLAUSE = r"(?:^|[.!?;:] |, (?:and|but|so) |\b(?:because|although|while) )"
DETERMINED = r"(?:the|our|your|their)"
OF_MANY = r"(?:each|one|every one|either|neither) of (?:the|these|those|our|your|their) (?:[a-z]+ )?[a-z]{3,}(?<![su])s"
ANYBODY = "every(?:body|one)|no(?:body| one)|any(?:body|one)|some(?:body|one)"
INSIDE = rf"(?:{ANYBODY}|each) (?:in|on|at|from) (?:the|our|your|their|this) [a-z]{{3,}}s"
ANY_ONE = (
    "candidate|engineer|developer|manager|recruiter|consultant|interviewer|applicant|employee|contractor"
    "|designer|analyst|tester|scientist|architect|role|job|interview|vacancy|employer|person|team|client"
    "|company|project|test|task|round|offer|contract|question|step|day|week|month|year|project|guide|page"
    "|service|server|table|query|pipeline|test|tool|cv"
)
ONE_SUBJECT = (
    rf"he|she|it|(?:each|every|another|either|neither) (?:[a-z]+ )?(?:{ANY_ONE})|(?:{DETERMINED}|this|that|an?"
    rf"|each|every) (?:{ONE})|{OF_MANY}|{ANYBODY}|{INSIDE}"
)
MANY_SUBJECT = (
    rf"you|(?:both|several|many|most|all|some|two|three|four|few) of (?:the|these|those|our|your"
    rf"|their) (?:{MANY_THINGS})|the (?:results|names|terms|dates|costs|prices|aims|answers|rules|parts|members"
    rf"|details) of (?:the|this|our|your|their) [a-z]+|(?:{DETERMINED}|these|those|most|many|both"
    rf"|all) (?:{MANY_THINGS})|(?:the|our|your|their|these|those) (?:[a-z]+ )?(?:{MANY_THINGS}|logs|servers"
    rf"|tables|pages|tools|files|errors|changes|rules|forms|papers|results|notes|releases|deadlines|meetings"
    rf"|teams) (?:from|on|in|at|with|for|about|behind|after|before) (?:the|our|your|their|this|each"
    rf"|an?) (?:[a-z-]+ )?[a-z-]+"
)


def _one_of(words: Iterator[str] | dict[str, str]) -> str:
    return "|".join(words).replace("’", "[’']")


DISAGREEING = filtered(
    rf"{CLAUSE}(?:(?P<one>{ONE_SUBJECT}) (?P<many_verb>{_one_of(FOR_ONE)})"
    rf"|(?P<many>{MANY_SUBJECT}) (?P<one_verb>{_one_of(FOR_MANY)}))(?![\w’'-])(?!(?<=need) not\b)"
    rf"|(?<!\bof )\b(?P<they>they|we) (?P<their_verb>is|was|has|does|isn[’']t|wasn[’']t|hasn[’']t|doesn[’']t)(?![\w’'-])",
    re.IGNORECASE,
)
NUMBER = filtered(
    rf"(?<![\w-])(?:(?P<this>this) (?P<things>{MANY}) (?P<are>are|were|have|will|can|should)"
    rf"|(?P<these>these|those) (?P<thing>{ONE}) (?P<is>is|was|has|will|can|should|needs|pays)"
    rf"|there (?P<there>is|was) (?P<count>many|several|various|numerous|a few|two|three|four|five|six|seven"
    rf"|eight|nine|ten) (?P<counted>{COUNTED}|rounds|stages|forms|papers|offices|candidates|interviews|calls"
    rf"|desks|pages|people|copies|levels|rules|exceptions|chapters|floors))(?![\w-])",
    re.IGNORECASE,
)
# One thing that many are in; a number, a range and a team of them may be many.
HEADED = filtered(
    rf"{CLAUSE}(?P<subject>(?:the|this|our|your|their|an?) (?:list|box|bundle|copy|stack|folder|cost|price"
    rf"|quality|length|level|aim|purpose|result|order|size|date|structure|name|standard)"
    rf" of (?:the |our |your |their |these |those )?(?:[a-z]+ )?(?!this|his|its|is\b|was\b|has\b|does\b"
    rf"|ss\b)[a-z]{{3,}}s) (?P<verb>are|were|have)(?= [a-z])",
    re.IGNORECASE,
)
OTHER_NUMBER = {"this": "these", "these": "this", "those": "that", "is": "are", "was": "were"}


def agreement(guide: DocumentText, _site: SiteContext) -> Iterator[Finding]:
    """Subjects and verbs, “this” and its noun, of which one speaks of one and the other of many."""
    for passage, text in in_own_words(guide):
        for wrong, meant in dict.fromkeys((*_verbs(text), *_heads(text), *_numbers(text), *disagreements(text))):
            fix = fixes.with_words(passage.place, wrong, meant)
            yield AGREEMENT.found(passage.place, f"“{wrong}” should be “{meant}”.", excerpt=wrong, fix=fix)


def _verbs(text: str) -> Iterator[tuple[str, str]]:
    for match in DISAGREEING.finditer(text):
        subject = match["one"] or match["many"] or match["they"]
        verb = match["many_verb"] or match["one_verb"] or match["their_verb"]
        forms = FOR_ONE if match["one"] else FOR_MANY
        meant = forms[verb.lower().replace("'", "’")]
        yield f"{subject} {verb}", f"{subject} {meant}"


def _heads(text: str) -> Iterator[tuple[str, str]]:
    for match in HEADED.finditer(text):
        yield f"{match['subject']} {match['verb']}", f"{match['subject']} {FOR_ONE[match['verb'].lower()]}"


def _numbers(text: str) -> Iterator[tuple[str, str]]:
    for match in NUMBER.finditer(text):
        words = match[0].split(" ")
        changed = 1 if match["there"] else 0
        other = OTHER_NUMBER[words[changed].lower()]
        meant = [*words[:changed], other.capitalize() if words[changed][0].isupper() else other, *words[changed + 1 :]]
        yield match[0], " ".join(meant)


CHECKS = (agreement,)
