"""What two places of a guide say of one thing: how long it lasts, when it is, how many there are, whether it is paid.

Each sentence is read for its things (the test, the panel, probation) and for what it says of them on each axis (a
length, a share, paid or not). Two places that speak of one thing and lie apart on one axis cannot both be true.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from math import inf
from typing import Any

from articles.gate.prose.dates import MONTH
from articles.gate.prose.patterns import filtered
from articles.gate.prose.quantities import VALUES
from articles.gate.prose.words import WORD, beginnings, stems

# Of each of these a guide about one job, one agency or one process has one.
THINGS = frozenset(
    stems(
        "probation notice panel feedback stage round deadline fee rate internship intern apprenticeship apprentice rebate refund vetting clearance "
        "reference bonus holiday overtime allowance relocation cv letter portfolio test task exercise assessment interview call phone "
        "screening presentation visa sponsorship licence umbrella payday timesheet invoice salary pay review option share pension probationary "
        "garden gardening induction onboarding mentor buddy laptop rota standup sprint retrospective release placement contract "
        "assignment offer reply application advert trial showreel workshop course webinar clinic exam certificate degree desk chair "
        "budget report appraisal promotion secondment sabbatical parking lunch dress shift stand-up options applicant candidate"
    )
)
ROLES = frozenset(stems("engineers developers designers testers analysts consultants architects administrators scientists technicians contractors trainees starters newcomers staff employees interns apprentices"))  # fmt: skip
# Too common to be one thing unless another word goes with it.
COMMON = (
    frozenset(
        stems(
            "call phone stage round offer report review share rate contract pay letter course release desk chair applicant candidate interview application test task option placement"
        )
    )
    | ROLES
)
ALIKE = {"internship": "intern", "apprenticeship": "apprentice", "probationary": "probation", "payroll": "payday", "garden": "gardening", "gardening": "gardening", "stand-up": "standup", "refund": "rebate", "charge": "fee", "charg": "fee", "clos": "deadline", "close": "deadline", "salari": "pay", "wage": "pay", "reply": "answer", "pay": "pay", "videos": "video"}  # fmt: skip
NUMBER = rf"(?:{'|'.join(VALUES)}|half an?|an?|one|fourteen|sixteen|eighteen|forty-five|forty|sixty|ninety|\d{{1,3}}(?:\.\d)?)"
MORE_VALUES = {"a": 1, "an": 1, "one": 1, "fourteen": 14, "sixteen": 16, "eighteen": 18, "forty": 40, "forty-five": 45, "sixty": 60, "ninety": 90, "half a": 0.5, "half an": 0.5}  # fmt: skip
MINUTES = {"minute": 1, "hour": 60, "day": 1440, "fortnight": 20160, "week": 10080, "month": 43800, "quarter": 131400, "year": 525600}  # fmt: skip
UNIT = (
    r"(?:[- ](?:(?:working|full|whole|calendar|short) )?(?P<unit>minute|hour|day|fortnight|week|month|year)s?"
    r"|(?P<share> ?%| per ?cent)|[- ](?:[a-z]+ )?(?P<of>members|people|persons|panellists|interviewers|pages"
    r"|sides|rounds|stages|engineers|developers|designers|testers|questions|referees|references|clients"
    r"|projects|samples|slides))"
)
AMOUNT = filtered(
    rf"(?<![\w£$€.,-])(?P<bound>(?:no more than|not more than|at most|up to|within|under|less than|fewer than"
    rf"|a maximum of|no longer than|at least|not less than|no fewer than|over|more than|a minimum of|about"
    rf"|around|some|roughly|nearly|almost|after|before) )?"
    rf"(?:(?P<low>{NUMBER})(?: to | or |[-–]))?(?P<number>{NUMBER}){UNIT}\b(?![’'] (?:experience|of experience)"
    rf"| old| ago| (?:per|each|every|out of) | before | earlier| a (?:day|week|month|year))",
    re.IGNORECASE,
)
UPPER = ("no more than", "not more than", "at most", "up to", "within", "under", "less than", "fewer than", "a maximum of", "no longer than")  # fmt: skip
LOWER = ("at least", "not less than", "no fewer than", "over", "more than", "a minimum of")
ROUGHLY = ("about", "around", "some", "roughly", "nearly", "almost")
ENDED = re.compile(r"\b(?:all|ends?|ended|over|finish\w*|complete\w*|vested|done)\b", re.IGNORECASE)
WHOLES = frozenset(("rounds", "stages"))  # there is one number of them in a guide
PEOPLE_OF = frozenset(("members", "people", "persons", "panellists", "interviewers"))
BEFORE = re.compile(r"(?:\b(?:first|last|next|another|per|further|extra|the other|every|from|than|between|and|past|by)|[–-]) ?$", re.IGNORECASE)  # fmt: skip
# What may stand between a thing and the number that is told of it.
BETWEEN = re.compile(
    r"(?:[ ’'s-]|\b(?:the|a|an|of|on|in|for|to|at|by|with|is|are|be|being|was|lasts?|lasting|takes?|taking"
    r"|runs?|goes|comes?|sits?|has|have|having|had|will|must|should|can|may|cannot|your|our|their|its|his|her"
    r"|it|you|we|they"
    r"|give|given|gives|serve|serves|allow|expect|wait|set|aside|needs?|within|over|about|around|after|only"
    r"|just|always|usually|all|each|every|period|time|long|length|paid|full|short|written|made|up|consists?"
    r"|includes?|contains?|covers?|charge|charges|rises?|stands?"
    r"|applicants?|candidates?|everyone|everybody|anyone|staff|interns?|apprentices?|role|roles|job|part|stock"
    r"|code|phone|cover|cv|work|working|agency|agency’s|that|which|through|until|vest|vested|vests|ends?"
    r"|later,|later|when|be there|at least|at most|no more than|up to|than|not|more|less|done|back|complete"
    r"|completes|ready|returned|refunded?|checks?|pay|holiday|notice|probation|fee|test|task|call|interview"
    r"|first|second|round|annual|leave|allowance))*,? ?$",
    re.IGNORECASE,
)
REACH = 60  # characters between a thing and its number
CLOCK = filtered(r"\b(?:at|by|from|until|till|before) (?:about )?(?P<clock>(?:one|two|three|four|five|six|seven|eight|nine"
    r"|ten|eleven|twelve|noon|midday|half past \w+|quarter (?:past|to) \w+|\d{1,2}(?:[.:]\d\d)? ?(?:am|pm"
    r"|o[’']clock)))(?: in the (?:morning|afternoon|evening)| o[’']clock| sharp)?(?=[.,;]|$| and\b| when\b"
    r"| on\b)", re.IGNORECASE)  # fmt: skip
DAY = filtered(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<month>{MONTH})", re.IGNORECASE)
LINE = filtered(r"\b(?P<who>[\w-]+) reports? to (?:the |our |an? )?(?P<whom>[\w -]+?)(?=[.,;]|$| and\b| who\b)", re.IGNORECASE)  # fmt: skip
WEEKDAYS = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"
MONTHS = r"(?:January|February|March|April|June|July|August|September|October|November|December)"
# How often: a sentence says one of these of a thing that comes again.
OFTEN = {
    "daily": r"\b(?:every (?:single |working )?day|daily|each (?:working )?day)\b",
    "weekly": rf"\b(?:every week|weekly|once a week|each week|every {WEEKDAYS}|on {WEEKDAYS[:-2]}s|on an? {WEEKDAYS} \w+|each {WEEKDAYS})\b",
    "fortnightly": r"\b(?:every (?:two weeks|fortnight|second week)|fortnightly|once a fortnight|twice a month)\b",
    "monthly": r"\b(?:every month|monthly|once a month|each month|of (?:the|each|every) month)\b",
    "quarterly": r"\b(?:every quarter|quarterly|once a quarter|every three months)\b",
    "twice a year": r"\b(?:twice a year|every six months|half-yearly|two times a year)\b",
    "yearly": rf"\b(?:every year|yearly|annually|once a year|each year|every {MONTHS}|each {MONTHS}|in {MONTHS} of each year)\b",
}
# Pairs of which one shuts out the other, said of the same thing.
SIDES = {
    "paid": {
        "no": r"\b(?:unpaid|not paid|no (?:pay|payment|wage|fee|salary)|without pay|never paid|for free|free of charge|costs? nothing)\b",
        "yes": r"\b(?:(?<!not )(?<!un)(?<!never )(?<!get )paid (?:in full|for|by the|at|work|task|trial|internship|[£$€]"
            r"|the)|(?:is|are) (?:always |fully |well )?paid\b(?! (?:back|on|by|every|in (?:arrears|advance|[A-Z]))"
            r"|[^.;]{0,20}\b(?:monthly|weekly))|receives? [£$€]|earns? [£$€]|gets? [£$€]|[£$€]\d+(?:\.\d+)? (?:an|a"
            r"|per) (?:hour|day|week))",
    },
    "needed": {
        "yes": r"^(?!no\b)[^,;]*?\b(?:(?:is|are) (?:a must|essential|(?<!not )required|compulsory|mandatory|obligatory"
            r"|(?<!not )needed|needed|indispensable|a condition))\b|\b(?:must (?:have|hold|send|include|bring|provide"
            r"|show|come with|write|already have)|always (?:send|include|bring|attach|enclose|write|ask for)"
            r"|without (?:an? |your |the )[\w ]{2,25}(?:not|never|no|will be)|(?:have|need) to (?:have|hold|send"
            r"|provide|show))\b",
        "no": r"\b(?:no [\w ]{2,25}? (?:is|are) (?:needed|required|necessary|asked for|expected)|optional|not (?:needed"
            r"|required|necessary|essential|read|asked for|compulsory|mandatory|expected)|(?:do(?:es)? not|don[’']t"
            r"|need not|no need to|never) (?:need|have to|require|ask for|want|read|send|write|hold)|unnecessary"
            r"|without (?:a degree|one))\b",
    },
    "allowed": {
        "no": r"\b(?:not (?:allowed|permitted|accepted|admitted)|(?:may|must|can) ?not (?:be )?(?:brought?|used?|taken?"
            r"|kept?|worn?|recorded?|bring|use|take|keep|wear|write|record|extend|renew|share|extended|renewed|shared"
            r"|shortened|negotiated|carried|moved|combined)|cannot (?:be )?(?:brought|used|taken|kept|worn|recorded"
            r"|bring|use|take|keep|extended|renewed|shortened|negotiated|moved|carried|shared)|forbidden|banned"
            r"|never (?:extended|renewed|negotiated)|non-negotiable|not negotiable)\b",
        "yes": r"\b(?:(?:may|can) (?:also |still |always |only )?(?:be )?(?:brought|used|taken|kept|worn|recorded|bring"
            r"|use|take|keep|wear|extended|renewed|shared|shortened|negotiated|moved|added|carried)|(?:is"
            r"|are) (?:allowed|permitted|welcome|accepted|negotiable)|feel free to|may be added)\b",
    },
    "offered": {
        "no": r"\b(?:(?:is|are) not (?:on offer|offered|available|given|provided|possible|sponsored|guaranteed)"
            r"|(?:receives?|gets?|hears?|have|has|given?|offers?|gives?|provides?|there (?:is|are)) no\b"
            r"|no (?:guarantee|sponsorship|feedback|bonus|allowance)|never (?:gives?|offers?|sponsors?|pays?|sends?)"
            r"|cannot (?:sponsor|offer|pay|give)|will not (?:sponsor|pay|offer|give)|(?:do(?:es)?) not (?:sponsor"
            r"|offer|give|pay|get|receive)|unavailable|not on offer)",
        "yes": r"\b(?:(?:is|are) (?:always |usually )?(?:on offer|offered|available|given|provided|guaranteed|sent"
            r"|possible|shared)|will (?:sponsor|pay|offer|give|send)|(?:gives?|offers?|provides?|sponsors?) (?!no\b"
            r"|nothing)|(?:everyone|everybody|every \w+|each \w+|all \w+) (?:gets?|receives?|hears?|has|have))\b",
    },
    "how it is done": {
        "alone": r"\b(?:alone|on your own|by yourself|single-handed|individually)\b",
        "together": r"\b(?:in (?:a )?pairs?|in (?:a )?groups?|in a team|together with|with (?:one|two) of the)\b",
    },
    "where it is": {
        "at home": r"\b(?:at home|from home|remote(?:ly)?|by video|online|video call|over video|on Zoom|on Teams)\b",
        "in the office": r"\b(?:in|at|to|from) (?:the|our|their|your) (?:client[’']s |new |main |[A-Z]\w+ )?(?:offices?|premises"
            r"|building|head office)\b|\b(?:in person|on site|on-site|face to face)\b",
    },
    "how it comes": {
        "by phone": r"\b(?:by (?:tele)?phone|over the phone|on the phone|in a call|by call|we (?:ring|phone|call))\b",
        "in writing": r"\b(?:in writing|by e-?mail|by letter|by post|e-?mailed|written)\b",
    },
    "whose it is": {
        "yours": r"\b(?:yours to keep|you (?:may|can|get to) keep|keep (?:it|the \w+) (?:when|after|for good))\b",
        "the firm’s": r"\b(?:hand(?:ed)?|gives?|given|sent?|take|bring|goes|comes?) (?:(?:the|your|it"
            r"|them) ?[\w ]{0,15})?(?:back|in on)\b|\breturn (?:the|your|it)\b|\b(?:is|must be|are) returned\b"
            r"|\bstays? (?:with|in) (?:us|the)\b",
    },
    "how much of it": {
        "all": r"\b(?:in full|full pay|fully paid|the whole of|all of (?:it|the|your))\b",
        "part": r"\b(?:half (?:of )?(?:the|your|pay)|half pay|part of (?:the|your|it)|a (?:third|quarter|share) of|partly)\b",
    },
    "at what rate": {
        "double": r"\b(?:double (?:rate|time|pay)|at double|twice the)\b",
        "half more": r"\b(?:time and a half|one and a half)\b",
        "plain": r"\b(?:(?:the |your )?(?:normal|usual|flat|plain|standard) (?:rate|time|pay))(?<!times the normal rate)\b",
    },
    "which one": {
        "any": r"\b(?:in|of|with|on|at|from) (?:any|whatever|whichever) \w+|\bof your (?:own )?choice\b|\byou (?:choose|decide|pick)\b",
        "one": r"\b(?:must|has to|have to|can only|may only) be (?:\w+ )?(?:in|on|at|with|from) (?-i:[A-Z])",
    },
    "who does it": {
        "nobody": r"^(?:nobody|no one|none of (?:us|them|the)|no (?!more|less|fewer)\w+ (?:is|has|does|takes|works))\b",
        "everybody": r"^(?:each|every|all) (?:of (?:us|them|the) )?\w+|^(?:everyone|everybody)\b",
    },
    "before or after": {
        "before": r"\b(?:before (?:any|the|an|your|each) (?:offer|interview|start|call|test|first|contract)|up front|in advance|beforehand)\b",
        "after": r"\b(?:(?:only )?after (?:the|an|your|each) (?:offer|interview|start|call|test|first|contract)"
            r"|(?:only )?after \w+ (?:months|weeks)|afterwards|in arrears)\b",
    },
    "consent": {
        "asked": r"\bnever [^.;]{0,40}without (?:the |your |their |an? )?[\w’ ]{0,25}(?:consent|asking|permission|say-so"
            r"|agreement)|\bonly with (?:your|the|their) [\w’ ]{0,20}(?:consent|permission)\b|\bask (?:you )?before\b"
            r"|\bnever share|\bnot? [\w ]{0,20} more than one\b",
        "not asked": r"\bwithout (?:your|their|the \w+) (?:being asked|knowing|knowledge|consent)|\bto any client\b"
            r"|\bto (?:several|many|all|two|three|four|five|ten) (?:\w+ )?clients\b",
    },
}  # fmt: skip
COMPILED = {
    (axis, side): filtered(text, re.IGNORECASE) for axis, sides in SIDES.items() for side, text in sides.items()
}
FREQUENCIES = {often: filtered(text, re.IGNORECASE) for often, text in OFTEN.items()}
# What makes a sentence one of several cases, or tells of a change or a choice.
ONE_OF_SEVERAL = filtered(
    r"\b(?:some|others?|another|sometimes|often|usually|typically|many|most|both"
    r"|(?-i:^An?) \w+(?: \w+)? (?:may|can)|few|may vary|varies|depends|depending|if|unless|whether|where the"
    r"|might|could|perhaps|used to|no longer|since|now|instead|rather|either|for example|such as|suppose"
    r"|imagine|were|was|had|did|would|(?:better|worse|longer|shorter|earlier|later|faster|more \w+"
    r"|less \w+) than)\b|\?",
    re.IGNORECASE,
)
LONGEST = 20  # telling words
LONGEST_READ = 200  # characters
CUES = frozenset(word[:5] for word in (*THINGS, *ROLES, *ALIKE)) | {"repor"}  # as `beginnings` has them
SHORT = 12
OF_AXES = frozenset(stems("offer answer"))  # they are also the verbs of what is said
CROWDS = frozenset(stems("team desk"))
EMPHATIC = frozenset(stems("only always fully entirely alone"))
# Words that make two sentences speak of two cases where only one of them has them.
CASES = frozenset(stems("junior senior mid lead principal graduate permanent contractor part-time full-time minimum maximum abroad public statutory internal external"))  # fmt: skip
ORDER = re.compile(r"\b(?P<which>first|second|third|fourth|final|last|next|initial|follow-up) (?P<of>round|stage|interview"
    r"|call|year|week|month|part|step|test|task|draft|contract|one)\b|\b(?P<thing>round|stage|year|week|part"
    r"|step) (?P<number>one|two|three|four|1|2|3|4)\b", re.IGNORECASE)  # fmt: skip
ORDINALS = {"one": "first", "two": "second", "three": "third", "four": "fourth", "1": "first", "2": "second", "3": "third", "4": "fourth"}  # fmt: skip
LIGHT = frozenset(stems("the a an and or of to in on at by for from with as it its you your we our they their is are be has have will may can must should do does not no never all any each every this that these after before within take last get give go need only always one two three four five six seven eight nine ten day week month year hour minute paid unpaid pay payment send sent bring keep be there role job work people"))  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """What a sentence says of one thing on one axis: a word, or a number between two bounds."""

    thing: str
    axis: str
    words: frozenset[str]
    case: frozenset[str]
    value: str = ""
    low: float = 0
    high: float = 0

    def contradicts(self, other: "Said") -> bool:
        """Whether the two, of one thing on one axis, speak of the same case and lie apart."""
        is_apart = self.value != other.value or self.low > other.high or other.low > self.high
        shared = (self.words & other.words) - LIGHT | {self.thing}
        is_short = max(len(self.words), len(other.words)) <= SHORT
        is_loose = self.thing in COMMON and not is_short and not (self.words | other.words) & EMPHATIC
        return is_apart and self.case == other.case and len(shared) > is_loose


def said(sentence: str) -> Iterator[Said]:
    """What the sentence says of each of its things; nothing where it tells of cases, choices or changes."""
    if len(sentence) > LONGEST_READ or CUES.isdisjoint(beginnings(sentence)) or ONE_OF_SEVERAL.search(sentence):
        return
    words = frozenset(ALIKE.get(stem, stem) for stem in stems(sentence))
    things = words & (THINGS | ROLES)
    if len(words) > LONGEST:
        return
    case = words & CASES | {_order(match) for match in ORDER.finditer(sentence)}
    if things:
        yield from (Said(words=words, case=case, **amount) for amount in _amounts(sentence))
        for axis, value in _values(sentence):
            yield from (Said(thing=thing, axis=axis, value=value, words=words, case=case) for thing in things - OF_AXES)
    if (match := LINE.search(sentence)) and stems(match["who"]):
        yield Said(thing=stems(match["who"])[-1], axis="line", value=" ".join(stems(match["whom"])), words=words, case=case)  # fmt: skip


def _order(match: re.Match[str]) -> str:
    """“First round” and “round one” alike."""
    which = ORDINALS.get((match["number"] or "").lower(), match["which"] or "")
    return f"{which} {match['of'] or match['thing']}".lower()


def _values(sentence: str) -> Iterator[tuple[str, str]]:
    found = [*CLOCK.finditer(sentence)]
    if len(found) == 1:
        yield "clock", found[0]["clock"].lower()
    days = [*DAY.finditer(sentence)]
    if len(days) == 1:
        yield "day", f"{int(days[0]['day'])} {days[0]['month'][:3].lower()}"
    yield from islice((("how often", often) for often, pattern in FREQUENCIES.items() if pattern.search(sentence)), 1)
    for axis, sides in SIDES.items():
        yield from islice(((axis, side) for side in sides if COMPILED[axis, side].search(sentence)), 1)


def _amounts(sentence: str) -> Iterator[dict[str, Any]]:
    """The numbers of the sentence, each with the thing that stands beside it."""
    for match in AMOUNT.finditer(sentence):
        bound = (match["bound"] or "").strip().lower()
        is_other = BEFORE.search(sentence, 0, match.start()) or bound == "before"
        if is_other or (bound == "after" and not (ENDED.search(sentence) or sentence[match.end() :].startswith((" of ", " on ")))):  # fmt: skip
            continue
        low, high = _bounds(match, bound)
        if match["unit"]:
            axis = "length"
            low, high = (value * MINUTES[match["unit"].lower()] for value in (low, high))
        else:
            axis = "share" if match["share"] else "people" if match["of"].lower() in PEOPLE_OF else match["of"].lower()
        things = _beside(
            sentence, match.start(), match.end(), THINGS if match["unit"] or match["share"] else THINGS | CROWDS
        )
        for thing in (things | {axis}) if axis in WHOLES else things:
            yield {"thing": thing, "axis": axis, "low": low, "high": high}


def _bounds(match: re.Match[str], bound: str) -> tuple[float, float]:
    value = _number(match["number"])
    if match["low"]:
        return min(_number(match["low"]), value), value
    if bound in UPPER:
        return 0, value
    if bound in LOWER:
        return value, inf
    return (value * 0.7, value * 1.4) if bound in ROUGHLY else (value, value)


def _beside(sentence: str, start: int, end: int, among: frozenset[str]) -> set[str]:
    """The things near the number, with nothing but small words between."""
    after, before = sentence[end : end + REACH], sentence[max(0, start - REACH) : start]
    found = {_thing(match[0], among) for match in WORD.finditer(after) if BETWEEN.match(after[: match.start()])}
    found |= {_thing(match[0], among) for match in WORD.finditer(before) if BETWEEN.match(before[match.end() :])}
    return found - {""}


def _thing(word: str, among: frozenset[str]) -> str:
    found = stems(word)
    thing = ALIKE.get(found[0], found[0]) if found else ""
    return thing if thing in among else ""


def _number(words: str) -> float:
    words = words.lower()
    return MORE_VALUES.get(words) or VALUES.get(words) or float(words)
