"""Statements that cannot both be true: fully remote here, in the office there; free for candidates here, a fee there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.document import CallToAction, Insight, Quote
from articles.gate.checks.consistency import polarity
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.dates import MONTH
from articles.gate.prose.document_text import DocumentText, Kind, Passage
from articles.gate.prose.patterns import filtered
from articles.gate.prose.statements import unquoted
from articles.gate.prose.words import cut, stem, stems

ELSEWHERE = (Quote, Insight, CallToAction)
THE_JOB = r"(?:the|this|our) (?:role|job|position|post|vacancy)"
# Of one subject each wording stands for one value; two values in one guide cannot both be true.
VALUES: dict[str, dict[str, str]] = {
    "where the work is done": {
        "remote": rf"\b{THE_JOB} is (?:fully|entirely|completely|100%) remote|\byou (?:can )?work (?:fully|entirely"
        rf"|completely) (?:remotely|from home)"
        r"|\byou can work (?:fully|entirely) from home",
        "in the office": rf"\byou (?:will )?work (?:from|in|at) (?:the|our) (?:\w+ )?office\b|\b{THE_JOB} is (?:office[- ]based"
        rf"|on[- ]site|hybrid|in the (?:\w+ )?office)"
        r"|\b(?:\w+ )?days (?:a week )?(?:in|at) the office (?:are|is) (?:required|expected)",
    },
    "whether candidates pay": {
        "nothing": r"\bcandidates (?:never |do not |don[’']t )pay\b|\bcandidates are (?:never|not) charged\b"
        r"|\bcandidates pay (?:us )?nothing\b|\bfree (?:of charge )?(?:for|to) candidates\b"
        r"|\bwe (?:never|do not|don[’']t) charge candidates\b|\bno (?:fee|charge|cost) (?:for|to) candidates\b",
        "a fee": r"\bcandidates pay (?:us )?(?:an?|£)|\bwe charge candidates\b|\bcandidates (?:are charged|must pay|have to pay)\b"
        r"|\bwe charge an? (?:\w+ )?fee to candidates\b",
    },
    "whether visas are sponsored": {
        "yes": r"\bvisa sponsorship is (?:available|offered|possible)\b|\bwe (?:can|do|will) sponsor (?:\w+ )?visas?\b|\bwe sponsor visas\b",
        "no": r"\bvisa sponsorship is (?:not|un)|\bwe (?:cannot|can[’']t|do not|don[’']t|are unable to) sponsor\b|\bno (?:visa )?sponsorship\b",
    },
    "the tax status of the contract": {
        "inside": r"\b(?:the|this) (?:contract|role|engagement|assignment) is inside IR35\b",
        "outside": r"\b(?:the|this) (?:contract|role|engagement|assignment) is outside IR35\b",
    },
    "what kind of contract it is": {
        "permanent": rf"\b{THE_JOB} is (?:a )?permanent\b|\bthis is a permanent (?:role|job|position|contract)\b",
        "for a time": rf"\b{THE_JOB} is (?:a )?(?:fixed[- ]term|temporary|contract)\b|\bthis is a (?:fixed[- ]term"
        rf"|temporary) (?:role|job|contract)\b",
    },
    "who pays for training": {
        "the employer": r"\b(?:the )?employers? pays? (?:for )?the training\b|\btraining (?:fee )?is paid (?:for )?by the employer\b",
        "the employee": r"\b(?:the )?employees? pays? (?:for )?the training\b|\btraining (?:fee )?is paid (?:for )?by the employee\b",
    },
    "what to wear": {
        "anything": r"\bthere is no dress code\b|\bwear what you like\b",
        "a suit": r"\ba suit is (?:required|expected)\b|\byou must wear\b|\bthe dress code is (?:formal|business)",
    },
}
PATTERNS = {
    (subject, value): re.compile(text, re.IGNORECASE)
    for subject, found in VALUES.items()
    for value, text in found.items()
}
HINT = filtered(
    r"\b(?:remote|office|home|on-site|candidates|sponsor|IR35|permanent|fixed|temporary|contract|training|dress|suit|wear|"
    r"required|needed|essential|compulsory|mandatory|necessary|optional|must|need|offices?|branch|branches"
    r"|founders|directors|closing|deadline|apply|applications|interviews"
    r"|start|starts|based|visa|is in)",
    re.IGNORECASE,
)
PLACED = re.compile(
    r"\b(?:[Tt]he|[Oo]ur) (office|role|job|team) is (?:based )?in (?!(?:the|a|an|January|February|March|April"
    r"|May|June|July|August)\b)(?P<value>[A-Z]\w+)\b(?!,| and)"
)
THING = r"(?P<{}>[\w’-]+(?: (?!is\b|are\b)[\w’-]+){{0,2}})"
REQUIRED = re.compile(
    rf"^(?:an? )?{THING.format('a')} (?:is|are) (?:required|needed|essential|compulsory|mandatory"
    rf"|necessary)[.!]?$|^you (?:must|need to) have (?:an? )?{THING.format('b')}[.!]?$",
    re.IGNORECASE,
)
NOT_REQUIRED = re.compile(
    rf"^no {THING.format('a')} (?:is|are) (?:required|needed|necessary)[.!]?$"
    rf"|^(?:an? )?{THING.format('b')} (?:is|are) (?:optional|not (?:required|needed|essential|compulsory"
    rf"|necessary))[.!]?$|^you (?:do not|don[’']t) need (?:an? |any )?{THING.format('c')}[.!]?$",
    re.IGNORECASE,
)
# What a firm has so many of and no more.
COUNTS = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8"}
OURS = re.compile(
    r"\b(?:we have|(?:the|our) (?:firm|agency|company|business) has|of our|our) (?:only |just )?(?P<number>one"
    r"|two|three|four|five|six|seven|eight|\d{1,2}) (?P<noun>offices?|branch(?:es)?|sites|founders|directors"
    r"|partners)\b",
    re.IGNORECASE,
)
DAY = re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<month>{MONTH})")
MONTH_ALONE = re.compile(rf"(?:^start in|\bstart date is in) (?P<month>{MONTH})", re.IGNORECASE)
# What has one date in a guide.
DATED = {
    "the closing date": re.compile(
        r"\b(?:closing date|deadline for applications|application deadline|apply by|applications (?:close|must))\b",
        re.IGNORECASE,
    ),
    "the interviews": re.compile(r"\b(?:the )?interviews? (?:(?:is|are)(?: held)?|takes? place) on\b", re.IGNORECASE),
    "the start": re.compile(r"\bstart date is\b|^(?:you |start on |the (?:job|role) starts? on )", re.IGNORECASE),
}
UNSURE = filtered(
    r"\b(?:if|(?-i:may)|might|could|sometimes|some|unless|for example|suppose|imagine|^when|when (?:the|this"
    r"|you|we|a)|whether|or|used to|until|not only)\b|\?",
    re.IGNORECASE,
)

CLASH = Rule(
    check="statement-contradicted",
    level=Level.WARNS,
    why="Both cannot be true, and a reader will act on one of them.",
    advice="Find out which is right, and say the same in both places.",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Statement:
    """What a sentence says of a subject."""

    subject: str
    value: str
    passage: Passage
    sentence: str


def statement_contradicted(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    first: dict[str, Statement] = {}
    told: set[str] = set()
    for statement in _statements(guide):
        before = first.setdefault(statement.subject, statement)
        if (
            before.value != statement.value
            and before.passage is not statement.passage
            and statement.subject not in told
        ):
            told.add(statement.subject)
            yield _clash(before, statement)
    for before, statement in _unlike(guide):
        if statement.sentence not in told:
            told.add(statement.sentence)
            yield _clash(before, statement)


def _clash(before: Statement, statement: Statement) -> Finding:
    what = f"“{cut(statement.sentence)}”, but “{cut(before.sentence)}” elsewhere in the guide."
    return CLASH.found(statement.passage.place, what, excerpt=cut(statement.sentence))


def _statements(guide: DocumentText) -> Iterator[Statement]:
    for passage, sentence in _sentences(guide):
        for subject, value in _told(sentence) if HINT.search(sentence) else ():
            yield Statement(subject=subject, value=value, passage=passage, sentence=sentence)


def _unlike(guide: DocumentText) -> Iterator[tuple[Statement, Statement]]:
    """Short statements of the whole guide that cannot both be true, whatever they are about."""
    first: dict[str, Statement] = {}
    free: list[tuple[frozenset[str], Statement]] = []
    for passage, sentence in _sentences(guide):
        for subject, value in polarity.told(sentence):
            statement = Statement(subject=subject, value=value, passage=passage, sentence=sentence)
            before = first.setdefault(subject, statement)
            if before.value != value and before.passage is not passage:
                yield before, statement
        left = polarity.voluntary(sentence)
        if left:
            free.append((left, Statement(subject="choice", value="free", passage=passage, sentence=sentence)))
    yield from _forced(guide, free)
    yield from _misdirected(guide)


def _forced(guide: DocumentText, free: list[tuple[frozenset[str], Statement]]) -> Iterator[tuple[Statement, Statement]]:
    for passage, sentence in _sentences(guide) if free else ():
        duty = polarity.obliged(sentence)
        for things, before in free if duty else ():
            if things <= duty and before.passage is not passage:
                yield before, Statement(subject="choice", value="forced", passage=passage, sentence=sentence)


def _misdirected(guide: DocumentText) -> Iterator[tuple[Statement, Statement]]:
    """“The form goes to your manager” here, “never to your manager” there."""
    sent: dict[str, list[Statement]] = {}
    for passage, sentence in _sentences(guide):
        for whom, goes in polarity.recipients(sentence) if " to " in sentence else ():
            statement = Statement(subject=whom, value=str(goes), passage=passage, sentence=sentence)
            for before in sent.setdefault(whom, []):
                shared = frozenset(stems(before.sentence)) & frozenset(stems(sentence)) - frozenset(stems(whom))
                if before.value != statement.value and before.passage is not passage and shared - polarity.SMALL:
                    yield before, statement
            sent[whom].append(statement)


def _sentences(guide: DocumentText) -> Iterator[tuple[Passage, str]]:
    """What the guide says itself and without a doubt, sentence by sentence."""
    yield from ((passage, sentence) for passage, sentence in statements(guide) if not UNSURE.search(sentence))


def statements(guide: DocumentText) -> Iterator[tuple[Passage, str]]:
    """What the guide says itself, sentence by sentence, without passages that quote."""
    others = {position for position, block in guide.blocks if isinstance(block, ELSEWHERE)}
    for passage in guide.passages:
        if passage.kind in (Kind.PARAGRAPH, Kind.ITEM) and passage.place.block not in others:
            for sentence in passage.sentences if unquoted(passage) == passage.text else ():
                yield passage, sentence


def _told(sentence: str) -> Iterator[tuple[str, str]]:
    yield from (about for about, pattern in PATTERNS.items() if pattern.search(sentence))
    if match := PLACED.search(sentence):
        yield f"where the {match[1]} is", match["value"]
    for pattern, value in ((NOT_REQUIRED, "not required"), (REQUIRED, "required")):
        if match := pattern.search(sentence):
            yield f"need of {' '.join(stems(next(filter(None, match.groups()))))}", value
            break
    if match := OURS.search(sentence):
        yield f"how many {stem(match['noun'])}", COUNTS.get(match["number"].lower(), match["number"])
    yield from _dated(sentence)


def _dated(sentence: str) -> Iterator[tuple[str, str]]:
    days = list(DAY.finditer(sentence))
    if len(days) == 1:
        day = f"{int(days[0]['day'])} {days[0]['month'][:3].casefold()}"
        yield from ((subject, day) for subject, pattern in DATED.items() if pattern.search(sentence))
    if match := MONTH_ALONE.search(sentence):
        yield "the month of the start", match["month"][:3].casefold()
