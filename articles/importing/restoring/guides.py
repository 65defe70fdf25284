"""Putting guides back, each with its whole history in a transaction of its own."""

from collections.abc import Callable, Iterator
from itertools import zip_longest
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import IntegrityError, transaction
from django.db.models import Model

from articles.document import serialization
from articles.drafts import finding
from articles.drafts.rows import document_of, replace_blocks
from articles.exporting.guides import as_data, live_of, revisions_of, versions_of
from articles.exporting.rows import People
from articles.importing.restoring.outcome import Outcome
from articles.importing.restoring.tables import insert, number_on
from articles.importing.sources.own_export import guide as guides
from articles.importing.sources.own_export.guide import Guide
from articles.importing.sources.own_export.package import Package
from articles.models import (
    BLOCK_MODELS,
    ApprovalRequest,
    Article,
    DraftVersion,
    GuideEvent,
    Revision,
    content_version,
)
from articles.public import prepared
from articles.search import indexing

NUMBERED: tuple[type[Model], ...] = (Article, ApprovalRequest, Revision, DraftVersion, GuideEvent, *BLOCK_MODELS)


def restore(package: Package, outcome: Outcome, on_live: Callable[[Article], Any]) -> Iterator[int]:
    """One after the other; `on_live` is called for each that is live, in its transaction."""
    people = People.here()
    for one in guides.every(package, people):
        here = Article.objects.select_related("topic", "author", "hero_picture").filter(pk=one.guide["id"]).first()
        if here is None:
            _try(package, one, people, outcome, on_live)
        elif _is_as_told(here, package, one, people):
            outcome.known["guides"] += 1
        else:
            outcome.differing.append(one.name)
        yield 1
    number_on(*NUMBERED)


def _try(package: Package, one: Guide, people: People, outcome: Outcome, on_live: Callable[[Article], Any]) -> None:
    try:
        is_as_told = _restore(package, one, people, on_live)
    except (IntegrityError, ObjectDoesNotExist):
        outcome.differing.append(
            f"{one.name}, whose address or numbers are something else's here, or which names what is not here"
        )
        return
    outcome.restored["guides"] += 1
    if not is_as_told:
        outcome.changed.append(f"{one.name}, of which only what is safe was taken")


@transaction.atomic
def _restore(package: Package, one: Guide, people: People, on_live: Callable[[Article], Any]) -> bool:
    """Whether it is now as the export says; not so where that was more than a guide may hold."""
    insert(Article(**one.guide))
    article = Article.objects.select_related("topic", "author", "hero_picture").get(pk=one.guide["id"])
    replace_blocks(article, one.draft.blocks, one.told["row_ids"])
    for values in one.requests:
        insert(ApprovalRequest(article=article, **values))
    for values, document in one.revisions:
        _restore_revision(article, values, document)
    for values, document in guides.versions(package, one.folder, people):
        insert(DraftVersion(article=article, stored=serialization.dump(document), **values))
    for values in one.history:
        insert(GuideEvent(article=article, **values))
    finding.index(article, document_of(article))
    if live := live_of(revisions_of(article)):
        prepared.keep(live)
        indexing.index(live)
        on_live(article)
    content_version.renew()
    return _is_as_told(article, package, one, people)


def _restore_revision(article: Article, values: guides.Values, document: Any) -> None:
    revision = Revision.undated(article, document)
    for name, value in values.items():
        setattr(revision, name, value)
    insert(revision)
    revision.note_what_it_says()


def _is_as_told(article: Article, package: Package, one: Guide, people: People) -> bool:
    if as_data(article, revisions_of(article), people) != one.told:
        return False
    told = package.lines(f"{one.folder}/versions.jsonl")
    return all(here == there for here, there in zip_longest(versions_of(article, people), told))
