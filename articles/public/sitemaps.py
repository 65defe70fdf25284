"""The sitemaps of the guides."""

from datetime import datetime

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import Max, Model, QuerySet

from articles.models import Author, Revision, Topic


class SiteSitemap[T](Sitemap):
    """Addresses under SITE_URL, whatever name the request came by; its items have an `updated_at`.

    They are listed in an order that stays, so that a new one does not move the others to another page.
    """

    protocol = settings.SITE.scheme
    # The most that sitemaps.org allows in one file.
    limit = 50_000

    def get_domain(self, site: object = None) -> str:
        return settings.SITE.netloc

    def items(self) -> QuerySet:
        raise NotImplementedError

    def lastmod(self, item: T) -> datetime | None:
        return item.updated_at  # type: ignore[attr-defined]

    def changed_at(self, page: int) -> datetime | None:
        """When anything on one page of the sitemap changed."""
        listed: QuerySet = self.paginator.page(page).object_list  # type: ignore[assignment]
        return listed.aggregate(at=Max("updated_at"))["at"]


class GuideSitemap(SiteSitemap[Revision]):
    def items(self) -> QuerySet[Revision]:
        return Revision.objects.published().only("slug", "updated_at").order_by("article_id")


class ListingSitemap(SiteSitemap[Topic | Author]):
    """Topics or authors that have a live guide; their pages change with its guides."""

    model: type[Model]

    def items(self) -> QuerySet:
        live = self.model._default_manager.filter(revisions__in=Revision.objects.published())
        return live.annotate(updated_at=Max("revisions__updated_at")).order_by("slug")


class TopicSitemap(ListingSitemap):
    model = Topic


class AuthorSitemap(ListingSitemap):
    model = Author


SITEMAPS: dict[str, type[SiteSitemap]] = {"guides": GuideSitemap, "topics": TopicSitemap, "people": AuthorSitemap}
