import os
from collections.abc import Iterable
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "agency.settings")
site = get_wsgi_application()

from agency.serving.page_cache import PageCache  # noqa: E402 - needs the apps

MEGABYTE = 1024 * 1024


def with_host(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    """The site, for requests that say whom they are for: HTTP/1.1 asks that of every one (RFC 9112, section 3.2)."""
    if environ.get("SERVER_PROTOCOL") == "HTTP/1.1" and not environ.get("HTTP_HOST"):
        start_response("400 Bad Request", [("Content-Type", "text/plain; charset=utf-8"), ("Connection", "close")])
        return [b"Say which host the request is for."]
    return site(environ, start_response)


application: WSGIApplication = (
    PageCache(with_host, settings.PAGE_CACHE_MB * MEGABYTE) if settings.PAGE_CACHE_MB else with_host
)
