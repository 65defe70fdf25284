"""Figures for Prometheus: what web processes count, and what the database says of mail, enquiries and sign-ins.

Several processes answer at one address. They count into files of one folder, which `agency.running.web_server` makes, so
that whichever is asked tells of all of them.
"""

import os
from collections.abc import Callable, Iterator
from datetime import timedelta
from time import perf_counter
from typing import Any

from django.conf import settings
from django.db.models import Count, DurationField, ExpressionWrapper, Max, Min, QuerySet
from django.db.models.functions import Coalesce, Now
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest, multiprocess
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.registry import REGISTRY, Collector

from agency.models import Backup
from articles.audit.models import Entry
from articles.outbox.channels import CHANNELS
from articles.outbox.models import Message
from enquiries.models import Enquiry

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MOST = 10_000  # rows that are counted of one thing; whoever has more of them needs no exact number
AGE = ExpressionWrapper(Now() - Min(Coalesce("not_before", "created_at")), output_field=DurationField())
BUCKETS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)

REQUESTS = Counter("site_requests", "Requests that Django answered", ["method", "status"])
SECONDS = Histogram("site_request_seconds", "How long Django took over an answer", buckets=BUCKETS)
CACHE_HITS = Counter("site_page_cache_hits", "Requests that the page cache answered")


class MetricsMiddleware:
    """Counts what Django answers, and how long that took."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        began = perf_counter()
        response = self.get_response(request)
        SECONDS.observe(perf_counter() - began)
        REQUESTS.labels(_method(request), f"{response.status_code}").inc()
        return response


def _method(request: HttpRequest) -> str:
    """Anybody can make methods up, and each would be a figure of its own."""
    return request.method if request.method in ("GET", "HEAD", "POST") else "other"


@never_cache
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """The figures, for whoever sends METRICS_TOKEN as a bearer token (RFC 6750); without that setting there are none."""
    if not settings.METRICS_TOKEN:
        raise Http404("Figures are not told here.")
    if not constant_time_compare(request.headers.get("Authorization", ""), f"Bearer {settings.METRICS_TOKEN}"):
        return HttpResponse(status=401, headers={"WWW-Authenticate": "Bearer"})
    return HttpResponse(generate_latest(_counted()) + generate_latest(_asked()), content_type=CONTENT_TYPE_LATEST)


def _counted() -> CollectorRegistry:
    """What all web processes counted; this one alone where they share no folder."""
    if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
        return REGISTRY
    registry = CollectorRegistry()
    multiprocess.MultiProcessCollector(registry)
    return registry


def _asked() -> CollectorRegistry:
    registry = CollectorRegistry()
    registry.register(Database())
    return registry


class Database(Collector):
    """What the database says at this moment, the same on every node."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        yield from _waiting()
        yield from _last_backup()
        for name, saying, rows in _counts():
            yield GaugeMetricFamily(name, saying, value=rows.order_by()[:MOST].count())


def _waiting() -> Iterator[GaugeMetricFamily]:
    number = GaugeMetricFamily("site_outbox_waiting", "Messages that wait to be sent", labels=["channel"])
    age = GaugeMetricFamily("site_outbox_oldest_seconds", "Age of the oldest of them", labels=["channel"])
    found = Message.objects.on_their_way().order_by().values("channel").annotate(number=Count("pk"), age=AGE)
    rows = {row["channel"]: row for row in found}
    for channel in sorted(CHANNELS):
        row = rows.get(channel)
        number.add_metric([channel], row["number"] if row else 0)
        age.add_metric([channel], row["age"].total_seconds() if row else 0)
    yield from (number, age)


def _last_backup() -> Iterator[GaugeMetricFamily]:
    """Nothing while there is none: an age of nothing would look young."""
    moment = Backup.objects.aggregate(age=ExpressionWrapper(Now() - Max("taken_at"), output_field=DurationField()))
    if age := moment["age"]:
        yield GaugeMetricFamily("site_backup_age_seconds", "Age of the last backup", value=age.total_seconds())


def _counts() -> Iterator[tuple[str, str, QuerySet[Any]]]:
    yield "site_outbox_late", "Messages that have waited for more than 15 minutes", Message.objects.late()
    yield "site_outbox_undeliverable", "Messages that were refused for good", Message.objects.undeliverable()
    bounced = Message.objects.filter(bounced_at__gt=Now() - DAY)
    yield "site_outbox_bounced_last_day", "Messages that came back in the last 24 hours", bounced
    yield "site_enquiries_unanswered", "Enquiries that were promised a reply", Enquiry.objects.unanswered()
    yield "site_enquiries_overdue", "Enquiries whose promised reply is late", Enquiry.objects.overdue()
    failures = Entry.objects.filter(action=Entry.Action.SIGN_IN_FAILED, at__gt=Now() - HOUR)
    yield "site_sign_in_failures_last_hour", "Sign-ins that failed in the last hour", failures
