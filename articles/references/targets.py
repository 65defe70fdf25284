"""What references mean today: a page with its address, or why there is none that readers can open.

Each kind costs one query, however many references there are; headings of guides cost one more.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Any

from django.db.models import F, Model
from django.utils.text import capfirst

from articles.document.layout import Outline
from articles.document.references import Kind, Reference, nearest, read
from articles.lib.urls import path_to
from articles.models import UNTITLED, Article, Author, JobRole, Revision, Topic
from articles.references import standing

LINKED_AS: dict[type[Model], Kind] = {
    Article: Kind.GUIDE,
    Topic: Kind.TOPIC,
    Author: Kind.PERSON,
    JobRole: Kind.ROLE,
}


class State(Enum):
    """Whether a reader arrives. Without its heading they arrive at the top of the page."""

    OPEN = auto()
    NO_HEADING = auto()
    UNPUBLISHED = auto()
    WITHDRAWN = auto()
    GONE = auto()


@dataclass(frozen=True, kw_only=True, slots=True)
class Target:
    """What a reference means; without an address where readers can open nothing."""

    title: str = ""
    address: str = ""
    state: State = State.GONE


GONE = Target()
type Key = Any  # a number, or the name of a page
type Targets = dict[Key, Target]


def targets(addresses: Iterable[str]) -> dict[str, Target]:
    """What each reference means, also those that readers cannot follow."""
    asked = tuple(addresses)
    found: dict[str, Target] = dict.fromkeys(asked, GONE) | open_targets(asked)
    closed = {address: reference for address in found if found[address] is GONE and (reference := read(address))}
    guides = _closed_guides({reference.key for reference in closed.values() if reference.kind is Kind.GUIDE})
    return found | {
        address: guides.get(reference.key, GONE)
        for address, reference in closed.items()
        if reference.kind is Kind.GUIDE
    }


def open_targets(addresses: Iterable[str]) -> dict[str, Target]:
    """What each reference means that leads readers somewhere; reads nothing but what they see."""
    references = {address: reference for address in addresses if (reference := read(address))}
    keys: dict[Kind, set[Key]] = defaultdict(set)
    for reference in references.values():
        keys[reference.kind].add(reference.key)
    pages = {kind: OPEN[kind](of_kind) for kind, of_kind in keys.items()}
    opened = {
        address: (reference, pages[reference.kind][reference.key])
        for address, reference in references.items()
        if reference.key in pages[reference.kind]
    }
    places = _places({reference.key for reference, _ in opened.values() if _wants_heading(reference)})
    return {address: _at_place(page, reference, places) for address, (reference, page) in opened.items()}


def _wants_heading(reference: Reference) -> bool:
    return bool(reference.place) and reference.kind is Kind.GUIDE


def _at_place(page: Target, reference: Reference, places: Mapping[Key, Collection[str]]) -> Target:
    """Only guides have headings that editors name."""
    if not reference.place:
        return page
    if place := nearest(reference.place, places.get(reference.key, ())):
        return replace(page, address=f"{page.address}#{place}")
    return replace(page, state=State.NO_HEADING)


def _places(guides: set[Key]) -> dict[Key, Collection[str]]:
    """The names of the places in the live pages of these guides."""
    live = Revision.objects.published().filter(article__in=guides) if guides else ()
    return {revision.article_id: Outline(revision.document()).places() for revision in live}


def _open(title: str, path: str) -> Target:
    return Target(title=title, address=path, state=State.OPEN)


def _guides(keys: Collection[Key]) -> Targets:
    rows = Revision.objects.published().filter(article__in=keys).values_list("article", "title", "slug")
    return {pk: _open(title, path_to("articles:guide", slug)) for pk, title, slug in rows}


def _topics(keys: Collection[Key]) -> Targets:
    return {topic.pk: _open(topic.name, topic.get_absolute_url()) for topic in Topic.objects.filter(pk__in=keys)}


def _people(keys: Collection[Key]) -> Targets:
    return {author.pk: _open(author.name, author.get_absolute_url()) for author in Author.objects.filter(pk__in=keys)}


def _roles(keys: Collection[Key]) -> Targets:
    return {role.pk: _open(salaries_of(role), role.get_absolute_url()) for role in JobRole.objects.filter(pk__in=keys)}


def salaries_of(role: JobRole) -> str:
    """What the page of a role's figures is called."""
    return f"{capfirst(role.name)} salaries"


def _pages(keys: Collection[Key]) -> Targets:
    return {name: _open(page.title, page.path) for name, page in standing.pages().items() if name in keys}


def _closed_guides(keys: Collection[Key]) -> Targets:
    rows = Article.objects.filter(pk__in=keys).values_list("pk", "title", F("withdrawn_at")) if keys else ()
    return {
        pk: Target(title=title or UNTITLED, state=State.WITHDRAWN if withdrawn_at else State.UNPUBLISHED)
        for pk, title, withdrawn_at in rows
    }


OPEN: Mapping[Kind, Callable[[Collection[Key]], Targets]] = {
    Kind.GUIDE: _guides,
    Kind.TOPIC: _topics,
    Kind.PERSON: _people,
    Kind.ROLE: _roles,
    Kind.PAGE: _pages,
}
