"""The least that a WSGI application can do: as many bytes as the address asks for, with the headers of `HELLO_HEADERS`."""

import json
import os
from collections.abc import Iterable
from functools import cache
from wsgiref.types import StartResponse, WSGIEnvironment

PLAIN = '[["Content-Type", "text/html; charset=utf-8"]]'
HEADERS: list[tuple[str, str]] = [(name, value) for name, value in json.loads(os.environ.get("HELLO_HEADERS", PLAIN))]


@cache
def bytes_of(length: int) -> bytes:
    return b"hello world\n" * (length // 12) + b"." * (length % 12)


def application(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    body = bytes_of(int(environ["PATH_INFO"].strip("/") or 0))
    start_response("200 OK", [*HEADERS, ("Content-Length", str(len(body)))])
    return [body]
