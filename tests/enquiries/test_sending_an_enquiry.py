import re
from typing import Any

import pytest
from django.test import Client

from articles import publishing
from articles.models import Article
from enquiries.models import Enquiry, Notice
from tests import cast

pytestmark = pytest.mark.django_db
NEW = "/enquiries/new/"


def answers(**changed: str) -> dict[str, str]:
    return {
        "role": "client",
        "name": "Siobhán O'Neil & Sons",
        "email": "siobhan@example.org",
        "message": "We need a tester.\r\nSoon.",
        "from": "/guides/a-guide/",
    } | changed


def errors(response: Any) -> list[str]:
    """The sentences of the error summary, with the fields that they lead to."""
    return re.findall(r'<li><a href="#id_(.+?)">(.+?)</a></li>', response.content.decode())


def test_the_first_question_on_a_guide_leads_to_the_form_with_the_guide_carried_along(client: Client) -> None:
    cast.guide()

    page = client.get(NEW, {"role": "client", "from": "/guides/a-guide/"}).content.decode()

    assert re.search(r'value="client"[^>]*checked', page)
    assert 'name="from" value="/guides/a-guide/"' in page


def test_an_enquiry_is_stored_with_its_guide_before_the_visitor_is_thanked(client: Client) -> None:
    guide = cast.guide()

    response = client.post(NEW, answers())

    enquiry = Enquiry.objects.get()
    assert response.headers["Location"] == f"/enquiries/sent/{enquiry.reference}/"
    assert (enquiry.role, enquiry.name, enquiry.email, enquiry.message, enquiry.source_path, enquiry.guide) == (
        "client",
        "Siobhán O'Neil & Sons",
        "siobhan@example.org",
        "We need a tester.\r\nSoon.",
        "/guides/a-guide/",
        guide.article,
    )


def test_the_confirmation_shows_the_reference_and_nothing_that_was_sent(client: Client) -> None:
    client.post(NEW, answers())
    enquiry = Enquiry.objects.get()

    response = client.get(f"/enquiries/sent/{enquiry.reference}/")

    page = response.content.decode()
    assert enquiry.reference in page
    assert "Neil" not in page
    assert "siobhan" not in page
    assert "no-store" in response.headers["Cache-Control"]


def test_an_enquiry_brings_an_acknowledgement_and_an_alert_into_being(client: Client) -> None:
    client.post(NEW, answers())

    notices = Notice.objects.order_by("kind").values_list("kind", "recipient")
    assert list(notices) == [("acknowledgement", "siobhan@example.org"), ("alert", "team@agency.example")]


def test_when_a_notice_cannot_be_stored_neither_is_the_enquiry(client: Client, monkeypatch: Any) -> None:
    def fail(*args: Any, **kwargs: Any) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(Notice.objects, "create", fail)
    with pytest.raises(OSError, match="disk full"):
        client.post(NEW, answers())

    assert not Enquiry.objects.exists()


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"role": ""}, ("role_0", "Choose whether you are looking for work, hiring or something else.")),
        ({"role": "admin"}, ("role_0", "Choose whether you are looking for work, hiring or something else.")),
        ({"name": "  "}, ("name", "Enter your name.")),
        ({"name": "x" * 201}, ("name", "Your name can have up to 200 characters.")),
        (
            {"name": "Pat\r\nBcc: all@example.org"},
            ("name", "Use letters, spaces and punctuation only, on a single line."),
        ),
        ({"email": ""}, ("email", "Enter your e-mail address.")),
        ({"email": "pat@"}, ("email", "Enter an e-mail address in the form name@example.com.")),
        (
            {"email": "pat@example.org\nBcc: all@example.org"},
            ("email", "Enter an e-mail address in the form name@example.com."),
        ),
        ({"message": ""}, ("message", "Tell us in a few words how we can help.")),
        ({"message": "x" * 5001}, ("message", "Shorten your message to 5,000 characters or fewer.")),
        ({"message": "\x00"}, ("message", "Null characters are not allowed.")),
    ],
)
def test_an_answer_that_will_not_do_is_named_and_nothing_is_lost(
    client: Client, changed: dict[str, str], error: tuple[str, str]
) -> None:
    response = client.post(NEW, answers(**changed))

    assert response.status_code == 422
    assert errors(response) == [error]
    page = response.content.decode()
    assert "<title>Error: About you" in page
    assert 'name="from" value="/guides/a-guide/"' in page
    kept = {"name": "Siobhán O&#x27;Neil &amp; Sons", "email": "siobhan@example.org", "message": "We need a tester."}
    assert all(words in page for field, words in kept.items() if field not in changed)
    assert not Enquiry.objects.exists()


@pytest.mark.parametrize(
    "source", ["", "/", "/guides/", "/guides/nothing/", "//[", "https://evil.example/guides/a-guide/", "x" * 500]
)
def test_a_source_that_is_no_guide_is_kept_as_sent(client: Client, source: str) -> None:
    cast.guide()

    client.post(NEW, answers(**{"from": source}))

    enquiry = Enquiry.objects.get()
    assert (enquiry.source_path, enquiry.guide) == (source, None)


@pytest.mark.parametrize("source", ["/guides/old/", "/guides/a-guide/?page=1", "/guides/a-guide/#section"])
def test_a_guide_is_known_by_any_address_it_had(client: Client, source: str) -> None:
    guide = cast.guide("old").article
    Article.objects.update(slug="a-guide")
    publishing.publish(guide, by=None)

    client.post(NEW, answers(**{"from": source}))

    assert Enquiry.objects.get().guide == guide


def test_the_enquiry_outlives_its_guide(client: Client) -> None:
    cast.guide()
    client.post(NEW, answers())

    Article.objects.all().delete()

    enquiry = Enquiry.objects.get()
    assert (enquiry.guide, enquiry.source_path) == (None, "/guides/a-guide/")


def test_a_form_without_its_token_gets_a_page_that_says_what_to_do() -> None:
    response = Client(enforce_csrf_checks=True).post(NEW, answers())

    assert response.status_code == 403
    assert "Please send the form again" in response.content.decode()
    assert not Enquiry.objects.exists()


@pytest.mark.parametrize(
    "text", ["ÅΩ≈ 田中 عربي 👩‍💻", "<script>alert(1)</script>", "'; DROP TABLE x; --", "e\u0301 \u202e \u200b"]
)
def test_any_words_are_stored_exactly(client: Client, text: str) -> None:
    client.post(NEW, answers(name=text, message=text))

    enquiry = Enquiry.objects.get()
    assert (enquiry.name, enquiry.message) == (text, text)


def test_hostile_words_come_back_as_words(client: Client) -> None:
    page = client.post(NEW, answers(name="<script>alert(1)</script>", email="")).content.decode()

    assert "<script>alert" not in page


@pytest.mark.parametrize("path", ["/enquiries/sent/NOTHING1/", "/enquiries/sent/%00/", "/enquiries/"])
def test_an_unknown_confirmation_is_a_404(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_an_enquiry_is_visible_in_the_admin_and_cannot_be_made_up_there(admin_client: Client, client: Client) -> None:
    cast.guide()
    client.post(NEW, answers())
    enquiry = Enquiry.objects.get()

    listing = admin_client.get("/admin/enquiries/enquiry/?q=siobhan").content.decode()
    page = admin_client.get(f"/admin/enquiries/enquiry/{enquiry.pk}/change/").content.decode()

    assert enquiry.reference in listing
    assert "We need a tester." in page
    assert "Title of a-guide" in page
    assert admin_client.get("/admin/enquiries/enquiry/add/").status_code == 403


@pytest.mark.parametrize("number", [1, 20])
def test_the_admins_list_costs_the_same_however_many(
    admin_client: Client, number: int, django_assert_max_num_queries: Any
) -> None:
    guide = cast.guide().article
    for index in range(number):
        Enquiry.objects.create(role="other", name=f"N{index}", email="x@example.org", message="Hi", guide=guide)

    with django_assert_max_num_queries(9):
        admin_client.get("/admin/enquiries/enquiry/")
