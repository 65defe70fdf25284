"""What staff see of messages that have no list of their own, and hurrying one along."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from articles.outbox import mail
from articles.outbox.models import Attempt, Message
from tests.enquiries import stored

pytestmark = pytest.mark.django_db
LIST = "/admin/outbox/message/"
LIST_QUERIES = 5


def message(**fields: object) -> Message:
    """A mail about a guide that waits to be sent."""
    made = Message.objects.create(
        kind="approval_request", recipient="sam@example.org", subject="Please look", text="Look.", **mail.envelope("a")
    )
    Message.objects.filter(pk=made.pk).update(**fields)
    made.refresh_from_db()
    return made


def test_the_list_shows_what_did_not_arrive_and_leaves_notices_to_their_own_list(admin_client: Client) -> None:
    stored.received()
    message()
    message(sent_at=timezone.now(), recipient="kim@example.org")

    page = admin_client.get(LIST).text

    assert "Approval request" in page
    assert ("sam@example.org" in page, "kim@example.org" in page, "pat@example.org" in page) == (True, False, False)
    assert "kim@example.org" in admin_client.get(f"{LIST}?arrival=all").text


@pytest.mark.parametrize(
    ("arrival", "fields", "words"),
    [
        ("late", {"due_at": timezone.now() - timedelta(hours=1)}, "next try on"),
        ("undeliverable", {"undeliverable_at": timezone.now()}, "undeliverable since"),
        ("bounced", {"bounced_at": timezone.now(), "sent_at": timezone.now()}, "came back on"),
        ("held", {"is_held": True}, "held for now"),
    ],
)
def test_the_list_is_narrowed_by_what_became_of_a_message(
    admin_client: Client, arrival: str, fields: dict[str, object], words: str
) -> None:
    message(**fields)
    message(recipient="kim@example.org")

    page = admin_client.get(f"{LIST}?arrival={arrival}").text

    assert ("sam@example.org" in page, "kim@example.org" in page) == (True, False)
    assert f'<td class="field-standing">{words}' in page


def test_the_list_is_narrowed_by_channel(admin_client: Client) -> None:
    message()
    message(recipient="kim@example.org", channel="indexnow")

    page = admin_client.get(f"{LIST}?channel=indexnow").text

    assert ("sam@example.org" in page, "kim@example.org" in page) == (False, True)


def test_a_message_shows_its_attempts_and_cannot_be_changed(admin_client: Client) -> None:
    waits = message()
    Attempt.objects.create(message=waits, finished_at=timezone.now(), error="ConnectionRefusedError")
    address = f"{LIST}{waits.pk}/change/"

    assert "ConnectionRefusedError" in admin_client.get(address).text
    assert admin_client.post(address, {"recipient": "x@example.org"}).status_code == 403
    assert admin_client.get(f"{LIST}add/").status_code == 403


def test_a_message_is_hurried_along(admin_client: Client) -> None:
    waits = message(due_at=timezone.now() + timedelta(hours=6))

    page = admin_client.post(LIST, {"action": "try_again", "_selected_action": [waits.pk]}, follow=True).text

    assert "1 will be sent now." in page
    assert stored.minutes_until_due() == [0]


def test_an_undeliverable_message_is_sent_again(admin_client: Client) -> None:
    refused = message(undeliverable_at=timezone.now(), due_at=timezone.now() + timedelta(hours=6))

    page = admin_client.post(LIST, {"action": "try_again", "_selected_action": [refused.pk]}, follow=True).text

    assert "1 will be sent now." in page
    assert Message.objects.waiting().get() == refused
    assert stored.minutes_until_due() == [0]


def test_messages_that_were_not_sent_are_dropped(admin_client: Client) -> None:
    refused = message(undeliverable_at=timezone.now())
    sent = message(sent_at=timezone.now())

    page = admin_client.post(
        LIST, {"action": "drop", "_selected_action": [refused.pk, sent.pk], "index": 0}, follow=True
    ).text

    assert "1 dropped. What was already sent or is being sent stays the same." in page
    assert Message.objects.get() == sent


def test_only_those_who_may_change_messages_drop_them(client: Client) -> None:
    reader = User.objects.create_user("reader", is_staff=True)
    reader.user_permissions.add(Permission.objects.get(codename="view_message"))
    client.force_login(reader)
    refused = message(undeliverable_at=timezone.now())

    client.post(LIST, {"action": "drop", "_selected_action": [refused.pk]})

    assert Message.objects.get() == refused


@pytest.mark.parametrize("number", [1, 20])
def test_the_list_costs_the_same_however_many(
    admin_client: Client, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(number):
        message()
    admin_client.get(LIST)

    with django_assert_num_queries(LIST_QUERIES):
        admin_client.get(LIST)
