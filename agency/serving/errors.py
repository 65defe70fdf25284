"""What visitors see when something is wrong. Each page says what happened and offers a way onward."""

import errno
import sys

from django.db import InterfaceError, InternalError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from agency.serving import lost_forms
from enquiries.views import unproven

RETRY_AFTER_SECONDS = 60
NO_DISK = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)
# Words that somebody took their time over, in any form of the site; never a password.
WORDS = ("subject", "message", "words", "note", "body", "answer", "reason")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400, without looking at the request again: what is in it may be what broke."""
    return _standalone(request, "400.html", 400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403."""
    return render(request, "403.html", status=403)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404."""
    return render(request, "404.html", status=404)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form that came without its token: an old tab, cookies switched off, or a forged request.

    The forms of enquirers are shown again, filled in; staff send theirs again; of any other form the page repeats the words.
    """
    if answer := unproven.answer(request) or lost_forms.answer(request):
        return answer
    words = [text for name in WORDS if (text := unproven.posted(request).get(name))]
    return render(request, "403_csrf.html", {"words": words}, status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """500, or 503 for what passes by itself: a database or a disk that cannot be used now. Both need neither."""
    return unavailable(request) if passes(sys.exception()) else _standalone(request, "500.html", 500)


def unavailable(request: HttpRequest) -> HttpResponse:
    """503, and when to come back."""
    response = _standalone(request, "503.html", 503)
    response.headers["Retry-After"] = f"{RETRY_AFTER_SECONDS}"
    return response


def passes(fault: BaseException | None) -> bool:
    """Whether it is the database that is away, full, locked or read-only, or a disk that is full or read-only."""
    if isinstance(fault, OSError):
        return fault.errno in NO_DISK
    is_read_only = isinstance(fault, InternalError) and "read-only" in str(fault)
    return is_read_only or isinstance(fault, (OperationalError, InterfaceError))


def _standalone(request: HttpRequest, template: str, status: int) -> HttpResponse:
    """A page made without the context processors, which read the request; its styles leave their hash on it."""
    return HttpResponse(render_to_string(template, {"request": request}), status=status)
