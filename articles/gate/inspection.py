"""The gate before publication: what the checks and the people quoted say about a guide of this site."""

from articles.document import Document
from articles.gate import approval_check, checks, missing_parts
from articles.gate.context import SiteContext
from articles.gate.findings import Finding
from articles.gate.site import site_context, without
from articles.models import Article


def findings(article: Article, document: Document, site: SiteContext | None = None) -> list[Finding]:
    """What is missing from this document of the guide, what the checks find in it, and who has not approved it.

    Pass `site` where many guides are checked in one go.
    """
    found = checks.examine(document, without(article, site or site_context()))
    return [*missing_parts.findings(document), *found, *approval_check.findings(article, document)]
