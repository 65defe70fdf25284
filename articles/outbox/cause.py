"""The request that caused what is done now, so that one id leads through the logs of proxy, web process and worker."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_request_id: ContextVar[str] = ContextVar("request_id", default="")


def request_id() -> str:
    """The id of the request that is being answered; empty where there is none."""
    return _request_id.get()


@contextmanager
def caused_by(request_id: str) -> Iterator[None]:
    """What happens inside happens because of that request."""
    token = _request_id.set(request_id)
    try:
        yield
    finally:
        _request_id.reset(token)
