"""The page on which staff see every component."""

from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from articles.models import Picture
from tests import cast

pytestmark = pytest.mark.django_db
TEMPLATES = Path(__file__).parents[2] / "templates"
PAGE = "/admin/design-system/"


def picture() -> bytes:
    file = BytesIO()
    Image.new("RGB", (1600, 900)).save(file, "PNG")
    return file.getvalue()


def test_every_component_and_every_block_is_shown(admin_client: Client) -> None:
    hero = Picture.objects.create(title="A hero", file=SimpleUploadedFile("hero.png", picture()))
    cast.full_guide(hero_picture=hero, hero_alt="A hero")

    shown = {template.name for template in admin_client.get(PAGE).templates}

    folders = (TEMPLATES / "components", TEMPLATES / "articles" / "blocks")
    there_are = {str(path.relative_to(TEMPLATES)) for folder in folders for path in folder.glob("*.html")}
    assert there_are - shown == set()


def test_it_shows_what_it_can_before_anything_is_published(admin_client: Client) -> None:
    assert admin_client.get(PAGE).status_code == 200


def test_visitors_are_sent_to_sign_in_and_search_engines_away(client: Client, admin_client: Client) -> None:
    assert client.get(PAGE).headers["Location"] == f"/admin/login/?next={PAGE}"
    assert admin_client.get(PAGE).headers["X-Robots-Tag"] == "noindex"
