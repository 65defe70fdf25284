"""The file that proves to search engines that the key is ours, and which keys are taken."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from pytest_django import Settings

from agency.running import environment

KEY = "0123456789abcdef"


@pytest.mark.django_db
def test_the_key_is_shown_at_its_own_address(client: Client, settings: Settings) -> None:
    settings.INDEXNOW_KEY = KEY

    response = client.get(f"/{KEY}.txt")

    assert (response.content.decode(), response.headers["Content-Type"]) == (KEY, "text/plain; charset=utf-8")
    assert client.get("/fedcba9876543210.txt").status_code == 404


@pytest.mark.django_db
def test_without_a_key_there_is_no_such_file(client: Client) -> None:
    assert client.get(f"/{KEY}.txt").status_code == 404


@pytest.mark.parametrize("value", ["", "a1-B2-c3", "k" * 128])
def test_a_key_is_taken_as_it_is(value: str) -> None:
    assert environment.indexnow_key(value) == value


@pytest.mark.parametrize("value", ["short", "k" * 129, "with space", "../robots", "12345678\n", "schlüssel"])
def test_a_key_that_the_protocol_does_not_know_is_refused(value: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="INDEXNOW_KEY must"):
        environment.indexnow_key(value)
