"""One-click unsubscribing from the mailing tool's mails (RFC 8058), for mail programs and for people."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from enquiries.consents import links

KEY, ONE_CLICK = "List-Unsubscribe", "One-Click"


# The POST comes from mail providers, without cookies (RFC 8058, section 3.2); the signed link says enough. It is never
# answered with a redirect, and a GET changes nothing: scanners open each link of a mail.
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """Stops the mails when it is posted to; otherwise asks whether that is wanted."""
    named = links.read(token)
    if named is None:
        return _private(render(request, "enquiries/status/unknown.html", status=404))
    if request.method == "POST" and request.POST.get(KEY) == ONE_CLICK:
        links.unsubscribe(named)
    context = {"key": KEY, "value": ONE_CLICK, "is_done": links.is_done(named)}
    return _private(render(request, "enquiries/unsubscribe.html", context))


def _private(response: HttpResponse) -> HttpResponse:
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
