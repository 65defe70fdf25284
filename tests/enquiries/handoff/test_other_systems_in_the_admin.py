"""Who may say what leaves, and what the page of an enquiry shows of it."""

import json
import re
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.test import Client
from jsonschema import Draft202012Validator
from pytest_django import DjangoAssertNumQueries, Settings

from articles.audit.models import Entry
from articles.outbox.models import Attempt, Message
from articles.outbox.sending import send_due
from enquiries import search
from enquiries.handling import verbs
from enquiries.handoff import writing
from enquiries.models import Enquiry, Event, Handoff, Receiver
from enquiries.privacy import restriction
from tests.enquiries import people
from tests.enquiries.handoff.crm import CRM, receiver
from tests.enquiries.handoff.test_telling_a_crm import SCHEMA

pytestmark = pytest.mark.django_db
RECEIVERS = "/admin/enquiries/receiver/"
FIELDS = {"name": "CRM", "kind": "webhook", "address": "https://crm.example/hooks", "reference_link": ""}


@pytest.fixture
def ada(admin_client: Client) -> Client:
    return admin_client


@pytest.fixture
def sam(client: Client) -> Any:
    user = people.consultant("sam", people.default_team())
    client.force_login(user)
    return user


def page(enquiry: Enquiry, part: str = "change") -> str:
    return f"/admin/enquiries/enquiry/{enquiry.pk}/{part}/"


def said(response: Any) -> str:
    return " ".join(str(message) for message in response.context["messages"])


def errors(client: Client, **fields: Any) -> dict[str, list[str]]:
    response = client.post(f"{RECEIVERS}add/", FIELDS | fields)
    return dict(response.context["adminform"].form.errors) if response.context else {}


def test_one_is_set_up_tested_and_switched_on(ada: Client, crm: CRM) -> None:
    ada.post(f"{RECEIVERS}add/", FIELDS | {"address": crm.address, "happenings": ["received", "closed"]})
    made = Receiver.objects.get()
    assert (made.is_on, made.with_files, made.happenings, made.roles) == (False, False, ["received", "closed"], [])
    assert "Make a secret first" in said(ada.post(f"{RECEIVERS}{made.pk}/test/", follow=True))
    response = ada.post(f"{RECEIVERS}{made.pk}/secret/")
    assert "no-store" in response["Cache-Control"]
    [crm.secret] = re.findall(r"whsec_[\w+/=]+", response.content.decode())
    assert crm.secret not in ada.get(f"{RECEIVERS}{made.pk}/secret/").content.decode()
    assert said(ada.post(f"{RECEIVERS}{made.pk}/test/", follow=True)).startswith("A test is on its way.")
    assert (send_due(writing.CHANNEL), crm.told()[0]["type"]) == (1, "test")
    change = {name: value for name, value in FIELDS.items() if name != "kind"}
    ada.post(f"{RECEIVERS}{made.pk}/change/", change | {"address": crm.address, "is_on": "on"})
    made.refresh_from_db()
    assert (made.is_on, made.kind, made.happenings) == (True, "webhook", [])


@pytest.mark.parametrize(
    ("fields", "at"),
    [
        ({"address": "http://crm.example/"}, "address"),
        ({"address": "https://user:word@crm.example/"}, "address"),  # pragma: allowlist secret
        ({"address": "https://crm.example/#part"}, "address"),
        ({"address": "https://10.0.0.1/"}, "address"),
        ({"address": "https://[::1]/"}, "address"),
        ({"address": "https://localhost/"}, "address"),
        ({"address": "https://crm.example:port/"}, "address"),
        ({"address": "https://[/"}, "address"),
        ({"address": "crm.example"}, "address"),
        ({"kind": "mail"}, "address"),
        ({"is_on": "on"}, "is_on"),
        ({"reference_link": "https://crm.example/"}, "reference_link"),
        ({"reference_link": "javascript:alert('{reference}')"}, "reference_link"),
        ({"happenings": ["erased"]}, "happenings"),
        ({"roles": ["boss"]}, "roles"),
    ],
)
def test_what_could_not_or_must_not_be_sent_is_refused(
    ada: Client, settings: Settings, fields: dict[str, Any], at: str
) -> None:
    settings.SITE = settings.SITE._replace(netloc="www.agency.example")
    assert list(errors(ada, **fields)) == [at]
    assert not Receiver.objects.exists()


def test_only_with_the_permission(client: Client, sam: Any) -> None:
    made = receiver()
    for part in ("", "add/", f"{made.pk}/change/", f"{made.pk}/secret/"):
        assert client.get(f"{RECEIVERS}{part}").status_code == 403
    assert client.post(f"{RECEIVERS}{made.pk}/test/").status_code == 403


def test_switched_off_it_keeps_what_waits_and_switched_on_sends_it(ada: Client, crm: CRM) -> None:
    made = receiver(crm)
    verbs.take(people.enquiry(), people.consultant())
    form = {"name": "CRM", "address": crm.address, "reference_link": "", "happenings": made.happenings}
    ada.post(f"{RECEIVERS}{made.pk}/change/", form)
    assert (send_due(writing.CHANNEL), Handoff.objects.get().is_held) == (0, True)
    ada.post(f"{RECEIVERS}{made.pk}/change/", form | {"is_on": "on"})
    assert send_due(writing.CHANNEL) == 1


def test_one_that_was_told_something_cannot_be_deleted(ada: Client) -> None:
    made = receiver()
    verbs.take(people.enquiry(), people.consultant())
    assert ada.post(f"{RECEIVERS}{made.pk}/delete/", {"post": "yes"}).status_code == 403
    Handoff.objects.all().delete()
    ada.post(f"{RECEIVERS}{made.pk}/delete/", {"post": "yes"})
    assert not Receiver.objects.exists()


@pytest.mark.parametrize("number", [1, 5])
def test_the_list_says_what_became_of_the_last_delivery(
    ada: Client, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for index in range(number):
        made = receiver(name=f"CRM {index}")
        writing.test(made)
        Attempt.objects.create(message=writing.test(made), error="Refused 500")
    ada.get(RECEIVERS)
    with django_assert_num_queries(7):
        shown = ada.get(RECEIVERS).content.decode()
    assert shown.count("test: not taken yet (tries: 1), next on") == number


def test_deliveries_stand_in_the_outbox_with_the_others(ada: Client) -> None:
    receiver()
    verbs.take(people.enquiry(), people.consultant())
    shown = ada.get("/admin/outbox/message/?arrival=all&channel=other+systems").content.decode()
    assert "Handoff assigned" in shown


def test_the_page_of_an_enquiry_shows_each_and_sends_one_again(client: Client, sam: Any, crm: CRM) -> None:
    receiver(crm)
    enquiry = people.enquiry()
    verbs.take(enquiry, sam)
    assert "Waiting to be sent" in client.get(page(enquiry)).content.decode()
    send_due(writing.CHANNEL)
    assert "Taken on" in client.get(page(enquiry)).content.decode()
    response = client.post(page(enquiry, "systems"), {"again": Handoff.objects.get().pk}, follow=True)
    assert said(response) == "It is being sent."
    assert (send_due(writing.CHANNEL), len(set(crm.ids())), len(crm.got)) == (1, 1, 2)


def test_one_of_another_enquiry_is_not_sent_from_here(client: Client, sam: Any) -> None:
    receiver()
    other, enquiry = people.enquiry(team=people.team()), people.enquiry()
    verbs.take(other, people.consultant("kim"))
    Message.objects.update(sent_at="2026-01-01T00:00Z")
    response = client.post(page(enquiry, "systems"), {"again": Handoff.objects.get().pk}, follow=True)
    assert said(response) == "There is nothing left of this to send."
    assert Handoff.objects.get().sent_at is not None


def test_a_reference_leads_to_the_record_there(client: Client, sam: Any) -> None:
    receiver(reference_link="https://crm.example/candidates/{reference}")
    enquiry = people.enquiry()
    response = client.post(page(enquiry, "systems"), {"reference": " C 12/<b> "}, follow=True)
    assert said(response) == "The reference is saved."
    enquiry.refresh_from_db()
    assert enquiry.ats_reference == "C 12/<b>"
    assert 'href="https://crm.example/candidates/C%2012%2F%3Cb%3E"' in response.content.decode()
    event = enquiry.events.get()
    assert (event.kind, event.words) == (Event.Kind.NOTED, "Reference in another system: C 12/<b>.")
    client.post(page(enquiry, "systems"), {"reference": "C 12/<b>"})
    assert enquiry.events.count() == 1
    client.post(page(enquiry, "systems"), {"reference": "C-4711"})
    assert list(search.find(Enquiry.objects.all(), "c-4711")) == [enquiry]
    response = client.post(page(enquiry, "systems"), {"reference": "x" * 101}, follow=True)
    assert said(response).endswith("The reference is not saved. It may have up to 100 characters.")


def test_an_enquiry_is_taken_along_as_text_json_and_zip(client: Client, sam: Any) -> None:
    enquiry = people.enquiry(name="Pat <b>")
    people.cv(enquiry)
    assert "Name: Pat &lt;b&gt;\n" in client.get(page(enquiry, "text")).content.decode()
    as_json = client.get(page(enquiry, "json"))
    Draft202012Validator({**SCHEMA["$defs"]["enquiry"], "$defs": SCHEMA["$defs"]}).validate(as_json.json())
    assert as_json["Content-Disposition"] == f'attachment; filename="{enquiry.reference}.json"'
    with ZipFile(BytesIO(client.get(page(enquiry, "zip")).content)) as archive:
        assert archive.namelist() == ["enquiry.json", "Pat b CV.pdf"]
        assert json.loads(archive.read("enquiry.json"))["reference"] == enquiry.reference
    assert [event.words for event in enquiry.events.filter(kind=Event.Kind.COPIED)] == ["JSON", "ZIP"]
    assert Entry.objects.filter(action="exported", about=enquiry.reference).count() == 2


@pytest.mark.parametrize("part", ["text", "json", "zip"])
def test_what_must_not_be_used_is_not_taken_along(client: Client, sam: Any, part: str) -> None:
    enquiry = people.enquiry()
    restriction.restrict(enquiry, sam)
    response = client.get(page(enquiry, part), follow=True)
    assert said(response).startswith("Only what is neither suspected spam, nor restricted")
    assert page(enquiry, part) not in response.content.decode()
    assert not enquiry.events.filter(kind=Event.Kind.COPIED).exists()


def test_one_of_another_team_is_not_there(client: Client, sam: Any) -> None:
    other = people.enquiry(team=people.team())
    assert {client.get(page(other, part)).status_code for part in ("text", "json", "zip")} == {404}
    assert client.post(page(other, "systems"), {"reference": "x"}).status_code == 404
