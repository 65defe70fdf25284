"""Answers that are the same for every reader: the page cache, browsers and proxies may keep them."""

from collections.abc import Callable, Collection
from contextlib import nullcontext
from datetime import datetime
from functools import wraps
from http import HTTPStatus
from typing import Any, NamedTuple

from django.db import connection
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from articles.lib.databases import one_snapshot

STATUSES = frozenset({HTTPStatus.OK, HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.GONE})
# A browser asks again each time, and mostly hears that nothing changed. A proxy (RFC 9111, RFC 5861) asks again after
# a second; who comes while it asks gets what it has, and so does everybody for a day while the site does not answer.
CACHE_CONTROL = "public, max-age=0, s-maxage=1, stale-while-revalidate=1, stale-if-error=86400"
# In the environment of a request whose answer many readers may get; no client can set what has no "HTTP_" before it.
TO_BE_KEPT = "agency.to_be_kept"
# Browsers, too, serve what is stale for the second of "stale-while-revalidate". Who has just published may not wait.
FOR_STAFF = "private, no-cache"


class Terms(NamedTuple):
    """Which parameters of the query a view reads, whether anybody can make up addresses without end that it answers,
    whether it needs the database, and with which parameters the answer is the asker's alone."""

    parameters: frozenset[str]
    is_endless: bool
    reads_database: bool
    unless: frozenset[str]


def cacheable(
    *parameters: str,
    until: Callable[[], datetime] | None = None,
    is_endless: bool = False,
    reads_database: bool = True,
    unless: Collection[str] = (),
) -> Callable[[Any], Any]:
    """For a view whose answer depends on its address alone, and on what the site shows.

    Of the query it may read `parameters` and nothing else, each by its last value; of the request the path. `until` says
    how long an answer of now holds while nothing changes. A `Cache-Control` that the view gives its answer stays.
    With one of the parameters `unless` the view is asked each time, and nothing is kept.
    What it reads of the database for an answer `TO_BE_KEPT`, it reads at one moment.
    """

    def decorate[View: Callable[..., HttpResponseBase]](view: View) -> View:
        @wraps(view)
        def answering(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            ends = until and until()  # first: the day may end while the view looks at it
            is_for_many = reads_database and TO_BE_KEPT in request.META
            with one_snapshot() if is_for_many else nullcontext():
                response = view(request, *args, **kwargs)
            # After an error of the database that somebody swallowed, the page is makeshift (agency/identity.py).
            if response.status_code in STATUSES and not connection.errors_occurred:
                response.headers.setdefault("Cache-Control", FOR_STAFF if request.COOKIES else CACHE_CONTROL)
                response.cacheable_until = ends  # type: ignore[attr-defined]
            return response

        answering.cacheable_on = Terms(frozenset(parameters), is_endless, reads_database, frozenset(unless))  # type: ignore[attr-defined]
        return answering  # type: ignore[return-value]  # called as the view is

    return decorate


def is_cacheable(response: HttpResponseBase) -> bool:
    """Whether its view declared it so, and said nothing else of this one answer."""
    return hasattr(response, "cacheable_until") and "public" in response.headers.get("Cache-Control", "")


def terms_of(view: Callable[..., Any]) -> Terms | None:
    """What a view declared; None for one whose answers may not be kept."""
    return getattr(view, "cacheable_on", None)
