"""The box on the enquirer's own page: what they write there goes the way of a mail."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from enquiries import access_links
from enquiries.handling import verbs
from enquiries.inbound import conversation
from enquiries.intake import throttle
from enquiries.models import Enquiry, Event, Notice, State
from tests.enquiries import files, people

pytestmark = pytest.mark.django_db
WORDS = "One more thing:\nI can start in May."


@pytest.fixture
def enquiry() -> Enquiry:
    sam = people.consultant("sam", people.default_team())
    made = people.enquiry(email="pat@example.org")
    verbs.reply(made, "Yours", "When can you start?", sam)
    return made


def page(enquiry: Enquiry) -> str:
    return f"/enquiries/status/{access_links.status_token(enquiry)}/"


def write(enquiry: Enquiry, words: str = WORDS, client: Client | None = None, **more: Any) -> HttpResponse:
    """As a browser without cookies would, which shows that none is needed."""
    client = client or Client(enforce_csrf_checks=True)
    return client.post(f"{page(enquiry)}write/", {"words": words, **more})


def wrote(enquiry: Enquiry) -> list[str]:
    return list(enquiry.events.filter(kind=Event.Kind.WROTE).values_list("words", flat=True))


def test_what_is_written_with_a_file_is_in_the_history_and_its_owner_is_told(enquiry: Enquiry) -> None:
    response = write(enquiry, file=SimpleUploadedFile("../My CV.PDF", files.PDF))

    assert (response.status_code, response.headers["Location"]) == (302, f"{page(enquiry)}?done=write")
    enquiry.refresh_from_db()
    assert (wrote(enquiry), enquiry.state) == ([WORDS], State.OPEN)
    attachment = enquiry.attachments.get()
    assert (attachment.name, bytes(attachment.content), attachment.added_by) == ("My CV.pdf", files.PDF, None)
    assert Notice.objects.get(kind=Notice.Kind.WROTE).recipient == "sam@agency.example"


def test_the_page_offers_the_box_and_shows_what_was_written_without_a_cookie(enquiry: Enquiry) -> None:
    write(enquiry, file=SimpleUploadedFile("cv.pdf", files.PDF))

    response = Client().get(f"{page(enquiry)}?done=write")

    shown = response.content.decode()
    assert not response.cookies
    assert f'action="{page(enquiry)}write/"' in shown
    assert "We have your message." in shown
    assert "I can start in May." in shown
    assert "cv.pdf" in shown


def test_pressed_twice_it_is_one(enquiry: Enquiry) -> None:
    for _ in range(2):
        assert write(enquiry).status_code == 302

    assert wrote(enquiry) == [WORDS]
    assert Notice.objects.filter(kind=Notice.Kind.WROTE).count() == 1


@pytest.mark.parametrize(
    ("form", "error"),
    [
        ({"words": " \n"}, "Write your message first."),
        ({"words": "x" * 5001}, "Shorten this to 5,000 characters or fewer."),
        ({"file": SimpleUploadedFile("cat.pdf", b"\x89PNG\r\n\x1a\n")}, "This is a picture."),
    ],
)
def test_what_is_wrong_is_said_with_the_words_still_there(enquiry: Enquiry, form: dict[str, Any], error: str) -> None:
    response = write(enquiry, **{"words": "Keep these words.", **form})

    shown = response.content.decode()
    assert (response.status_code, error in shown, wrote(enquiry)) == (422, True, [])
    assert form.get("words", "Keep these words.").strip() in shown


def test_too_many_within_an_hour_are_refused(enquiry: Enquiry) -> None:
    for number in range(conversation.MOST_AN_HOUR):
        write(enquiry, f"Number {number}")

    response = write(enquiry, "One too many")

    assert (response.status_code, conversation.TOO_MANY_ON_THE_PAGE in response.content.decode()) == (422, True)
    assert len(wrote(enquiry)) == conversation.MOST_AN_HOUR


def test_a_flood_from_one_connection_is_refused(enquiry: Enquiry) -> None:
    for _ in range(throttle.FLOOD_PER_HOUR):
        throttle.note("203.0.113.9")

    response = write(enquiry, client=Client(REMOTE_ADDR="203.0.113.9"))

    assert (response.status_code, wrote(enquiry)) == (429, [])
    assert "I can start in May." in response.content.decode()


def test_what_is_written_is_counted_like_a_form(enquiry: Enquiry) -> None:
    write(enquiry, client=Client(REMOTE_ADDR="203.0.113.9"))

    assert (throttle.from_address("203.0.113.9"), throttle.from_email("pat@example.org")) == (1, 0)


def test_one_that_was_closed_long_ago_leads_to_the_form(enquiry: Enquiry) -> None:
    verbs.close(enquiry, "no_reply", enquiry.owner)
    Enquiry.objects.update(closed_at=timezone.now() - conversation.REOPENED_WITHIN - timedelta(days=1))

    assert "Send us a new one" in Client().get(page(enquiry)).content.decode()
    assert (write(enquiry).status_code, wrote(enquiry)) == (422, [])


def test_a_link_that_does_not_work_takes_nothing(enquiry: Enquiry) -> None:
    assert Client().post("/enquiries/status/ABCDEFGH:x/write/", {"words": WORDS}).status_code == 404
    assert Client().get(f"{page(enquiry)}write/").status_code == 302
