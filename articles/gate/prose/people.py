"""The names of people in a text: a first name and a last one, or a title and a name; and what each is said to be."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from articles.gate.findings import Place
from articles.gate.prose.document_text import DocumentText, Kind, Passage
from articles.gate.prose.patterns import filtered
from articles.gate.prose.words import WORD

TITLES = "Dr|Prof|Professor|Mr|Mrs|Ms|Miss|Mx|Sir|Dame|Lord|Lady"
NAME_WORD = r"(?:O[’']|Mc|Mac|De|Di|Le|La|Van)?[A-ZÀ-ÖØ-ÞĀ-Ž][a-zà-öø-ÿā-ž]+(?:-[A-ZÀ-ÖØ-ÞĀ-Ž][a-zà-öø-ÿā-ž]+)?"
# Two words with capitals, none before or after: “Ana Costa”, “Dr Okafor”, not “New South Wales”.
NAMED = re.compile(
    rf"(?<![\w’'-])(?<![A-Z]\.\s)(?:(?P<title>{TITLES})\.?\s+(?:(?P<given>{NAME_WORD})\s+)?(?P<family>{NAME_WORD})"
    rf"|(?P<first>{NAME_WORD})\s+(?P<last>{NAME_WORD}))(?![\w-])(?!\s+[A-Z][a-z])"
)
PERHAPS = re.compile(r"\b[A-Z]\w*[.]?\s+(?:[A-Z]|O[’']|Mc|Mac)")
# Words that begin a sentence or name a thing, a place or a job, and so make no name of a person.
NO_NAME = frozenset(
    WORD.findall(
        "the a an as if in on at by for to of and but or so when while after before with without from since both "
        "each every this that these those our your their his her its my we you they he she it one two three all "
        "any some many most more no not new old great north south east west northern southern eastern western "
        "royal national united united public private senior junior lead head chief principal staff data machine "
        "deep software hardware product project programme program business people human customer user technical "
        "technology engineer engineers engineering developer developers manager managers management director "
        "directors analyst analysts scientist scientists architect architects designer designers consultant "
        "consultants recruiter officer executive assistant specialist administrator tester science learning "
        "intelligence security cloud platform network systems system support service services web mobile front "
        "back full stack act law court street road square city university college school institute bank group "
        "company limited council house office department google amazon microsoft apple azure python java django "
        "react visual studio stack overflow monday tuesday wednesday thursday friday saturday sunday january "
        "february march april may june july august september october november december spring summer autumn winter "
        "britain kingdom england scotland wales ireland london states europe european british english yorkshire "
        "hiring talk ask says said dear hello hi thanks thank please see read write call meet visit use try "
        "consider let make take give get how what why who where which there here then however also yet still even "
        "because although though unless until next first last such like using according design development "
        "operations research quality assurance test testing code open source best good clear key final interview "
        "guide salary stage week day month year part step section chapter figure table level band"
    )
)
SAYS = (
    r"says|said|adds|added|explains|explained|argues|argued|tells|told|puts|recalls|recalled|notes|noted|warns"
    r"|warned|suggests|suggested|agrees|agreed|replies|replied|writes|wrote|advises|advised|points"
)
WHO = rf"(?:(?:{TITLES})\.?\s+)?{NAME_WORD}(?:\s+{NAME_WORD})?"
# “says Tom Whitfield, our data lead” and “Tom Whitfield, our data lead, says”.
SPOKEN = filtered(rf"\b(?:{SAYS})\s+(?P<name>{WHO})(?:,\s+(?P<role>[^,.;:“”()]{{3,60}}))?"
    rf"|\b(?P<subject>{WHO})(?:,\s+(?P<office>[^,.;:“”()]{{3,60}}),)?\s+(?:{SAYS})\b")  # fmt: skip
# “says her manager, Ana”.
BELONGS = re.compile(rf"\b(?P<whose>her|his|their|my|our)\s+(?P<role>[a-z]+(?:\s[a-z]+)?),\s+(?P<name>{WHO})\b")


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """A person as one place names them: a title or a first name, and a last name."""

    title: str
    first: str
    last: str
    place: Place

    @property
    def words(self) -> str:
        return " ".join(filter(None, (self.title, self.first, self.last)))


@dataclass(frozen=True, kw_only=True, slots=True)
class Speaker:
    """Who is quoted, and what the sentence calls them beside the name."""

    name: str
    role: str
    place: Place


def people(guide: DocumentText) -> Iterator[Person]:
    """Each mention of somebody by two words; what a sentence or a heading may begin with is no name."""
    for passage in _told(guide):
        if PERHAPS.search(passage.text):
            for found in NAMED.finditer(passage.text):
                title, first, last = (
                    found["title"] or "",
                    found["first"] or found["given"] or "",
                    found["last"] or found["family"],
                )
                if last.lower() not in NO_NAME and first.lower() not in NO_NAME:
                    yield Person(title=title, first=first, last=last, place=passage.place)


def speakers(guide: DocumentText) -> Iterator[Speaker]:
    """Those to whom the guide's sentences ascribe words."""
    for passage in _told(guide):
        for found in SPOKEN.finditer(passage.text):
            name, role = found["name"] or found["subject"], found["role"] or found["office"] or ""
            if name.split()[0].lower() not in NO_NAME:
                yield Speaker(name=name, role=role, place=passage.place)
        for found in BELONGS.finditer(passage.text):
            yield Speaker(name=found["name"], role=f"{found['whose']} {found['role']}", place=passage.place)


def _told(guide: DocumentText) -> Iterator[Passage]:
    return (passage for passage in guide.passages if passage.kind in (Kind.PARAGRAPH, Kind.ITEM))
