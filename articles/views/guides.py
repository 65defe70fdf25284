"""The public pages of guides, topics and authors."""

from collections.abc import Callable, Sequence
from functools import partial
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from articles.lib.cacheable import cacheable
from articles.models import Author, Revision
from articles.models.revision import RevisionQuerySet
from articles.public import addresses, breadcrumbs, directory, listing, neighbours, prepared, structured_data
from articles.public.addresses import Withdrawn
from articles.public.listing import Elsewhere
from articles.public.prepared import Pieces
from articles.readership import counting, readers
from articles.references import reading
from articles.views import markdown

RELATED = 3


@require_safe
@cacheable()
def guide(request: HttpRequest, slug: str) -> HttpResponse:
    """A published guide; an address that it had before leads to the one it has now."""
    if markdown.is_preferred(request):
        return markdown.negotiated(request, slug)
    try:
        revision = addresses.current(slug)
    except Withdrawn as withdrawn:
        return _withdrawn(request, withdrawn.former)
    if revision.slug != slug:
        return HttpResponsePermanentRedirect(revision.get_absolute_url())
    if readers.is_visitor(request):
        counting.viewed(revision.article_id)
    response = render_revision(request, revision)
    response.guide = revision.article_id  # type: ignore[attr-defined]  # for the page cache, which counts for itself
    return response


def render_revision(
    request: HttpRequest,
    revision: Revision,
    *,
    template: str = "articles/guide.html",
    pieces: Pieces | None = None,
    **context: object,
) -> HttpResponse:
    """The guide page of any revision, saved or not; a template that extends it may want more in its context."""
    pieces = pieces or prepared.pieces_of(revision)
    context |= {
        "revision": revision,
        "pieces": pieces,
        "trail": breadcrumbs.trail(revision.topic),
        "nodes": structured_data.guide(revision, pieces.nodes),
        "related": _related(revision),
        "neighbours": neighbours.of(revision),
    }
    request.frame_sources = pieces.frames.split()  # type: ignore[attr-defined] # the page's policy names them
    return render(request, template, context)


def _related(revision: Revision) -> Sequence[Revision]:
    """The newest others of the topic."""
    if revision.topic.pk is None:  # of a draft without one
        return ()
    return [other for other in listing.newest(revision.topic.pk) if other.article_id != revision.article_id][:RELATED]


@require_safe
@cacheable("after", "page")
def index(request: HttpRequest) -> HttpResponse:
    """Every published guide, newest first, with the topics."""
    context: dict[str, object] = {"topics": directory.topics()}
    return _listing(request, "articles/index.html", Revision.objects.all(), context, partial(listing.newest, None))


@require_safe
@cacheable("after", "page")
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """The published guides of one topic."""
    topic = directory.topic_at(slug)
    context = {"topic": topic, "topics": directory.topics(), "trail": breadcrumbs.trail()}
    return _listing(request, "articles/topic.html", topic.revisions.all(), context, partial(listing.newest, topic.pk))


@require_safe
@cacheable("after", "page")
def author(request: HttpRequest, slug: str) -> HttpResponse:
    """The public profile of a person or desk, with the guides they signed."""
    author = get_object_or_404(Author, slug=slug)
    context = {
        "author": author,
        "biography": reading.render(author.biography),
        "trail": breadcrumbs.people(),
        "nodes": structured_data.profile(author),
    }
    return _listing(request, "articles/author.html", author.revisions.all(), context)


def _listing(
    request: HttpRequest,
    template: str,
    revisions: RevisionQuerySet,
    context: dict[str, object],
    first: Callable[[], Sequence[Revision]] | None = None,
) -> HttpResponse:
    try:
        page = listing.page(request, revisions.published(), first)
    except Elsewhere as elsewhere:
        return HttpResponsePermanentRedirect(request.path + elsewhere.query)
    return render(request, template, context | {"guides": page.guides, "listing": page})


def _withdrawn(request: HttpRequest, former: Revision) -> HttpResponse:
    """410 (RFC 9110, section 15.5.11), with what else there is to read."""
    related = Revision.objects.published().for_cards().filter(topic=former.topic_id)[:RELATED]
    context = {"former": former, "related": related}
    return render(request, "articles/withdrawn.html", context, status=HTTPStatus.GONE)
