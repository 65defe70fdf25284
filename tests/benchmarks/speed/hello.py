"""The least that a WSGI application can do: as many bytes as the address asks for."""

from collections.abc import Iterable
from functools import cache
from wsgiref.types import StartResponse, WSGIEnvironment


@cache
def bytes_of(length: int) -> bytes:
    return b"hello world\n" * (length // 12) + b"." * (length % 12)


def application(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    body = bytes_of(int(environ["PATH_INFO"].strip("/") or 0))
    start_response("200 OK", [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(body)))])
    return [body]
