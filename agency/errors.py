"""What visitors see when something is wrong. Each page says what happened and offers a way onward."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400, without looking at the request again: what is in it may be what broke."""
    return HttpResponse(PLAIN_400, status=400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403."""
    return render(request, "403.html", status=403)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404."""
    return render(request, "404.html", status=404)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form that came without its token: an old tab, cookies switched off, or a forged request."""
    return render(request, "403_csrf.html", status=403)


PLAIN_400 = (
    '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    "<title>We could not read that request</title></head><body><main><h1>We could not read that request</h1>"
    '<p>Something in it was damaged on the way. <a href="/">Go to the home page</a> and try again.</p></main></body></html>'
)
