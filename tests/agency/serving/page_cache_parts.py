"""What the tests of the page cache share: a client of a WSGI application, and applications that do as they are told."""

import gzip
from collections.abc import Callable
from io import BytesIO
from threading import Event, Semaphore
from typing import Any, NamedTuple

import brotli
from django.http import HttpResponse
from django.http.response import HttpResponseBase

GUIDE = "/guides/a-guide/"
MEGABYTE = 1024 * 1024
PATIENCE = 10
UNPACK: dict[str | None, Callable[[bytes], bytes]] = {None: bytes, "gzip": gzip.decompress, "br": brotli.decompress}


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def content(self) -> bytes:
        """The body as it was before it was packed."""
        return UNPACK[self.headers.get("Content-Encoding")](self.body) if self.body else b""


class Clock:
    """The machine's clock, which passes when a test says so."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


def environ_of(path: str = GUIDE, method: str = "GET", query: str = "", **extra: Any) -> dict[str, Any]:
    """A request as a server hands it on; `extra` are lines of the WSGI environment, of which None takes one away."""
    environ = {
        "REQUEST_METHOD": method,
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "HTTP_HOST": "localhost",
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(),
        "wsgi.errors": BytesIO(),
    } | extra
    return {name: value for name, value in environ.items() if value is not None}


def ask(
    application: Callable[..., Any], path: str = GUIDE, method: str = "GET", query: str = "", **extra: Any
) -> Answer:
    """What a server's client gets."""
    started: list[Any] = []
    result = application(
        environ_of(path, method, query, **extra), lambda status, headers, error=None: started.extend((status, headers))
    )
    body = b"".join(result)
    if hasattr(result, "close"):
        result.close()
    return Answer(int(started[0].split()[0]), dict(started[1]), body)


def cacheable_response(words: str) -> HttpResponse:
    response = HttpResponse(words, headers={"Vary": "Accept-Encoding", "Cache-Control": "public"})
    response.cacheable_until = None  # type: ignore[attr-defined]
    return response


class Site:
    """Says how often it was asked, once it may; `answer` makes its answer of the number."""

    def __init__(self, answer: Callable[[int], HttpResponseBase] | None = None, *, may_answer: bool = False) -> None:
        self.answer = answer or (lambda number: cacheable_response(str(number) * 300))
        self.asked = self.closed = 0
        self.is_asked, self.may_answer = Event(), Event()
        if may_answer:
            self.may_answer.set()

    def __call__(self, environ: Any, start_response: Any) -> HttpResponseBase:
        self.asked += 1
        number = self.asked
        self.is_asked.set()
        assert self.may_answer.wait(PATIENCE)
        response = self.answer(number)
        response._resource_closers.append(self._close)  # type: ignore[attr-defined]
        start_response(f"{response.status_code} {response.reason_phrase}", list(response.items()))
        return response

    def _close(self) -> None:
        self.closed += 1


class NotedEvent(Event):
    """An event that tells who watches that somebody waits for it."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting = Semaphore(0)

    def wait(self, timeout: float | None = None) -> bool:
        self.waiting.release()
        return super().wait(timeout)


class Locked:
    """A lock that somebody else holds, and that notes for how long one would wait for it."""

    def __init__(self) -> None:
        self.timeouts: list[float] = []

    def acquire(self, *, timeout: float) -> bool:
        self.timeouts.append(timeout)
        return False
