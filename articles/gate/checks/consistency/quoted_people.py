"""Whether those whom a guide quotes or presents keep their name and their role from one place to the next."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from articles.gate.findings import Place
from articles.gate.prose.document_text import DocumentText, Kind
from articles.gate.prose.patterns import filtered
from articles.gate.prose.people import NAME_WORD, NO_NAME, PERHAPS, TITLES
from articles.gate.prose.words import JOINING, stems

NAMED = rf"(?:(?P<title>{TITLES})\.?\s+)?(?:(?P<first>{NAME_WORD})\s+)?(?P<last>{NAME_WORD}(?:-[A-Z][a-zà-öø-ÿ]+)?)"
JOB = (
    r"(?:lead(?:er)?|head|manager|director|consultant|(?:co-)?founder|engineer|recruiter|developer|scientist"
    r"|analyst|architect|designer|tester|partner|owner|chief|officer"
    r"|c[efopt]o|president|chair|lawyer|solicitor|barrister|boss|mentor|adviser|advisor|editor|professor"
    r"|lecturer|researcher|coach|specialist|clerk|nurse|teacher|accountant"
    r"|administrator|assistant|receptionist|secretary|contractor|freelancer|intern|apprentice|graduate|trainee"
    r"|student|psychologist|economist|journalist|author|trainer"
    r"|programmer|technician|master|owner|buyer|broker|banker|detective|police officer|pilot|chef|builder"
    r"|carpenter|plumber|driver|dentist|doctor|physicist|writer|marketer|salesperson|executive|supervisor"
    r"|interviewer|colleague)"
)
LEADS = r"(?:leads?|led|runs?|heads?|manages?|chairs?|directs?|founded|owns?|looks? after)"
# What stands beside a name and says what somebody is.
ROLE = (
    rf"(?:(?:[\w’'-]+ ){{0,5}}?{JOB}s?\b[^,.;:“”()]{{0,50}}|(?:who|she|he) (?:now |has |had )*(?:{LEADS}|is|was"
    rf"|been|works as)\b[^,.;:“”()]{{2,60}})"
)
BESIDE = filtered(
    rf"(?<![\w’'-]){NAMED}(?:,\s+(?P<role>{ROLE})|\s+(?P<verb>{LEADS}|is (?:an?|the|our)|works as)\s+(?P<work>[^,.;:“”()]{{3,50}}))"
    rf"|\b(?P<office>(?:the|our|an?|as|their|chief|head|lead|senior|finance|test|design"
    rf"|[a-z-]+) (?:[a-z-]+ ){{0,2}}{JOB})\s+(?P<name>{NAME_WORD}\s+{NAME_WORD})"
)
# That a sentence speaks of somebody who has spoken already.
ALREADY = filtered(
    r"\b(?:quoted|mentioned|introduced|cited) (?:above|earlier|before|already|at the (?:start|top|beginning))"
    r"|\b(?:whom )?we (?:have )?(?:quoted|met|heard from)\b|\bthe same (?!company|firm|day|way|time)\w+"
    r"|\b(?:went|goes) on(?: to say)?\b|\brepeat(?:s|ed)\b|\bquoted\b|\bin the same (?:talk|interview"
    r"|conversation|call|breath)\b|[’']s (?:talk|interview|advice|words)\b",
    re.IGNORECASE,
)
LIGHT = JOINING | frozenset(stems("our the a an of at in for who one my is was has been lead leads run runs head heads led her his their same"))  # fmt: skip
WHERE = re.compile(r"\b(?:the|a|an|our) [\w-]+[’']s\b|\b(?:at|in|with|by|near|from|for the) .*$")
KNOWN = filtered(rf"\b(?P<title>{TITLES})\.?\s+(?P<last>{NAME_WORD}(?:-[A-Z][a-zà-öø-ÿ]+)?)(?![\w-])(?!\s+[A-Z])")
MOST = 60  # people whom a guide presents; a longer list is no guide’s


@dataclass(frozen=True, kw_only=True, slots=True)
class Presented:
    """Somebody by name, with what the guide says they are; `is_known` where it says that they were there before."""

    title: str
    first: str
    last: str
    role: str
    is_known: bool
    passage: int
    place: Place

    @property
    def name(self) -> str:
        return " ".join(filter(None, (self.title, self.first, self.last)))

    @property
    def about(self) -> frozenset[str]:
        """The telling words of the role, without the firm or the place of it."""
        return frozenset(stems(WHERE.sub("", self.role).replace("-", " "))) - LIGHT


def presented(guide: DocumentText) -> Iterator[Presented]:
    """Whom the guide presents, in its order."""
    for position, passage in enumerate(guide.passages):
        if passage.kind in (Kind.PARAGRAPH, Kind.ITEM) and PERHAPS.search(passage.text):
            is_known = ALREADY.search(passage.text) is not None
            for found in BESIDE.finditer(passage.text):
                first, last = found["name"].split() if found["name"] else (found["first"] or "", found["last"])
                role = found["role"] or found["office"] or f"{found['verb']} {found['work']}"
                if (first or found["title"]) and {first.lower(), last.lower()}.isdisjoint(NO_NAME):
                    yield Presented(title=found["title"] or "", first=first, last=last, role=role, is_known=is_known, passage=position, place=passage.place)  # fmt: skip
            for found in KNOWN.finditer(passage.text) if is_known else ():
                yield Presented(title=found["title"], first="", last=found["last"], role="", is_known=True, passage=position, place=passage.place)  # fmt: skip


def in_two_roles(everybody: list[Presented]) -> Iterator[tuple[Presented, Presented]]:
    """One name beside two roles that have no word in common."""
    for one, other in combinations(everybody[:MOST], 2):
        is_one = one.last == other.last and (one.first == other.first or not (one.first and other.first))
        if is_one and one.passage != other.passage and one.about and other.about and one.about.isdisjoint(other.about):
            yield one, other


def under_two_names(everybody: list[Presented]) -> Iterator[tuple[Presented, Presented]]:
    """One role beside two names of which a part is one; or a name “quoted above” that nobody there has."""
    for one, other in combinations(everybody[:MOST], 2):
        has_part = one.last == other.last or (one.first and one.first == other.first)
        is_other = one.last != other.last or (one.first and other.first and one.first != other.first)
        if has_part and is_other and one.passage != other.passage and (other.is_known or one.about & other.about):
            yield one, other
    lasts = [person.last for person in everybody]
    for position, person in enumerate(everybody[:MOST]):
        before = [other for other in everybody[:position] if other.passage != person.passage and other.first]
        if person.is_known and not person.first and before and person.last not in lasts[:position]:
            yield before[-1], person
