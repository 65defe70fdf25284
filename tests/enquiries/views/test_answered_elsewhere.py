"""Answers that did not go through the site: taken down by whoever gave them, and counted like a reply."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from enquiries.handling import verbs
from enquiries.locking import NotAllowed
from enquiries.models import Enquiry, State
from tests.enquiries import people

pytestmark = pytest.mark.django_db
RECEIVED = datetime(2026, 7, 13, 9, 30, 20, tzinfo=UTC)  # 10:30:20 in London


@pytest.fixture
def sam(client: Client) -> Any:
    user = people.consultant("sam", people.default_team())
    client.force_login(user)
    return user


def enquiry(**fields: Any) -> Enquiry:
    return people.enquiry(received_at=RECEIVED, **fields)


def say(client: Client, to: Enquiry, **fields: str) -> Any:
    return client.post(f"/admin/enquiries/enquiry/{to.pk}/answered/", fields, follow=True)


def told(page: Any) -> list[str]:
    return [str(message) for message in page.context["messages"]]


def first_reply(of: Enquiry) -> tuple[Any, str, str, Any]:
    of.refresh_from_db()
    return of.first_replied_at, of.first_reply_channel, of.state, of.owner


def lines(of: Enquiry) -> list[tuple[str, Any, str]]:
    return list(of.events.values_list("kind", "by", "words"))


def test_a_phone_call_counts_as_the_first_reply(client: Client, sam: Any) -> None:
    called = enquiry()

    page = say(client, called, channel="phone", at="2026-07-13T11:05", words="She starts in May.")

    assert told(page) == ["Taken down as an answer. The enquiry now waits for the enquirer."]
    assert first_reply(called) == (datetime(2026, 7, 13, 10, 5, tzinfo=UTC), "phone", State.WAITING, sam)
    assert lines(called) == [("answered", sam.pk, "By phone on 13 July 2026, 11:05.\nShe starts in May.")]


def test_without_a_time_it_was_now_and_a_second_press_changes_nothing(client: Client, sam: Any) -> None:
    met, before = enquiry(), timezone.now()

    pages = [say(client, met, channel="in_person") for _ in range(2)]

    assert told(pages[0]) == told(pages[1]) == ["Taken down as an answer. The enquiry now waits for the enquirer."]
    at, channel, state, owner = first_reply(met)
    assert (before <= at <= timezone.now(), channel, state, owner) == (True, "in_person", State.WAITING, sam)
    assert lines(met) == [("answered", sam.pk, "In person.")]


def test_the_minute_in_which_it_came_is_early_enough(client: Client, sam: Any) -> None:
    called = enquiry()

    say(client, called, channel="phone", at="2026-07-13T10:30")

    assert first_reply(called)[0] == RECEIVED


def test_what_comes_after_the_first_reply_leaves_it_alone(client: Client, sam: Any) -> None:
    replied_at = RECEIVED + timedelta(hours=1)
    called = enquiry(state=State.WAITING, owner=sam, first_replied_at=replied_at, first_reply_channel="email")

    say(client, called, channel="phone", at="2026-07-14T09:00")

    assert first_reply(called)[:2] == (replied_at, "email")


def test_a_call_before_the_first_reply_that_is_taken_down_later_is_the_first(client: Client, sam: Any) -> None:
    replied_at = RECEIVED + timedelta(days=1)
    called = enquiry(state=State.WAITING, owner=sam, first_replied_at=replied_at, first_reply_channel="email")

    say(client, called, channel="phone", at="2026-07-13T12:00")

    assert first_reply(called)[:2] == (datetime(2026, 7, 13, 11, 0, tzinfo=UTC), "phone")


def test_an_answer_by_mail_says_so(sam: Any) -> None:
    answered = enquiry()

    verbs.reply(answered, "Hello", "Some words.", sam)

    assert first_reply(answered)[1:] == ("email", State.WAITING, sam)


def test_a_call_that_reached_nobody_is_a_note_and_no_answer(client: Client, sam: Any) -> None:
    called = enquiry()

    client.post(f"/admin/enquiries/enquiry/{called.pk}/note/", {"words": "Rang, nobody there."})

    assert first_reply(called) == (None, "", State.NEW, None)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "Choose how you answered."),
        ({"channel": "email"}, "not one of the available choices"),
        ({"channel": "phone", "at": "2100-01-01T10:00"}, "This time is still to come."),
        ({"channel": "phone", "at": "2026-07-13T10:29"}, "The enquiry came on 13 July 2026, 10:30."),
        ({"channel": "phone", "at": "yesterday"}, "Enter a day and a time"),
        (
            {"channel": "phone", "at": "2026-03-29T01:30"},
            "couldn’t be interpreted in time zone",
        ),  # there was no such hour
        ({"channel": "phone", "words": "x" * 5001}, "at most 5000 characters"),
    ],
)
def test_what_cannot_be_is_said_beside_the_field_and_the_words_are_kept(
    client: Client, sam: Any, fields: dict[str, str], said: str
) -> None:
    called = enquiry()

    page = say(client, called, **{"words": "She starts in May."} | fields)

    assert page.status_code == 422
    text = page.content.decode().replace("&#x27;", "’")
    assert said in text
    assert fields.get("words", "She starts in May.") in text
    assert first_reply(called) == (None, "", State.NEW, None)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"state": State.CLOSED}, "This enquiry is closed. Reopen it first."),
        ({"state": State.SPAM}, "This enquiry is held as suspected spam. Release it first."),
        ({"state": State.ERASED}, "This enquiry has been erased."),
        ({"is_restricted": True}, verbs.RESTRICTED),
    ],
)
def test_what_is_not_in_hand_cannot_be_answered(client: Client, sam: Any, fields: dict[str, Any], said: str) -> None:
    called = enquiry(**fields)

    assert told(say(client, called, channel="phone")) == [said]
    assert told(say(client, called, channel="")) == [said]
    assert first_reply(called)[:2] == (None, "")


@pytest.mark.parametrize("at", [RECEIVED - timedelta(minutes=1), timezone.now() + timedelta(days=1)])
def test_the_verb_refuses_an_impossible_time_itself(sam: Any, at: datetime) -> None:
    with pytest.raises(NotAllowed, match="neither before the enquiry came nor still to come"):
        verbs.answer_elsewhere(enquiry(), "phone", sam, at=at)


def test_who_may_not_handle_enquiries_is_not_offered_it(client: Client) -> None:
    called = enquiry()
    reader = people.consultant("reader")
    reader.groups.clear()
    reader.user_permissions.set(people.Permission.objects.filter(codename__in=["view_enquiry", "view_every_enquiry"]))
    client.force_login(reader)

    assert "Answered another way" not in client.get(f"/admin/enquiries/enquiry/{called.pk}/change/").content.decode()
    assert say(client, called, channel="phone").status_code == 403
