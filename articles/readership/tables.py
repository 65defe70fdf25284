"""The tables that show what guides do for their readers."""

from collections.abc import Callable

from django.urls import reverse

from articles.lib import days
from articles.lib.reports.tables import Report
from articles.models import Article
from articles.readership import reading
from articles.readership.reading import Period, Readership

MOST_GUIDES, MOST_WORDS = 50, 50
WHAT_HAPPENED = ("Views", "Searches that found it", "Enquiries started", "Enquiries sent")
OFTEN = (
    "Words are kept for 90 days, and only those that were asked for on three different days or more, without numbers."
)

type Make = Callable[[Period, Article | None], Report]


def _over_time(period: Period, guide: Article | None = None) -> Report:
    """Every day or month, of one guide or of all of them."""
    lines = Readership(period, guide).by_day()
    viewed, started, sent = (sum(getattr(line, name) for line in lines) for name in ("viewed", "started", "sent"))
    return Report(
        slug="time",
        title="Views by month" if period.is_by_month else "Views by day",
        header=("Month from" if period.is_by_month else "Day", *WHAT_HAPPENED),
        rows=[tuple(line) for line in lines],
        drawn=[line.viewed for line in lines],
        each="month from" if period.is_by_month else "",
        note=f"Views in all: {viewed:,}. Enquiries started: {started:,}; sent: {sent:,}. "
        "By UK time; today is not over yet. Without programs that say they are one, and without staff who are signed in. "
        "Suspected spam is not counted as sent.",
    )


def _roles(period: Period, guide: Article | None) -> Report:
    rows = Readership(period, guide).by_role()
    return Report(
        slug="roles",
        title="Enquiries by role",
        header=("Role", "Started", "Sent"),
        rows=list(rows),
        drawn=[started for _, started, _ in rows],
        note="Started is the form opened from a guide. Whoever had not said yet what they are, said so in the form.",
    )


def views(period: Period) -> Report:
    """How often guides were opened on each day, and nothing else: for a page that opens often."""
    lines = Readership(period).views()
    return Report(
        slug="views",
        title="Views in the last " + period.name,
        header=("Day", "Views"),
        rows=lines,
        drawn=[views for _, views in lines],
        each="",
    )


def most_read(period: Period, most: int = MOST_GUIDES, *, with_sent: bool = False) -> Report:
    """The guides that were opened most, each leading to its own page."""
    lines, sent = reading.most_read(period, most), reading.sent_from(period) if with_sent else None
    return Report(
        slug="guides",
        title="Most read guides",
        header=("Guide", *(WHAT_HAPPENED if with_sent else WHAT_HAPPENED[:-1])),
        rows=[(str(line.label), *line[1:-1], *([sent[line.label.pk]] if sent is not None else [])) for line in lines],
        drawn=[line.viewed for line in lines],
        links=[reverse("admin:articles_article_readers", args=[line.label.pk]) for line in lines],
        note=f"The first {most}, since {days.in_words(period.first)}.",
    )


def _searches(period: Period, _guide: Article | None) -> Report:
    rows = Readership(period).searches()
    return Report(
        slug="searches",
        title="Searches",
        header=("Month from" if period.is_by_month else "Day", "Searches", "Found nothing"),
        rows=list(rows),
        drawn=[searches for _, searches, _ in rows],
        each="month from" if period.is_by_month else "",
        note="A search found nothing when no guide has all its words and no other page was meant.",
    )


def _words(_period: Period, guide: Article | None) -> Report:
    rows = reading.words(guide, MOST_WORDS)
    return Report(
        slug="words",
        title="What was searched for and found it" if guide else "What was searched for in vain",
        header=("Words", "Searches"),
        rows=list(rows),
        drawn=[number for _, number in rows],
        note=f"In the last 90 days, whatever the period above. {OFTEN}",
    )


OF_A_GUIDE: dict[str, Make] = {"time": _over_time, "roles": _roles, "words": _words}
OF_ALL: dict[str, Make] = {
    "time": _over_time,
    "guides": lambda period, _: most_read(period, with_sent=True),
    "roles": _roles,
    "searches": _searches,
    "words": _words,
}
