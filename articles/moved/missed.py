"""Addresses that are often asked for in vain, each with what may be meant."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from django.db.models import Exists, OuterRef, QuerySet

from articles.document.references import Kind, Reference
from articles.lib.slugs import slug
from articles.models import Author, MissedAddress, OldAddress, Revision, Topic
from articles.moved import addresses, pages
from articles.moved.forgetting import OFTEN
from articles.references import standing

SHOWN = 100
ALIKE = 0.5  # the least of their words that two addresses share
SPELT_ALIKE = 0.8
EMPTY = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "by",
        "do",
        "does",
        "for",
        "from",
        "how",
        "in",
        "is",
        "it",
        "of",
        "on",
        "or",
        "our",
        "the",
        "to",
        "us",
        "was",
        "what",
        "why",
        "with",
        "your",
        "guide",
    ]
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposal:
    """What a missed address may mean: a target, and what it is called."""

    target: str
    title: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Missed:
    """One of them, with the proposal, if anything is like it."""

    row: MissedAddress
    proposal: Proposal | None


def often(*, ignored: bool = False) -> QuerySet[MissedAddress]:
    """Those that came often and are no row of the table."""
    answered = OldAddress.objects.filter(key=OuterRef("key"))
    return MissedAddress.objects.filter(~Exists(answered), times__gte=OFTEN, is_ignored=ignored)


def shown(*, ignored: bool = False) -> list[Missed]:
    """The most asked-for, without those at which there is a page by now. Six queries, however many there are."""
    rows = list(often(ignored=ignored)[:SHOWN])
    taken = pages.at(row.path for row in rows)
    known = Known() if rows else None
    return [
        Missed(row=row, proposal=known.nearest(row.path) if known else None) for row in rows if row.path not in taken
    ]


class Known:
    """What can be meant, by the words of its address: pages of the site, and where old addresses lead."""

    def __init__(self) -> None:
        self.proposals: dict[str, Proposal] = {}
        self.by_word: dict[str, set[str]] = defaultdict(set)
        for name, proposal in _every():
            self.proposals.setdefault(name, proposal)
        for name in self.proposals:
            for word in _words(name):
                self.by_word[word].add(name)

    def nearest(self, path: str) -> Proposal | None:
        """The one whose address shares most words, or is written most like the path's last part."""
        last = slug(re.sub(r"\.\w{2,5}$", "", path.rsplit("/", 1)[-1]))
        words = _words(last)
        shared = {name for word in words for name in self.by_word.get(word, ())}
        ranked = max(((_likeness(words, _words(name)), name) for name in shared), default=(0.0, ""))
        if ranked[0] >= ALIKE:
            return self.proposals[ranked[1]]
        found = get_close_matches(last, self.proposals, n=1, cutoff=SPELT_ALIKE)
        return self.proposals[found[0]] if found else None


def _likeness(words: frozenset[str], others: frozenset[str]) -> float:
    return 2 * len(words & others) / (len(words) + len(others))


def _words(name: str) -> frozenset[str]:
    """Those that say something, in one number: “salaries” is “salary”."""
    return frozenset(re.sub(r"(?:ies|y)$|(?<=[^s])s$", "", word) for word in name.split("-")) - EMPTY - {""}


def _every() -> Iterator[tuple[str, Proposal]]:
    """Live guides come first: of two that share a name, the guide is meant."""
    for number, title, name in Revision.objects.published().order_by().values_list("article_id", "title", "slug"):
        yield name, (proposal := _proposal(Kind.GUIDE, number, title))
        yield slug(title), proposal
    for number, called, name in Topic.objects.values_list("pk", "name", "slug"):
        yield name, _proposal(Kind.TOPIC, number, called)
    for number, called, name in Author.objects.values_list("pk", "name", "slug"):
        yield name, _proposal(Kind.PERSON, number, called)
    for page in standing.pages().values():
        yield page.name, _proposal(Kind.PAGE, page.name, page.title)
    yield from _old(OldAddress.objects.exclude(target="").values_list("address", "target")[:2000])


def _old(rows: Iterable[tuple[str, str]]) -> Iterator[tuple[str, Proposal]]:
    for address, target in rows:
        if name := slug(addresses.split(address)[0].rsplit("/", 1)[-1]):
            yield name, Proposal(target=target, title=f"what {address} leads to")


def _proposal(kind: Kind, key: int | str, title: str) -> Proposal:
    return Proposal(target=str(Reference(kind, key)), title=title)
