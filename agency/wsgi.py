import os
from collections.abc import Iterable
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from agency.serving.proxies import believe_scheme
from agency.serving.whole_requests import WholeRequests, refuse

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "agency.settings")
handler = get_wsgi_application()

from agency.serving.django_threads import DjangoThreads  # noqa: E402 - needs the apps
from agency.serving.freshness import Freshness  # noqa: E402
from agency.serving.page_cache import PageCache  # noqa: E402
from articles.readership import counting  # noqa: E402

MEGABYTE = 2**20

freshness = Freshness()
django = DjangoThreads(handler, settings.REQUESTS_AT_ONCE, freshness)
site: WSGIApplication = WholeRequests(django)
if settings.PAGE_CACHE_MB:
    site = PageCache(site, settings.PAGE_CACHE_MB * MEGABYTE, django.begin, freshness)
counting.serve()


def application(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    """The site, for requests that keep to what HTTP asks of every one and not every web server checks."""
    if fault := what_is_wrong(environ):
        return refuse("400 Bad Request", fault, start_response)
    believe_scheme(environ)
    return site(environ, start_response)


def what_is_wrong(environ: WSGIEnvironment) -> str | None:
    """Requests say whom they are for (RFC 9112, section 3.2), and in which case a method is written matters (RFC 9110, section 9.1)."""
    if environ.get("SERVER_PROTOCOL") == "HTTP/1.1" and not environ.get("HTTP_HOST"):
        return "Say which host the request is for."
    if not environ["REQUEST_METHOD"].isupper():
        return "Methods are written in capitals."
    return None
