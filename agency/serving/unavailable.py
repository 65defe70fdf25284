"""The answer in the place of a page that cannot be made while the database is away. Django is not asked for it."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.module_loading import import_string

from agency.serving import errors
from agency.serving.kept_answer import KeptAnswer
from agency.serving.plain_requests import plain_request


def made_ahead() -> KeptAnswer:
    """503 as Django says it, with the headers of every other answer."""
    respond: Callable[[Any], HttpResponse] = errors.unavailable
    for middleware in reversed(settings.HEADERS_MIDDLEWARE):
        respond = import_string(middleware)(respond)
    response = respond(WSGIRequest(plain_request(("/", ""))))
    patch_vary_headers(response, ["Accept-Encoding"])
    return KeptAnswer.of(response)
