"""Reminding people each week of the guides that they should look at again."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone

from articles.models import Article, ReviewReminder
from articles.outbox import mail
from articles.review import upkeep

# The week begins for us on Monday at eight, local time.
BEGINS = timedelta(hours=8)
MAY_ANSWER_FOR_ALL = "articles.override_article"


def write_weekly(now: datetime | None = None) -> int:
    """Writes each person a mail with the guides for them that were overdue when the week began and still are.

    Returns how many were written; one a week for each, however often it is called.
    """
    week = week_of(now or timezone.now())
    return sum(_remind(user, guides, week) for user, guides in _waiting(week).items())


def week_of(moment: datetime) -> date:
    """The Monday of the week that the moment belongs to."""
    day = (timezone.localtime(moment).replace(tzinfo=None) - BEGINS).date()
    return day - timedelta(days=day.weekday())


def _waiting(week: date) -> Mapping[Any, list[Article]]:
    """Who has not been reminded this week, each with their guides."""
    guides = upkeep.overdue().filter(review_by__lt=week).select_related("owner", "author__account")
    reminded = set(ReviewReminder.objects.filter(week=week).values_list("owner", flat=True))
    waiting: dict[Any, list[Article]] = {}
    for guide, people in with_people(guides):
        for user in people:
            if user.pk not in reminded:
                waiting.setdefault(user, []).append(guide)
    return waiting


def with_people(guides: Iterable[Article]) -> Iterator[tuple[Article, list[Any]]]:
    """Each guide with whom its review is asked of: its owner, else its author, else the managers."""
    managers: list[Any] | None = None
    for guide in guides:
        signatory = guide.author and guide.author.account
        person = next((user for user in (guide.owner, signatory) if _can_be_reached(user)), None)
        if person is None and managers is None:
            managers = _managers()
        yield guide, [person] if person else managers or []


def _can_be_reached(user: Any) -> bool:
    return user is not None and user.is_active and bool(user.email)


def _managers() -> list[Any]:
    users = get_user_model()._default_manager.with_perm(MAY_ANSWER_FOR_ALL)
    return list(users.exclude(email="").order_by("pk"))


@transaction.atomic
def _remind(user: Any, guides: list[Article], week: date) -> bool:
    """Another worker may have been faster: the row is made by one of them."""
    _reminder, is_ours = ReviewReminder.objects.get_or_create(owner=user, week=week)
    if is_ours:
        mail.write("review_reminder", user.email, "articles/mail/review", {"guides": guides})
    return is_ours
