"""What gives away, erases or shares data asks once more who is there, and then goes on where it was."""

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from agency.accounts.sessions import BEGAN
from articles.models import ApprovalRequest
from articles.review import links
from enquiries.models import PrivacyRequest
from enquiries.models.choices import State
from enquiries.privacy import rights
from tests import cast
from tests.agency.accounts.staff_accounts import PASSWORD, person
from tests.enquiries import stored

pytestmark = pytest.mark.django_db
CONFIRM = "/accounts/confirm/password/"
ENQUIRY, REQUESTS = "/admin/enquiries/enquiry/", "/admin/enquiries/privacyrequest/"


@pytest.fixture
def client(settings: Settings) -> Client:
    """Of somebody who signed in some time ago."""
    settings.SECOND_FACTOR = False
    cache.clear()
    client = Client()
    client.force_login(person())
    session = client.session
    session[BEGAN] -= 16 * 60
    session.save()
    return client


def confirm(client: Client, address: str) -> object:
    return client.post(CONFIRM, {"password": PASSWORD, "next": address})


@pytest.mark.parametrize(
    "address",
    [f"{ENQUIRY}reports/weeks.csv", f"{REQUESTS}register.csv", "/admin/articles/article/readership/guides.csv"],
)
def test_an_export_asks_first(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.headers["Location"] == f"{CONFIRM}?next={address.replace('/', '%2F')}"

    assert client.post(CONFIRM, {"password": "wrong", "next": address}).status_code == 200
    assert client.get(address).status_code == 302
    confirm(client, address)

    assert client.get(address).headers["Content-Type"] == "text/csv; charset=utf-8"
    assert User.objects.get().check_password(PASSWORD)


def test_the_copy_of_what_is_held_about_somebody_asks_and_so_does_every_answer_to_them(client: Client) -> None:
    request = rights.request(stored.received(), PrivacyRequest.Kind.OBJECTION, "Stop.")

    assert client.get(f"{REQUESTS}{request.pk}/copy/").headers["Location"].startswith(CONFIRM)
    assert client.post(f"{REQUESTS}{request.pk}/do/answer/").headers["Location"].startswith(CONFIRM)


def test_erasing_asks_and_then_is_done(client: Client) -> None:
    enquiry = stored.enquiry(state=State.CLOSED, closed_at=timezone.now())
    address = f"{ENQUIRY}{enquiry.pk}/erase/"
    assert client.get(address).status_code == 200

    assert client.post(address).headers["Location"].startswith(CONFIRM)
    enquiry.refresh_from_db()
    assert enquiry.email
    confirm(client, address)

    enquiry.refresh_from_db()
    assert enquiry.email == ""


def test_a_new_link_to_a_draft_asks_and_then_is_made_as_it_was_filled_in(client: Client) -> None:
    guide = cast.draft()
    address = f"/admin/articles/article/{guide.pk}/share/"
    assert client.get(address).status_code == 200

    assert (
        client.post(address, {"name": "Pat “O’Neil” & Co", "days": links.DAYS[0]})
        .headers["Location"]
        .startswith(CONFIRM)
    )
    assert not ApprovalRequest.objects.exists()
    confirm(client, address)

    assert ApprovalRequest.objects.get().name == "Pat “O’Neil” & Co"


def test_another_address_for_an_enquirers_own_page_asks(client: Client) -> None:
    enquiry = stored.received()

    answer = client.post(f"{ENQUIRY}{enquiry.pk}/contact/", {"name": "Ada", "email": "other@visitor.example"})

    assert answer.headers["Location"].startswith(CONFIRM)
