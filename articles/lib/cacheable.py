"""Answers that are the same for every reader: the page cache, browsers and proxies may keep them."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse

STATUSES = frozenset({HTTPStatus.OK, HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.GONE})
# A browser asks again each time, and mostly hears that nothing changed. A proxy (RFC 9111, RFC 5861) asks again after
# a second; who comes while it asks gets what it has, and so does everybody for a day while the site does not answer.
CACHE_CONTROL = "public, max-age=0, s-maxage=1, stale-while-revalidate=1, stale-if-error=86400"

type View = Callable[..., HttpResponse]


def cacheable(*parameters: str, until: Callable[[], datetime] | None = None) -> Callable[[View], View]:
    """For a view whose answer depends on its address alone, and on what the site shows.

    Of the query it may read `parameters` and nothing else, of the request the path. `until` says how long an answer of
    now holds while nothing changes. A `Cache-Control` that the view gives its answer stays.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def answering(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            response = view(request, *args, **kwargs)
            if response.status_code in STATUSES:
                response.headers.setdefault("Cache-Control", CACHE_CONTROL)
                response.cacheable_until = until and until()  # type: ignore[attr-defined]
            return response

        answering.cacheable_by = frozenset(parameters)  # type: ignore[attr-defined]
        return answering

    return decorate


def is_cacheable(response: HttpResponse) -> bool:
    """Whether its view declared it so, and said nothing else of this one answer."""
    return hasattr(response, "cacheable_until") and "public" in response.headers.get("Cache-Control", "")


def parameters_of(view: Callable[..., Any]) -> frozenset[str] | None:
    """The parameters of the query that a cacheable view reads; None for any other view."""
    return getattr(view, "cacheable_by", None)
