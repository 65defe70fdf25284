"""What happens to guides on which day: scheduled, due for review, published. In four queries, however many there are."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet, TextChoices
from django.utils import timezone

from articles.models import UNTITLED, Article, Revision

MOST = 500  # of a kind in a month; more is no plan that anybody reads


class Kind(TextChoices):
    GOES_LIVE = "goes_live", "Goes live"
    WITHDRAWN = "withdrawn", "Will be withdrawn"
    REVIEW = "review", "Due for review"
    PUBLISHED = "published", "Published"


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One thing that happens to one guide on a day; reviews have no hour. `who` looks after the guide."""

    kind: Kind
    guide: int
    title: str
    day: date
    at: datetime | None
    who: Any


def of_days(guides: QuerySet[Article], first: date, last: date) -> dict[date, list[Entry]]:
    """What happens to these guides on the days from `first` to `last`, by day, reviews first and then by the hour."""
    days: dict[date, list[Entry]] = defaultdict(list)
    for entry in _entries(guides.order_by().select_related("owner"), first, last):
        days[entry.day].append(entry)
    for entries in days.values():
        entries.sort(key=lambda entry: (entry.at is not None, entry.at, entry.title))
    return days


def _entries(guides: QuerySet[Article], first: date, last: date) -> Iterator[Entry]:
    span = (_begins(first), _begins(last + timedelta(days=1)) - timedelta(microseconds=1))
    revisions = Revision.objects.filter(article__in=guides).order_by().select_related("article__owner")
    revisions = revisions.only("title", "goes_live_at", "went_live_at", "article__title", "article__owner")
    for revision in revisions.scheduled().filter(goes_live_at__range=span)[:MOST]:
        yield _entry(Kind.GOES_LIVE, revision.article, revision.title, at=revision.goes_live_at)
    for guide in guides.filter(withdraw_at__range=span)[:MOST]:
        yield _entry(Kind.WITHDRAWN, guide, guide.title, at=guide.withdraw_at)
    live = Exists(Revision.objects.published().filter(article=OuterRef("pk")))
    for guide in guides.filter(live, review_by__range=(first, last))[:MOST]:
        yield _entry(Kind.REVIEW, guide, guide.title, day=guide.review_by)
    published = revisions.filter(went_live_at__range=span).order_by("-went_live_at")[:MOST]
    told = [_entry(Kind.PUBLISHED, one.article, one.title, at=one.went_live_at) for one in published]
    yield from {(entry.guide, entry.day): entry for entry in reversed(told)}.values()  # the last of a day says enough


def _entry(kind: Kind, guide: Article, title: str, *, at: datetime | None = None, day: date | None = None) -> Entry:
    on = day or timezone.localdate(at)
    return Entry(kind=kind, guide=guide.pk, title=title or UNTITLED, day=on, at=at, who=guide.owner)


def _begins(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
