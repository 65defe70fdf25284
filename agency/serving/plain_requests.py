"""Which requests ask for what everybody gets, under which key that is kept, and how it is asked for."""

import sys
from functools import lru_cache
from io import BytesIO
from urllib.parse import parse_qsl, urlencode
from wsgiref.types import WSGIEnvironment

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.core.handlers.wsgi import WSGIRequest, get_path_info
from django.http import HttpRequest
from django.urls import Resolver404, resolve

from agency.monitoring.request_ids import HEADER
from agency.serving.shelf import Key
from articles.lib.cacheable import TO_BE_KEPT, Terms, terms_of
from articles.views import markdown

METHODS = frozenset({"GET", "HEAD"})
# Who sends one of these gets an answer of their own.
PERSONAL = frozenset(
    {"HTTP_COOKIE", "HTTP_AUTHORIZATION", "HTTP_TRANSFER_ENCODING", "HTTP_IF_MATCH", "HTTP_IF_UNMODIFIED_SINCE"}
)
REQUEST_ID = f"HTTP_{HEADER.upper().replace('-', '_')}"
NO_BODY = frozenset({None, "", "0"})
# Of what a client chooses: nobody needs more, and what is remembered of it (`lru_cache`) stays small.
LONGEST_HEADERS, LONGEST_PATH, LONGEST_QUERY, MOST_PARAMETERS = 600, 500, 500, 20


def key_of(environ: WSGIEnvironment) -> Key | None:
    """Path and parameters of what is asked for; None for a request whose answer is its own."""
    host, accepts = environ.get("HTTP_HOST", ""), environ.get("HTTP_ACCEPT", "")
    if (
        environ["REQUEST_METHOD"] not in METHODS
        or not environ.keys().isdisjoint(PERSONAL)
        or environ.get("CONTENT_LENGTH") not in NO_BODY
        or environ.get("SCRIPT_NAME")
        or len(host) + len(accepts) + len(environ.get("HTTP_ACCEPT_ENCODING", "")) > LONGEST_HEADERS
        or not _is_ours(host, environ["wsgi.url_scheme"])
        or not _takes_page(accepts)
    ):
        return None
    path, query = environ["PATH_INFO"], environ.get("QUERY_STRING")
    return _with_query(path, query) if query else (path, "")


def terms(path: str) -> Terms | None:
    """What the view at this address declared; None when its answers may not be kept."""
    return _terms(path) if len(path) <= LONGEST_PATH else None


def plain_request(key: Key, request_id: str = "") -> WSGIEnvironment:
    """A request for the page by nobody in particular; `request_id` is for the log alone."""
    path, query = key
    is_named = settings.SITE.hostname in settings.ALLOWED_HOSTS
    return {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "HTTP_HOST": settings.SITE.netloc if is_named else settings.ALLOWED_HOSTS[0],
        REQUEST_ID: request_id,
        "SERVER_NAME": settings.SITE.hostname,
        "SERVER_PORT": str(settings.SITE.port or (443 if settings.HTTPS else 80)),
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": settings.SITE.scheme,
        "wsgi.input": BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
        TO_BE_KEPT: True,
    }


def _with_query(path: str, query: str) -> Key | None:
    """The parameters that the view reads, by name; None where one is there twice, since which of them counts is the view's to
    say, and where one makes the answer the asker's alone."""
    found = terms(path)
    if found is None or not query.isascii() or len(query) > LONGEST_QUERY or query.count("&") >= MOST_PARAMETERS:
        return None
    pairs = parse_qsl(query, keep_blank_values=True, errors="replace")
    if not found.unless.isdisjoint(name for name, _ in pairs):
        return None
    read = sorted(pair for pair in pairs if pair[0] in found.parameters)
    return (path, urlencode(read)) if len(read) == len(dict(read)) else None


@lru_cache(1024)
def _is_ours(host: str, scheme: str) -> bool:
    """Whether Django would answer this host, by this scheme, with the page and neither a refusal nor a redirect."""
    try:
        WSGIRequest(plain_request(("/", "")) | {"HTTP_HOST": host}).get_host()
    except DisallowedHost:
        return False
    return bool(host) and scheme == settings.SITE.scheme


@lru_cache(1024)
def _takes_page(accepts: str) -> bool:
    """Whether a client with this `Accept` is shown pages, and not the guides' Markdown."""
    request = HttpRequest()
    request.META["HTTP_ACCEPT"] = accepts
    return not markdown.is_preferred(request)


@lru_cache(4096)
def _terms(path: str) -> Terms | None:
    try:
        view = resolve(get_path_info({"PATH_INFO": path})).func
    except Resolver404:
        return None
    return terms_of(view)
