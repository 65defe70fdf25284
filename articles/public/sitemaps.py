"""The sitemaps of the guides."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from django.contrib.sitemaps import Sitemap
from django.core.paginator import EmptyPage
from django.db.models import F, Max, Model, OuterRef, QuerySet, Subquery

from articles.lib.urls import absolute
from articles.models import Author, Revision, Topic

# As many rows are read at a time; no transaction or cursor stays open while a slow client reads.
ROWS = 1_000


class Entry(NamedTuple):
    """An address, and when its page changed last."""

    address: str
    changed: datetime | None


class SiteSitemap[T](Sitemap):
    """Addresses under SITE_URL, whatever name the request came by; its items have an `updated_at`.

    They are listed in an order that stays, so that a new one does not move the others to another part.
    """

    # The most that sitemaps.org allows in one file.
    limit = 50_000

    def items(self) -> QuerySet:
        raise NotImplementedError

    def lastmod(self, item: T) -> datetime | None:
        return item.updated_at  # type: ignore[attr-defined]

    def count(self) -> int:
        """How many addresses there are, as far as one file has room."""
        return self.paginator.count

    def parts(self) -> Iterable[int]:
        """The numbers of the files that hold them all."""
        return self.paginator.page_range

    def entries(self, part: int) -> Iterator[Entry]:
        """The addresses of one file. Raises `EmptyPage` where there is none; the first is always there."""
        for item in self.paginator.page(part).object_list:
            yield Entry(absolute(self.location(item)), self.lastmod(item))

    def changed_at(self, part: int) -> datetime | None:
        """When anything in one file changed."""
        listed: QuerySet = self.paginator.page(part).object_list  # type: ignore[assignment]
        return listed.aggregate(at=Max("updated_at"))["at"]


class GuideSitemap(SiteSitemap[Revision]):
    """A guide's part follows from its number, and stays; nothing is counted or stepped over to find one."""

    def items(self) -> QuerySet[Revision]:
        return Revision.objects.published().only("slug", "updated_at", "article_id").order_by("article_id")

    def count(self) -> int:
        return Revision.objects.published().order_by()[: self.limit + 1].count()

    def parts(self) -> Iterator[int]:
        last = 0
        while (number := self._next(last * self.limit)) is not None:
            last = (number - 1) // self.limit + 1
            yield last

    def entries(self, part: int) -> Iterator[Entry]:
        listed = self.items().filter(article__lte=part * self.limit)
        first = last = (part - 1) * self.limit
        while found := list(listed.filter(article__gt=last)[:ROWS]):
            last = found[-1].article_id
            for revision in found:
                yield Entry(absolute(revision.get_absolute_url()), revision.updated_at)
        if last == first and part > 1:
            raise EmptyPage("There is no such part.")

    def changed_at(self, part: int) -> datetime | None:
        # As a sum the number has no index, or SQLite reads and sorts the part instead of walking from the latest update.
        numbered = Revision.objects.published().annotate(number=F("article_id") + 0).order_by("-updated_at")
        of_part = numbered.filter(number__gt=(part - 1) * self.limit, number__lte=part * self.limit)
        return of_part.values_list("updated_at", flat=True).first()

    def _next(self, last: int) -> int | None:
        return self.items().filter(article__gt=last).values_list("article_id", flat=True).first()


class ListingSitemap(SiteSitemap[Topic | Author]):
    """Topics or authors that have a live guide; their pages change with its guides."""

    model: type[Model]
    field: str

    def items(self) -> QuerySet:
        newest = Revision.objects.published().filter(**{self.field: OuterRef("pk")})
        updated = Subquery(newest.order_by("-updated_at").values("updated_at")[:1])
        return self.model._default_manager.annotate(updated_at=updated).exclude(updated_at=None).order_by("slug")


class TopicSitemap(ListingSitemap):
    model, field = Topic, "topic"


class AuthorSitemap(ListingSitemap):
    model, field = Author, "author"


SITEMAPS: dict[str, type[SiteSitemap]] = {"guides": GuideSitemap, "topics": TopicSitemap, "people": AuthorSitemap}
