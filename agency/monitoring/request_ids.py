"""An id for each request, in every line of the log that it causes."""

import logging
import re
from collections.abc import Callable
from uuid import uuid4

from django.http import HttpRequest, HttpResponse

from articles.outbox.cause import caused_by, request_id

HEADER = "X-Request-ID"
USUAL = re.compile(r"[A-Za-z0-9-]{8,64}")


class RequestIDMiddleware:
    """Takes the id over that a proxy sends, if it looks like one, and makes one otherwise."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        given = request.headers.get(HEADER, "")
        request.id = given if USUAL.fullmatch(given) else uuid4().hex  # type: ignore[attr-defined]
        with caused_by(request.id):  # type: ignore[attr-defined]
            return self.get_response(request)


class NameRequest(logging.Filter):
    """Writes the id of the request at hand into a line; one that a line brings along stands."""

    def filter(self, record: logging.LogRecord) -> bool:
        of_line = getattr(record, "request_id", "")
        # Django logs an answer when the middlewares have ended already.
        record.request_id = of_line or request_id() or getattr(getattr(record, "request", None), "id", "")
        return True
