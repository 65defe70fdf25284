"""What staff see of messages that have no list of their own, and hurrying one along."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from articles.outbox import mail
from articles.outbox.models import Attempt, Message
from tests.enquiries import stored

pytestmark = pytest.mark.django_db
LIST = "/admin/outbox/message/"
LIST_QUERIES = 6


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
    ("arrival", "fields"),
    [
        ("late", {"due_at": timezone.now() - timedelta(hours=1)}),
        ("bounced", {"bounced_at": timezone.now(), "sent_at": timezone.now()}),
        ("held", {"is_held": True}),
    ],
)
def test_the_list_is_narrowed_by_what_became_of_a_message(
    admin_client: Client, arrival: str, fields: dict[str, object]
) -> None:
    message(**fields)
    message(recipient="kim@example.org")

    page = admin_client.get(f"{LIST}?arrival={arrival}").text

    assert ("sam@example.org" in page, "kim@example.org" in page) == (True, False)


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


@pytest.mark.parametrize("number", [1, 20])
def test_the_list_costs_the_same_however_many(
    admin_client: Client, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(number):
        message()
    admin_client.get(LIST)

    with django_assert_num_queries(LIST_QUERIES):
        admin_client.get(LIST)
