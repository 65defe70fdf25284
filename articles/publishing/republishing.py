"""Publishing guides again with the salary figures of today, and nothing else of them changed.

What goes live is the page that visitors read, with its salary tables filled anew. A draft that says more than the page
stays a draft.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.db.models import F, QuerySet

from articles.document import Block, Document, SalaryFigure, SalaryTable, serialization
from articles.document.salary_bands import band
from articles.drafts import saving
from articles.gate import inspection, overrides
from articles.gate.context import SiteContext
from articles.gate.findings import Finding
from articles.lib.days import in_words, moment_in_words
from articles.models import Article, DraftVersion, JobRole, Mention, Revision
from articles.publishing import publication
from articles.publishing.publication import CannotPublish, PublishOptions

MOST = 50  # guides on one page, each of which passes the gate

type Figures = Mapping[str, tuple[SalaryFigure, ...]]


@dataclass(frozen=True, kw_only=True, slots=True)
class FigureChange:
    """One figure as a guide shows it and as it is now; empty where it is not there."""

    role: str
    level: str
    region: str
    before: str
    after: str


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """A live guide that shows figures of another day: what would go live instead, and what would be different."""

    guide: Article
    live: Revision
    document: Document
    changes: tuple[FigureChange, ...]
    goes_live_at: Any
    has_other_draft: bool

    @property
    def digest(self) -> str:
        """A name for what would go live, so that what is confirmed is what was shown."""
        return sha256(repr((self.live.pk, serialization.dump(self.document))).encode()).hexdigest()

    @property
    def left_alone(self) -> str:
        """Why it cannot be published here; empty when it can."""
        if self.goes_live_at:
            at = moment_in_words(self.goes_live_at)
            return f"A version of it is scheduled for {at}, with the figures of the day it was scheduled. Schedule it again."
        return ""


def waiting() -> list[Waiting]:
    """The live guides whose figures are not those of today, by title; in a few queries however many there are."""
    shown = Mention.objects.filter(kind=Mention.Kind.JOB_ROLE).values("revision")
    live = Revision.objects.published().filter(pk__in=shown, article__has_unpublished_changes=True)
    return list(_waiting(live.select_related("article").order_by("title", "pk")))


def inspected(one: Waiting, site: SiteContext, *, by: Any) -> tuple[list[Finding], list[Finding]]:
    """What stops the guide with the new figures from being published by somebody, and which warnings these bring."""
    found = inspection.findings(one.guide, one.document, site)
    before = {finding.key for finding in inspection.findings(one.guide, one.live.document(), site)}
    warnings = [finding for finding in found if not finding.blocks and finding.key not in before]
    try:
        overrides.apply_overrides(found, _given(one.live), by=by)
    except overrides.Blocked as blocked:
        return blocked.findings, warnings
    return [], warnings


@transaction.atomic
def republish(
    guide: Article, options: PublishOptions, *, by: Any, seen: str, site: SiteContext | None = None
) -> Revision:
    """Publishes what visitors read, with the figures of today; `seen` is the digest of what its editor saw.

    The review stays due when it was, since nobody has read the guide anew. Raises as `publication.publish` does, and
    `CannotPublish` where something else would go live than was seen.
    """
    article = saving.lock(guide)
    one = next(_waiting(article.revisions.published().select_related("article")), None)
    if one is None or one.digest != seen:
        raise CannotPublish(["It changed after you opened this page. Look at what it says now."])
    if one.left_alone:
        raise CannotPublish([one.left_alone])
    given = replace(options, overrides=_given(one.live), review_by=article.review_by)
    return publication.publish(article, given, by=by, site=site, document=one.document)


def _given(live: Revision) -> dict[str, str]:
    """The reasons with which the page was published; they count again for somebody who may give them."""
    return {kept["key"]: kept["reason"] for kept in live.overrides}


def _figures() -> Figures:
    return {role.slug: role.salary_table().figures for role in JobRole.objects.prefetch_related("figures")}


def _waiting(live: QuerySet[Revision]) -> Iterator[Waiting]:
    figures = _figures()
    guides = [revision.article_id for revision in live]
    scheduled = dict(Revision.objects.scheduled().filter(article__in=guides).values_list("article", "goes_live_at"))
    drafts = DraftVersion.objects.filter(article__in=guides, number=F("article__version"), is_conflict=False)
    versions = {version.article_id: version for version in drafts}
    for revision in live:
        old = revision.document()
        new = _with_figures(old, figures)
        if new != old:
            version = versions.get(revision.article_id)
            yield Waiting(
                guide=revision.article,
                live=revision,
                document=new,
                changes=tuple(_changes(old, new)),
                goes_live_at=scheduled.get(revision.article_id),
                has_other_draft=version is None or _with_figures(version.document(), figures) != new,
            )


def _with_figures(document: Document, figures: Figures) -> Document:
    """The document with the figures of today; the table of a role without any keeps those that it has."""
    return replace(document, blocks=tuple(_filled(block, figures) for block in document.blocks))


def _filled(block: Block, figures: Figures) -> Block:
    if isinstance(block, SalaryTable) and figures.get(block.role):
        return replace(block, figures=figures[block.role])
    return block


def _changes(old: Document, new: Document) -> Iterator[FigureChange]:
    for before, after in zip(old.blocks, new.blocks, strict=True):
        if isinstance(before, SalaryTable) and isinstance(after, SalaryTable) and before != after:
            yield from _differences(before, after)


def _differences(before: SalaryTable, after: SalaryTable) -> Iterator[FigureChange]:
    """By level and region, in the order of the new table; what only the old one has comes last."""
    old = {(figure.level, figure.region, figure.currency): figure for figure in before.figures}
    new = {(figure.level, figure.region, figure.currency): figure for figure in after.figures}
    for place in dict.fromkeys([*new, *old]):
        was, now = old.get(place), new.get(place)
        if was != now:
            level, region, _currency = place
            words = [_words(figure) for figure in (was, now)]
            if was and now and band(was) != band(now) and was.as_of == now.as_of:
                words = [band(was), band(now)]
            yield FigureChange(role=before.role_name, level=level, region=region, before=words[0], after=words[1])


def _words(figure: SalaryFigure | None) -> str:
    return f"{band(figure)}, {in_words(figure.as_of)}" if figure else ""
