"""Requests received whole, before anything works on them.

Over a slow line a body takes minutes. Until it is there, it holds a thread of the web server and nothing else: neither one
of Django's threads nor a database connection. And a visitor whose line breaks sends nothing by halves.
"""

from collections.abc import Iterable
from tempfile import SpooledTemporaryFile
from typing import IO
from wsgiref.types import InputStream, StartResponse, WSGIApplication, WSGIEnvironment

LARGEST = 100 * 2**20  # several pictures at once; each form has narrower bounds, and says so in words
IN_MEMORY = 64 * 2**10  # the rest waits on disk
AT_A_TIME = 64 * 2**10


class WholeRequests:
    """Calls `application` once the body is there; refuses what is too large, and what broke off."""

    def __init__(self, application: WSGIApplication) -> None:
        self.application = application

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """`application` must have read the body when it returns its answer: it is gone afterwards."""
        length = int(environ.get("CONTENT_LENGTH") or 0)
        if length == 0:
            return self.application(environ, start_response)
        if length > LARGEST:
            return refuse("413 Content Too Large", "That is more than this site takes.", start_response)
        with SpooledTemporaryFile(IN_MEMORY) as body:
            if not copy(environ["wsgi.input"], body, length):
                return refuse("400 Bad Request", "The request ended too early.", start_response)
            body.seek(0)
            return self.application(environ | {"wsgi.input": body}, start_response)


def copy(source: InputStream, target: IO[bytes], length: int) -> bool:
    """Copies `length` bytes; False when there are fewer."""
    while length > 0 and (part := source.read(min(length, AT_A_TIME))):
        target.write(part)
        length -= len(part)
    return length == 0


def refuse(status: str, sentence: str, start_response: StartResponse) -> list[bytes]:
    """A short answer to a program, after which the connection is closed."""
    start_response(status, [("Content-Type", "text/plain; charset=utf-8"), ("Connection", "close")])
    return [sentence.encode()]
