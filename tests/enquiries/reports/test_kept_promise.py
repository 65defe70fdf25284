"""How often the promise was kept, on the home page: counted once a day, and shown once there is enough to count."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from articles.models import content_version
from enquiries.models import Enquiry, KeptPromise, ReplyPromise, State
from enquiries.reports import kept_promise
from tests.enquiries import stored

pytestmark = pytest.mark.django_db
AN_HOUR = timedelta(hours=1)


def answered(number: int, *, late: int = 0, days_ago: int = 3) -> None:
    """So many enquiries with a reply, so many of them late."""
    came = timezone.now() - timedelta(days=days_ago)
    for index in range(number):
        due = came + AN_HOUR
        replied = due + AN_HOUR if index < late else due - AN_HOUR / 2
        enquiry = stored.enquiry(reply_due_at=due, first_replied_at=replied)
        Enquiry.objects.filter(pk=enquiry.pk).update(received_at=came)


def figure(client: Client) -> str:
    """What the home page says, as plain words; empty where it says nothing."""
    found = re.search(r'<p class="record">(.*?)</p>', client.get("/").content.decode(), re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", found[1]).split()) if found else ""


def test_the_home_page_says_how_often_the_promise_was_kept(client: Client) -> None:
    answered(24, late=1)

    assert kept_promise.count_due() == 1
    assert figure(client).startswith(
        "95% of enquiries in the last 13 weeks had a person’s reply in the time we promised: 23 of 24."
    )


def test_who_waits_too_long_and_who_was_never_answered_count_as_broken(client: Client) -> None:
    answered(20)
    past = timezone.now() - AN_HOUR
    stored.enquiry(reply_due_at=past)
    stored.enquiry(reply_due_at=past, state=State.CLOSED, closed_at=past, outcome="no_match")
    stored.enquiry()  # its time is not over

    kept_promise.count_due()

    assert KeptPromise.objects.values_list("in_time", "number").get() == (20, 22)


def test_with_fewer_than_twenty_it_says_nothing(client: Client) -> None:
    answered(19)
    answered(10, days_ago=200)

    kept_promise.count_due()

    assert figure(client) == ""


def test_the_agency_can_keep_it_to_itself(client: Client) -> None:
    answered(20)
    kept_promise.count_due()
    assert figure(client)

    ReplyPromise.objects.update(shows_record=False)

    assert figure(client) == ""


def test_it_is_counted_once_a_day_and_each_count_renews_the_pages() -> None:
    assert kept_promise.count_due() == 1
    version = content_version.current()
    assert kept_promise.count_due() == 0
    assert content_version.current() == version

    KeptPromise.objects.update(counted_on=timezone.localdate() - timedelta(days=1))
    version = content_version.current()

    assert kept_promise.count_due() == 1
    assert content_version.current() != version
    assert KeptPromise.objects.count() == 1
