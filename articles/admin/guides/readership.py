"""What guides do for their readers: a page of each guide, one of all of them, and every table as CSV."""

from typing import Any

from django.contrib import admin
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.admin.guides import pages
from articles.admin.guides.pages import MAY_VIEW, guide_page
from articles.audit import recording as audit
from articles.lib import csv_export
from articles.lib.admin_pages import AdminPage, confirmed
from articles.lib.reports.tables import with_picture
from articles.models import Article
from articles.readership import reading
from articles.readership.reading import Period
from articles.readership.tables import OF_A_GUIDE, OF_ALL, Make


@require_safe
def readers(request: HttpRequest, guide: Article) -> HttpResponse:
    """What the guide did for its readers."""
    return pages.page(request, guide, "readers.html", "Readers", **_context(request, OF_A_GUIDE, guide))


@require_safe
def readership(request: HttpRequest) -> HttpResponse:
    """What all guides did for their readers."""
    context = {
        **admin.site.each_context(request),
        "title": "Readers",
        "opts": Article._meta,
        **_context(request, OF_ALL, None),
    }
    return TemplateResponse(request, "admin/articles/article/readership.html", context)


@confirmed
@require_safe
def readers_table(request: HttpRequest, guide: Article, slug: str) -> HttpResponse:
    """One table of the guide as CSV."""
    return _table(request, OF_A_GUIDE, slug, guide)


@confirmed
@require_safe
def readership_table(request: HttpRequest, slug: str) -> HttpResponse:
    """One table of all guides as CSV."""
    return _table(request, OF_ALL, slug, None)


def _table(request: HttpRequest, tables: dict[str, Make], slug: str, guide: Article | None) -> HttpResponse:
    if slug not in tables:
        raise Http404("There is no such table.")
    period = _period(request)
    report = tables[slug](period, guide)
    name = f"readers-{guide.pk if guide else 'all'}-{slug}-{period.slug}"
    audit.record(audit.Action.EXPORTED, f"readers: {slug} of {f'guide {guide.pk}' if guide else 'all guides'}")
    return csv_export.response(name, report.header, report.rows)


def _context(request: HttpRequest, tables: dict[str, Make], guide: Article | None) -> dict[str, Any]:
    period = _period(request)
    drawn = [
        with_picture(make(period, guide), f"{_address(slug, guide)}?period={period.slug}")
        for slug, make in tables.items()
    ]
    return {"period": period, "periods": reading.periods(), "reports": drawn}


def _address(slug: str, guide: Article | None) -> str:
    if guide:
        return reverse("admin:articles_article_readers_table", args=[guide.pk, slug])
    return reverse("admin:articles_article_readership_table", args=[slug])


def _period(request: HttpRequest) -> Period:
    """The one that was asked for, if it is one of ours."""
    usual, *others = reading.periods()
    return next((period for period in others if period.slug == request.GET.get("period")), usual)


PAGES = (
    guide_page("readers/", readers),
    guide_page("readers/table/<slug:slug>/", readers_table),
    AdminPage("readership/", readership, "articles_article_readership", MAY_VIEW),
    AdminPage("readership/<slug:slug>.csv", readership_table, "articles_article_readership_table", MAY_VIEW),
)
