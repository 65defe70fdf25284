"""What monitoring learns: ok, amber with reasons, or down."""

import json
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import InterfaceError, OperationalError, connection
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from agency.models import Backup
from agency.monitoring import clocks
from articles.outbox.models import PATIENCE
from enquiries.handling import verbs
from enquiries.models import Notice
from enquiries.monitoring import health
from enquiries.notices import bounces, writing
from tests.enquiries import stored

pytestmark = pytest.mark.django_db


def readiness(client: Client) -> tuple[int, dict[str, Any]]:
    response = client.get("/readyz")
    assert "no-store" in response.headers["Cache-Control"]
    return response.status_code, json.loads(response.content)


def test_a_site_on_which_all_is_well_is_ok(client: Client) -> None:
    stored.received()

    assert readiness(client) == (200, {"status": "ok", "reasons": []})


def test_an_undelivered_notice_turns_it_amber_after_a_quarter_of_an_hour(client: Client) -> None:
    stored.received()
    stored.age(2 * PATIENCE)

    reason = "Notices have been undelivered for more than 15 minutes."
    assert readiness(client) == (200, {"status": "amber", "reasons": [reason]})


def test_a_bounce_turns_it_amber(client: Client) -> None:
    bounces.record(writing.acknowledge(stored.enquiry()).message_id, "no such mailbox")
    Notice.objects.update(sent_at=timezone.now())

    assert readiness(client) == (200, {"status": "amber", "reasons": ["Notices have bounced."]})


def test_a_notice_refused_for_good_turns_it_amber_until_its_enquiry_is_closed(client: Client) -> None:
    enquiry = stored.enquiry()
    writing.acknowledge(enquiry)
    Notice.objects.update(undeliverable_at=timezone.now())
    stored.age(2 * PATIENCE)

    assert readiness(client) == (200, {"status": "amber", "reasons": ["Notices have bounced."]})

    verbs.close(enquiry, "unsuitable", by=None)
    assert readiness(client) == (200, {"status": "ok", "reasons": []})


def test_a_broken_promise_turns_it_amber(client: Client) -> None:
    stored.enquiry(reply_due_at=timezone.now() - timedelta(minutes=1))

    assert readiness(client) == (200, {"status": "amber", "reasons": ["Enquiries have waited longer than promised."]})


def test_backups_that_are_not_made_turn_it_amber_where_they_should_be(client: Client, settings: Settings) -> None:
    assert readiness(client)[1]["status"] == "ok"

    settings.BACKUP_STORAGE_URL = "file:///var/backups/website"
    reason = "No backup was made for more than 36 hours."
    assert readiness(client) == (200, {"status": "amber", "reasons": [reason]})

    Backup.objects.create(name="website", taken_at=timezone.now() - timedelta(hours=35), size=1)
    assert readiness(client) == (200, {"status": "ok", "reasons": []})


@pytest.mark.parametrize("minutes", [-2, 2])
def test_clocks_that_differ_turn_it_amber(client: Client, monkeypatch: Any, minutes: int) -> None:
    ours = timezone.now() + timedelta(minutes=minutes)
    monkeypatch.setattr(clocks, "timezone", SimpleNamespace(now=lambda: ours))

    reason = "The clocks of this machine and of the database are more than a minute apart."
    assert readiness(client) == (200, {"status": "amber", "reasons": [reason]})


@pytest.mark.parametrize("error", [OperationalError, InterfaceError])
def test_a_site_without_its_database_is_not_ready(client: Client, monkeypatch: Any, error: type[Exception]) -> None:
    def fail() -> None:
        raise error("connection of user secret lost")

    monkeypatch.setattr(health, "reasons", fail)

    assert readiness(client) == (503, {"status": "down", "reasons": ["The database does not answer."]})


@pytest.mark.parametrize("enquiries", [1, 3])
def test_it_costs_as_many_queries_with_many(client: Client, django_assert_num_queries: Any, enquiries: int) -> None:
    for _ in range(enquiries):
        bounces.record(writing.acknowledge(stored.enquiry()).message_id, "no such mailbox")

    with django_assert_num_queries(5 if connection.vendor == "postgresql" else 4):  # one for PostgreSQL's clock
        client.get("/readyz")


def test_on_postgresql_it_begins_with_the_enquiries_in_hand() -> None:
    """However many mails came back: an enquiry's few notices are looked at for each of them."""
    if connection.vendor != "postgresql":
        pytest.skip("only PostgreSQL might turn the query round")

    plan = health.unreached().explain()

    assert "SubPlan" in plan
    assert "Join" not in plan.splitlines()[0]
