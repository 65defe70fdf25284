"""Whose address is believed, and how much from one sender is too much."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest
from django.db import connection, connections, transaction
from django.db.models import F
from django.db.models.functions import Now
from django.test import RequestFactory
from pytest_django import DjangoAssertNumQueries, Settings

from enquiries.intake import throttle
from enquiries.models import Submission

VISITOR, PROXY, FORGED = "203.0.113.7", "198.51.100.1", "192.0.2.66"


def address(forwarded: str | None = None, nearest: str = PROXY) -> str:
    headers = {} if forwarded is None else {"HTTP_X_FORWARDED_FOR": forwarded}
    return throttle.client_address(RequestFactory().get("/", REMOTE_ADDR=nearest, **headers))


def noted(number: int) -> None:
    """As if the visitor had sent so many enquiries just now."""
    throttle.note(VISITOR, "pat@example.org")
    key = Submission.objects.latest("pk").key
    Submission.objects.bulk_create(Submission(key=key) for _ in range(number - 1))


@pytest.mark.parametrize("forwarded", [None, "", FORGED, f"{FORGED}, {VISITOR}", "127.0.0.1", "unknown"])
def test_without_a_trusted_proxy_only_the_connection_counts(forwarded: str | None) -> None:
    assert address(forwarded) == PROXY


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        (1, VISITOR, VISITOR),
        (1, f"{FORGED},{VISITOR}", VISITOR),
        (1, f"{FORGED}, {FORGED} , {VISITOR} ", VISITOR),
        (2, f"{VISITOR}, 10.0.0.1", VISITOR),
        (2, f"{FORGED}, {VISITOR}, 10.0.0.1", VISITOR),
    ],
)
def test_a_forged_header_is_never_believed(settings: Settings, proxies: int, forwarded: str, expected: str) -> None:
    settings.TRUSTED_PROXIES = proxies
    assert address(forwarded) == expected


@pytest.mark.parametrize(
    ("forwarded", "expected"),
    [
        (f"{VISITOR}:51234", VISITOR),
        (f"{FORGED}:80, {VISITOR}:443", VISITOR),
        (f'"{VISITOR}:51234"', VISITOR),
        (f'" {VISITOR} "', VISITOR),
        (f"[{VISITOR}]:51234", VISITOR),
        ("[2001:db8:1:2::7]", "2001:db8:1:2::/64"),
        ("[2001:db8:1:2::7]:51234", "2001:db8:1:2::/64"),
        ('"[2001:db8:1:2::7]:51234"', "2001:db8:1:2::/64"),
        ("2001:db8:1:2::7%eth0", "2001:db8:1:2::/64"),
        ("[fe80:0:0:2::7%25eth0]:51234", "fe80:0:0:2::/64"),
        (f"[::ffff:{VISITOR}]:51234", VISITOR),
        (f"{VISITOR}\t", VISITOR),
        (f"'{VISITOR}'", VISITOR),
        ("2001:db8:1:2:3:4:5:6:51234", "2001:db8:1:2::/64"),
        (f"for={VISITOR}", VISITOR),
        ('For="[2001:db8:1:2::7]:51234";proto=https', "2001:db8:1:2::/64"),
        ("for=_hidden", PROXY),
        ("[::1]:51234", PROXY),
        ("127.0.0.1:51234", PROXY),
        ("[]:51234", PROXY),
        ("[[2001:db8::7", PROXY),
        (":51234", PROXY),
        ('"', PROXY),
    ],
)
def test_what_proxies_write_around_an_address_is_taken_off(settings: Settings, forwarded: str, expected: str) -> None:
    settings.TRUSTED_PROXIES = 1
    assert address(forwarded) == expected


@pytest.mark.parametrize(
    ("proxies", "forwarded"), [(1, None), (1, ""), (1, "unknown"), (1, "203.0.113.777:1234"), (2, FORGED), (9, FORGED)]
)
def test_a_header_that_our_proxies_did_not_write_is_passed_over(
    settings: Settings, proxies: int, forwarded: str | None
) -> None:
    settings.TRUSTED_PROXIES = proxies
    assert address(forwarded) == PROXY


def test_a_proxy_on_a_socket_has_no_address_and_its_visitor_has(settings: Settings) -> None:
    settings.TRUSTED_PROXIES = 1
    assert address(VISITOR, nearest="") == VISITOR
    settings.TRUSTED_PROXIES = 0
    assert address(VISITOR, nearest="") == ""


@pytest.mark.parametrize("value", ["-1", "one", "1.5"])
def test_a_number_of_proxies_that_makes_no_sense_stops_the_site(value: str) -> None:
    surroundings = os.environ | {"TRUSTED_PROXIES": value}
    result = subprocess.run([sys.executable, "-c", "import tests.settings"], env=surroundings, capture_output=True)
    assert result.returncode != 0
    assert b"TRUSTED_PROXIES" in result.stderr


@pytest.mark.parametrize(
    ("nearest", "expected"),
    [
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:DB8:1:2::", "2001:db8:1:2::/64"),
        ("2001:db8:1:3::", "2001:db8:1:3::/64"),
        ("::ffff:203.0.113.7", VISITOR),
    ],
)
def test_an_ipv6_line_is_one_visitor(nearest: str, expected: str) -> None:
    assert address(nearest=nearest) == expected


@pytest.mark.django_db
def test_enquiries_are_counted_by_address_and_by_email() -> None:
    throttle.note(VISITOR, "pat@example.org")
    throttle.note(VISITOR, "Pat@Example.org")
    throttle.note("2001:db8::/64", "sam@example.org")

    assert [throttle.from_address(a) for a in (VISITOR, "2001:db8::/64", FORGED)] == [2, 1, 0]
    assert [throttle.from_email(e) for e in ("PAT@example.org", "sam@example.org", VISITOR)] == [2, 1, 0]


@pytest.mark.django_db
def test_neither_address_nor_email_is_stored() -> None:
    throttle.note(VISITOR, "pat@example.org")

    keys = Submission.objects.values_list("key", flat=True)
    assert len(keys) == 2
    assert all(len(key) == 64 and not {"@", "."} & set(key) for key in keys)


@pytest.mark.django_db
def test_the_same_sender_has_another_key_on_another_day_and_is_still_counted_across_midnight(monkeypatch: Any) -> None:
    now = throttle.timezone.now()
    throttle.note(VISITOR, "pat@example.org")
    first = set(Submission.objects.values_list("key", flat=True))
    monkeypatch.setattr(throttle.timezone, "now", lambda: now + timedelta(days=1))
    throttle.note(VISITOR, "pat@example.org")

    assert len(first | set(Submission.objects.values_list("key", flat=True))) == 4
    assert (throttle.from_address(VISITOR), throttle.from_email("pat@example.org")) == (2, 2)


@pytest.mark.django_db
def test_an_address_is_counted_for_an_hour_and_an_email_for_a_day() -> None:
    throttle.note(VISITOR, "pat@example.org")
    Submission.objects.update(at=Now() - timedelta(minutes=61))
    assert (throttle.from_address(VISITOR), throttle.from_email("pat@example.org")) == (0, 1)

    Submission.objects.update(at=F("at") - timedelta(hours=23))
    assert throttle.from_email("pat@example.org") == 0


@pytest.mark.django_db
def test_what_is_older_than_a_day_is_forgotten_with_the_next_enquiry() -> None:
    throttle.note(VISITOR, "pat@example.org")
    Submission.objects.update(at=Now() - timedelta(hours=25))
    throttle.note(FORGED, "sam@example.org")

    assert Submission.objects.count() == 2


@pytest.mark.django_db
def test_a_crowd_is_heard_while_it_sends_no_spam_and_a_flood_is_not() -> None:
    noted(59)
    assert not throttle.is_flooding(VISITOR, is_suspected=True)

    noted(1)
    assert throttle.is_flooding(VISITOR, is_suspected=True)
    assert not throttle.is_flooding(VISITOR)

    noted(240)
    assert throttle.is_flooding(VISITOR)
    assert not throttle.is_flooding(FORGED, is_suspected=True)


@pytest.mark.django_db
def test_a_burst_begins_once_and_lasts_until_fewer_come() -> None:
    noted(throttle.BURST_PER_HOUR)
    assert not throttle.begins_burst(VISITOR)

    noted(1)
    assert [throttle.begins_burst(VISITOR) for _ in range(3)] == [True, False, False]
    Submission.objects.update(at=F("at") - timedelta(minutes=50))
    noted(1)
    assert not throttle.begins_burst(VISITOR)
    Submission.objects.update(at=F("at") - timedelta(minutes=50))
    noted(21)
    assert not throttle.begins_burst(VISITOR)

    Submission.objects.update(at=F("at") - timedelta(minutes=61))
    noted(21)
    assert throttle.begins_burst(VISITOR)
    assert not throttle.begins_burst(FORGED)


@pytest.mark.django_db(transaction=True)
def test_of_forms_at_the_same_moment_one_begins_the_burst() -> None:
    noted(throttle.BURST_PER_HOUR)
    # SQLite lets one of them write at a time, so that there they cannot meet.
    meet = Barrier(4 if connection.vendor == "postgresql" else 1)

    def send(number: int) -> bool:
        try:
            with transaction.atomic():
                throttle.note(VISITOR, f"{number}@example.org")
                meet.wait()
                return throttle.begins_burst(VISITOR)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(send, range(4))) == [False] * 3 + [True]


@pytest.mark.django_db
@pytest.mark.parametrize("nearest", ["", "127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1", "not an address"])
def test_a_proxy_that_nobody_told_us_of_shuts_nobody_out(nearest: str) -> None:
    unknown = address(VISITOR, nearest=nearest)
    for _ in range(61):
        throttle.note(unknown, "pat@example.org")

    assert unknown == ""
    assert not throttle.is_flooding(unknown, is_suspected=True)
    assert not throttle.begins_burst(unknown)
    assert throttle.from_email("pat@example.org") == 61


@pytest.mark.django_db
def test_counting_takes_one_query_and_noting_two(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for _ in range(2):
        with django_assert_num_queries(2):
            throttle.note(VISITOR, "pat@example.org")
        with django_assert_num_queries(1):
            throttle.is_flooding(VISITOR)
