"""Where an author, a topic, a job role, a picture or a guide is used: in which guides, on which page of each, and as what.

A draft points at the records, and links by references in its texts. A revision points at its topic and author, and names
in its mentions whom it quotes, which roles' figures it shows, with which files of pictures, and what it links to.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import Any

from django.db.models import Exists, Model, OuterRef, QuerySet

from articles.document.references import Kind, Reference, in_html, read
from articles.drafts import finding
from articles.drafts.linking import RICH
from articles.models import (
    BLOCK_MODELS,
    UNTITLED,
    Article,
    Author,
    InsightBlock,
    JobRole,
    Mention,
    Picture,
    Revision,
    SalaryTableBlock,
    Topic,
)
from articles.models.picture import PictureRow
from articles.references.targets import LINKED_AS

PICTURED = tuple(model for model in BLOCK_MODELS if issubclass(model, PictureRow))


class Surface(StrEnum):
    """The part of a guide that uses something, worded to fit a sentence."""

    DRAFT = "the draft"
    LIVE = "the live page"
    SCHEDULED = "the scheduled page"
    EARLIER = "an earlier revision"


class Relation(StrEnum):
    """How a guide uses something."""

    SIGNER = "signs"
    SPEAKER = "is quoted in"
    SUBJECT = "is the topic of"
    FIGURES = "is shown in"
    LINKED = "is linked from"
    PICTURE = "stands in"


@dataclass(frozen=True, kw_only=True)
class Use:
    """One guide that uses something: as what, and on which of its pages."""

    thing: int
    guide: int
    title: str
    relations: dict[Relation, list[Surface]]

    @property
    def surfaces(self) -> set[Surface]:
        return self.surfaces_but()

    def surfaces_but(self, *relations: Relation) -> set[Surface]:
        """Where the guide uses it in any other way than these."""
        return {surface for relation, found in self.relations.items() if relation not in relations for surface in found}

    def is_on(self, surface: Surface) -> bool:
        return surface in self.surfaces

    def __str__(self) -> str:
        """Such as: signs the draft and the live page; is quoted in the draft."""
        return "; ".join(f"{relation} {_listed(surfaces)}" for relation, surfaces in self.relations.items())


# The key of what is used, of the guide, the guide's title, as what, and on which page.
type Found = tuple[int, int, str, Relation, Surface]
# By what revisions or references call a thing, the keys of those that it can be.
type Keys = dict[str, list[int]]


def guides_using(*things: Author | Topic | JobRole | Picture | Article) -> list[Use]:
    """The guides that use any of the things, which are of one kind, by title; in a few queries however many there are."""
    if not things:
        return []
    relations: dict[tuple[int, int, str], dict[Relation, set[Surface]]] = defaultdict(lambda: defaultdict(set))
    for thing, guide, title, relation, surface in _found(things):
        relations[thing, guide, title][relation].add(surface)
    return [
        Use(thing=thing, guide=guide, title=title or UNTITLED, relations=_in_order(relations[thing, guide, title]))
        for thing, guide, title in sorted(relations, key=lambda key: (key[2].casefold(), key))
    ]


def _found(things: Sequence[Any]) -> Iterator[Found]:
    yield from _links(things)
    match things[0]:
        case Author():
            yield from _drafts(Article.objects.filter(author__in=things), "author", Relation.SIGNER)
            yield from _rows(InsightBlock.objects.filter(speaker__in=things), "speaker", Relation.SPEAKER)
            yield from _revisions(Revision.objects.filter(author__in=things), "author", Relation.SIGNER)
            yield from _mentions(Mention.Kind.SPEAKER, _by_slug(things), Relation.SPEAKER)
        case Topic():
            yield from _drafts(Article.objects.filter(topic__in=things), "topic", Relation.SUBJECT)
            yield from _revisions(Revision.objects.filter(topic__in=things), "topic", Relation.SUBJECT)
        case JobRole():
            yield from _rows(SalaryTableBlock.objects.filter(job_role__in=things), "job_role", Relation.FIGURES)
            yield from _mentions(Mention.Kind.JOB_ROLE, _by_slug(things), Relation.FIGURES)
        case Picture():
            yield from _drafts(Article.objects.filter(hero_picture__in=things), "hero_picture", Relation.PICTURE)
            for model in PICTURED:
                yield from _rows(model.objects.filter(picture__in=things), "picture", Relation.PICTURE)
            yield from _mentions(Mention.Kind.PICTURE, _by_file(things), Relation.PICTURE)


def _drafts(guides: QuerySet[Article], column: str, relation: Relation) -> Iterator[Found]:
    for thing, guide, title in guides.values_list(column, "pk", "title"):
        yield thing, guide, title, relation, Surface.DRAFT


def _rows(rows: QuerySet[Any], column: str, relation: Relation) -> Iterator[Found]:
    for thing, guide, title in rows.values_list(column, "parent", "parent__title"):
        yield thing, guide, title, relation, Surface.DRAFT


def _revisions(revisions: QuerySet[Revision], column: str, relation: Relation) -> Iterator[Found]:
    rows = revisions.order_by().values_list(column, "article", "article__title", "is_live", "goes_live_at").distinct()
    for thing, guide, title, is_live, goes_live_at in rows:
        yield thing, guide, title, relation, _surface(is_live, goes_live_at)


def _links(things: Sequence[Any]) -> Iterator[Found]:
    """The guides whose texts link to the things, but for a guide's links to itself."""
    if (kind := LINKED_AS.get(type(things[0]))) is None:
        return
    keys = {Reference(kind, thing.pk).slug: [thing.pk] for thing in things}
    found = chain(_linking_drafts(kind, keys), _mentions(Mention.Kind.LINK, keys, Relation.LINKED))
    yield from (use for use in found if kind is not Kind.GUIDE or use[0] != use[1])


def _linking_drafts(kind: Kind, keys: Keys) -> Iterator[Found]:
    """Reads the texts of the drafts that the index of their words names."""
    drafts = finding.linking_to(Reference(kind, pk) for [pk] in keys.values())
    for model, columns in RICH.items():
        rows = model.objects.filter(parent__in=drafts).order_by().values_list("parent", "parent__title", *columns)
        for guide, title, *texts in rows:
            for reference in filter(None, map(read, chain.from_iterable(map(in_html, texts)))):
                for key in keys.get(reference.slug, ()):
                    yield key, guide, title, Relation.LINKED, Surface.DRAFT


def _by_slug(things: Iterable[Any]) -> Keys:
    return {thing.slug: [thing.pk] for thing in things}


def _by_file(pictures: Iterable[Picture]) -> Keys:
    """Several pictures may have one file."""
    keys: Keys = defaultdict(list)
    for picture in pictures:
        keys[str(picture.file.name)].append(picture.pk)
    return keys


def _mentions(kind: Mention.Kind, keys: Keys, relation: Relation) -> Iterator[Found]:
    """What live and scheduled revisions mention of the things."""
    shown = Revision.objects.published() | Revision.objects.scheduled()
    found = shown.filter(mentions__kind=kind, mentions__slug__in=keys).order_by()
    rows = found.values_list("mentions__slug", "article", "article__title", "is_live", "goes_live_at")
    for slug, guide, title, is_live, goes_live_at in rows:
        for key in keys[slug]:
            yield key, guide, title, relation, _surface(is_live, goes_live_at)


def _surface(is_live: bool, goes_live_at: Any) -> Surface:
    if is_live:
        return Surface.LIVE
    return Surface.SCHEDULED if goes_live_at else Surface.EARLIER


def _in_order(relations: dict[Relation, set[Surface]]) -> dict[Relation, list[Surface]]:
    return {
        relation: [surface for surface in Surface if surface in relations[relation]]
        for relation in Relation
        if relation in relations
    }


def _listed(surfaces: list[Surface]) -> str:
    return " and ".join(filter(None, [", ".join(surfaces[:-1]), surfaces[-1]]))


def by_thing(things: Iterable[Model], uses: Iterable[Use]) -> dict[Any, list[Use]]:
    """The uses of each thing that has any."""
    found = {thing: [use for use in uses if use.thing == thing.pk] for thing in things}
    return {thing: uses for thing, uses in found.items() if uses}


def guides_showing(job_role: JobRole) -> list[Article]:
    """The guides whose drafts show this role's salary figures."""
    return list(Article.objects.filter(articles_salarytableblock_set__job_role=job_role).distinct().order_by("title"))


def drafts_showing(picture: Picture) -> set[int]:
    """The guides whose drafts show the picture, at the top or in a block."""
    found = set(Article.objects.filter(hero_picture=picture).values_list("pk", flat=True))
    return found.union(*(model.objects.filter(picture=picture).values_list("parent", flat=True) for model in PICTURED))


def unused_pictures() -> QuerySet[Picture]:
    """The pictures that no draft, author, live or scheduled page shows."""
    pointing = [Article.objects.filter(hero_picture=OuterRef("pk")), Author.objects.filter(picture=OuterRef("pk"))]
    pointing += [model.objects.filter(picture=OuterRef("pk")) for model in PICTURED]
    shown = Revision.objects.published() | Revision.objects.scheduled()
    mentions = Mention.objects.filter(kind=Mention.Kind.PICTURE, slug=OuterRef("file"), revision__in=shown)
    unused = Picture.objects.filter(~Exists(mentions.order_by()))
    for rows in pointing:
        unused = unused.filter(~Exists(rows.order_by()))
    return unused
