"""Error pages and headers, as production gives them."""

import errno
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import InterfaceError, InternalError, OperationalError
from django.template.loader import render_to_string
from django.test import Client

from agency import home, wsgi
from tests import cast

pytestmark = pytest.mark.django_db
FORM = "/enquiries/new/"


def test_an_error_of_ours_shows_a_page_that_depends_on_nothing(client: Client, monkeypatch: Any) -> None:
    monkeypatch.setattr(home.Revision.objects, "published", lambda: 1 / 0)
    client.raise_request_exception = False

    response = client.get("/")

    assert response.status_code == 500
    assert response.content.decode() == render_to_string("500.html")
    assert "{%" not in (render_to_string("500.html"))


@pytest.mark.parametrize(
    "trouble",
    [
        OperationalError("the connection is closed"),
        OperationalError("database or disk is full"),
        InterfaceError("connection already closed"),
        InternalError("cannot execute UPDATE in a read-only transaction"),
        OSError(errno.ENOSPC, "No space left on device"),
        OSError(errno.EROFS, "Read-only file system"),
    ],
    ids=str,
)
def test_what_passes_by_itself_says_when_to_come_back(client: Client, monkeypatch: Any, trouble: Exception) -> None:
    def fail(*args: Any) -> None:
        raise trouble

    monkeypatch.setattr(home.Revision.objects, "published", fail)
    client.raise_request_exception = False

    response = client.get("/")

    assert (response.status_code, response.headers["Retry-After"]) == (503, "60")
    assert response.content.decode() == render_to_string("503.html")


@pytest.mark.parametrize(
    "fault", [InternalError("out of shared memory"), OSError(errno.ENOENT, "No such file")], ids=str
)
def test_what_does_not_pass_by_itself_is_an_error_of_ours(client: Client, monkeypatch: Any, fault: Exception) -> None:
    def fail(*args: Any) -> None:
        raise fault

    monkeypatch.setattr(home.Revision.objects, "published", fail)
    client.raise_request_exception = False

    assert client.get("/").status_code == 500


@pytest.mark.parametrize("page", ["500.html", "503.html"])
def test_the_pages_of_trouble_ask_for_no_other_file(page: str) -> None:
    page = render_to_string(page)

    assert "<link" not in page
    assert "<img" not in page
    assert "<script" not in page


def test_something_forbidden_gets_a_page_with_a_way_onward(client: Client, monkeypatch: Any) -> None:
    def forbid(*args: Any) -> None:
        raise PermissionDenied

    monkeypatch.setattr(home.Revision.objects, "published", forbid)

    response = client.get("/")

    assert response.status_code == 403
    assert "You do not have access to this page" in response.content.decode()


def test_a_form_in_an_unreadable_encoding_is_refused_without_a_crash(client: Client) -> None:
    response = client.post(FORM, b"name=x", content_type="application/x-www-form-urlencoded; charset=utf-16")

    assert response.status_code in (400, 422)


def test_too_many_fields_are_refused(client: Client) -> None:
    response = client.post(FORM, {f"field{number}": "x" for number in range(2000)})

    assert response.status_code == 400
    assert "We could not read that request" in response.content.decode()


@pytest.mark.parametrize(
    "path", ["/", "/guides/a-guide/", FORM, "/nothing/", "/admin/login/", "/robots.txt", "/healthz"]
)
def test_every_answer_carries_the_security_headers(client: Client, path: str) -> None:
    cast.full_guide()

    headers = client.get(path).headers

    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


@pytest.mark.parametrize(("path", "policy"), [(FORM, "same-origin"), ("/nothing/", "same-origin"), ("/feed.xml", None)])
def test_no_other_site_may_load_a_page_but_every_reader_a_feed(client: Client, path: str, policy: str | None) -> None:
    assert client.get(path).headers.get("Cross-Origin-Resource-Policy") == policy


def test_static_files_carry_them_too_and_open_to_no_other_site(client: Client) -> None:
    page = client.get("/").content.decode()
    font = page.split('rel="preload" href="')[1].split('"')[0]

    response = client.get(font)
    response.close()

    assert response.status_code == 200
    assert "frame-ancestors 'none'" in response.headers["Content-Security-Policy"]
    assert "immutable" in response.headers["Cache-Control"]
    assert "Access-Control-Allow-Origin" not in response.headers
    assert "Cross-Origin-Resource-Policy" not in response.headers  # feed readers show pictures


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/media/nothing.png", 404),
        ("/media/", 404),
        ("/media//etc/passwd", 404),
        ("/media/../settings.py", 404),
        ("/media/%2e%2e/manage.py", 404),
        ("/media/pictures/../../site.sqlite3", 404),
    ],
)
def test_media_gives_out_nothing_but_pictures(client: Client, path: str, status: int) -> None:
    assert client.get(path).status_code == status


def test_a_request_that_does_not_say_whom_it_is_for_is_refused() -> None:
    said: list[str] = []

    body = wsgi.application(
        {"REQUEST_METHOD": "GET", "PATH_INFO": "/", "wsgi.url_scheme": "http", "SERVER_PROTOCOL": "HTTP/1.1"},
        lambda status, headers: said.append(status),
    )  # type: ignore[arg-type, func-returns-value]

    assert said == ["400 Bad Request"]
    assert b"".join(body) == b"Say which host the request is for."
