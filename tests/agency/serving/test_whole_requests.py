"""Requests reach the site whole or not at all."""

import errno
from io import BytesIO
from typing import Any
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest

from agency.serving import whole_requests
from agency.serving.whole_requests import WholeRequests


class Line:
    """A body that comes over a slow line, in parts, and may break off."""

    def __init__(self, *parts: bytes) -> None:
        self.parts = list(parts)

    def read(self, size: int) -> bytes:
        return self.parts.pop(0) if self.parts else b""


def echo(environ: WSGIEnvironment, start_response: StartResponse) -> list[bytes]:
    start_response("200 OK", [])
    return [environ["wsgi.input"].read()]


def send(body: Any, length: int | str) -> tuple[str, bytes]:
    said: list[str] = []
    environ = {"CONTENT_LENGTH": str(length), "wsgi.input": body}
    answer = WholeRequests(echo)(environ, lambda status, headers: said.append(status))  # type: ignore[arg-type, func-returns-value]
    return said[0], b"".join(answer)


def test_a_body_arrives_as_it_was_sent() -> None:
    assert send(BytesIO(b"name=Ada"), 8) == ("200 OK", b"name=Ada")


def test_a_body_that_comes_in_parts_is_put_together() -> None:
    assert send(Line(b"na", b"me", b"=Ada"), 8) == ("200 OK", b"name=Ada")


def test_a_body_too_large_for_memory_is_whole_too() -> None:
    large = bytes(range(256)) * 4096

    assert send(BytesIO(large), len(large)) == ("200 OK", large)


@pytest.fixture
def no_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    def is_full(*_place: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.posix_fallocate", is_full)


@pytest.mark.usefixtures("no_disk")
def test_a_form_with_a_cv_needs_no_disk() -> None:
    large = bytes(range(256)) * 20_000

    assert send(BytesIO(large), len(large)) == ("200 OK", large)


@pytest.mark.usefixtures("no_disk")
def test_what_is_larger_is_refused_before_it_is_read_when_the_disk_is_full() -> None:
    body, length = BytesIO(b"name"), 7 * 2**20

    assert send(body, length) == ("503 Service Unavailable", whole_requests.NO_ROOM.encode())
    assert body.tell() == 0


def test_what_follows_the_body_is_left_alone() -> None:
    following = BytesIO(b"name=AdaGET / HTTP/1.1")

    assert send(following, 8) == ("200 OK", b"name=Ada")
    assert following.read() == b"GET / HTTP/1.1"


@pytest.mark.parametrize("parts", [(), (b"name",)])
def test_a_body_that_broke_off_is_refused(parts: tuple[bytes, ...]) -> None:
    assert send(Line(*parts), 8) == ("400 Bad Request", b"The request ended too early.")


def test_a_body_larger_than_any_form_takes_is_not_even_received() -> None:
    line = Line(b"x")

    assert send(line, whole_requests.LARGEST + 1) == (
        "413 Content Too Large",
        b"That is more than this site takes.",
    )
    assert line.parts == [b"x"]


@pytest.mark.parametrize("length", ["", "0"])
def test_a_request_without_a_body_passes(length: str) -> None:
    assert send(BytesIO(), length) == ("200 OK", b"")
