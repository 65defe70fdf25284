"""What was counted, added up by the database for one guide or for the whole site."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cached_property
from typing import Any, NamedTuple

from django.db.models import QuerySet, Sum
from django.utils import timezone

from articles.models import Article, AskedFor, GuideDay, GuideMonth, SiteDay
from articles.models.readership import What
from articles.readership import sent
from articles.readership.forgetting import WORDS

type Key = tuple[date, What]


class Period(NamedTuple):
    """Days or months that follow one another up to now, each named by its first day."""

    slug: str
    name: str
    days: list[date]
    is_by_month: bool = False

    @property
    def first(self) -> date:
        return self.days[0]


class Line(NamedTuple):
    """What happened on one day, in one month, or with one guide."""

    label: Any
    viewed: int = 0
    found: int = 0
    started: int = 0
    sent: int = 0


def periods() -> list[Period]:
    """Those that can be asked for, the usual one first."""
    today = timezone.localdate()
    days = [today - timedelta(days=ago) for ago in range(27, -1, -1)]
    return [Period("28-days", "28 days", days), Period("12-months", "12 months", _months(12), is_by_month=True)]


def lately() -> Period:
    """This month and the one before: of months there are few rows, however many guides are read each day."""
    return Period("2-months", "two months", _months(2), is_by_month=True)


def _months(number: int) -> list[date]:
    months = [timezone.localdate().replace(day=1)]
    while len(months) < number:
        months.insert(0, (months[0] - timedelta(days=1)).replace(day=1))
    return months


class Readership:
    """What a guide, or without one every guide together, did for its readers in a period."""

    def __init__(self, period: Period, guide: Article | None = None) -> None:
        self.period = period
        self.guide = guide.pk if guide else None

    def by_day(self) -> list[Line]:
        """Every day or month of the period, the quiet ones included."""
        sent_on: Counter[date] = Counter()
        for day, number in sent.count(self.period.first, self.guide, "day").items():
            sent_on[self._begin(day)] += number
        seen = self._counted
        return [
            Line(day, seen[day, What.VIEWED], seen[day, What.FOUND], seen[day, What.STARTED], sent_on[day])
            for day in self.period.days
        ]

    def views(self) -> list[tuple[date, int]]:
        """The views of every day or month alone, for which no enquiries are counted."""
        return [(day, self._counted[day, What.VIEWED]) for day in self.period.days]

    def searches(self) -> list[tuple[date, int, int]]:
        """Of the whole site: every day or month, how many searches there were, and how many found nothing."""
        return [(day, self._counted[day, What.SEARCHED], self._counted[day, What.MISSED]) for day in self.period.days]

    def by_role(self) -> list[tuple[str, int, int]]:
        """What enquirers said they are, how many opened the form, and how many sent it."""
        sent_by, started = sent.count(self.period.first, self.guide, "role"), self._started
        names = {**sent.roles(), "": "Not said yet"}
        return [(name, started[role], sent_by[role]) for role, name in names.items()]

    @cached_property
    def _counted(self) -> Counter[Key]:
        counted: Counter[Key] = Counter()
        for day, what, number in self._sums("day", "what"):
            counted[self._begin(day), What(what)] += number
        return counted

    @cached_property
    def _started(self) -> Counter[str]:
        return Counter(dict(self._sums("role", what=What.STARTED)))

    def _begin(self, day: date) -> date:
        return day.replace(day=1) if self.period.is_by_month else day

    def _sums(self, *by: str, **chosen: Any) -> QuerySet[Any, Any]:
        if self.guide is None:
            rows: QuerySet[Any] = SiteDay.objects.all()
        else:
            rows = (GuideMonth if self.period.is_by_month else GuideDay).objects.filter(guide=self.guide)
        rows = rows.filter(day__gte=self.period.first, **chosen)
        return rows.values(*by).annotate(total=Sum("number")).order_by().values_list(*by, "total")


def most_read(period: Period, most: int) -> list[Line]:
    """The guides that were opened most in the period, and what they did; without what was sent, see `sent_from`."""
    table = GuideMonth if period.is_by_month else GuideDay
    counts = table.objects.filter(day__gte=period.first).values("guide").annotate(total=Sum("number")).order_by()
    viewed = list(counts.filter(what=What.VIEWED).order_by("-total", "guide").values_list("guide", "total")[:most])
    guides = [guide for guide, _ in viewed]
    others: dict[tuple[int, str], int] = {}
    for guide, what, total in counts.filter(guide__in=guides).values_list("guide", "what", "total"):
        others[guide, what] = total
    named = Article.objects.only("title", "slug").in_bulk(guides)
    return [
        Line(named[guide], views, others.get((guide, What.FOUND), 0), others.get((guide, What.STARTED), 0))
        for guide, views in viewed
        if guide in named  # not deleted since
    ]


def sent_from(period: Period) -> Counter[int]:
    """How many enquiries were sent from each guide in the period."""
    return sent.count(period.first, None, "guide")


def words(guide: Article | None, most: int) -> list[tuple[str, int]]:
    """What was searched for most in the last 90 days and found the guide or, without one, nothing; see `asking`."""
    rows: Iterable[Any] = (
        AskedFor.objects.filter(guide=guide, day__gte=timezone.localdate() - WORDS)
        .exclude(words="")
        .values("words")
        .annotate(total=Sum("number"))
        .order_by("-total", "words")
        .values_list("words", "total")
    )[:most]
    return list(rows)
