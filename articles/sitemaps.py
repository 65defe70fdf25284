"""What search engines are told to read of the guides."""

from datetime import datetime

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import Max, QuerySet

from articles.models import Author, Revision, Topic


class SiteSitemap(Sitemap):
    """Addresses under SITE_URL, whatever name the request came by."""

    protocol = settings.SITE.scheme

    def get_domain(self, site: object = None) -> str:
        return settings.SITE.netloc


class GuideSitemap(SiteSitemap):
    def items(self) -> QuerySet[Revision]:
        return Revision.objects.published().only("slug", "updated_at")

    def lastmod(self, item: Revision) -> datetime:
        return item.updated_at


class ListingSitemap(SiteSitemap):
    """Topics or authors that have a live guide."""

    def __init__(self, model: type[Topic] | type[Author]) -> None:
        self.model = model

    def items(self) -> QuerySet:
        live = self.model.objects.filter(revisions__is_live=True)
        return live.annotate(updated_at=Max("revisions__updated_at")).order_by("slug")

    def lastmod(self, item: Topic | Author) -> datetime:
        return item.updated_at  # type: ignore[union-attr]


SITEMAPS = {"guides": GuideSitemap(), "topics": ListingSitemap(Topic), "people": ListingSitemap(Author)}
