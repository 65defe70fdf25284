"""Django on threads of its own, as many as it may have database connections.

A web server keeps hundreds of threads, for they wait for slow visitors. Would Django run on all of them, each would keep
memory and a database connection for itself, and a crowd would wait in vain for one from the pool. So they hand the
request to a few threads that do nothing but work, and wait for their turn in a queue.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment


def ask[T](application: WSGIApplication, environ: WSGIEnvironment, take: Callable[[Any], T]) -> T:
    """What `take` makes of the response with which Django answers, before that is closed."""
    response: Any = application(environ, _ignore)
    try:
        return take(response)
    finally:
        response.close()


class DjangoThreads:
    """Calls `application` on one of `number` threads and returns its whole answer.

    A slow reader of an answer that Django makes piece by piece would hold a thread; whole, the web server sends it alone.
    """

    def __init__(self, application: WSGIApplication, number: int) -> None:
        self.application = application
        self.threads = ThreadPoolExecutor(number, thread_name_prefix="django")

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> list[bytes]:
        # How some servers send files by themselves, past us; theirs stays with them, for they look into it afterwards.
        environ = {name: value for name, value in environ.items() if name != "wsgi.file_wrapper"}
        started, body = self.threads.submit(self._answer, environ).result()
        start_response(*started)
        return [body]

    def ask[T](self, environ: WSGIEnvironment, take: Callable[[Any], T]) -> T:
        """The same as the function, on one of the threads."""
        return self.threads.submit(ask, self.application, environ, take).result()

    def _answer(self, environ: WSGIEnvironment) -> tuple[Any, bytes]:
        started: list[Any] = []
        parts = self.application(environ, lambda *said: started.append(said))  # type: ignore[arg-type]
        try:
            body = b"".join(parts)
            return started[-1], body
        finally:
            # On this thread, for it ends the request: Django then hands the database connection back.
            if hasattr(parts, "close"):
                parts.close()


def _ignore(status: str, headers: list[tuple[str, str]], exc_info: Any = None, /) -> Any:
    """Django's response says the same."""
