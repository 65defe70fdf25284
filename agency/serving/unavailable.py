"""The answer in the place of a page that cannot be made while the database is away. Django is not asked for it."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.module_loading import import_string

from agency.monitoring.metrics import REQUESTS
from agency.serving import errors
from agency.serving.kept_answer import KeptAnswer
from agency.serving.plain_requests import plain_request


class Unavailable:
    """A page made once; each time it is given, that is counted as Django's own are, so that alerts hear of it."""

    def __init__(self) -> None:
        self._answer = made_ahead()

    def answer(self, method: str) -> KeptAnswer:
        """To a request of this method."""
        REQUESTS.labels(method, f"{HTTPStatus.SERVICE_UNAVAILABLE}").inc()
        return self._answer


def made_ahead() -> KeptAnswer:
    """503 as Django says it, with the headers of every other answer."""
    respond: Callable[[Any], HttpResponse] = errors.unavailable
    for middleware in reversed(settings.HEADERS_MIDDLEWARE):
        respond = import_string(middleware)(respond)
    response = respond(WSGIRequest(plain_request(("/", ""))))
    patch_vary_headers(response, ["Accept-Encoding"])
    return KeptAnswer.of(response)
