"""The gate before publication: what the checks and the people quoted say about a guide of this site."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from articles.document import Document
from articles.document.linked_documents import references_in, with_addresses
from articles.document.references import Kind, read
from articles.drafts.rows import document_of
from articles.gate import approval_check, checks, levels, missing_parts
from articles.gate.context import SiteContext
from articles.gate.findings import Finding
from articles.gate.site import site_context, without
from articles.lib.urls import path_to
from articles.models import Article
from articles.references.targets import State, Target, targets


def findings(article: Article, document: Document, site: SiteContext | None = None) -> list[Finding]:
    """What is missing from this document of the guide, what the checks find in it, and who has not approved it.

    Each at the level that is set for its check, without what is silent.

    The checks read references as the addresses that readers get; those that lead nowhere stay references.

    Pass `site` where many guides are checked in one go.
    """
    site = site or site_context()
    meant = _targets(article, document)
    followed = with_addresses(document, _as_followed(meant))
    closed = {reference: target for reference, target in meant.items() if target.state is not State.OPEN}
    around = replace(without(article, site), closed=closed, reviewed_on=article.reviewed_on)
    found = checks.examine(followed, around)
    told = [*missing_parts.findings(document), *found, *approval_check.findings(article, document)]
    return levels.apply(told, site.levels)


def of_draft(article: Article) -> list[Finding]:
    """What is found in the draft as it is stored; for whatever brings a guide in another way than the form."""
    return findings(article, document_of(article))


def in_words(found: Collection[Finding]) -> str:
    """How many findings there are, in a sentence for who has just brought the guide in; empty where there are none."""
    blocking = sum(finding.blocks for finding in found)
    counts = [f"{blocking} to fix before it can be published"] if blocking else []
    counts += [f"{len(found) - blocking} to look at"] if len(found) > blocking else []
    return f"The checks find {', '.join(counts)}." if counts else ""


def _targets(article: Article, document: Document) -> dict[str, Target]:
    """What the references of the document mean; its own guide counts as live, under the address that it is to have."""
    found = targets(references_in(document))
    own = Target(title=document.title, address=path_to("articles:guide", document.slug or "-"), state=State.OPEN)
    for address in found:
        reference = read(address)
        if reference and reference.kind is Kind.GUIDE and reference.key == article.pk:
            place = f"#{reference.place}" if reference.place else ""
            found[address] = replace(own, address=f"{own.address}{place}")
    return found


def _as_followed(found: Mapping[str, Target]) -> dict[str, str]:
    return {address: target.address if target.state is State.OPEN else address for address, target in found.items()}
