"""Whoever finds a weakness finds whom to tell (RFC 9116)."""

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from agency.models import Identity

pytestmark = pytest.mark.django_db


def fields(client: Client) -> dict[str, str]:
    response = client.get("/.well-known/security.txt")
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    return dict(line.split(": ", 1) for line in response.content.decode().splitlines())


def test_it_names_the_agencys_address_for_less_than_a_year(client: Client) -> None:
    Identity.objects.update(email="hello@acme.example")

    found = fields(client)

    expires = datetime.fromisoformat(found.pop("Expires"))
    assert timezone.now() + timedelta(days=90) < expires < timezone.now() + timedelta(days=365)
    assert found == {
        "Contact": "mailto:hello@acme.example",
        "Preferred-Languages": "en",
        "Canonical": "http://localhost/.well-known/security.txt",
    }


def test_an_agency_without_an_address_is_reached_by_its_contact_page(client: Client) -> None:
    assert fields(client)["Contact"] == "http://localhost/contact/"


def test_it_is_the_same_all_day(client: Client) -> None:
    assert fields(client) == fields(client)
    assert fields(client)["Expires"].endswith("T00:00:00Z")
