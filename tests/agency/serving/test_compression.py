"""Pages in few bytes: Brotli for readers, gzip for visitors with a cookie or an older browser."""

import gzip

import brotli
import pytest
from django.conf import settings
from django.test import Client

from tests import cast

pytestmark = pytest.mark.django_db
GUIDE = "/guides/a-guide/"


@pytest.mark.parametrize("accepted", ["br", "gzip, deflate, br, zstd", "gzip;q=0.5, br;q=0.9"])
@pytest.mark.parametrize("path", [GUIDE, "/guides/", "/nothing/"])
def test_a_reader_gets_brotli(client: Client, accepted: str, path: str) -> None:
    cast.full_guide()
    plain = client.get(path)

    response = client.get(path, headers={"accept-encoding": accepted})

    assert response.headers["Content-Encoding"] == "br"
    assert brotli.decompress(response.content) == plain.content
    assert response.headers["Content-Length"] == str(len(response.content))
    assert response.headers["Vary"] == "Accept-Encoding"
    assert response.headers.get("ETag") == (f"W/{plain.headers['ETag']}" if "ETag" in plain.headers else None)


@pytest.mark.parametrize("accepted", ["gzip", "gzip, br;q=0", "gzip, br; q=0.0"])
def test_a_browser_without_brotli_gets_gzip(client: Client, accepted: str) -> None:
    cast.full_guide()

    response = client.get(GUIDE, headers={"accept-encoding": accepted})

    assert response.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(response.content) == client.get(GUIDE).content


def test_whoever_has_a_cookie_gets_gzip_with_its_padding(client: Client) -> None:
    cast.full_guide()
    client.cookies[settings.CSRF_COOKIE_NAME] = "x" * 32

    lengths = {len(client.get(GUIDE, headers={"accept-encoding": "gzip, br"}).content) for _ in range(20)}

    assert len(lengths) > 1


def test_the_form_that_sets_a_cookie_is_not_sent_with_brotli(client: Client) -> None:
    assert client.get("/enquiries/new/", headers={"accept-encoding": "gzip, br"}).headers["Content-Encoding"] == "gzip"


def test_a_short_answer_stays_as_it_is(client: Client) -> None:
    assert "Content-Encoding" not in client.get("/healthz", headers={"accept-encoding": "br"}).headers


def test_a_kept_page_is_recognised_in_any_encoding(client: Client) -> None:
    cast.full_guide()
    kept = client.get(GUIDE, headers={"accept-encoding": "br"}).headers["ETag"]

    assert client.get(GUIDE, headers={"accept-encoding": "br", "if-none-match": kept}).status_code == 304


@pytest.mark.parametrize("accepted", ["br", "gzip", ""])
@pytest.mark.parametrize("path", [GUIDE, "/guides/", "/feed.xml", "/guides/a-guide.md", "/healthz"])
def test_not_modified_is_said_of_the_page_as_it_was_sent(client: Client, accepted: str, path: str) -> None:
    cast.full_guide()
    sent = client.get(path, headers={"accept-encoding": accepted})

    again = client.get(path, headers={"accept-encoding": accepted, "if-none-match": sent.headers.get("ETag", "-")})

    names = ("ETag", "Vary", "Cache-Control", "Last-Modified", "Content-Location")
    assert again.status_code == (304 if "ETag" in sent.headers else 200)
    assert [again.headers.get(name) for name in names] == [sent.headers.get(name) for name in names]
