"""Links from one page of a source to another become references to the guides that were made of them.

That is done when all posts are in, since a page links to later ones too.
"""

import re
from collections.abc import Mapping
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


def resolve(source: Source, *, by: Any) -> int:
    """Makes references of all links of the source's drafts that can be followed now; returns how many drafts changed.

    A draft that somebody edited since is left to them.
    """
    guides = _guides(source)
    waiting = ImportedPost.objects.filter(source=source.name, article__isnull=False).exclude(open_links=[])
    return sum(_resolve(post, guides, source, by=by) for post in waiting.iterator(chunk_size=100))


def _guides(source: Source) -> dict[str, int]:
    """The guide that was made of the page at each address."""
    posts = ImportedPost.objects.filter(source=source.name, article__isnull=False)
    pairs = posts.values_list("addresses", "article_id").iterator(chunk_size=1000)
    return {normal(address, source.hosts): guide for addresses, guide in pairs for address in addresses}


@transaction.atomic
def _resolve(post: ImportedPost, guides: Mapping[str, int], source: Source, *, by: Any) -> bool:
    article = saving.lock(post.article)  # type: ignore[arg-type] # those without one are not asked for
    before = document_of(article)
    if digests.of_document(before) != post.written:
        return False
    after = rewritten(before, lambda html: HREF.sub(lambda link: _reference(link[1], guides, source), html))
    if after == before:
        return False
    post.version = saving.put(article, after, by=by).number
    after = document_of(saving.lock(article))
    post.written, post.open_links = digests.of_document(after), open_links(after, source)
    post.save(update_fields=["version", "written", "open_links"])
    return True


def _reference(link: str, guides: Mapping[str, int], source: Source) -> str:
    address = unescape(link)
    guide = guides.get(normal(address, source.hosts))
    if guide is None:
        return link
    place = address.partition("#")[2]
    return escape(str(Reference(Kind.GUIDE, guide, place if PLACE.fullmatch(place) else "")))
