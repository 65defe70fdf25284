"""Links from one page of a source to another become references to the guides that were made of them.

Those to earlier pages become so as a post comes in, those to later ones when all are in.
"""

import re
from collections.abc import Iterator
from html import escape, unescape
from typing import Any

from django.db import transaction

from articles.document import Document
from articles.document.linked_documents import rewritten, rich_texts
from articles.document.references import Kind, Reference
from articles.drafts import saving
from articles.drafts.rows import document_of
from articles.importing import digests
from articles.importing.addresses import normal
from articles.importing.posts import Source
from articles.models import ImportedPost

HREF = re.compile(r'(?<=<a href=")(?!ref:|#|mailto:|tel:)([^"]+)(?=">)')
PLACE = re.compile(r"[a-z][a-z0-9_-]{0,99}")


def open_links(document: Document, source: Source) -> list[str]:
    """The addresses of other pages of the source that the document links to, each once."""
    links = (unescape(link) for html in rich_texts(document) for link in HREF.findall(html))
    return list(dict.fromkeys(link for link in links if normal(link, source.hosts)))


class Guides:
    """The guides that were made of a source's pages, by the addresses of these."""

    def __init__(self, source: Source) -> None:
        posts = ImportedPost.objects.filter(source=source.name, article__isnull=False)
        pairs = posts.values_list("addresses", "article_id").iterator(chunk_size=1000)
        self._hosts = source.hosts
        self._guides = {normal(address, self._hosts): guide for addresses, guide in pairs for address in addresses}

    def note(self, post: ImportedPost) -> None:
        """Counts the guide of a post that has just come in among them."""
        if post.article_id:
            self._guides |= {normal(address, self._hosts): post.article_id for address in post.addresses}

    def lead(self, link: str) -> bool:
        """Whether one of them is behind the link."""
        return normal(link, self._hosts) in self._guides

    def followed(self, document: Document) -> Document:
        """The document with references for the links that can be followed now."""
        return rewritten(document, lambda html: HREF.sub(lambda link: self._reference(link[1]), html))

    def _reference(self, link: str) -> str:
        address = unescape(link)
        guide = self._guides.get(normal(address, self._hosts))
        if guide is None:
            return link
        place = address.partition("#")[2]
        return escape(str(Reference(Kind.GUIDE, guide, place if PLACE.fullmatch(place) else "")))


def resolve(source: Source, guides: Guides, *, by: Any) -> Iterator[bool]:
    """Makes references of the links of the source's drafts that lead to later posts; whether each draft changed.

    A draft that somebody edited since is left to them.
    """
    waiting = ImportedPost.objects.filter(source=source.name, article__isnull=False).exclude(open_links=[])
    for post in waiting.defer("html", "lines").iterator(chunk_size=100):
        yield any(map(guides.lead, post.open_links)) and _resolve(post, guides, source, by=by)


@transaction.atomic
def _resolve(post: ImportedPost, guides: Guides, source: Source, *, by: Any) -> bool:
    article = saving.lock(post.article)  # type: ignore[arg-type] # those without one are not asked for
    before = document_of(article)
    after = guides.followed(before)
    if digests.of_document(before) != post.written or after == before:
        return False
    version = saving.put(article, after, by=by)
    post.version, post.written = version.number, digests.of_stored(version.stored)
    post.open_links, post.blocking, post.warnings = open_links(version.document(), source), None, None
    post.save(update_fields=["version", "written", "open_links", "blocking", "warnings"])
    return True
