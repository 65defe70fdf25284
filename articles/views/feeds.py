"""Atom feeds (RFC 4287) of the newest guides, each in full: of all, of a topic, of an author."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import NamedTuple

import nh3
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.document import Document, richtext
from articles.document.layout import Page
from articles.lib.cacheable import cacheable
from articles.lib.urls import absolute
from articles.models import Author, Revision, Topic
from articles.models.revision import RevisionQuerySet
from articles.references import reading

ENTRIES = 20
TAGS = richtext.FULL_TAGS | {"blockquote", "figure", "figcaption", "img", "video"}
ATTRIBUTES = richtext.ATTRIBUTES | {
    "img": {"src", "alt", "width", "height"},
    "video": {"src", "poster", "controls", "preload"},
}
# What a feed without guides says of its last change: it must say something, and the same each time.
NEVER = datetime(1970, 1, 1, tzinfo=UTC)


class Entry(NamedTuple):
    """A guide as one entry of a feed."""

    id: str
    revision: Revision
    body: str


@require_safe
@cacheable()
def everything(request: HttpRequest) -> HttpResponse:
    """The newest guides of the site."""
    return _feed(request, Revision.objects.all(), name="Guides", page=reverse("articles:index"))


@require_safe
@cacheable()
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """The newest guides of one topic."""
    topic = get_object_or_404(Topic, slug=slug)
    return _feed(request, topic.revisions.all(), name=topic.name, page=topic.get_absolute_url())


@require_safe
@cacheable()
def author(request: HttpRequest, slug: str) -> HttpResponse:
    """The newest guides that a person or desk signed."""
    author = get_object_or_404(Author, slug=slug)
    return _feed(request, author.revisions.all(), name=f"Guides by {author.name}", page=author.get_absolute_url())


def body(revision: Revision, document: Document) -> str:
    """The guide's own part of its page as plain HTML, all addresses in full: readers of feeds have no stylesheet.

    `document` is the revision's as readers get it.
    """
    context = {"page": Page(document), "revision": revision}
    cleaner = nh3.Cleaner(
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=richtext.LINK_SCHEMES,
        link_rel=None,
        url_relative=("rewrite_with_base", absolute(revision.get_absolute_url())),
    )
    return cleaner.clean(render_to_string("articles/feed_entry.html", context)).strip()


def entry_id(revision: Revision) -> str:
    """A name that stays with the guide wherever it moves (RFC 4151)."""
    return f"tag:{settings.SITE.hostname},{revision.published_at:%Y-%m-%d}:guide/{revision.article_id}"


def _feed(request: HttpRequest, revisions: RevisionQuerySet, *, name: str, page: str) -> HttpResponse:
    newest = revisions.published().select_related("topic", "author")[:ENTRIES]
    documents = reading.shown(*(revision.document() for revision in newest))
    entries = [
        Entry(entry_id(revision), revision, body(revision, document))
        for revision, document in zip(newest, documents, strict=True)
    ]
    context = {"entries": entries, "name": name, "page": page, "updated": _updated(newest)}
    # A control character that somebody pasted into a name must not end the feed: XML cannot hold it.
    text = richtext.clean_text(render_to_string("articles/feed.xml", context, request))
    return HttpResponse(text, content_type="application/atom+xml; charset=utf-8")


def _updated(revisions: Iterable[Revision]) -> datetime:
    return max((revision.updated_at for revision in revisions), default=NEVER)
