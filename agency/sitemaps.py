"""The whole sitemap: the guides' own and the agency's pages."""

from datetime import datetime

from django.db.models import Max, QuerySet
from django.urls import reverse

from agency.models import Page
from articles.models import Revision
from articles.sitemaps import SITEMAPS as ARTICLE_SITEMAPS
from articles.sitemaps import SiteSitemap


class FrontSitemap(SiteSitemap):
    """The home page and the list of guides, which change with the latest guide."""

    def items(self) -> list[str]:
        self.updated_at = Revision.objects.published().aggregate(Max("updated_at"))["updated_at__max"]
        return ["home", "articles:index"]

    def location(self, item: str) -> str:
        return reverse(item)

    def lastmod(self, item: str) -> datetime | None:
        return self.updated_at


class PageSitemap(SiteSitemap):
    def items(self) -> QuerySet[Page]:
        return Page.objects.all()

    def lastmod(self, item: Page) -> datetime:
        return item.updated_at


SITEMAPS = {"front": FrontSitemap(), "pages": PageSitemap(), **ARTICLE_SITEMAPS}
