"""A guide's page in a frame, as a phone and as a desktop show it: the one that would be published, or one that was."""

from datetime import date

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.csp import CSP
from django.views.decorators.cache import never_cache
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.csp import csp_override
from django.views.decorators.http import require_POST, require_safe

from articles.admin.guides import pages, timeline, unsaved
from articles.admin.guides.unsaved import CannotRead
from articles.drafts.rows import document_of
from articles.models import Article, GuideEvent, Revision
from articles.public import prepared
from articles.public.prepared import Pieces
from articles.public.previews import preview_of
from articles.views import guides

WIDTHS = {"phone": ("phone",), "desktop": ("desktop",), "both": ("phone", "desktop")}
BOTH = "both"

may_frame = csp_override({**settings.SECURE_CSP, "frame-src": [CSP.SELF]})
may_be_framed = csp_override({**settings.SECURE_CSP, "frame-ancestors": [CSP.SELF]})


@require_safe
@may_frame
def preview(request: HttpRequest, guide: Article) -> HttpResponse:
    """The draft in frames; `width` is `phone`, `desktop` or `both`."""
    return _framed(
        request, guide, "Preview", "preview.html", reverse("admin:articles_article_preview_page", args=[guide.pk])
    )


@require_safe
@xframe_options_sameorigin
@may_be_framed
def preview_page(request: HttpRequest, guide: Article) -> HttpResponse:
    """Exactly the page that publishing the draft now would serve; it is not stored."""
    return _alone(request, preview_of(guide, document_of(guide)))


@never_cache
@require_POST
@xframe_options_sameorigin
@may_be_framed
def unsaved_page(request: HttpRequest, guide: Article) -> HttpResponse:
    """The page that the posted form would become, with nothing of it stored; comments say where its blocks begin.

    Where the form cannot be saved as it stands, a plain text says why.
    """
    try:
        work = unsaved.read(request, guide, unsaved.opened_at(request, guide))
    except CannotRead as fault:
        return HttpResponse(str(fault), content_type="text/plain; charset=utf-8")
    revision = preview_of(work.guide, work.document)
    return _alone(request, revision, pieces=prepared.made(revision, shows_places=True))


def unsaved_page_of_new(request: HttpRequest) -> HttpResponse:
    """The same for a guide that is not stored yet."""
    return unsaved_page(request, Article())


@require_safe
@may_frame
def earlier(request: HttpRequest, guide: Article, revision: int) -> HttpResponse:
    """An earlier revision in frames."""
    chosen = get_object_or_404(guide.revisions.defer("stored"), pk=revision)
    address = reverse("admin:articles_article_history_page", args=[guide.pk, chosen.pk])
    title = f"Revision {timeline.number_of(chosen)}"
    return _framed(request, guide, title, "earlier.html", address, revision=chosen)


@require_safe
@xframe_options_sameorigin
@may_be_framed
def earlier_page(request: HttpRequest, guide: Article, revision: int) -> HttpResponse:
    """The page of a revision as it was when it went live, or will be when its hour comes."""
    chosen = get_object_or_404(guide.revisions.select_related("article", "topic", "author__picture"), pk=revision)
    if chosen.goes_live_at:
        chosen.set_dates(at=chosen.goes_live_at)
    chosen.article.reviewed_on = _reviewed_then(chosen)
    return _alone(request, chosen)


def _framed(
    request: HttpRequest, guide: Article, title: str, template: str, address: str, **context: object
) -> HttpResponse:
    chosen = request.GET.get("width", BOTH)
    width = chosen if chosen in WIDTHS else BOTH
    return pages.page(request, guide, template, title, address=address, width=width, frames=WIDTHS[width], **context)


def _alone(request: HttpRequest, revision: Revision, pieces: Pieces | None = None) -> HttpResponse:
    response = guides.render_revision(request, revision, pieces=pieces)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _reviewed_then(revision: Revision) -> date | None:
    """When the guide had last been found still right as the revision went live; as of now where it is live or waits."""
    if revision.is_live or revision.went_live_at is None:
        return revision.article.reviewed_on
    reviews = revision.article.events.filter(kind=GuideEvent.Kind.REVIEWED, at__lte=revision.went_live_at)
    last = reviews.first()
    return timezone.localdate(last.at) if last else None
