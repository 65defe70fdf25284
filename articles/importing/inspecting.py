"""What the gate finds in the drafts of a source: asked when all are in, since it looks at them beside one another."""

from collections.abc import Iterator

from articles.drafts import saving
from articles.gate import inspection
from articles.gate.context import SiteContext
from articles.gate.site import site_context
from articles.importing.posts import Source
from articles.models import ImportedPost


def inspect(source: Source) -> Iterator[ImportedPost]:
    """Counts what is found in each draft that is new or changed."""
    changed = ImportedPost.objects.filter(source=source.name, article__isnull=False, blocking=None)
    related = changed.select_related("article__topic", "article__author", "article__hero_picture")
    site = site_context()
    for post in related.defer("html", "lines").iterator(chunk_size=100):
        _inspect(post, site)
        yield post


def _inspect(post: ImportedPost, site: SiteContext) -> None:
    article = post.article
    version = saving.current_version(article) if article else None
    if article is None or version is None:
        return
    found = inspection.findings(article, version.document(), site)
    post.blocking = sum(finding.blocks for finding in found)
    post.warnings = len(found) - post.blocking
    post.save(update_fields=["blocking", "warnings"])
