"""A form of the admin whose session is gone comes back with what was typed, and goes through after a new sign-in."""

from typing import Any

import pytest
from django.test import Client

from articles.models import Topic
from tests.agency.accounts.staff_accounts import add_app, person, signed_in, with_app

pytestmark = pytest.mark.django_db
ADD = "/admin/articles/topic/add/"
OURS = {"Sec-Fetch-Site": "same-origin"}
TYPED = {"name": "Data & AI", "slug": "data", "description": "Guides on data,\nand on <b>models</b>.", "position": "3"}


def fields(response: Any) -> dict[str, str]:
    return dict(response.context["fields"])


def test_what_was_typed_is_sent_again_after_a_new_sign_in() -> None:
    sam = person()
    secret = with_app(sam)

    lost = Client().post(ADD, TYPED | {"_continue": "Save"}, headers=OURS)

    assert (lost.status_code, fields(lost)) == (403, TYPED | {"_continue": "Save"})
    assert "Your session is over" in lost.text
    assert "Sign in, in another tab" in lost.text
    assert "and on &lt;b&gt;models&lt;/b&gt;.</textarea>" in lost.text
    assert "Call us" not in lost.text
    signed_in(sam, secret).post(ADD, fields(lost))
    assert [(topic.name, topic.position) for topic in Topic.objects.all()] == [("Data & AI", 3)]


def test_a_form_from_before_another_sign_in_is_shown_again_too() -> None:
    sam = person()
    client = signed_in(sam, with_app(sam))
    client.handler.enforce_csrf_checks = True

    lost = client.post(ADD, TYPED, headers=OURS)

    assert (lost.status_code, fields(lost)) == (403, TYPED)
    assert "You signed in anew" in lost.text
    token = lost.context["csrf_token"]
    assert client.post(ADD, TYPED | {"csrfmiddlewaretoken": str(token)}, headers=OURS).status_code == 302
    assert Topic.objects.get().name == "Data & AI"


def test_a_form_goes_through_once_the_missing_second_factor_is_there() -> None:
    client = signed_in(person())

    lost = client.post(ADD, TYPED, headers=OURS)

    assert (lost.status_code, fields(lost)) == (403, TYPED)
    assert '<a href="/accounts/" target="_blank" rel="noopener">Set one up, in another tab</a>' in lost.text
    assert not Topic.objects.exists()
    add_app(client)
    client.post(ADD, fields(lost), headers=OURS)
    assert Topic.objects.get().name == "Data & AI"


@pytest.mark.parametrize("headers", [{}, {"Sec-Fetch-Site": "cross-site"}])
def test_without_a_second_factor_nobody_elses_words_get_a_button_of_ours_either(headers: dict[str, str]) -> None:
    lost = signed_in(person()).post(ADD, TYPED, headers=headers)

    assert (lost.status_code, fields(lost)) == (403, {})
    assert "Send it again" not in lost.text
    assert '<a class="button default" href="/accounts/">Set one up</a>' in lost.text


@pytest.mark.parametrize("headers", [{}, {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}])
def test_nobody_elses_words_get_a_button_of_ours(headers: dict[str, str]) -> None:
    lost = Client().post(ADD, TYPED, headers=headers)

    assert (lost.status_code, fields(lost)) == (403, {})
    assert "Send it again" not in lost.text


def test_passwords_are_neither_shown_nor_sent_again() -> None:
    sam = person()
    typed = {"password1": "four words nobody links", "password2": "four words nobody links", "usable_password": "true"}

    lost = Client().post(f"/admin/auth/user/{sam.pk}/password/", typed, headers=OURS)

    assert (lost.status_code, fields(lost)) == (403, {})
    assert "four words" not in lost.text


def test_a_page_of_an_account_says_to_staff_what_to_do() -> None:
    client = Client(enforce_csrf_checks=True)

    lost = client.post("/accounts/sign-in/", {"login": "sam", "password": "four words nobody links"})

    assert lost.status_code == 403
    assert 'href="/accounts/sign-in/">Open the page again</a>' in lost.text
    assert "four words" not in lost.text


def test_signing_out_twice_asks_for_nothing() -> None:
    assert Client().post("/admin/logout/", headers=OURS).status_code == 302
