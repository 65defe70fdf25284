"""Guides that the proxy in front answered from its own copy: it tells of each in a datagram, and the worker counts them.

What reaches the site is counted there. The proxy keeps a page for a second or two, and serves it while the site is away,
and who gets it then never comes here. nginx sends a line of JSON to `PROXY_VIEWS`, in the envelope of syslog (RFC 3164),
with the path and what the reader's request says of itself (`deploy/nginx/website.conf`); nothing of it is kept but a number.
A datagram that nobody receives, as while no worker runs, is a view that is not counted; the proxy never waits.
"""

import json
import re
import socket
from collections import Counter
from collections.abc import Callable
from functools import cache
from itertools import batched
from time import monotonic
from typing import Any

from django.conf import settings
from django.utils import timezone

from articles.models import Revision
from articles.models.readership import What
from articles.readership import writing
from articles.readership.readers import is_reader
from articles.readership.writing import Happening

WRITE_EVERY = 10  # seconds
QUIET_FOR = 1  # seconds without any, after which what came is written, so that a worker can stop
LONGEST = 8192
SLUGS = 500  # looked up at a time
MOST_SLUGS = 50_000
GUIDE = re.compile(r"/guides/([-\w]{1,200})/", re.ASCII)

_told: Counter[str] = Counter()  # how often somebody read the guide at each slug, until it is written


def hear(stop: Callable[[], bool]) -> int:
    """Counts what the proxy tells for some seconds, writes it, and returns how much it was; what fails is kept."""
    _listen(_line(settings.PROXY_VIEWS), stop)
    today, views = timezone.localdate(), Counter[Any]()
    for slugs in batched(_told, SLUGS):
        live = Revision.objects.published().filter(slug__in=slugs).order_by().values_list("slug", "article_id")
        views.update({(today, Happening(What.VIEWED, guide)): _told[slug] for slug, guide in live})
    number = writing.add_all(views)
    _told.clear()
    return number


def _listen(line: socket.socket, stop: Callable[[], bool]) -> None:
    ends = monotonic() + WRITE_EVERY
    while monotonic() < ends and not stop():
        try:
            slug = read_by_somebody(line.recv(LONGEST))
        except TimeoutError:
            break
        if slug and (slug in _told or len(_told) < MOST_SLUGS):
            _told[slug] += 1


def read_by_somebody(datagram: bytes) -> str | None:
    """The slug of the guide that was read; None for whatever else anybody may send."""
    try:
        said: Any = json.loads(datagram[datagram.index(b"{") :])
        said = {name: value for name, value in said.items() if value}  # headers that were not there are empty
        found = GUIDE.fullmatch(said["PATH_INFO"])
        return found[1] if found and is_reader(said) else None
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


@cache
def _line(address: tuple[str, int]) -> socket.socket:
    """Open for as long as the process runs: what comes while it writes waits. Two workers of one machine share it."""
    line = socket.socket(socket.AF_INET6 if ":" in address[0] else socket.AF_INET, socket.SOCK_DGRAM)
    line.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4 * 2**20)
    line.settimeout(QUIET_FOR)
    line.bind(address)
    return line
