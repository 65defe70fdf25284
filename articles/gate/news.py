"""Telling those who look after live guides what the checks newly find in them: one mail for each, of all their guides."""

from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

from django.db import transaction

from articles.models import Article, LiveLook
from articles.outbox import mail
from articles.review import reminders

MANY = 5  # guides in which one check newly finds something; more are one line, as where a check was switched on
LISTED = 50  # guides in one mail


class GuideNews(NamedTuple):
    """What is new in one guide, in sentences."""

    guide: Article
    sentences: list[str]


class CheckNews(NamedTuple):
    """A check that newly finds something in many guides."""

    name: str
    guides: int


@transaction.atomic
def tell() -> int:
    """Writes each person one mail with what they were not told yet; returns how many were written."""
    untold = LiveLook.objects.filter(has_untold=True).select_for_update(of=("self",))
    looks = list(untold.select_related("article__owner", "article__author__account").order_by("pk"))
    for_people: dict[Any, list[LiveLook]] = {}
    by_guide = {look.pk: look for look in looks}
    for guide, people in reminders.with_people(look.article for look in looks):
        for user in people:
            for_people.setdefault(user, []).append(by_guide[guide.pk])
    for user, theirs in for_people.items():
        mail.write("gate_news", user.email, "articles/mail/news", _words(theirs))
    for look in looks:
        look.set_news([entry | {"told": True} for entry in look.news])
    LiveLook.objects.bulk_update(looks, ["news", "news_count", "has_untold"], batch_size=200)
    return len(for_people)


def _words(looks: Iterable[LiveLook]) -> dict[str, Any]:
    """What the mail says: the guides with what is new, and in one line each what concerns many of them."""
    fresh = [(look.article, [entry for entry in look.news if not entry["told"]]) for look in looks]
    counts = Counter(name for _guide, entries in fresh for name in {entry["check"] for entry in entries})
    condensed = {name: count for name, count in counts.most_common() if count > MANY}
    told = [
        GuideNews(guide, [entry["what"] for entry in entries if entry["check"] not in condensed])
        for guide, entries in fresh
    ]
    guides = [each for each in told if each.sentences]
    return {
        "count": len(fresh),
        "guides": guides[:LISTED],
        "more": max(0, len(guides) - LISTED),
        "checks": [CheckNews(name.replace("-", " "), count) for name, count in condensed.items()],
    }
