"""Django on threads of its own, as many as it may have database connections.

A web server keeps hundreds of threads, for they wait for slow visitors. Would Django run on all of them, each would keep
memory and a database connection for itself, and a crowd would wait in vain for one from the pool. So they hand the
request to a few threads that do nothing but work, and wait for their turn in a queue.

Nobody waits longer than the database is there: one that hangs answers neither yes nor no, and would hold everybody who
comes until it does.
"""

from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from queue import Empty, SimpleQueue
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from agency.serving.freshness import LOOK_UP_AFTER, Freshness
from agency.serving.unavailable import Unavailable

END = object()


def ask[T](application: WSGIApplication, environ: WSGIEnvironment, take: Callable[[Any], T]) -> T:
    """What `take` makes of the response with which Django answers, before that is closed."""
    response: Any = application(environ, _ignore)
    try:
        return take(response)
    finally:
        response.close()


def asked[T](application: WSGIApplication, environ: WSGIEnvironment, take: Callable[[Any], T]) -> Future[T]:
    """The same at once, as what `DjangoThreads.begin` returns."""
    answer: Future[T] = Future()
    try:
        answer.set_result(ask(application, environ, take))
    except BaseException as error:
        answer.set_exception(error)
    return answer


class DjangoThreads:
    """Calls `application` on one of `number` threads, and says that the site is unavailable when `freshness` says so.

    What was refused so and was at work already goes on: it may still be done once the database is back. A form sent again
    is known by its token.

    An answer whose length nobody knows before its end goes out as it is made, and waits here for a slow reader: it never
    holds a thread. Any other, a file too, goes out in one piece.
    """

    def __init__(self, application: WSGIApplication, number: int, freshness: Freshness) -> None:
        self.application = application
        self.freshness, self.unavailable = freshness, Unavailable()
        self.threads = ThreadPoolExecutor(number, thread_name_prefix="django")

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        # How some servers send files by themselves, past us; theirs stays with them, for they look into it afterwards.
        environ = {name: value for name, value in environ.items() if name != "wsgi.file_wrapper"}
        pieces: SimpleQueue[Any] = SimpleQueue()
        work = self.threads.submit(self._answer, environ, pieces.put)
        if not (begun := self._begun(pieces)):
            work.cancel()
            return self.unavailable.answer(environ["REQUEST_METHOD"]).send(environ, start_response)
        started, body = begun
        start_response(*started)
        return iter(partial(_next, pieces), END) if body is None else [body]

    def begin[T](self, environ: WSGIEnvironment, take: Callable[[Any], T]) -> Future[T]:
        """What `ask` will return, on one of the threads."""
        return self.threads.submit(ask, self.application, environ, take)

    def _begun(self, pieces: SimpleQueue[Any]) -> Any:
        """How the answer begins, or None when the database went away before."""
        while True:
            try:
                return _next(pieces, LOOK_UP_AFTER)
            except Empty:
                if not self.freshness.look().is_certain:
                    return None

    def _answer(self, environ: WSGIEnvironment, put: Callable[[Any], None]) -> None:
        """Puts status and headers with the whole body; or with None, then the pieces and their end; or what was raised."""
        started: list[Any] = []
        try:
            parts = self.application(environ, lambda *said: started.append(said))  # type: ignore[arg-type]
            try:
                last = _pieces(started[-1], parts, put)
            finally:
                # On this thread, for it ends the request: Django then hands the database connection back.
                if hasattr(parts, "close"):
                    parts.close()
            put(last)
        except BaseException as error:
            put(error)
            raise


def _pieces(started: Any, parts: Any, put: Callable[[Any], None]) -> Any:
    """Puts all that is to be put before the answer is closed, and returns the rest."""
    if not getattr(parts, "streaming", False) or "Content-Length" in dict(started[1]):
        return started, b"".join(parts)
    put((started, None))
    for part in parts:
        put(part)
    return END


def _next(pieces: SimpleQueue[Any], seconds: float | None = None) -> Any:
    """The next piece; raises `Empty` when there is none within so many seconds."""
    piece = pieces.get(timeout=seconds)
    if isinstance(piece, BaseException):
        raise piece
    return piece


def _ignore(status: str, headers: list[tuple[str, str]], exc_info: Any = None, /) -> Any:
    """Django's response says the same."""
