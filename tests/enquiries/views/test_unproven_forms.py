"""Forms that come without the cookie or the token against forged requests: nothing is done, and no words are lost."""

import html
import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from agency.models import Identity
from enquiries import access_links
from enquiries.intake import spam
from enquiries.models import Enquiry, PendingCV, PrivacyRequest
from enquiries.monitoring.visitor import HiddenFields
from tests.enquiries import data_subject, files

pytestmark = pytest.mark.django_db
NEW = "/enquiries/new/"
ANSWERS = {
    "role": "candidate",
    "name": "Siobhán O'Neil & <b>Sons</b>",
    "email": "siobhan@example.org",
    "message": "My words.\r\nAll of </textarea> them.",
    "location": "Leeds",
    "from": "/guides/a-guide/",
    "token": "t" * 32,
}


@pytest.fixture(autouse=True)
def _unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spam, "FASTEST", timedelta(0))
    Identity.objects.update(email="hello@agency.example", phone="+44 161 496 0000")


@pytest.fixture
def browser() -> Client:
    """One that is held to its cookie and token, as every real one is."""
    return Client(enforce_csrf_checks=True)


def main(response: Any) -> str:
    return response.content.decode().partition("<main")[2].partition("</main>")[0]


def opened(browser: Client, path: str = NEW) -> dict[str, str]:
    """The form's own hidden values, with the cookie that belongs to them kept."""
    return HiddenFields(browser.get(path).content.decode()).values


@pytest.mark.parametrize(
    "headers",
    [{}, {"Origin": "null"}, {"Origin": "https://other.example"}, {"Sec-Fetch-Site": "cross-site"}],
    ids=["no token", "no origin", "another origin", "another site"],
)
def test_the_form_comes_back_with_the_words_and_nothing_is_stored(browser: Client, headers: dict[str, str]) -> None:
    response = browser.post(NEW, ANSWERS, headers=headers)

    page = main(response)
    assert response.status_code == 403
    assert "Please send the form again" in page
    assert "Nothing has been sent yet." in page
    assert 'value="Siobhán O&#x27;Neil &amp; &lt;b&gt;Sons&lt;/b&gt;"' in page
    assert "My words.\r\nAll of &lt;/textarea&gt; them." in page
    assert 'value="Leeds"' in page
    assert re.search(r'value="candidate"[^>]*checked', page)
    assert "no-store" in response.headers["Cache-Control"]
    assert not Enquiry.objects.exists()


def test_the_form_that_came_back_is_sent_by_pressing_again(browser: Client) -> None:
    again = browser.post(NEW, ANSWERS)

    response = browser.post(NEW, ANSWERS | HiddenFields(again.content.decode()).values)

    assert response.status_code == 302
    enquiry = Enquiry.objects.get()
    assert (enquiry.message, enquiry.source_path) == ("My words.\nAll of </textarea> them.", "/guides/a-guide/")


def test_who_keeps_no_cookie_is_given_an_address_to_write_to_with_the_words_in_the_mail(browser: Client) -> None:
    page = html.unescape(main(browser.post(NEW, ANSWERS)))

    assert 'href="mailto:hello@agency.example?body=My%20words.%0D%0AAll%20of%20%3C%2Ftextarea%3E%20them."' in page
    assert 'href="tel:+441614960000"' in page


def test_words_that_are_too_long_for_a_link_are_there_to_be_copied(browser: Client) -> None:
    page = main(browser.post(NEW, ANSWERS | {"message": "word " * 400}))

    assert 'href="mailto:hello@agency.example"' in page
    assert "word " * 400 in page


def test_where_the_browser_says_that_the_form_is_ours_no_cookie_is_needed() -> None:
    without_cookies = Client(enforce_csrf_checks=True, headers={"Sec-Fetch-Site": "same-origin"})
    carried = opened(without_cookies)
    without_cookies.cookies.clear()

    response = without_cookies.post(NEW, ANSWERS | carried, follow=True)

    assert response.status_code == 200
    assert "Thank you, your enquiry has arrived" in response.content.decode()
    assert Enquiry.objects.get().message == "My words.\nAll of </textarea> them."


def test_a_cv_is_asked_for_again_and_not_kept(browser: Client) -> None:
    page = main(browser.post(NEW, ANSWERS | {"cv": SimpleUploadedFile("cv.pdf", files.PDF)}))

    assert "Choose your CV again before you do." in page
    assert not PendingCV.objects.exists()


def test_a_complaint_comes_back_with_its_words(browser: Client) -> None:
    enquiry = data_subject.enquiry()
    path = f"/enquiries/status/{access_links.status_token(enquiry)}/complaint/"

    response = browser.post(path, {"words": "You called <at> night."})

    assert response.status_code == 403
    assert "You called &lt;at&gt; night." in main(response)
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert not PrivacyRequest.objects.exists()
    again = HiddenFields(response.content.decode()).values
    assert browser.post(path, {"words": "You called at night."} | again).status_code == 302


def test_a_correction_comes_back_with_its_words_and_changes_nothing(browser: Client) -> None:
    enquiry = data_subject.enquiry()
    path = f"/enquiries/status/{access_links.status_token(enquiry)}/correct/"

    response = browser.post(path, {"name": "Niamh", "email": "niamh@example.org"})

    assert response.status_code == 403
    assert 'value="niamh@example.org"' in main(response)
    assert Enquiry.objects.get().email == "siobhan@example.org"


@pytest.mark.parametrize("part", ["nonsense/", "complaint/"])
def test_a_link_that_is_not_ours_opens_nothing_here_either(browser: Client, part: str) -> None:
    response = browser.post(f"/enquiries/status/AAAAAAAA:{'x' * 43}/{part}", {"words": "x"})

    assert response.status_code == 404


def test_the_words_of_any_other_form_are_shown_to_be_copied_but_no_password(browser: Client) -> None:
    response = browser.post(
        "/admin/login/", {"body": "A long <reply> to somebody", "username": "sam", "password": "correct horse"}
    )

    assert response.status_code == 403
    assert "A long &lt;reply&gt; to somebody" in main(response)
    assert "correct horse" not in response.content.decode()


def test_a_body_that_cannot_be_read_is_refused_without_a_crash(browser: Client) -> None:
    response = browser.post(
        NEW, b"nonsense", content_type="multipart/form-data; boundary=x", headers={"Origin": "null"}
    )

    assert response.status_code in (400, 403)
