"""The figures for Prometheus: who gets them, and that they are right."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.db.models.functions import Now
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from prometheus_client.parser import text_string_to_metric_families
from pytest_django import Settings

from agency.models import Backup
from articles.audit import recording
from articles.outbox.models import Message
from enquiries.models import Enquiry
from tests.enquiries import stored

pytestmark = pytest.mark.django_db
TOKEN = "for-the-tests-0123456789-0123456789"
ALERTS = Path(__file__).parents[3] / "deploy/alerts.yml"
A_MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def _token(settings: Settings) -> None:
    settings.METRICS_TOKEN = TOKEN


def page(client: Client) -> str:
    response = client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    assert response.status_code == 200
    return response.content.decode()


def figures(client: Client) -> dict[str, float]:
    """Each figure by its name and labels."""
    samples = [sample for family in text_string_to_metric_families(page(client)) for sample in family.samples]
    return {" ".join([sample.name, *sample.labels.values()]): sample.value for sample in samples}


def test_it_tells_of_mail_enquiries_and_sign_ins(client: Client) -> None:
    stored.received()
    Message.objects.update(created_at=Now() - 20 * A_MINUTE, due_at=Now() - 20 * A_MINUTE)
    Enquiry.objects.update(reply_due_at=Now() - A_MINUTE)
    recording.record(recording.Action.SIGN_IN_FAILED)

    found = figures(client)

    assert round(found.pop("site_outbox_oldest_seconds mail"), -1) == 1200
    number = Message.objects.count()
    assert {name: value for name, value in found.items() if re.match("site_(out|enq|sign)", name)} == {
        "site_outbox_waiting mail": number,
        "site_outbox_waiting other systems": 0,
        "site_outbox_waiting password links": 0,
        "site_outbox_waiting pictures": 0,
        "site_outbox_waiting search engines": 0,
        "site_outbox_oldest_seconds other systems": 0,
        "site_outbox_oldest_seconds password links": 0,
        "site_outbox_oldest_seconds pictures": 0,
        "site_outbox_oldest_seconds search engines": 0,
        "site_outbox_late": number,
        "site_outbox_undeliverable": 0,
        "site_outbox_bounced_last_day": 0,
        "site_enquiries_unanswered": 1,
        "site_enquiries_overdue": 1,
        "site_sign_in_failures_last_hour": 1,
    }


def test_it_tells_how_old_the_last_backup_is(client: Client) -> None:
    assert "site_backup_age_seconds" not in figures(client)

    for minutes in (20, 60):
        Backup.objects.create(name="website", taken_at=timezone.now() - minutes * A_MINUTE, size=1)

    assert round(figures(client)["site_backup_age_seconds"], -2) == 1200


def test_it_counts_what_is_answered(client: Client) -> None:
    before = figures(client)
    client.get("/guides/no-such-guide/")
    client.get("/healthz")
    client.generic("BREW", "/healthz")
    after = figures(client)

    def more(name: str) -> float:
        return after.get(name, 0) - before.get(name, 0)

    assert more("site_requests_total GET 404") == 1
    assert more("site_requests_total GET 200") == 2  # with the first look at the figures
    assert more("site_requests_total other 405") == 1
    assert more("site_request_seconds_count") == 4


@pytest.mark.parametrize("given", [None, "", "Bearer wrong", f"Basic {TOKEN}", TOKEN, "Bearer ä"])
def test_nobody_gets_them_without_the_token(client: Client, given: str | None) -> None:
    response = client.get("/metrics", headers={"Authorization": given} if given is not None else {})

    assert response.status_code == 401
    assert response.headers["WWW-Authenticate"] == "Bearer"
    assert response.content == b""


def test_there_is_no_such_page_without_the_setting(client: Client, settings: Settings) -> None:
    settings.METRICS_TOKEN = ""

    assert client.get("/metrics", headers={"Authorization": "Bearer "}).status_code == 404


def test_many_rows_cost_as_many_queries(client: Client) -> None:
    stored.received()
    with CaptureQueriesContext(connection) as few:
        page(client)
    for _ in range(5):
        stored.received()
    with CaptureQueriesContext(connection) as many:
        page(client)

    assert len(many) == len(few) == 8


def test_every_figure_of_the_alerts_is_there(client: Client) -> None:
    Backup.objects.create(name="website", taken_at=timezone.now(), size=1)
    page(client)
    named = set(re.findall(r"site_\w+", ALERTS.read_text()))

    assert {name for name in named if not re.search(rf"^{name}[ {{]", page(client), re.MULTILINE)} == set()
