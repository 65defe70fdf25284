"""Where a mail provider tells us of mail, by django-anymail's webhooks; docs/webhooks.md says how to set it up."""

import base64
import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern
from django.utils.crypto import constant_time_compare

# A mail of 25 MB as text (base64), and what a provider writes around it.
MOST_BYTES = 40 * 2**20
UNKNOWN, TOO_LONG, NOT_TAKEN = 401, 413, 500
log = logging.getLogger(__name__)


def addresses(provider: str) -> list[URLPattern]:
    """The addresses of one provider's webhooks, such as `postmark/inbound/`; of all others there are none."""
    if not provider:
        return []
    from anymail.urls import urlpatterns  # the package is optional

    its = [one for one in urlpatterns if str(one.pattern).lstrip("^").startswith(f"{provider}/")]
    return [URLPattern(one.pattern, guarded(one.callback), name=one.name) for one in its]


def guarded(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The view for who knows the secret alone: of anybody else nothing is read.

    What the provider tells may be longer than a form (`DATA_UPLOAD_MAX_MEMORY_SIZE`), as it may be a mail with its files:
    Django compares the length that the request names; how much it reads was decided by the same when the request came.
    """

    @wraps(view)
    def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not _is_known(request):
            return HttpResponse(status=UNKNOWN, headers={"WWW-Authenticate": 'Basic realm="webhooks"'})
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isdecimal() or int(length) > MOST_BYTES:
            return HttpResponse("The body is too long.", status=TOO_LONG, content_type="text/plain")
        if not (request.content_type or "").startswith("multipart/"):
            request.META["CONTENT_LENGTH"] = ""
        return _taken(view, request, *args, **kwargs)

    return wrapper


def _is_known(request: HttpRequest) -> bool:
    """By HTTP Basic (RFC 7617). With an empty secret anybody could sign in."""
    scheme, _, given = request.headers.get("Authorization", "").partition(" ")
    wanted = base64.b64encode(settings.WEBHOOK_SECRET.encode()).decode()
    is_same = constant_time_compare(given.strip(), wanted)
    return bool(settings.WEBHOOK_SECRET) and scheme.lower() == "basic" and is_same


def _taken(view: Callable[..., HttpResponse], request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """What anymail raises for what it cannot read quotes the mail, so that its words must not reach the log."""
    from anymail.exceptions import AnymailError

    try:
        return view(request, *args, **kwargs)
    except SuspiciousOperation:
        raise
    except (AnymailError, LookupError, TypeError, ValueError) as error:
        log.error("what the mail provider told could not be read: %s", type(error).__name__)
        return HttpResponse(status=NOT_TAKEN)
