"""The whole sitemap: the guides' own and the agency's pages."""

from collections.abc import Iterator
from datetime import datetime, time

from django.contrib.sitemaps import views
from django.contrib.sitemaps.views import SitemapIndexItem
from django.db.models import Max, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from agency.models import Page
from articles.lib.cacheable import cacheable
from articles.lib.urls import absolute
from articles.models import Revision, SalaryFigure
from articles.public.sitemaps import SITEMAPS as ARTICLE_SITEMAPS
from articles.public.sitemaps import SiteSitemap


class FrontSitemap(SiteSitemap[str]):
    """The pages that lead to the guides, and change with the latest; the salaries, which are as new as their newest figure."""

    def items(self) -> list[str]:  # type: ignore[override]
        return ["home", "articles:index", "articles:salaries"]

    def location(self, item: str) -> str:
        return reverse(item)

    def lastmod(self, item: str) -> datetime | None:
        return _newest_figure() if item == "articles:salaries" else self.changed_at(1)

    def changed_at(self, page: int) -> datetime | None:
        return Revision.objects.published().aggregate(at=Max("updated_at"))["at"]


class PageSitemap(SiteSitemap[Page]):
    def items(self) -> QuerySet[Page]:
        return Page.objects.all()


def _newest_figure() -> datetime | None:
    day = SalaryFigure.objects.aggregate(day=Max("as_of"))["day"]
    return day and timezone.make_aware(datetime.combine(day, time.min))


SITEMAPS: dict[str, type[SiteSitemap]] = {"front": FrontSitemap, "pages": PageSitemap, **ARTICLE_SITEMAPS}


@require_safe
@cacheable()
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every address in one file or, where one cannot hold them, an index of the files of each section."""
    if sum(section().paginator.count for section in SITEMAPS.values()) <= SiteSitemap.limit:
        return views.sitemap(request, {**SITEMAPS})
    response = render(request, "sitemap_index.xml", {"sitemaps": list(_files())}, content_type="application/xml")
    response.headers["X-Robots-Tag"] = "noindex"
    return response


@require_safe
@cacheable("p")
def section(request: HttpRequest, section: str) -> HttpResponse:
    """One section's addresses, in pages; raises `Http404` for a section or page that is not there."""
    return views.sitemap(request, {**SITEMAPS}, section)


def _files() -> Iterator[SitemapIndexItem]:
    for name, kind in SITEMAPS.items():
        site = kind()
        address = absolute(reverse("sitemap_section", args=[name]))
        for number in site.paginator.page_range:
            file = address if number == 1 else f"{address}?p={number}"
            yield SitemapIndexItem(file, site.changed_at(number))  # type: ignore[arg-type]  # a moment, not a bool
