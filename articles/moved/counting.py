"""Counting what is asked for: hits of old addresses, and paths that nothing answers. In memory; a thread writes it down.

It counts every request, of search engines, too: that they still ask is a reason to keep an address. Nothing is kept of who
asked, and a path that looks as if it named somebody or held a secret is not kept at all.
"""

import re
from collections import Counter, deque
from datetime import date
from itertools import batched

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from articles.models import MissedAddress, OldAddress
from articles.moved.addresses import CONTROLS, key, path_of
from articles.readership import counting

MOST_AT_ONCE = 100_000  # that happen between two times of writing
MOST_DIFFERENT = 500  # paths that are written at a time
MOST_MISSED = 5000  # rows of paths; what comes when it is full is not noted
LONGEST = 200
ROWS = 500
# What programs ask every site for, to find a weakness or because browsers and services do by themselves.
SCANS = re.compile(
    r"\.(?:php\d?|aspx?|cgi|jspx?|do|action|env|git|svn|sql|db|bak|old|orig|swp|zip|t?gz|tar|rar|7z|ini|conf|cfg|ya?ml|json|lock|"
    r"log|pem|key|p12|sh|exe|dll|bat|py|rb|xml|txt|map|js|css|ico|woff2?)(?:$|/)|"
    r"/\.|/wp-(?:login|admin|includes|json|cron|config|content/(?:plugins|themes))|/xmlrpc|/cgi-bin|/phpmyadmin|/pma\b|/vendor/|"
    r"/actuator|/server-status|/solr|/owa\b|/ecp\b|/autodiscover|/boaform|/telescope|/_(?:profiler|ignition|next)|/hnap1|"
    r"/console\b|/login\b|/admin|/apple-touch-icon|/manager/html|/api/|/graphql|/shell|/setup\b|/install\b|/etc/passwd|"
    r"\.\.|[<>'\"`{}|;]|\bselect\b|union\b.*\bselect",
    re.IGNORECASE,
)
# An address of mail, a long number or what nobody can pronounce: it may be somebody's, or a secret.
PERSONAL = re.compile(
    r"@|\d{9}|[0-9a-f]{16}|(?=[^/]*\d)(?=[^/]*[a-z])[A-Za-z0-9_=]{20}|[0-9a-f]{8}-[0-9a-f]{4}-", re.IGNORECASE
)

_hit: deque[int] = deque(maxlen=MOST_AT_ONCE)
_missed: deque[str] = deque(maxlen=MOST_AT_ONCE)
_hits: Counter[tuple[date, int]] = Counter()
_misses: Counter[tuple[date, str]] = Counter()


def hit(row: OldAddress) -> None:
    """Somebody asked for this old address."""
    _hit.append(row.pk)
    counting.wake()


def missed(path: str) -> None:
    """Nothing of the site, and no old address, answers this path."""
    if len(path) <= LONGEST and is_worth_noting(normal := path_of(path)):
        _missed.append(normal)
        counting.wake()


def is_worth_noting(path: str) -> bool:
    """Whether an editor may want to see the path: not the front page, no scan, nothing about a person."""
    return path != "/" and not any(sign.search(path) for sign in (SCANS, PERSONAL, CONTROLS))


def write_down(day: date | None = None) -> int:
    """Writes what was asked for since the last time, on this day or today, and returns how much; what fails is kept."""
    day = day or timezone.localdate()
    while _hit:
        _hits[day, _hit.popleft()] += 1
    while _missed:
        path = _missed.popleft()
        if (day, path) in _misses or len(_misses) < MOST_DIFFERENT:
            _misses[day, path] += 1
    number = _hits.total() + _misses.total()
    if number:
        with transaction.atomic():
            _write_hits()
            _write_misses()
        _hits.clear()
        _misses.clear()
    return number


def _write_hits() -> None:
    """In one order, so that two that write at once never wait for each other."""
    for (day, number), times in sorted(_hits.items()):
        OldAddress.objects.filter(pk=number).update(hits=F("hits") + times, last_hit=day)


def _write_misses() -> None:
    """Rows come first, with nothing in them, and are added to by the database: so any number of nodes add up."""
    paths = {key(path): path for _, path in _misses}
    known = {
        found
        for some in batched(sorted(paths), ROWS)
        for found in MissedAddress.objects.filter(key__in=some).values_list("key", flat=True)
    }
    room = max(0, MOST_MISSED - MissedAddress.objects.count()) if len(known) < len(paths) else 0
    today = timezone.localdate()
    MissedAddress.objects.bulk_create(
        [
            MissedAddress(key=one, path=paths[one], times=0, first_day=today, last_day=today)
            for one in sorted(paths.keys() - known)[:room]
        ],
        ignore_conflicts=True,
    )
    for (day, path), times in sorted(_misses.items(), key=lambda one: (key(one[0][1]), one[0][0])):
        MissedAddress.objects.filter(key=key(path)).update(times=F("times") + times, last_day=day)
