"""The first round trip carries a page whole: its words and its styles, without a cookie and without another file."""

import gzip
import re
from pathlib import Path
from typing import Any

import brotli
import pytest
from django.test import Client

from articles.models import Revision
from tests import demo

pytestmark = pytest.mark.django_db
# Ten packets, as many as a server sends before it waits (RFC 6928), hold 14,600 bytes with their headers.
AS_GZIP, AS_BROTLI = 14_000, 12_500
PAGES = ["/", "/guides/", "/salaries/", "/search/?q=salary", "/people/", "/people/jazz-thomson/", "/contact/"]


@pytest.fixture
def demo_content(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    demo.load()


def test_every_page_fits_in_the_first_round_trip_and_needs_no_stylesheet(demo_content: None, client: Client) -> None:
    guides = [revision.get_absolute_url() for revision in Revision.objects.published()]
    sizes = {}
    for path in PAGES + guides:
        response = client.get(path)
        page = response.content.decode()

        as_brotli = brotli.compress(response.content, mode=brotli.MODE_TEXT, quality=11)
        sizes[path] = (len(gzip.compress(response.content, 9)), len(as_brotli))
        assert not response.cookies
        assert page.count("<style>") == 1
        assert re.findall(r'<link rel="stylesheet"(?![^>]*media="print">)', page) == []
        assert page.count('as="font"') == 2

    assert {path: size for path, size in sizes.items() if size[0] > AS_GZIP or size[1] > AS_BROTLI} == {}
