"""Whose request is counted: a person's who opens a page, as far as the request itself says so.

Nothing is known of anybody, so nobody is recognised either: opening a page twice counts twice.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from articles.lib.cacheable import TO_BE_KEPT

# Every browser in use says so, and hardly anything else does.
BROWSER = re.compile(r"(?:Mozilla|Opera)/\d")
# What browsers never say: that they are a program, which one, or whom to ask about it. Cubot makes phones.
PROGRAM = re.compile(
    r"(?<!cu)bot(?!tom)|crawl|spider|slurp|scrap|scan|fetch|archiv|preview|monitor|check|lighthouse|headless|phantomjs|"
    r"validator|feed|rss|curl|wget|python|java/|perl|ruby|go-http|httpclient|compatible;(?! msie)|"
    r"playwright|selenium|puppeteer|electron|agent|inspector|favicon|imageproxy|facebookexternal|ptst/|gtmetrix|pingdom|"
    r"synthetic|google-|googleother|https?:|www\.|@[a-z]",
    re.IGNORECASE,
)
LONGEST = 500  # of what a client chooses: what is remembered of it (`lru_cache`) stays small
# Sent with what a browser or a search engine loads in case somebody wants it; whether anybody does, nobody tells us.
AHEAD = frozenset({"HTTP_SEC_PURPOSE", "HTTP_PURPOSE", "HTTP_X_PURPOSE", "HTTP_X_MOZ"})


def is_reader(environ: Mapping[str, Any]) -> bool:
    """Whether a request, as WSGI describes it, opens a page for somebody to read it.

    An answer of "304 Not Modified" counts like any other: browsers ask each time that a page is opened.
    """
    return (
        environ["REQUEST_METHOD"] == "GET"
        and environ.get("HTTP_SEC_FETCH_DEST", "document") == "document"
        and is_browser(environ.get("HTTP_USER_AGENT", ""))
        and environ.keys().isdisjoint(AHEAD)
    )


def is_visitor(request: HttpRequest) -> bool:
    """The same of a request that reached Django, and not from staff who are signed in, nor from the page cache itself."""
    is_ours = settings.SESSION_COOKIE_NAME in request.COOKIES or TO_BE_KEPT in request.META
    return not is_ours and is_reader(request.META)


def is_browser(user_agent: str) -> bool:
    """Whether what a client calls itself is a browser's name."""
    return len(user_agent) <= LONGEST and _is_browser(user_agent)


@lru_cache(1024)
def _is_browser(user_agent: str) -> bool:
    return bool(BROWSER.match(user_agent)) and not PROGRAM.search(user_agent)
