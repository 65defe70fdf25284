"""Requests received whole, before anything works on them.

Over a slow line a body takes minutes. Until it is there, it holds a thread of the web server and nothing else: neither one
of Django's threads nor a database connection. And a visitor whose line breaks sends nothing by halves.
"""

import logging
import os
from collections.abc import Iterable
from io import BytesIO
from tempfile import TemporaryFile
from typing import IO
from wsgiref.types import InputStream, StartResponse, WSGIApplication, WSGIEnvironment

from django.conf import settings

LARGEST = 100 * 2**20  # several pictures at once; each form has narrower bounds, and says so in words
IN_MEMORY = 64 * 2**10  # the rest waits on disk
AT_A_TIME = 64 * 2**10
NO_ROOM = "There is no room for files at this moment. Please try again in a few minutes."

log = logging.getLogger(__name__)


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
        try:
            place = room_for(length)
        except OSError as error:
            log.warning("no room for a large request: %s", type(error).__name__)
            return refuse("503 Service Unavailable", NO_ROOM, start_response)
        with place as body:
            if not copy(environ["wsgi.input"], body, length):
                return refuse("400 Bad Request", "The request ended too early.", start_response)
            body.seek(0)
            return self.application(environ | {"wsgi.input": body}, start_response)


def room_for(length: int) -> IO[bytes]:
    """Memory for a short body, a file with room for the whole of a long one.

    Where no disk has room, a form with a CV still waits in memory; what is larger raises `OSError`.
    """
    if length > IN_MEMORY:
        try:
            return on_disk(length)
        except OSError:
            if length > settings.FILE_UPLOAD_MAX_MEMORY_SIZE:
                raise
    return BytesIO()


def on_disk(length: int) -> IO[bytes]:
    """A file that ends with its use. Raises `OSError` when the disk has not so many bytes left."""
    file = TemporaryFile()  # noqa: SIM115 - closed by whoever uses it
    try:
        if hasattr(os, "posix_fallocate"):
            os.posix_fallocate(file.fileno(), 0, length)
    except OSError:
        file.close()
        raise
    return file


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
