"""Where one and many meet across more words: “Java and Python is”, “many employer”, “does the engineers”."""

import re
from collections.abc import Iterator

from articles.gate.prose.patterns import filtered

CLAUSE = r"(?<![\w-])(?:^|(?<=[.!?] ))"
DETERMINED = r"(?:the|our|your|their|a|an)"
ONE_NOUN = (
    r"(?:candidate|engineer|developer|manager|recruiter|consultant|interviewer|applicant|employee|contractor|designer|"
    r"analyst|tester|director|employer|colleague|client|agency|company|role|job|salary|bonus|contract|interview|offer|test|"
    r"question|answer|vacancy|advert|degree|skill|team|project|tool|stage|round|month|year|week|day|reason|person|mistake)"
)
MANY_NOUN = (
    r"(?:candidates|engineers|developers|managers|recruiters|consultants|interviewers|applicants|employees|contractors|"
    r"designers|analysts|testers|directors|employers|colleagues|clients|agencies|companies|roles|jobs|salaries|bonuses|"
    r"contracts|interviews|offers|tests|questions|answers|vacancies|adverts|degrees|skills|teams|projects|tools|stages|"
    r"rounds|people|graduates|users|references|benefits)"
)
VERBS_OF_MANY = {
    "is": "are", "was": "were", "has": "have", "does": "do", "goes": "go",
}  # fmt: skip
# “The recruiter and the manager is”; not “bed and breakfast”, nor what each or every is said of.
JOINED = filtered(
    rf"{CLAUSE}(?P<subject>(?:both )?{DETERMINED} (?:[a-z]+ )?{ONE_NOUN} and {DETERMINED} (?:[a-z]+ )?{ONE_NOUN}) (?P<verb>is"
    rf"|was|has|does)(?= [a-z])",
    re.IGNORECASE,
)
BOTH = filtered(r"(?P<subject>[A-Z]\w+ and [A-Z]\w+) (?P<verb>is|was|has)(?= both\b)")
# “Many employer ask”; “many a”, “several hundred” and “few test cases” are right.
COUNTED = filtered(
    r"(?<![\w-])(?P<count>many|several|these|those|few|both) (?P<noun>employer|candidate|engineer|developer"
    r"|recruiter|manager|consultant|applicant|employee|contractor|agency|company|interview) (?P<verb>are|were"
    r"|have|take|ask|want|need|expect|offer|pay|prefer|use|say|fail|look)(?![\w-])",
    re.IGNORECASE,
)
KINDS = filtered(r"(?<![\w-])(?P<these>these|those) (?P<kind>kind|sort|type) of(?= [a-z]+)", re.IGNORECASE)
ASKED = filtered(
    rf"(?<![\w-])(?:^|(?<=[.!?] )|(?:why|how|when|where|what) )(?:(?P<one>does|is|was|has) (?P<many>(?:the|our"
    rf"|your|their|these) {MANY_NOUN})|(?P<all>do|are|were|have) (?P<single>(?:a|this|the|an) (?:candidate"
    rf"|engineer|developer|manager|recruiter|consultant|applicant|employee|contractor|employer|company|role|job"
    rf"|salary|contract|interview|offer)))(?= [a-z]+)",
    re.IGNORECASE,
)
THERE = filtered(
    r"(?<![\w-])there (?P<verb>are|were) (?P<rest>(?:a|an) (?:good |clear |simple |real |second |better |big "
    r"|new )?(?:reason|way|chance|rule|risk|difference|question|problem|mistake|role|job|form|plan|choice"
    r"|limit|gap|catch|fee|test|deadline)|(?:no|little|much) (?:doubt|time|need|hurry|harm|evidence|advice"
    r"|money|work|information|feedback|news))(?! and\b)(?![\w-])",
    re.IGNORECASE,
)
# “The engineer who fix”, “candidates that has”.
RELATIVE = filtered(
    rf"(?<![\w-])(?<!one of )(?:{CLAUSE}(?P<one>(?:the|a|an|every|each) (?:candidate|engineer|developer|manager"
    rf"|recruiter|consultant|applicant|employee|person) (?:who|that)) (?P<all>are|were|have|do|need|want|know"
    rf"|use|fix|write|make|take|ask|work|earn)"
    rf"|(?P<other>(?:the|an?) (?:offer|role|job|contract|salary|test|interview) (?:which|that)) (?P<plural>are|were|have)"
    rf"|{CLAUSE}(?P<many>{MANY_NOUN} (?:who|that)) (?P<verb>is|was|has|does|needs|wants|knows|uses|makes|takes|asks|works|earns))(?![\w-])",
    re.IGNORECASE,
)
BARE = filtered(
    rf"{CLAUSE}(?P<subject>(?:(?:the|our|your|their) )?{MANY_NOUN}) (?P<verb>takes|earns|values|gets|wants"
    rf"|knows|expects|becomes|depends|seems|agrees|makes|gives|goes|comes|includes|requires|prefers"
    rf"|hires)(?= [a-z])",
    re.IGNORECASE,
)
OWNED = filtered(
    rf"{CLAUSE}(?P<subject>(?:the|our|your|their) [a-z]+[’']s {MANY_NOUN}) (?P<verb>is|was|has|does)(?= [a-z])",
    re.IGNORECASE,
)
INSIDE = filtered(
    rf"{CLAUSE}(?P<subject>the (?:people|{MANY_NOUN}|salaries|figures|rates|notes) (?:in|on|at|from) (?:the|our"
    rf"|your|their|this) [a-z]+) (?P<verb>works|is|was|has|does|takes|gets|wants|knows|earns)(?= [a-z])",
    re.IGNORECASE,
)
DONT = filtered(
    rf"{CLAUSE}(?P<subject>(?:the|our|your|this|a) (?:{ONE_NOUN}|agency)) (?P<verb>don[’']t|haven[’']t|aren[’']t|weren[’']t)(?= [a-z])",
    re.IGNORECASE,
)
# “One of the candidate”, “every candidates”, “three interview”, “less candidates”.
ONE_OF = filtered(
    rf"(?<![\w-])(?P<before>(?:one|each) of (?:the|our|your|their|these)) (?!team|company"
    rf"|agency)(?P<noun>{ONE_NOUN})(?= (?:is|are|was|were|has|have|who)\b|[.;!?])",
    re.IGNORECASE,
)
EVERY = filtered(
    rf"(?<![\w-])(?P<before>each|every|another) (?P<noun>{MANY_NOUN})(?= (?:is|are|was|were|has|have|gets?|needs?|will|can|should)\b|[.;!?])",
    re.IGNORECASE,
)
COUNT = filtered(
    rf"(?<![\w-])(?P<before>two|three|four|five|six|seven|eight|ten|several) (?P<noun>{ONE_NOUN})(?= (?:are"
    rf"|were|have|ago|later|before|after)\b|[.;!?])",
    re.IGNORECASE,
)
FEWER = filtered(
    r"(?<![\w-])less (?P<noun>candidates|engineers|developers|applicants|interviews|questions|mistakes|roles|jobs|recruiters|companies)(?![\w-])",
    re.IGNORECASE,
)
ONE_DOES = {"don": "doesn’t", "hav": "hasn’t", "are": "isn’t", "wer": "wasn’t"}
SINGULAR = {"are": "is", "were": "was", "have": "has", "do": "does", "fix": "fixes"}
TURNED = {**SINGULAR, **VERBS_OF_MANY}


def disagreements(text: str) -> Iterator[tuple[str, str]]:
    """The words that do not agree, and what they should be."""
    for pattern in (JOINED, BOTH, BARE, OWNED, INSIDE):
        for match in pattern.finditer(text):
            yield match[0], f"{match['subject']} {_of_many(match['verb'])}"
    yield from _little_words(text)
    yield from _nouns(text)
    yield from _asked(text)
    yield from _relative(text)


def _little_words(text: str) -> Iterator[tuple[str, str]]:
    for match in DONT.finditer(text):
        yield match[0], f"{match['subject']} {ONE_DOES[match['verb'][:3].lower()]}"
    for match in KINDS.finditer(text):
        yield match[0], f"{match['these']} {match['kind']}s of"
    for match in THERE.finditer(text):
        yield match[0], match[0].replace(f" {match['verb']} ", f" {TURNED[match['verb'].lower()]} ", 1)


def _nouns(text: str) -> Iterator[tuple[str, str]]:
    for match in COUNTED.finditer(text):
        yield match[0], f"{match['count']} {_plural(match['noun'])} {match['verb']}"
    for pattern in (ONE_OF, COUNT):
        for match in pattern.finditer(text):
            yield match[0], f"{match['before']} {_plural(match['noun'])}"
    for match in EVERY.finditer(text):
        yield match[0], f"{match['before']} {_single(match['noun'])}"
    for match in FEWER.finditer(text):
        yield match[0], f"{'Fewer' if match[0][0].isupper() else 'fewer'} {match['noun']}"


def _asked(text: str) -> Iterator[tuple[str, str]]:
    for match in ASKED.finditer(text):
        verb, subject = match["one"] or match["all"], match["many"] or match["single"]
        turned = TURNED[verb.lower()]
        yield f"{verb} {subject}", f"{turned.capitalize() if verb[0].isupper() else turned} {subject}"


def _relative(text: str) -> Iterator[tuple[str, str]]:
    for match in RELATIVE.finditer(text):
        subject, verb = match["one"] or match["other"], match["all"] or match["plural"]
        if subject:
            yield match[0], f"{subject} {SINGULAR.get(verb.lower(), f'{verb}s')}"
        else:
            yield match[0], f"{match['many']} {_of_many(match['verb'])}"


def _of_many(verb: str) -> str:
    return VERBS_OF_MANY.get(verb.lower(), verb.removesuffix("s"))


def _plural(noun: str) -> str:
    if noun == "person":
        return "people"
    if noun == "bonus":
        return "bonuses"
    return f"{noun[:-1]}ies" if noun.endswith(("cy", "ny", "ry")) else f"{noun}s"


def _single(noun: str) -> str:
    if noun.endswith("ies"):
        return f"{noun[:-3]}y"
    return "person" if noun == "people" else noun.removesuffix("es" if noun.endswith("uses") else "s")
