"""The mailbox of the default team, and the one that the settings name."""

import logging

import pytest
from django.core.checks import Tags, run_checks
from django.test import Client
from pytest_django import Settings

from articles.outbox.sending import send_due
from enquiries.models import ReplyPromise, Team
from enquiries.monitoring import inbox
from enquiries.notices import writing
from enquiries.notices.recipients import escalation_address
from tests.enquiries import people, stored
from tests.enquiries.mail_server import MailServer

pytestmark = pytest.mark.django_db
SETTING, OTHER = "team@agency.example", "desk@agency.example"
DIFFERENCE = f"New enquiries are announced to {OTHER}, while ENQUIRIES_EMAIL is {SETTING}."


def give_the_default_team(email: str) -> None:
    Team.objects.filter(is_default=True).update(email=email)


def warnings() -> list[str]:
    return [found.msg for found in run_checks(tags=[Tags.database], databases=["default"])]


def test_a_site_begins_with_a_team_that_follows_the_setting(mail_server: MailServer, settings: Settings) -> None:
    settings.ENQUIRIES_EMAIL = "changed@agency.example"
    writing.alert(stored.enquiry())

    send_due("mail")

    assert mail_server.recipients == [["changed@agency.example"]]
    assert escalation_address() == "changed@agency.example"
    assert (warnings(), people.default_team().email) == ([], "")


def test_an_inbox_of_its_own_is_what_counts(mail_server: MailServer) -> None:
    give_the_default_team(OTHER)
    writing.alert(stored.enquiry())

    send_due("mail")

    assert mail_server.recipients == [[OTHER]]


def test_a_difference_is_said_by_the_check_and_when_the_worker_starts(caplog: pytest.LogCaptureFixture) -> None:
    give_the_default_team(OTHER)

    with caplog.at_level(logging.WARNING):
        inbox.warn()

    assert warnings() == [DIFFERENCE]
    assert caplog.messages == [DIFFERENCE]


@pytest.mark.parametrize("email", ["", SETTING, "Team@Agency.example"])
def test_where_both_agree_nothing_is_said(email: str, caplog: pytest.LogCaptureFixture) -> None:
    give_the_default_team(email)

    inbox.warn()

    assert (warnings(), caplog.messages) == ([], [])


def test_without_a_team_there_is_nothing_to_compare() -> None:
    ReplyPromise.objects.all().delete()
    Team.objects.all().delete()

    assert warnings() == []


def test_managers_see_a_difference_on_the_front_page_until_it_is_settled(client: Client) -> None:
    give_the_default_team(OTHER)
    manager = people.consultant("mo", may=("change_team", "view_enquiry"))
    client.force_login(manager)
    line = f"new enquiries are announced to {OTHER}; the site&#x27;s settings name {SETTING}"

    before = client.get("/admin/").content.decode()
    page = client.post(
        f"/admin/enquiries/team/{people.default_team().pk}/change/",
        {"name": "Enquiries team", "email": "", "members": [], "is_default": "on"},
    )
    after = client.get("/admin/").content.decode()

    assert (line in before, page.status_code, line in after) == (True, 302, False)


def test_those_who_cannot_change_it_are_not_told(client: Client) -> None:
    give_the_default_team(OTHER)
    client.force_login(people.consultant("sam"))

    assert OTHER not in client.get("/admin/").content.decode()
