"""Telling search engines at once which guides changed (indexnow.org): optional, and off until a key is set.

What is to be told stands in the guides' history already; a cursor remembers how far it was told. It moves on only when
the other side said yes, so a crash or an outage tells something twice and loses nothing.
"""

import http.client
import json
import logging
from datetime import timedelta
from http import HTTPStatus
from itertools import takewhile
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import F
from django.db.models.functions import Now
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.views.decorators.http import require_safe

from agency.models import IndexNowCursor
from agency.running.environment import is_loopback
from articles.lib.http_client import Resolver, Unreachable, public_addresses
from articles.lib.urls import absolute
from articles.models import GuideEvent, Revision

TOLD = (GuideEvent.Kind.PUBLISHED, GuideEvent.Kind.WITHDRAWN)
# Lines are numbered when they are written and seen when they are committed: a younger one may show up first.
SETTLED = timedelta(minutes=1)
LEASE = timedelta(minutes=5)
LONGEST_PAUSE_MINUTES = 6 * 60
EVENTS_A_TIME = 500
TIMEOUT_SECONDS = 15

log = logging.getLogger(__name__)


class Refused(Exception):
    """The other side answered, but not with yes."""


@require_safe
def key(request: HttpRequest, key: str) -> HttpResponse:
    """The file that proves to the other side that the key is ours."""
    if not settings.INDEXNOW_KEY or not constant_time_compare(key, settings.INDEXNOW_KEY):
        raise Http404("There is no such file.")
    return HttpResponse(settings.INDEXNOW_KEY, content_type="text/plain; charset=utf-8")


def is_on() -> bool:
    """A site that nobody else can reach has nothing to tell."""
    return bool(settings.INDEXNOW_KEY) and not is_loopback(settings.SITE.hostname)


def announce(resolve: Resolver = public_addresses) -> int:
    """Tells of what happened since the last time, if it is time to; returns how many addresses were told."""
    if not is_on():
        return 0
    cursor = _cursor()
    events = _news(cursor)
    if not events or not _claim(cursor):
        return 0
    addresses = _addresses(events)
    try:
        _send(addresses, resolve)
    except (Unreachable, Refused, OSError, http.client.HTTPException) as error:
        _put_off(cursor, error)
        return 0
    told = IndexNowCursor.objects.filter(last_event=cursor.last_event)
    told.update(last_event=events[-1].pk, failures=0, due_at=Now())
    log.info("IndexNow: told of %s addresses", len(addresses))
    return len(addresses)


def _cursor() -> IndexNowCursor:
    """The one row. What happened before the key was set is told by the sitemap."""
    newest = GuideEvent.objects.order_by("-pk").values_list("pk", flat=True).first()
    return IndexNowCursor.objects.get_or_create(pk=1, defaults={"last_event": newest or 0})[0]


def _news(cursor: IndexNowCursor) -> list[GuideEvent]:
    newer = GuideEvent.objects.filter(pk__gt=cursor.last_event, kind__in=TOLD).order_by("pk")[:EVENTS_A_TIME]
    settled = timezone.now() - SETTLED
    return list(takewhile(lambda event: event.at <= settled, newer))


def _addresses(events: list[GuideEvent]) -> list[str]:
    """Where the guides are, and where they were: an address that was left leads elsewhere now."""
    went_live = Revision.objects.filter(article__in={event.article_id for event in events}).exclude(went_live_at=None)
    slugs = went_live.order_by("slug").values_list("slug", flat=True).distinct()
    return [absolute(reverse("articles:guide", args=[slug])) for slug in slugs]


def _claim(cursor: IndexNowCursor) -> bool:
    """Whether it is time, and this worker's turn. Should it die, the turn is over with the lease."""
    due = IndexNowCursor.objects.filter(last_event=cursor.last_event, due_at__lte=Now())
    return bool(due.update(due_at=Now() + LEASE))


def _send(addresses: list[str], resolve: Resolver) -> None:
    """Raises `Refused`, `Unreachable` (also for an endpoint that is not public), or what the network does."""
    parts = urlsplit(settings.INDEXNOW_ENDPOINT)
    resolve(parts.hostname or "")
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(parts.hostname or "", parts.port, timeout=TIMEOUT_SECONDS)
    told = {
        "host": settings.SITE.netloc,
        "key": settings.INDEXNOW_KEY,
        "keyLocation": absolute(f"/{settings.INDEXNOW_KEY}.txt"),
        "urlList": addresses,
    }
    try:
        connection.request("POST", parts.path, json.dumps(told), {"Content-Type": "application/json; charset=utf-8"})
        status = connection.getresponse().status
    finally:
        connection.close()
    if status not in (HTTPStatus.OK, HTTPStatus.ACCEPTED):
        raise Refused(f"answered with {status}")


def _put_off(cursor: IndexNowCursor, error: Exception) -> None:
    pause = timedelta(minutes=min(2 ** min(cursor.failures, 10), LONGEST_PAUSE_MINUTES))
    IndexNowCursor.objects.update(due_at=Now() + pause, failures=F("failures") + 1)
    log.warning("IndexNow: not told: %s: %s; next attempt in %s", type(error).__name__, error, pause)
