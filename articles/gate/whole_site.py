"""Guides of the site against all checks, one guide after the other, in memory that does not grow with the site."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import batched

from django.db.models import QuerySet

from articles.document import Document
from articles.drafts.rows import document_of
from articles.gate import inspection
from articles.gate.context import Facts
from articles.gate.findings import Finding
from articles.gate.site import site_facts
from articles.models import Article, Revision

AT_A_TIME = 50


class Face(StrEnum):
    DRAFT = "draft"
    LIVE = "live"


@dataclass(frozen=True, kw_only=True)
class Examined:
    """What the checks find in one face of a guide; `overridden` leads from a finding's key to the reason.

    The reasons are those of the live revision. They count for the draft too, as long as it says the same words.
    """

    guide: int
    slug: str
    title: str
    face: Face
    findings: list[Finding]
    overridden: Mapping[str, str] = field(default_factory=dict)

    def holds_back(self, finding: Finding) -> bool:
        return finding.blocks and finding.key not in self.overridden


def examine(guides: QuerySet[Article], faces: Collection[Face] = tuple(Face)) -> Iterator[list[Examined]]:
    """For each guide by its key, its faces as far as they exist, the draft first."""
    facts = site_facts()
    for pks in batched(guides.order_by("pk").values_list("pk", flat=True), AT_A_TIME):
        live = {revision.article_id: revision for revision in Revision.objects.published().filter(article__in=pks)}
        for article in Article.objects.select_related("topic", "author").filter(pk__in=pks).order_by("pk"):
            yield _faces(article, live.get(article.pk), faces, facts)


def _faces(article: Article, live: Revision | None, faces: Collection[Face], facts: Facts) -> list[Examined]:
    documents = {Face.DRAFT: document_of(article)} if Face.DRAFT in faces else {}
    if live and Face.LIVE in faces:
        documents[Face.LIVE] = live.document()
    overridden = {entry["key"]: entry["reason"] for entry in live.overrides} if live else {}
    found: list[tuple[Document, list[Finding]]] = []
    for document in documents.values():
        same = next((findings for other, findings in found if other == document), None)
        found.append((document, inspection.findings(article, document, facts) if same is None else same))
    return [
        Examined(
            guide=article.pk,
            slug=document.slug,
            title=document.title,
            face=face,
            findings=findings,
            overridden=overridden,
        )
        for face, (document, findings) in zip(documents, found, strict=True)
    ]
