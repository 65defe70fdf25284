"""The first round trip carries a page whole: its words and its styles, without a cookie and without another file."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from tests import demo

pytestmark = pytest.mark.django_db
FIRST_ROUND_TRIP = 14 * 1024  # ten packets, as many as a server sends before it waits (RFC 6928)
PAGES = ["/", "/guides/", "/guides/what-does-a-machine-learning-engineer-do/", "/people/jazz-thomson/", "/contact/"]


@pytest.fixture
def demo_content(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    demo.load()


def test_every_page_fits_in_the_first_round_trip_and_needs_no_stylesheet(demo_content: None, client: Client) -> None:
    for path in PAGES:
        response = client.get(path, headers={"accept-encoding": "gzip, deflate, br"})
        page = client.get(path).content.decode()

        assert len(response.content) <= FIRST_ROUND_TRIP, path
        assert not response.cookies
        assert page.count("<style>") == 1
        assert re.findall(r'<link rel="stylesheet"(?![^>]*media="print">)', page) == []
        assert page.count('as="font"') == 2
