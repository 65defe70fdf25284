"""Guessing is braked for each account and each address, wherever it arrives, and never for a passkey."""

from itertools import cycle

import pytest
from django.core.cache import cache
from django.test import Client

from agency.models import CacheEntry
from tests.agency.accounts.staff_accounts import PASSKEY, SECOND, person, sign_in, with_app

pytestmark = pytest.mark.django_db
BRAKED = "Too many wrong attempts."


@pytest.fixture(autouse=True)
def _nothing_counted(db: None) -> None:
    cache.clear()


def attempts(number: int, name: str = "sam", address: str = "203.0.113.{}") -> list[bool]:
    """Wrong passwords, each from a browser of its own and an address with its number; whether each was braked."""
    answers = (
        sign_in(Client(), name.format(one), f"wrong {one}", REMOTE_ADDR=address.format(one)) for one in range(number)
    )
    return [answer.status_code == 429 or BRAKED in answer.text for answer in answers]


def test_an_account_takes_five_wrong_passwords_however_many_addresses_they_come_from() -> None:
    person()

    assert attempts(12) == [False] * 5 + [True] * 7
    assert BRAKED in sign_in(Client(), REMOTE_ADDR="203.0.113.99").text


def test_another_host_or_spelling_of_the_name_is_the_same_account() -> None:
    person()
    hosts, names = cycle(["localhost", "localhost:8443", "127.0.0.1", "LOCALHOST"]), cycle(["sam", "SAM", "ſam"])
    answers = (
        sign_in(Client(), next(names), "wrong", HTTP_HOST=next(hosts), REMOTE_ADDR=f"203.0.113.{one}")
        for one in range(12)
    )

    assert [BRAKED in answer.text for answer in answers] == [False] * 5 + [True] * 7


def test_an_address_takes_ten_wrong_passwords_however_many_accounts_are_tried() -> None:
    assert attempts(12, "user{}", "203.0.113.7") == [False] * 10 + [True] * 2
    assert attempts(1, "another", "203.0.113.8") == [False]


def test_a_name_that_nobody_has_is_braked_like_one_that_somebody_has() -> None:
    assert attempts(7) == [False] * 5 + [True] * 2


def test_an_ipv6_network_is_one_address_and_a_forged_one_counts_for_nothing() -> None:
    assert attempts(12, "user{}", "2001:db8:1:2::{}") == [False] * 10 + [True] * 2
    forged = (
        sign_in(Client(), f"other{one}", "wrong", REMOTE_ADDR="203.0.113.7", HTTP_X_FORWARDED_FOR=f"198.51.100.{one}")
        for one in range(12)
    )
    assert [BRAKED in answer.text for answer in forged] == [False] * 10 + [True] * 2


def test_the_right_password_in_time_is_not_counted() -> None:
    person()
    for _ in range(7):
        client = Client()
        sign_in(client)
        assert client.get("/accounts/").status_code == 200


def test_wrong_passwords_do_not_brake_passkeys() -> None:
    person()
    attempts(12, address="203.0.113.7")
    client = Client(REMOTE_ADDR="203.0.113.7")

    for _ in range(12):
        assert client.get(PASSKEY, headers={"accept": "application/json"}).status_code == 200
        assert client.post(PASSKEY, {"credential": "{}"}).status_code in (200, 302)


def test_codes_are_braked_too(client: Client) -> None:
    with_app(person())
    sign_in(client)
    answers = [client.post(SECOND, {"code": "12345"}) for _ in range(7)]

    assert [BRAKED in answer.text for answer in answers] == [False] * 5 + [True] * 2


def test_what_is_counted_is_in_the_database_for_every_node() -> None:
    attempts(1)

    assert CacheEntry.objects.filter(cache_key__contains="login_failed").exists()
    assert not CacheEntry.objects.filter(cache_key__contains="sam").exists()
