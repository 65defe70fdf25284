"""Reminding people each week of the guides that they should look at again."""

import logging
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.core.mail import mailers
from django.db import transaction
from django.utils import timezone

from articles.lib import mail
from articles.models import Article, ReviewReminder
from articles.review import upkeep

# The week begins for us on Monday at eight, local time.
BEGINS = timedelta(hours=8)
MAY_ANSWER_FOR_ALL = "articles.override_article"
log = logging.getLogger(__name__)


def send_weekly(now: datetime | None = None) -> int:
    """Mails each person the guides for them that were overdue when the week began and still are; returns how many mails.

    Once a week for each: call it as often as you like. A mail that could not be sent is tried again at the next call.
    """
    week = week_of(now or timezone.now())
    waiting = _waiting(week)
    if not waiting:
        return 0
    connection = mailers.default
    try:
        # A mail server that is not there must not be waited for inside a transaction, where others wait for us.
        connection.open()
    except OSError as error:
        log.warning("the mail server does not answer: %s", type(error).__name__)
        return 0
    try:
        return sum(_try_to_remind(user, guides, week, connection) for user, guides in waiting.items())
    finally:
        connection.close()


def week_of(moment: datetime) -> date:
    """The Monday of the week that the moment belongs to."""
    day = (timezone.localtime(moment).replace(tzinfo=None) - BEGINS).date()
    return day - timedelta(days=day.weekday())


def _waiting(week: date) -> Mapping[Any, list[Article]]:
    """Who has not been reminded this week, each with their guides."""
    guides = upkeep.overdue().filter(review_by__lt=week).select_related("owner", "author__account")
    reminded = set(ReviewReminder.objects.filter(week=week).values_list("owner", flat=True))
    waiting: dict[Any, list[Article]] = {}
    for guide, people in _with_people(guides):
        for user in people:
            if user.pk not in reminded:
                waiting.setdefault(user, []).append(guide)
    return waiting


def _with_people(guides: Iterable[Article]) -> Iterator[tuple[Article, list[Any]]]:
    """Each guide with whom its review is asked of: its owner, else its author, else the managers."""
    managers: list[Any] | None = None
    for guide in guides:
        person = next((user for user in (guide.owner, guide.author.account) if _can_be_reached(user)), None)
        if person is None and managers is None:
            managers = _managers()
        yield guide, [person] if person else managers or []


def _can_be_reached(user: Any) -> bool:
    return user is not None and user.is_active and bool(user.email)


def _managers() -> list[Any]:
    users = get_user_model()._default_manager.with_perm(MAY_ANSWER_FOR_ALL)
    return list(users.exclude(email="").order_by("pk"))


def _try_to_remind(user: Any, guides: list[Article], week: date, connection: Any) -> bool:
    try:
        return _remind(user, guides, week, connection)
    except Exception as error:  # whatever is wrong with one mail, the others go out
        log.warning("review reminder for user %s: not sent: %s", user.pk, type(error).__name__)
        return False


@transaction.atomic
def _remind(user: Any, guides: list[Article], week: date, connection: Any) -> bool:
    """The row is there before the mail leaves, so that another worker waits for us; should the mail fail, it goes again."""
    _reminder, is_ours = ReviewReminder.objects.get_or_create(owner=user, week=week)
    if is_ours:
        connection.send_messages([mail.write("review", user.email, guides=guides)])
    return is_ours
