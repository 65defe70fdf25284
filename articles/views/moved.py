"""Answers at addresses that the site does not have, but once had or had elsewhere."""

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render

from articles.lib.cacheable import FOR_STAFF, TO_BE_KEPT, terms_of
from articles.moved import answering, counting
from articles.moved.answering import Answer

# A browser keeps it for an hour, not for ever: a page that is published at the address wins within that. Copies of a proxy
# would hide that page, and hits from the table.
CACHE_CONTROL = "public, max-age=3600, s-maxage=0"
SAFE = frozenset({"GET", "HEAD"})
# Below these stand signed links and what belongs to somebody, also where one was cut off or mistyped.
PRIVATE = ("/accounts/", "/enquiries/", "/guides/shared/", "/media/", "/webhooks/")


class OldAddressesMiddleware:
    """Where the site has no page, the answer of the old address, if it is one.

    It stands innermost. It is no handler of errors, because Django asks none while `DEBUG` shows where it looked.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if response.status_code != HTTPStatus.NOT_FOUND or request.method not in SAFE:
            return response
        return answer(request) or response


def answer(request: HttpRequest) -> HttpResponse | None:
    """What the old address answers, that no page of the site has; None where it is none, which is counted."""
    path = request.path_info
    if request.resolver_match is None and not path.endswith("/") and answering.is_page(path):
        return None  # Django adds the slash
    found = answering.find(path, request.META.get("QUERY_STRING", ""))
    is_counted = settings.SESSION_COOKIE_NAME not in request.COOKIES and TO_BE_KEPT not in request.META
    if found is None:
        if is_counted and _is_public(request):
            counting.missed(request.path_info)
        return None
    if found.row and is_counted:
        counting.hit(found.row)
    response = _response(request, found)
    response["Cache-Control"] = CACHE_CONTROL if found.is_for_good and not request.COOKIES else FOR_STAFF
    response.old_address = True  # type: ignore[attr-defined]  # for the page cache, which leaves it to each who asks
    return response


def _response(request: HttpRequest, found: Answer) -> HttpResponse:
    """301, 302 while what it leads to is not published, or 410 (RFC 9110, sections 15.4 and 15.5.11)."""
    if not found.location:
        return render(request, "articles/gone.html", status=HTTPStatus.GONE)
    redirect = HttpResponsePermanentRedirect if found.is_for_good else HttpResponseRedirect
    return redirect(found.location)


def _is_public(request: HttpRequest) -> bool:
    """Whether editors may see its path: no view takes it, or one whose pages are the same for everybody."""
    match = request.resolver_match
    return not request.path_info.startswith(PRIVATE) and (match is None or terms_of(match.func) is not None)
