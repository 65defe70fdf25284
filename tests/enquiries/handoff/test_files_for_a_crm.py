"""The links to files that a CRM is told: good for a day, while the data may leave, and each use written down."""

import pytest
from django.core import signing
from django.test import Client
from pytest_django import Settings

from articles.audit.models import Entry
from enquiries.handling import verbs
from enquiries.handoff import files
from enquiries.models import Enquiry, Event, Handoff, Receiver, Scan
from enquiries.privacy import erasure, restriction
from tests.enquiries import people
from tests.enquiries.handoff.crm import receiver

pytestmark = pytest.mark.django_db


@pytest.fixture
def enquiry() -> Enquiry:
    """Somebody's with a CV, of which a CRM that may have files was told."""
    receiver(with_files=True)
    made = people.enquiry(name="Pat Example")
    people.cv(made)
    verbs.take(made, people.consultant())
    return made


def link(number: int = files.IS_CV) -> str:
    return files.link(Handoff.objects.get(), number).removeprefix("http://localhost")


def status(client: Client, address: str) -> int:
    return client.get(address).status_code


def test_the_cv_is_fetched_and_that_is_written_down(client: Client, enquiry: Enquiry) -> None:
    response = client.get(link())
    assert (response.status_code, response.content) == (200, b"%PDF-1.7 words")
    headers = ("Content-Type", "Content-Disposition", "X-Content-Type-Options")
    assert [response[name] for name in headers] == [
        "application/pdf", 'attachment; filename="Pat Example CV.pdf"', "nosniff",
    ]  # fmt: skip
    assert "no-store" in response["Cache-Control"]
    event = enquiry.events.get(kind=Event.Kind.DOWNLOADED)
    assert (event.by, event.words) == (None, "Pat Example CV.pdf, by CRM.")
    assert Entry.objects.get(action="cv_downloaded").about == f"{enquiry.reference}, by CRM"


def test_so_is_another_file_of_theirs_and_none_of_ours(client: Client, enquiry: Enquiry) -> None:
    theirs = people.attachment(enquiry)
    ours = people.attachment(enquiry, added_by=people.consultant("kim"))
    assert client.get(link(theirs.pk)).content == b"%PDF-1.7 a letter"
    assert status(client, link(ours.pk)) == 410


def test_a_link_that_we_did_not_make_leads_nowhere(client: Client, enquiry: Enquiry) -> None:
    forged = signing.dumps([Handoff.objects.get().pk, 0], key="another", salt=files.SALT)
    assert status(client, f"/enquiries/handed-off/{forged}/") == 404
    assert status(client, "/enquiries/handed-off/words/") == 404


def test_a_link_ends_after_a_day(client: Client, enquiry: Enquiry, monkeypatch: pytest.MonkeyPatch) -> None:
    old, now = link(), signing.time.time()
    monkeypatch.setattr(signing.time, "time", lambda: now + files.LIFETIME.total_seconds() + 1)
    assert status(client, old) == 410


def test_a_link_dies_with_erasure(client: Client, enquiry: Enquiry) -> None:
    verbs.close(enquiry, "unsuitable", people.consultant("kim"))
    address = files.link(Handoff.objects.first(), files.IS_CV).removeprefix("http://localhost")  # type: ignore[arg-type]
    Handoff.objects.update(sent_at="2026-01-01T00:00Z")
    erasure.erase(enquiry)
    assert status(client, address) == 410


def test_a_link_rests_while_the_data_must_not_be_used(client: Client, enquiry: Enquiry) -> None:
    sam = people.consultant("kim")
    restriction.restrict(enquiry, sam)
    assert status(client, link()) == 410
    restriction.lift(enquiry, "They agreed.", sam)
    assert status(client, link()) == 200


@pytest.mark.parametrize("change", [{"is_on": False}, {"with_files": False}])
def test_a_link_ends_with_the_leave_to_have_files(client: Client, enquiry: Enquiry, change: dict[str, bool]) -> None:
    Receiver.objects.update(**change)
    assert status(client, link()) == 410


def test_an_infected_file_stays_here_and_one_that_waits_for_the_scanner_comes_later(
    client: Client, enquiry: Enquiry, settings: Settings
) -> None:
    settings.VIRUS_SCANNER = "tcp://127.0.0.1:1"
    waiting = client.get(link())
    assert (waiting.status_code, waiting["Retry-After"]) == (503, "600")
    enquiry.cv.scan = Scan.INFECTED
    enquiry.cv.save()
    assert status(client, link()) == 410
    enquiry.cv.scan = Scan.CLEAN
    enquiry.cv.save()
    assert status(client, link()) == 200
