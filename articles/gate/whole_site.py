"""Runs all checks over the guides of the site, one after the other, in memory that does not grow with the site."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import batched

from django.db.models import QuerySet

from articles.document import Document
from articles.drafts.rows import document_of
from articles.gate import inspection
from articles.gate.context import SiteContext
from articles.gate.findings import Finding
from articles.gate.site import site_context
from articles.models import UNTITLED, Article, Revision

AT_A_TIME = 50


class Side(StrEnum):
    """What an editor works on (the draft), and what readers see (the live page)."""

    DRAFT = "draft"
    LIVE = "live"


@dataclass(frozen=True, kw_only=True)
class GuideReport:
    """What the checks find on one side of a guide; `overridden` leads from a finding's key to the reason.

    The reasons are those of the live revision. They count for the draft too, as long as it says the same words.
    """

    guide: int
    slug: str
    title: str
    side: Side
    document: Document
    findings: list[Finding]
    overridden: Mapping[str, str] = field(default_factory=dict)

    def is_blocked_by(self, finding: Finding) -> bool:
        return finding.blocks and finding.key not in self.overridden


def reports(guides: QuerySet[Article], sides: Collection[Side] = tuple(Side)) -> Iterator[list[GuideReport]]:
    """For each guide by its key, its sides as far as they exist, the draft first."""
    site = site_context()
    for pks in batched(guides.order_by("pk").values_list("pk", flat=True), AT_A_TIME):
        live = {revision.article_id: revision for revision in Revision.objects.published().filter(article__in=pks)}
        for article in (
            Article.objects.select_related("topic", "author", "hero_picture").filter(pk__in=pks).order_by("pk")
        ):
            yield _of_guide(article, live.get(article.pk), sides, site)


def _of_guide(article: Article, live: Revision | None, sides: Collection[Side], site: SiteContext) -> list[GuideReport]:
    documents = {Side.DRAFT: document_of(article)} if Side.DRAFT in sides else {}
    if live and Side.LIVE in sides:
        documents[Side.LIVE] = live.document()
    overridden = {entry["key"]: entry["reason"] for entry in live.overrides} if live else {}
    found: list[tuple[Document, list[Finding]]] = []
    for document in documents.values():
        same = next((findings for other, findings in found if other == document), None)
        found.append((document, inspection.findings(article, document, site) if same is None else same))
    return [
        GuideReport(
            guide=article.pk,
            slug=document.slug,
            title=document.title or UNTITLED,
            side=side,
            document=document,
            findings=findings,
            overridden=overridden,
        )
        for side, (document, findings) in zip(documents, found, strict=True)
    ]
