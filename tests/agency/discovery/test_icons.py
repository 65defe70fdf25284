"""How the site looks on a tab and on a home screen."""

import json
from io import BytesIO

import pytest
from django.test import Client
from PIL import Image

from agency.models import Identity

pytestmark = pytest.mark.django_db


def test_the_manifest_names_the_agency_and_its_icons(client: Client) -> None:
    Identity.objects.update_or_create(pk=1, defaults={"name": "Our “agency”", "tagline": "Work, well found"})

    response = client.get("/site.webmanifest")
    data = json.loads(response.content)

    assert response.headers["Content-Type"] == "application/manifest+json"
    assert (data["name"], data["description"]) == ("Our “agency”", "Work, well found")
    assert [(icon["sizes"], icon["purpose"]) for icon in data["icons"]] == [
        ("192x192", "any"),
        ("512x512", "any"),
        ("512x512", "maskable"),
    ]
    for icon in data["icons"]:
        assert size_of(client, icon["src"]) == icon["sizes"]


def test_a_page_names_its_icons_and_manifest(client: Client) -> None:
    page = client.get("/").content.decode()
    touch = page.split('rel="apple-touch-icon" href="')[1].split('"')[0]

    assert size_of(client, touch) == "180x180"
    assert '<link rel="manifest" href="/site.webmanifest">' in page
    assert 'type="image/svg+xml"' in page


def size_of(client: Client, path: str) -> str:
    response = client.get(path)
    width, height = Image.open(BytesIO(b"".join(response))).size  # type: ignore[arg-type]
    response.close()
    return f"{width}x{height}"
