"""People whom a guide calls by two names, or says to be two things."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import combinations, islice
from unicodedata import combining, normalize

from articles.gate.checks.consistency import names, quoted_people
from articles.gate.context import SiteContext
from articles.gate.findings import Finding, Level, Rule
from articles.gate.prose.document_text import DocumentText
from articles.gate.prose.people import Person, Speaker, people, speakers
from articles.gate.prose.words import JOINING, cut, stems

MOST_COMPARED = 5_000  # pairs
SHARED_START = 4
FEW = 3  # consonants
VOWELS = re.compile(r"[aeiouy]|(.)(?=\1)")
CROSSED = str.maketrans("øØłŁđĐ", "oOlLdD")  # which Unicode does not take apart
# Spellings that one ear hears as one: Catherine and Katherine, Stephen and Steven, Geoff and Jeff.
SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in ((r"ph", "f"), (r"v", "f"), (r"geo", "je"), (r"ck|k|q", "c"), (r"z", "s"), (r"ie|y|i", "e"), (r"sch", "sh"), (r"h", ""), (r"(.)\1", r"\1"), (r"a?e$", ""))
)  # fmt: skip
A_ROLE = re.compile(
    r"\b(?:lead|head|manager|director|consultant|founder|co-founder|engineer|recruiter|developer|scientist"
    r"|analyst|architect|designer|tester|partner|owner|"
    r"chief|officer|c[efopt]o|president|chair|lawyer|solicitor|boss|mentor|adviser|advisor|editor|professor"
    r"|lecturer|researcher|coach|specialist)s?\b",
    re.IGNORECASE,
)
EARLIER = re.compile(
    r"\b(?:former|formerly|then|once|now|later|previously|who|which|also|and|both|whose)\b", re.IGNORECASE
)
LIGHT = JOINING | frozenset(stems("our the a an of at in for who one my"))
WHOSE = frozenset({"her", "his"})
SEX = {"Mr": "he", "Sir": "he", "Lord": "he", "Mrs": "she", "Ms": "she", "Miss": "she", "Dame": "she", "Lady": "she"}

SPELLINGS = Rule(
    check="person-in-two-spellings",
    level=Level.WARNS,
    why="People notice when their name is misspelt, and readers take one person for two.",
    advice="Ask how the name is spelt, and use that throughout.",
)
ROLES = Rule(
    check="person-in-two-roles",
    level=Level.WARNS,
    why="A reader who meets one person in two roles, or under two names, does not know who is speaking.",
    advice="Find out which is right and use it in both places.",
)


def person_in_two_spellings(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    named = list({person.words: person for person in reversed([*people(guide)])}.values())[::-1]
    told: set[str] = set()
    quoted = cache(lambda: {speaker.name for speaker in speakers(guide)})
    already = cache(lambda: {finding.excerpt for finding in names.name_in_two_spellings(guide, site)})
    for one, other in _worth_comparing(named):
        if (
            other.words not in told
            and _is_one_misspelt(one, other)
            and not _is_told_already(one, other, already)
            and not _is_plural(one, other, quoted)
        ):
            told.add(other.words)
            what = f"The guide has “{one.words}” in one place and “{other.words}” in another."
            yield SPELLINGS.found(other.place, what, excerpt=other.words)


def person_in_two_roles(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    first: dict[str, Speaker] = {}
    families: dict[str, Speaker] = {}
    for speaker in speakers(guide):
        title, family = speaker.name.partition(" ")[0].strip("."), speaker.name.rpartition(" ")[2]
        before = families.setdefault(family, speaker) if title in SEX else speaker
        if speaker.role and not EARLIER.search(speaker.role) and A_ROLE.search(speaker.role):
            known = first.setdefault(speaker.name, speaker)
            if _differ(known.role, speaker.role):
                what = f"{speaker.name} is “{cut(known.role)}” in one place and “{cut(speaker.role)}” in another."
                yield ROLES.found(speaker.place, what, excerpt=cut(speaker.role))
        elif SEX.get(title) != SEX.get(before.name.partition(" ")[0].strip("."), SEX.get(title)):
            what = f"The guide quotes “{before.name}” in one place and “{speaker.name}” in another."
            yield ROLES.found(speaker.place, what, excerpt=speaker.name)


def quoted_person_changes(guide: DocumentText, site: SiteContext) -> Iterator[Finding]:
    """“Ms Keir, a payroll clerk” of whom the guide has said that she leads the product desk; another name for one speaker."""
    everybody = [*quoted_people.presented(guide)]
    told = {finding.excerpt for finding in person_in_two_roles(guide, site)} if everybody else set()
    for one, other in quoted_people.in_two_roles(everybody):
        if not {other.name, cut(other.role), cut(one.role)} & told:
            told.add(other.name)
            what = f"{other.name} is “{cut(one.role)}” in one place and “{cut(other.role)}” in another."
            yield ROLES.found(other.place, what, excerpt=cut(other.role))
    for one, other in quoted_people.under_two_names(everybody):
        if other.name not in told:
            told.add(other.name)
            what = f"The guide speaks of “{one.name}” in one place and of “{other.name}” in another."
            yield ROLES.found(other.place, what, excerpt=other.name)


def _worth_comparing(named: list[Person]) -> Iterator[tuple[Person, Person]]:
    """Pairs with the first or the last name in common, or its beginning; not every pair of a long text."""
    groups: dict[str, list[Person]] = {}
    for person in named:
        for key in {
            f"first {person.first}" if person.first else f"title {person.last[:1]}",
            f"last {person.last}",
            f"start {person.last[:SHARED_START]}",
        }:
            groups.setdefault(key, []).append(person)
    pairs = (pair for group in groups.values() for pair in combinations(group[:100], 2))
    return islice(pairs, MOST_COMPARED)


def _is_one_misspelt(one: Person, other: Person) -> bool:
    if one.first and other.first:
        if one.first != other.first and _plain(one.first) == _plain(other.first):
            return one.title == other.title and (
                one.last == other.last or _are_alike(_plain(one.last), _plain(other.last))
            )
        if one.last == other.last:
            return one.title == other.title and _are_first_names_alike(one.first, other.first)
        return one.first == other.first and _are_spellings(one.last, other.last)
    if one.title and other.title and not one.first and not other.first:
        return one.title == other.title and _are_spellings(one.last, other.last)
    return bool(one.title or other.title) and one.last != other.last and _begin_alike(one.last, other.last)


def _are_first_names_alike(one: str, other: str) -> bool:
    """One letter more or less, or one sound: Tom and Tim are two people."""
    if one == other or min(len(one), len(other)) < 3:
        return False
    return (
        _sound(one) == _sound(other)
        or _consonants(one) == _consonants(other)
        or (names.differ_by_one_letter(one, other) and (len(one) != len(other) or min(len(one), len(other)) > 4))
    )


def _are_spellings(one: str, other: str) -> bool:
    """Szymański and Szymanksi; also where they differ in nothing but an accent."""
    plain = _plain(one), _plain(other)
    return one != other and (plain[0] == plain[1] or _are_alike(*plain))


def _are_alike(one: str, other: str) -> bool:
    return (
        one != other
        and min(len(one), len(other)) >= 4
        and (names.differ_by_one_letter(one, other) or _sound(one) == _sound(other) or _have_same_letters(one, other))
    )


def _begin_alike(one: str, other: str) -> bool:
    """Whitfield and Whitehall, of whom one has only a title: a slip of memory."""
    return (
        one[:SHARED_START] == other[:SHARED_START]
        and min(len(one), len(other)) > SHARED_START
        and abs(len(one) - len(other)) <= SHARED_START
    )


def _have_same_letters(one: str, other: str) -> bool:
    """Nguyen and Nyugen."""
    return one[:1] == other[:1] and len(one) > SHARED_START and sorted(one.lower()) == sorted(other.lower())


def _consonants(name: str) -> str:
    """Muhammad and Mohammed have the same; the whole name where there are few, so that Tom and Tim have not."""
    left = VOWELS.sub("", name.casefold())
    return left if len(left) > FEW else name


def _plain(name: str) -> str:
    """The name without its accents."""
    return "".join(sign for sign in normalize("NFD", name.translate(CROSSED)) if not combining(sign))


def _sound(name: str) -> str:
    sound = name.casefold()
    for pattern, letters in SOUNDS:
        sound = pattern.sub(letters, sound)
    return sound


def _is_told_already(one: Person, other: Person, already: Callable[[], set[str]]) -> bool:
    """Whether the check of all names has found it; that is asked only if there is a pair."""
    return not already().isdisjoint({one.first, one.last, other.first, other.last})


def _is_plural(one: Person, other: Person, quoted: Callable[[], set[str]]) -> bool:
    """“Leadership Principle” and “Leadership Principles” are no people; Sam Field and Sam Fields are, if one of them speaks."""
    is_one_of_many = f"{one.last}s" == other.last or f"{other.last}s" == one.last
    return is_one_of_many and not (one.title or other.title) and quoted().isdisjoint({one.words, other.words})


def _differ(one: str, other: str) -> bool:
    ours, theirs = (frozenset(stems(role)) - LIGHT for role in (one, other))
    whose = {frozenset(role.split()) & WHOSE for role in (one, other)}
    return not (ours <= theirs or theirs <= ours) or (len(whose) > 1 and ours == theirs)


CHECKS = (person_in_two_spellings, person_in_two_roles, quoted_person_changes)
