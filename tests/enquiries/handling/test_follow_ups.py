"""Follow-up dates: what is put aside until a day, what comes back, and what brings it back sooner."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from enquiries import follow_ups
from enquiries.handling import verbs, work_list
from enquiries.locking import NotAllowed
from enquiries.models import Enquiry, Outcome, State
from enquiries.notices import reminders
from tests.enquiries import people

pytestmark = pytest.mark.django_db
LIST = "/admin/enquiries/enquiry/"
LATER = timedelta(days=3)


@pytest.fixture
def sam(client: Client) -> Any:
    user = people.consultant("sam", people.default_team())
    client.force_login(user)
    return user


def shown(client: Client, tab: str) -> list[str]:
    return [row.enquiry.name for row in client.get(LIST, {"tab": tab}).context["rows"]]


def days_ahead(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)


@pytest.mark.parametrize(
    ("tab", "fields"),
    [("new", {}), ("mine", {"state": State.OPEN}), ("waiting", {"state": State.WAITING})],
)
def test_it_leaves_the_tab_until_its_day_and_then_stands_on_top(
    client: Client, sam: Any, tab: str, fields: dict[str, Any]
) -> None:
    aside = people.enquiry(name="Aside", owner=sam, **fields)
    people.enquiry(name="Sooner", owner=sam, reply_due_at=timezone.now(), **fields)

    follow_ups.follow_up(aside, days_ahead(1), sam)

    assert (shown(client, tab), shown(client, "followup")) == (["Sooner"], ["Aside"])
    Enquiry.objects.filter(pk=aside.pk).update(follow_up_on=days_ahead(0))
    assert (shown(client, tab), shown(client, "followup")) == (["Aside", "Sooner"], [])


def test_the_day_begins_where_the_agency_is(client: Client, sam: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    people.enquiry(name="Aside", follow_up_on=date(2026, 7, 2))

    before = at_the_clock(monkeypatch, client, "2026-07-01T22:59:59+00:00")  # a minute to midnight in London

    assert (before, at_the_clock(monkeypatch, client, "2026-07-01T23:00:00+00:00")) == ([], ["Aside"])


def at_the_clock(monkeypatch: pytest.MonkeyPatch, client: Client, moment: str) -> list[str]:
    monkeypatch.setattr(work_list.timezone, "now", lambda: datetime.fromisoformat(moment))
    asked = work_list.Asked(None, Enquiry.objects.all(), work_list.TABS["new"])
    return [row.name for row in work_list.page(asked).rows]


def test_pages_follow_each_other_across_what_came_back(
    client: Client, sam: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work_list, "PAGE", 2)
    for name, day in (("1", -2), ("2", -1), ("3", 0), ("4", None), ("5", None), ("aside", 2)):
        people.enquiry(name=name, follow_up_on=None if day is None else days_ahead(day))

    names, after = [], ""
    for _ in range(3):
        context = client.get(LIST, {"after": after} if after else {}).context
        names += [row.enquiry.name for row in context["rows"]]
        after = context["after"]

    assert (names, after) == (["1", "2", "3", "4", "5"], "")


def test_the_history_says_until_when_and_when_it_was_cleared(sam: Any) -> None:
    enquiry = people.enquiry()
    for on in (date(2027, 3, 1), date(2027, 3, 1), None, None):
        follow_ups.follow_up(enquiry, on, sam)

    assert [(event.kind, event.words) for event in enquiry.events.all()] == [
        ("follow_up", "On 1 March 2027."),
        ("follow_up", follow_ups.CLEARED),
    ]


@pytest.mark.parametrize(
    "fields", [{"state": State.CLOSED}, {"state": State.SPAM}, {"state": State.ERASED}, {"is_restricted": True}]
)
def test_what_nobody_works_on_is_not_followed_up(sam: Any, fields: dict[str, Any]) -> None:
    enquiry = people.enquiry(**fields)

    with pytest.raises(NotAllowed, match="Only an enquiry that somebody works on"):
        follow_ups.follow_up(enquiry, days_ahead(1), sam)


def test_an_answer_of_the_enquirer_brings_it_back(sam: Any) -> None:
    enquiry = people.enquiry(follow_up_on=days_ahead(3))

    follow_ups.clear(enquiry)

    enquiry.refresh_from_db()
    assert enquiry.follow_up_on is None


def test_passing_it_on_and_ending_it_clear_the_day(sam: Any) -> None:
    passed, closed, spam = (people.enquiry(follow_up_on=days_ahead(3)) for _ in range(3))

    verbs.assign(passed, people.consultant("ada"), sam)
    verbs.close(closed, Outcome.ANSWERED, sam)
    verbs.mark_spam(spam, sam)

    assert list(Enquiry.objects.values_list("follow_up_on", flat=True)) == [None, None, None]


def test_our_reply_ends_a_day_that_has_come_and_leaves_one_that_is_to_come(sam: Any) -> None:
    come, to_come = people.enquiry(follow_up_on=days_ahead(0)), people.enquiry(follow_up_on=days_ahead(3))

    verbs.reply(come, "Hello", "Dear Pat", sam)
    verbs.reply(to_come, "Hello", "Dear Pat", sam)

    assert [come.follow_up_on, to_come.follow_up_on] == [None, days_ahead(3)]


def test_a_broken_promise_is_overdue_and_told_of_all_the_same(client: Client, sam: Any) -> None:
    enquiry = people.enquiry(name="Late", reply_due_at=timezone.now() - LATER)
    follow_ups.follow_up(enquiry, days_ahead(7), sam)

    assert shown(client, "overdue") == ["Late"]
    assert reminders.send_out() == 1
    assert enquiry.events.filter(kind="escalated").count() == 1


def test_it_is_set_and_cleared_on_the_page(client: Client, sam: Any) -> None:
    enquiry = people.enquiry()
    page = f"{LIST}{enquiry.pk}/"

    assert client.post(f"{page}follow_up/", {"on": days_ahead(0).isoformat()}).status_code == 422
    assert client.post(f"{page}follow_up/", {"on": days_ahead(2).isoformat()}).status_code == 302
    enquiry.refresh_from_db()
    assert enquiry.follow_up_on == days_ahead(2)
    client.post(f"{page}no_follow_up/")
    enquiry.refresh_from_db()
    assert enquiry.follow_up_on is None
