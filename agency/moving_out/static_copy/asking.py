"""Asking the site for what it shows to everybody, in this process: no network, and nobody is counted as a reader."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.http.response import HttpResponseBase

from agency.moving_out.static_copy.addresses import split
from agency.serving.plain_requests import plain_request


class Site:
    """The site as the page cache asks it."""

    def __init__(self) -> None:
        self.handler = WSGIHandler()

    def answer(self, address: str) -> HttpResponseBase:
        """What it says at the address."""
        return self.handler.get_response(request_for(address))


def request_for(address: str) -> WSGIRequest:
    """A request by nobody in particular. WSGI has the bytes of a path as Latin-1 (PEP 3333)."""
    path, query = split(address)
    return WSGIRequest(plain_request((unquote(path).encode().decode("latin-1"), query)))


def pieces(response: Any) -> Iterator[bytes]:
    """Its content, piece by piece where it comes so."""
    if not response.streaming:
        yield response.content
        return
    yield from response.streaming_content
    # Not `response.close()`, which says that the request is over: that closes the database connection in a transaction.
    if file := getattr(response, "file_to_stream", None):
        file.close()
