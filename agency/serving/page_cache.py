"""The page cache: finished answers of what is the same for every reader, in memory, in front of Django.

Its rules:

- It answers GET and HEAD, for requests without a cookie, without credentials and without a body, that name one of our
  hosts and came by the site's own scheme. Everything else goes to Django as it is.
- It keeps what a view declares `cacheable`: answers of 200, 301 and 410 without a cookie that vary on nothing but the
  encoding. With a parameter that the view names as `unless`, and where an old address leads, each is asked for anew.
- A kept page was asked for by the cache itself, with the path and those parameters that its view reads, in one order.
  Nothing else of what a client sends reaches the view, so nothing else can be in the page; only the number that the proxy
  gave the request goes along, into the log.
- It is right as long as the content version under which it was made, and until the time that its view says.
  `Freshness` looks the version up at most once in half a second, so nobody gets what changed a second ago. While the
  database is away, what is kept stands, nothing more is kept, and who asks for what is not is told so.
- Who comes while a page is made waits for it, or gets the one before if that was right a moment ago.
- It takes `size` bytes at most; what was not asked for longest goes first. Answers of which anybody can ask for ever
  more, by parameters or made-up addresses, have a quarter of it to themselves, so they cannot push the pages out.
- A guide that goes out counts as viewed (`articles/readership/`), also as "304 Not Modified".
- Each encoding is packed once and has a strong ETag of its own. A range is answered with the whole (RFC 9110, section
  14.2), and so is `If-Modified-Since` (section 13.1.3): of two changes in one second, dates know nothing.

It needs nothing of the server but WSGI, and its hits need no thread beside the one they come in.
"""

from collections.abc import Callable, Iterable
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import partial
from threading import Event, Lock
from time import monotonic, time
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from django.http import HttpResponse

from agency.monitoring.metrics import CACHE_HITS
from agency.serving import django_threads
from agency.serving.freshness import CERTAIN_FOR, LONG_AGO, LOOK_UP_AFTER, Freshness, Known
from agency.serving.kept_answer import KeptAnswer
from agency.serving.plain_requests import REQUEST_ID, key_of, plain_request, terms
from agency.serving.shelf import Entry, Key, Shelf
from agency.serving.unavailable import Unavailable
from articles.lib.cacheable import is_cacheable
from articles.readership import counting
from articles.readership.readers import is_reader

# How long a reader waits for a page that somebody else's request makes; then Django is asked for them alone.
SECONDS = 10
# The part of the memory for answers of which anybody can ask for ever more.
ENDLESS = 1 / 4

type Ask = Callable[[WSGIEnvironment, Callable[[Any], KeptAnswer | None]], Future[KeptAnswer | None]]


@dataclass(slots=True)
class Making:
    """A page that is being made since `began`; `answer` stays None when nobody else may have it."""

    known: Known
    began: float
    is_done: Event = field(default_factory=Event)
    answer: KeptAnswer | None = None

    def suits(self, came: float) -> bool:
        """Whether it is fresh enough for who came then: for them it could not have been begun later, or not much."""
        return self.began >= came or monotonic() - self.began < CERTAIN_FOR


class PageCache:
    """A WSGI application in front of `site`, to which it leaves what is not for everybody; it takes `size` bytes at most.

    `ask` hands a request to Django and promises what a function makes of its response; without it, `site` must be Django.
    `freshness` can be shared with others who want to know of the database.
    """

    def __init__(
        self, site: WSGIApplication, size: int, ask: Ask | None = None, freshness: Freshness | None = None
    ) -> None:
        self.site = site
        self._ask = ask or partial(django_threads.asked, site)
        self.pages, self.endless = Shelf(size - int(size * ENDLESS)), Shelf(int(size * ENDLESS))
        self._freshness, self._unavailable = freshness or Freshness(), Unavailable()
        self._hits, self._counted = 0, LONG_AGO
        self._being_made: dict[Key, Making] = {}
        self._lock = Lock()

    @property
    def taken(self) -> int:
        """Bytes in use."""
        return self.pages.taken + self.endless.taken

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        key = key_of(environ)
        answer = self._find(key, environ.get(REQUEST_ID, "")) if key else None
        if answer is None:
            return self.site(environ, start_response)
        if answer.guide and is_reader(environ):
            counting.viewed(answer.guide)
        return answer.send(environ, start_response)

    def _find(self, key: Key, request_id: str) -> KeptAnswer | None:
        """The answer, kept or just made; None when Django must be asked for this one reader."""
        known = self._freshness.look()
        if answer := self._kept(key, known):
            self._count(known)
            return answer
        return self._await(key, request_id) if terms(key[0]) else None

    def _count(self, known: Known) -> None:
        """Hits are added up while nobody looks anything up: a counter that is shared takes as long as a hit."""
        self._hits += 1
        if known is not self._counted:
            self._counted = known
            hits, self._hits = self._hits, 0
            CACHE_HITS.inc(hits)

    def _kept(self, key: Key, known: Known) -> KeptAnswer | None:
        for shelf in (self.pages, self.endless):
            entry = shelf.entries.get(key)
            if entry and entry.version == known.version and time() < entry.until:
                shelf.touch(key)
                return entry.answer
        return None

    def _await(self, key: Key, request_id: str) -> KeptAnswer | None:
        """Makes the answer, or waits for whoever is making it; a second time where the first was begun too long ago."""
        came = monotonic()
        while not self._is_away(key):
            known = self._freshness.look()
            with self._lock:
                making = self._being_made.get(key)
                if making is None:
                    if kept := self._kept(key, known):  # since we looked
                        return kept
                    mine = self._being_made[key] = Making(known, monotonic())
            if making is None:
                return self._make(key, mine, request_id)
            if kept := self._kept_lately(key):
                return kept
            if not self._is_made(key, making, SECONDS):
                break
            if making.suits(came):
                return making.answer
        return self._unavailable.answer("GET") if self._is_away(key) else None

    def _kept_lately(self, key: Key) -> KeptAnswer | None:
        entry = self._entry(key)
        is_right = entry and self._freshness.held_lately(entry.version) and time() < entry.until
        return entry.answer if entry and is_right else None

    def _make(self, key: Key, making: Making, request_id: str) -> KeptAnswer | None:
        page = self._ask(plain_request(key, request_id), partial(self._take, key, making.known))
        page.add_done_callback(partial(self._end, key, making))
        return page.result() if self._is_made(key, making, float("inf")) else self._unavailable.answer("GET")

    def _end(self, key: Key, making: Making, page: Future[KeptAnswer | None]) -> None:
        with self._lock:
            del self._being_made[key]
        making.answer = None if page.exception() else page.result()
        making.is_done.set()

    def _is_made(self, key: Key, making: Making, seconds: float) -> bool:
        """Waits until it is, for so long, and no longer than the database is there: a query may never be answered."""
        ends = monotonic() + seconds
        while not making.is_done.wait(min(seconds, LOOK_UP_AFTER)):
            self._freshness.look()
            if monotonic() >= ends or self._is_away(key):
                return False
        return True

    def _is_away(self, key: Key) -> bool:
        """Whether the page needs a database that did not answer when it was last looked for."""
        found = terms(key[0])
        return found is not None and found.reads_database and not self._freshness.known.is_certain

    def _take(self, key: Key, known: Known, response: Any) -> KeptAnswer | None:
        """The response as an answer for everybody who waits for it, kept if it may be; None when it is for one reader."""
        if not _is_for_all(response):
            return None
        answer, shelf = KeptAnswer.of(response), self._shelf(key)
        if is_cacheable(response) and known.is_certain and shelf.has_room_for(answer):
            answer.is_kept = True
            old = self._entry(key)
            if old and old.answer.is_same(answer):
                answer = old.answer  # with what it was packed into
            shelf.put(key, Entry(answer, known.version, _until(response)))
        return answer

    def _entry(self, key: Key) -> Entry | None:
        """Whatever is kept, however old."""
        return self._shelf(key).entries.get(key)

    def _shelf(self, key: Key) -> Shelf:
        found = terms(key[0])
        return self.endless if key[1] or (found and found.is_endless) else self.pages


def _is_for_all(response: Any) -> bool:
    """Whether whoever waits for the same page may have it: not what streams, sets a cookie or varies on more, nor where an
    old address leads, which is counted and depends on the whole of the query."""
    return (
        isinstance(response, HttpResponse)
        and not hasattr(response, "old_address")
        and not response.cookies
        and response.headers.get("Vary", "Accept-Encoding").lower() == "accept-encoding"
    )


def _until(response: HttpResponse) -> float:
    """When the answer ends by itself, by the clock that tells the day: one that is put right takes it along."""
    until = response.cacheable_until  # type: ignore[attr-defined]
    return until.timestamp() if until else float("inf")
