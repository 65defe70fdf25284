"""The whole sitemap: the guides' own and the agency's pages (sitemaps.org/protocol.html)."""

from collections.abc import Iterable, Iterator
from datetime import datetime, time
from itertools import batched, chain
from xml.sax.saxutils import escape

from django.contrib.sitemaps.views import SitemapIndexItem
from django.core.paginator import EmptyPage
from django.db.models import Max, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from agency.models import Page
from articles.lib import paging
from articles.lib.cacheable import cacheable
from articles.lib.urls import absolute
from articles.models import Revision, SalaryFigure
from articles.public.sitemaps import ROWS, Entry, SiteSitemap
from articles.public.sitemaps import SITEMAPS as ARTICLE_SITEMAPS

TYPE = "application/xml"
OPEN = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
CLOSE = "</urlset>\n"


class FrontSitemap(SiteSitemap[str]):
    """The pages that lead to the guides, and change with the latest; the salaries, which are as new as their newest figure."""

    def items(self) -> list[str]:  # type: ignore[override]
        return ["home", "articles:index", "articles:salaries", "articles:people"]

    def location(self, item: str) -> str:
        return reverse(item)

    def lastmod(self, item: str) -> datetime | None:
        return _newest_figure() if item == "articles:salaries" else self.changed_at(1)

    def changed_at(self, part: int) -> datetime | None:
        return Revision.objects.published().order_by("-updated_at").values_list("updated_at", flat=True).first()


class PageSitemap(SiteSitemap[Page]):
    def items(self) -> QuerySet[Page]:
        return Page.objects.all()


def _newest_figure() -> datetime | None:
    day = SalaryFigure.objects.aggregate(day=Max("as_of"))["day"]
    return day and timezone.make_aware(datetime.combine(day, time.min))


SITEMAPS: dict[str, type[SiteSitemap]] = {"front": FrontSitemap, "pages": PageSitemap, **ARTICLE_SITEMAPS}


@require_safe
@cacheable("p")
def sitemap(request: HttpRequest) -> HttpResponseBase:
    """Every address in one file or, where one cannot hold them, an index of the files of each section."""
    if _part(request) != 1:
        raise Http404("There is no such part.")
    sections = {name: kind() for name, kind in SITEMAPS.items()}
    if sum(section.count() for section in sections.values()) <= SiteSitemap.limit:
        parts = [section.entries(part) for section in sections.values() for part in section.parts()]
        return _file(chain.from_iterable(parts))
    response = render(request, "sitemap_index.xml", {"sitemaps": list(_files(sections))}, content_type=TYPE)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


@require_safe
@cacheable("p")
def section(request: HttpRequest, section: str) -> HttpResponseBase:
    """One section's addresses, in parts; raises `Http404` for a section or part that is not there."""
    if section not in SITEMAPS:
        raise Http404("There is no such section.")
    try:
        return _file(SITEMAPS[section]().entries(_part(request)))
    except EmptyPage as error:
        raise Http404("There is no such part.") from error


def _part(request: HttpRequest) -> int:
    return paging.exact(request, "p") if "p" in request.GET else 1


def _file(entries: Iterable[Entry]) -> HttpResponseBase:
    """A short file at once; of a long one the beginning, and the rest as it is read."""
    pieces = _pieces(entries)
    beginning = [next(pieces, ""), next(pieces, "")]
    kind: type[HttpResponse | StreamingHttpResponse] = StreamingHttpResponse if beginning[1] else HttpResponse
    body = chain([OPEN], beginning, pieces, [CLOSE])
    return kind(body, content_type=TYPE, headers={"X-Robots-Tag": "noindex"})


def _pieces(entries: Iterable[Entry]) -> Iterator[str]:
    for some in batched(entries, ROWS):
        yield "".join(map(_url, some))


def _url(entry: Entry) -> str:
    changed = f"<lastmod>{timezone.localdate(entry.changed):%Y-%m-%d}</lastmod>" if entry.changed else ""
    return f"<url><loc>{escape(entry.address)}</loc>{changed}</url>\n"


def _files(sections: dict[str, SiteSitemap]) -> Iterator[SitemapIndexItem]:
    for name, section in sections.items():
        address = absolute(reverse("sitemap_section", args=[name]))
        for number in section.parts():
            file = address if number == 1 else f"{address}?p={number}"
            yield SitemapIndexItem(file, section.changed_at(number))  # type: ignore[arg-type]  # a moment, not a bool
