"""Once a week each owner of guides that are overdue for review is reminded of them."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from threading import Barrier
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.db import connection
from pytest_django import DjangoAssertNumQueries, Settings

from articles.models import Article, Author, ReviewReminder
from articles.outbox.sending import send_due
from articles.review import reminders, upkeep
from tests import cast
from tests.enquiries import stored
from tests.enquiries.mail_server import MailServer

pytestmark = pytest.mark.django_db
LONDON = ZoneInfo("Europe/London")
MONDAY = datetime(2026, 1, 12, 8, tzinfo=LONDON)
NEXT_MONDAY = datetime(2026, 1, 19, 8, tzinfo=LONDON)


def person(name: str, *may: str, **fields: Any) -> Any:
    made = get_user_model().objects.create_user(name, f"{name}@agency.example", **fields)
    made.user_permissions.set(Permission.objects.filter(content_type__app_label="articles", codename__in=may))
    return made


def overdue(slug: str, owner: Any = None, *, since: date = date(2026, 1, 5), **fields: Any) -> Article:
    """A live guide whose review was due then."""
    article = cast.full_guide(slug, owner=owner, **fields).article
    Article.objects.filter(pk=article.pk).update(review_by=since)
    article.refresh_from_db()
    return article


def send_weekly(now: datetime) -> int:
    """What the worker does in one round; returns how many mails left."""
    reminders.write_weekly(now)
    return send_due("mail")


def test_an_owner_gets_one_mail_a_week_that_lists_their_guides(mail_server: MailServer) -> None:
    kim = person("kim")
    first = overdue("first", kim, title="Tea & biscuits", since=date(2026, 1, 4))
    second = overdue("second", kim, title="What a <tester> does")
    cast.full_guide("in-time", owner=kim)

    assert send_weekly(MONDAY) == 1
    assert send_weekly(MONDAY) == 0
    assert send_weekly(NEXT_MONDAY) == 1

    assert mail_server.recipients == [["kim@agency.example"]] * 2
    mail = mail_server.mails[0]
    assert mail["Subject"] == "2 guides are waiting for your review"
    text, html = (mail.get_body((kind,)).get_content() for kind in ("plain", "html"))
    assert (
        text
        == (
            "The review dates of these guides have passed:\n\n"
            f"Tea & biscuits, due 4 January 2026\nhttp://localhost/admin/articles/article/{first.pk}/checks/\n\n"
            f"What a <tester> does, due 5 January 2026\nhttp://localhost/admin/articles/article/{second.pk}/checks/\n\n"
            "Read each as a reader would. If it is still right, choose “Checked, still right” on its page; if not, change it "
            "and publish.\n"
        ).replace("\n", "\r\n")
        or text
    )
    assert "What a &lt;tester&gt; does" in html


@pytest.mark.parametrize(
    ("moment", "week"),
    [
        (datetime(2026, 1, 12, 7, 59, tzinfo=LONDON), date(2026, 1, 5)),
        (datetime(2026, 1, 12, 8, 0, tzinfo=LONDON), date(2026, 1, 12)),
        (datetime(2026, 1, 18, 23, 0, tzinfo=LONDON), date(2026, 1, 12)),
        (datetime(2026, 7, 6, 7, 30, tzinfo=ZoneInfo("UTC")), date(2026, 7, 6)),
        (datetime(2026, 7, 6, 6, 30, tzinfo=ZoneInfo("UTC")), date(2026, 6, 29)),
        (datetime(2026, 3, 30, 8, 0, tzinfo=LONDON), date(2026, 3, 30)),
    ],
)
def test_the_week_begins_on_monday_at_eight_local_time(moment: datetime, week: date) -> None:
    assert reminders.week_of(moment) == week


def test_a_worker_that_was_down_on_monday_sends_the_mail_later_in_the_week(mail_server: MailServer) -> None:
    overdue("a-guide", person("kim"))

    assert send_weekly(datetime(2026, 1, 17, 3, tzinfo=LONDON)) == 1
    assert ReviewReminder.objects.get().week == date(2026, 1, 12)


def test_what_falls_due_during_the_week_waits_for_the_next_mail(mail_server: MailServer) -> None:
    overdue("a-guide", person("kim"), since=date(2026, 1, 12))

    assert send_weekly(datetime(2026, 1, 14, 9, tzinfo=LONDON)) == 0
    assert send_weekly(NEXT_MONDAY) == 1


def test_a_guide_that_was_checked_meanwhile_is_not_mentioned(mail_server: MailServer) -> None:
    kim = person("kim")
    upkeep.mark_reviewed(overdue("a-guide", kim), by=kim)

    assert send_weekly(MONDAY) == 0


def test_a_guide_without_an_owner_is_its_authors_then_the_managers(mail_server: MailServer) -> None:
    person("manager", "override_article")
    person("editor", "publish_article")
    cast.author(cast.PAT)
    Author.objects.update(account=person("author"))
    overdue("signed")
    overdue("left", person("gone", is_active=False))
    desk = Author.objects.create(slug="desk", name="Desk", role="Finds people", biography="")
    overdue("nobodys", author=desk)

    assert send_weekly(MONDAY) == 2

    assert mail_server.mail_to("author@agency.example")["Subject"] == "2 guides are waiting for your review"
    assert mail_server.mail_to("manager@agency.example")["Subject"] == "A guide is waiting for your review"


def test_a_refused_mail_is_tried_again_and_keeps_no_other_waiting(mail_server: MailServer) -> None:
    overdue("one", person("kim"))
    overdue("two", person("lee"))
    mail_server.answer, mail_server.refused = "451 kim must wait", {"kim@agency.example"}

    assert send_weekly(MONDAY) == 1

    mail_server.answer = ""
    stored.make_due()
    assert send_weekly(MONDAY) == 1
    assert mail_server.recipients == [["lee@agency.example"], ["kim@agency.example"]]


def test_a_mail_server_that_is_away_is_tried_again(mail_server: MailServer, settings: Settings) -> None:
    overdue("a-guide", person("kim"))
    working = settings.MAILERS["default"]
    settings.MAILERS = {"default": working | {"OPTIONS": working["OPTIONS"] | {"port": 1}}}

    assert send_weekly(MONDAY) == 0

    settings.MAILERS = {"default": working}
    stored.make_due()
    assert send_weekly(MONDAY) == 1


def test_a_reminder_is_noted_with_its_mail_or_not_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    overdue("a-guide", person("kim"))
    monkeypatch.setattr(reminders.mail, "write", lambda *_args, **_kwargs: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        reminders.write_weekly(MONDAY)

    assert not ReviewReminder.objects.exists()


@pytest.mark.parametrize("number", [1, 5])
def test_looking_costs_the_same_however_many_guides_are_overdue(
    mail_server: MailServer, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    kim = person("kim")
    for index in range(number):
        overdue(f"guide-{index}", kim)
    send_weekly(MONDAY)

    with django_assert_num_queries(2):
        assert reminders.write_weekly(MONDAY) == 0


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_send_one_mail(mail_server: MailServer, monkeypatch: pytest.MonkeyPatch) -> None:
    overdue("a-guide", person("kim"))
    both, look = Barrier(2, timeout=20), reminders._waiting

    def look_and_meet(week: date) -> Any:
        """Both have seen that nobody was reminded yet before either reminds."""
        waiting = look(week)
        both.wait()
        return waiting

    def work() -> int:
        try:
            return reminders.write_weekly(MONDAY)
        finally:
            connection.close()

    monkeypatch.setattr(reminders, "_waiting", look_and_meet)
    with ThreadPoolExecutor(2) as pool:
        counts = [pool.submit(work) for _ in range(2)]

    assert sorted(count.result() for count in counts) == [0, 1]
    assert send_due("mail") == 1
    assert mail_server.recipients == [["kim@agency.example"]]
