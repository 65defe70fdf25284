"""The page cache: finished answers of what is the same for every reader, in memory, in front of Django.

Its rules:

- It answers GET and HEAD, for requests without a cookie, without credentials and without a body, that name one of our
  hosts and came by the site's own scheme. Everything else goes to Django as it is.
- It keeps what a view declares `cacheable`: answers of 200, 301 and 410 without a cookie that vary on nothing but the
  encoding.
- A kept page was asked for by the cache itself, with the path and those parameters that its view reads, in one order.
  Nothing else of what a client sends reaches the view, so nothing else can be in the page.
- It is right as long as the content version under which it was made, and until the time that its view says.
  `Freshness` looks the version up at most once in half a second, so nobody gets what changed a second ago. While the
  database is away, what is kept stands.
- Who comes while a page is made waits for it, or gets the one before if that was right less than a second ago.
- It takes `size` bytes at most; what was not asked for longest goes first.
- Each encoding is packed once and has a strong ETag of its own. A range is answered with the whole (RFC 9110, section
  14.2).

It needs nothing of the server but WSGI, and its hits need no thread beside the one they come in.
"""

import sys
from collections import OrderedDict
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO
from threading import Event, Lock
from time import monotonic
from typing import Any
from urllib.parse import parse_qsl, urlencode
from uuid import UUID
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.core.handlers.wsgi import WSGIRequest, get_path_info
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.utils import timezone

from agency.serving.freshness import CERTAIN_FOR, Freshness, Known
from agency.serving.kept_answer import NOT_MODIFIED, KeptAnswer, encoding_for
from articles.lib.cacheable import is_cacheable, parameters_of
from articles.views import markdown

# Who sends one of these gets an answer of their own.
PERSONAL = frozenset(
    {"HTTP_COOKIE", "HTTP_AUTHORIZATION", "HTTP_TRANSFER_ENCODING", "HTTP_IF_MATCH", "HTTP_IF_UNMODIFIED_SINCE"}
)
NO_BODY = frozenset({None, "", "0"})
LONGEST_QUERY = 500
MOST_PARAMETERS = 20
# No single answer takes more than this part of the memory.
SHARE = 8
# How often a reader waits for a page that is being made, and how long, before Django is asked for them alone.
ROUNDS, SECONDS = 3, 10

type Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """A kept answer, and how long it is right: under a content version, and until a moment of this machine's clock."""

    answer: KeptAnswer
    version: UUID | None
    until: float


@dataclass(slots=True)
class Making:
    """A page that is being made, from what was known when that began; `answer` stays None when nobody else may have it."""

    known: Known
    is_done: Event = field(default_factory=Event)
    answer: KeptAnswer | None = None


class PageCache:
    """A WSGI application in front of `site`, which it asks for what it does not have; it takes `size` bytes at most."""

    def __init__(self, site: WSGIApplication, size: int) -> None:
        self.site = site
        self.size = size
        self.taken = 0
        self._freshness = Freshness()
        self._entries: OrderedDict[Key, Entry] = OrderedDict()
        self._being_made: dict[Key, Making] = {}
        self._lock = Lock()

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        key = _key(environ)
        answer = self._find(key) if key else None
        if answer is None:
            return self.site(environ, start_response)
        form = answer.form(encoding_for(environ.get("HTTP_ACCEPT_ENCODING", "")))
        if answer.is_known(form, environ.get("HTTP_IF_NONE_MATCH"), environ.get("HTTP_IF_MODIFIED_SINCE")):
            start_response(NOT_MODIFIED, form.unmodified.copy())
            return []
        start_response(answer.status, form.headers.copy())
        return [] if environ["REQUEST_METHOD"] == "HEAD" else form.body

    def _find(self, key: Key) -> KeptAnswer | None:
        """The answer, kept or just made; None when Django must be asked for this one reader."""
        known = self._freshness.look()
        entry = self._entries.get(key)
        if entry and entry.version == known.version and monotonic() < entry.until:
            self._touch(key)
            return entry.answer
        if _parameters(key[0]) is None:
            return None
        return self._await(key, entry)

    def _await(self, key: Key, old: Entry | None) -> KeptAnswer | None:
        """Makes the answer, or waits for whoever is making it."""
        for _ in range(ROUNDS):
            known = self._freshness.look()
            with self._lock:
                making = self._being_made.get(key)
                if making is None:
                    mine = self._being_made[key] = Making(known)
            if making is None:
                return self._make(key, mine, old)
            if old and self._freshness.held_lately(old.version) and monotonic() < old.until:
                return old.answer
            making.is_done.wait(SECONDS)
            if making.answer is None:
                return None
            if making.known.is_younger_than(CERTAIN_FOR):
                return making.answer
        return None

    def _make(self, key: Key, making: Making, old: Entry | None) -> KeptAnswer | None:
        try:
            response = self.site(_plain(key), _ignore)
            try:
                making.answer = self._take(key, response, making.known, old)
            finally:
                response.close()  # type: ignore[attr-defined]
        finally:
            with self._lock:
                del self._being_made[key]
            making.is_done.set()
        return making.answer

    def _take(self, key: Key, response: Any, known: Known, old: Entry | None) -> KeptAnswer | None:
        """The response as an answer for everybody, kept if it may be; None when it is for its own reader."""
        if not _is_for_all(response):
            return None
        may_be_kept = is_cacheable(response)
        answer = KeptAnswer.of(response, is_kept=may_be_kept)
        if may_be_kept and answer.size <= self.size // SHARE:
            if old and old.answer.is_same(answer):
                answer = old.answer  # with what it was packed into
            self._keep(key, Entry(answer, known.version, _until(response)))
        return answer

    def _keep(self, key: Key, entry: Entry) -> None:
        with self._lock:
            if before := self._entries.pop(key, None):
                self.taken -= before.answer.size
            self._entries[key] = entry
            self.taken += entry.answer.size
            while self.taken > self.size:
                _key, oldest = self._entries.popitem(last=False)
                self.taken -= oldest.answer.size

    def _touch(self, key: Key) -> None:
        with suppress(KeyError):  # another thread has just dropped it
            self._entries.move_to_end(key)


def _key(environ: WSGIEnvironment) -> Key | None:
    """Under which the answer is kept; None for a request whose answer is its own."""
    if (
        environ["REQUEST_METHOD"] not in ("GET", "HEAD")
        or not environ.keys().isdisjoint(PERSONAL)
        or environ.get("CONTENT_LENGTH") not in NO_BODY
        or environ.get("SCRIPT_NAME")
        or not _is_ours(environ.get("HTTP_HOST"), environ["wsgi.url_scheme"], environ.get(_scheme_header()))
        or not _takes_page(environ.get("HTTP_ACCEPT"))
    ):
        return None
    path, query = environ["PATH_INFO"], environ.get("QUERY_STRING")
    return _with_query(path, query) if query else (path, "")


def _with_query(path: str, query: str) -> Key | None:
    """The parameters that the view reads, by name; those of one name stay in their order, since Django takes the last."""
    parameters = _parameters(path)
    if parameters is None or not query.isascii() or len(query) > LONGEST_QUERY or query.count("&") >= MOST_PARAMETERS:
        return None
    read = [pair for pair in parse_qsl(query, keep_blank_values=True, errors="replace") if pair[0] in parameters]
    return path, urlencode(sorted(read, key=lambda pair: pair[0]))


def _plain(key: Key) -> WSGIEnvironment:
    """A request for the page by nobody in particular."""
    path, query = key
    is_named = settings.SITE.hostname in settings.ALLOWED_HOSTS
    return {
        "REQUEST_METHOD": "GET",
        "SCRIPT_NAME": "",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "HTTP_HOST": settings.SITE.netloc if is_named else settings.ALLOWED_HOSTS[0],
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
    }


def _ignore(status: str, headers: list[tuple[str, str]], exc_info: Any = None, /) -> Any:
    """Django's handler returns its response, which says the same."""


def _is_for_all(response: Any) -> bool:
    """Whether whoever waits for the same page may have it: not what failed, streams, sets a cookie or varies on more."""
    return (
        isinstance(response, HttpResponse)
        and response.status_code < 500
        and not response.cookies
        and response.headers.get("Vary", "Accept-Encoding").lower() == "accept-encoding"
    )


def _until(response: HttpResponse) -> float:
    """When the answer ends by itself, by this machine's clock."""
    until = response.cacheable_until  # type: ignore[attr-defined]
    return monotonic() + (until - timezone.now()).total_seconds() if until else float("inf")


def _scheme_header() -> str:
    """The name of the header in which our own proxy says by which scheme a visitor came; empty when there is none."""
    return settings.SECURE_PROXY_SSL_HEADER[0] if settings.SECURE_PROXY_SSL_HEADER else ""


@lru_cache(1024)
def _is_ours(host: str | None, scheme: str, forwarded_scheme: str | None) -> bool:
    """Whether Django would answer this host, by this scheme, with the page and neither a refusal nor a redirect."""
    if not host:
        return False
    environ = _plain(("/", "")) | {"HTTP_HOST": host, "wsgi.url_scheme": scheme}
    if forwarded_scheme is not None:
        environ[_scheme_header()] = forwarded_scheme
    request = WSGIRequest(environ)
    try:
        request.get_host()
    except DisallowedHost:
        return False
    return request.scheme == settings.SITE.scheme


@lru_cache(1024)
def _takes_page(accept: str | None) -> bool:
    """Whether a client with this `Accept` is shown pages, and not the guides' Markdown."""
    request = HttpRequest()
    if accept is not None:
        request.META["HTTP_ACCEPT"] = accept
    return not markdown.is_preferred(request)


@lru_cache(4096)
def _parameters(path: str) -> frozenset[str] | None:
    """The query's parameters that the view at this address reads; None when its answers may not be kept."""
    try:
        view = resolve(get_path_info({"PATH_INFO": path})).func
    except Resolver404:
        return None
    return parameters_of(view)
