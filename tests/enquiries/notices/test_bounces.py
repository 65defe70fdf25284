"""What mail providers may tell us, and what they may not."""

import json
import time
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from enquiries.models import Enquiry, Event, Notice, State
from enquiries.notices import writing
from enquiries.privacy import erasure
from enquiries.views import webhooks
from tests.enquiries import stored

pytestmark = pytest.mark.django_db
ADDRESS = "/enquiries/webhooks/mail/"
OPENSSL = (
    "9a138f4eb317fcfc1d321696fa9ab9f21471a88a1a18b836dad34f5dfb49a04c"  # pragma: allowlist secret - of a made-up secret
)
SECRET = "shared-with-the-provider-0123456789"
ACCEPTED, BAD, FORBIDDEN = 202, 400, 403


@pytest.fixture(autouse=True)
def _secret(settings: Settings) -> None:
    settings.WEBHOOK_SECRET = SECRET


@pytest.fixture
def notice() -> Notice:
    return writing.acknowledge(stored.enquiry())


def post(body: Any, *, age: float = 0, secret: str = SECRET, **headers: str) -> HttpResponse:
    """A report as a provider sends it, `age` seconds later; `headers` replace its own."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    timestamp = headers.get("Webhook_Timestamp", str(int(time.time() - age)))
    signature = webhooks.signature(secret, timestamp, content)
    client = Client(enforce_csrf_checks=True)
    given = {"Webhook-Timestamp": timestamp, "Webhook-Signature": signature}
    given |= {name.replace("_", "-"): value for name, value in headers.items()}
    return client.post(ADDRESS, content, content_type="application/json", headers=given)


def bounced(notice: Notice, **changed: Any) -> dict[str, Any]:
    return {"message_id": notice.message_id, "event": "bounced", "reason": "550 no such mailbox"} | changed


def history() -> list[tuple[str, str]]:
    return list(Event.objects.values_list("kind", "words"))


def is_bounced() -> bool:
    return Notice.objects.get().bounced_at is not None


def test_a_bounce_is_noted_with_its_reason_in_the_history(notice: Notice) -> None:
    assert post(bounced(notice)).status_code == ACCEPTED

    assert is_bounced()
    assert history() == [("bounced", "acknowledgement to the enquirer: 550 no such mailbox")]


def test_the_history_does_not_keep_the_address_that_a_report_names(notice: Notice) -> None:
    Notice.objects.update(recipient="jane@müller.example")
    report = "550 <Jane@Müller.example>: no such mailbox (jane@xn--mller-kva.example)"
    post(bounced(notice, reason=report))

    assert history() == [("bounced", "acknowledgement to the enquirer: 550 <…>: no such mailbox (…)")]


def test_the_same_report_twice_is_recorded_once(notice: Notice) -> None:
    post(bounced(notice))
    first = Notice.objects.get().bounced_at

    assert post(bounced(notice)).status_code == ACCEPTED

    assert Notice.objects.get().bounced_at == first
    assert len(history()) == 1


def test_the_message_id_may_come_without_its_brackets(notice: Notice) -> None:
    post(bounced(notice, message_id=notice.message_id.strip("<>")))

    assert is_bounced()


def test_a_delivery_changes_nothing_not_even_a_bounce(notice: Notice) -> None:
    post(bounced(notice))

    assert post(bounced(notice, event="delivered")).status_code == ACCEPTED

    assert is_bounced()
    assert len(history()) == 1


def test_whether_a_message_is_ours_is_not_told(notice: Notice) -> None:
    known, unknown = post(bounced(notice)), post(bounced(notice, message_id="<other@example.org>"))

    assert (unknown.status_code, unknown.content) == (known.status_code, known.content)


def test_a_bounce_after_the_enquiry_was_erased_is_of_a_message_that_we_do_not_know(notice: Notice) -> None:
    Notice.objects.update(sent_at="2026-01-01T00:00Z")
    Enquiry.objects.update(state=State.CLOSED)
    erasure.erase(Enquiry.objects.get())

    assert post(bounced(notice)).status_code == ACCEPTED
    assert history() == [("erased", "")]


@pytest.mark.parametrize("age", [-299, 299])
def test_a_clock_may_be_five_minutes_off(notice: Notice, age: float) -> None:
    assert post(bounced(notice), age=age).status_code == ACCEPTED


@pytest.mark.parametrize("age", [-302, 302, 10**9])
def test_an_old_or_future_report_is_refused(notice: Notice, age: float) -> None:
    assert post(bounced(notice), age=age).status_code == FORBIDDEN
    assert not is_bounced()


@pytest.mark.parametrize(
    "headers",
    [
        {"Webhook_Signature": ""},
        {"Webhook_Signature": "0" * 64},
        {"Webhook_Signature": "ü" * 64},
        {"Webhook_Timestamp": ""},
        {"Webhook_Timestamp": "-1"},
        {"Webhook_Timestamp": "²"},
        {"Webhook_Timestamp": "9" * 5000},
        {"Webhook_Timestamp": "1e9"},
    ],
)
def test_a_report_without_a_sound_signature_is_refused(notice: Notice, headers: dict[str, str]) -> None:
    assert post(bounced(notice), **headers).status_code == FORBIDDEN
    assert not is_bounced()


def test_the_signature_covers_the_time_and_the_body(notice: Notice) -> None:
    now = int(time.time())
    others = webhooks.signature(SECRET, str(now - 1), json.dumps(bounced(notice)).encode())

    assert post(bounced(notice), Webhook_Timestamp=str(now), Webhook_Signature=others).status_code == FORBIDDEN
    changed = webhooks.signature(SECRET, str(now), b"{}")
    assert post(bounced(notice), Webhook_Timestamp=str(now), Webhook_Signature=changed).status_code == FORBIDDEN


def test_another_secret_is_refused(notice: Notice) -> None:
    assert post(bounced(notice), secret=SECRET + "x").status_code == FORBIDDEN


def test_without_a_secret_of_ours_everything_is_refused(notice: Notice, settings: Settings) -> None:
    settings.WEBHOOK_SECRET = ""

    assert post(bounced(notice), secret="").status_code == FORBIDDEN
    assert not is_bounced()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"not json",
        b"\xff\xfe",
        b"[" * 60_000,
        [],
        "text",
        {},
        {"message_id": "<a@example.org>"},
        {"event": "bounced"},
        {"message_id": 5, "event": "bounced"},
        {"message_id": "<a@example.org>", "event": "opened"},
        {"message_id": "<a@example.org>", "event": ["bounced"]},
        {"message_id": "a\u0000b", "event": "bounced"},
        {"message_id": "a\ud800b", "event": "bounced"},
        {"message_id": "<a b@example.org>", "event": "bounced"},
        {"message_id": "x" * 500, "event": "bounced"},
        {"message_id": "", "event": "bounced"},
    ],
)
def test_a_report_that_is_none_is_refused_in_words(body: Any) -> None:
    response = post(body)

    assert response.status_code == BAD
    assert json.loads(response.content) == {"status": "The body must be a JSON object with message_id and event."}


@pytest.mark.parametrize(
    ("reason", "kept"),
    [
        ("two\r\nlines\x00\ud800", ": twolines"),
        ("x" * 5000, ": " + "x" * 300),
        (None, ""),
        ({"code": 550}, ""),
        (550, ""),
    ],
)
def test_a_reason_is_kept_as_one_printable_line(notice: Notice, reason: Any, kept: str) -> None:
    assert post(bounced(notice, reason=reason)).status_code == ACCEPTED
    assert history() == [("bounced", "acknowledgement to the enquirer" + kept)]


def test_a_long_body_is_refused(notice: Notice) -> None:
    assert post(bounced(notice, reason="x" * 70_000)).status_code == 413


def test_only_posts_are_taken(client: Client) -> None:
    assert client.get(ADDRESS).status_code == 405


def test_the_documented_example_is_right() -> None:
    """The words of docs/webhooks.md, and what `openssl` makes of the same secret, time and body."""
    body = b'{"message_id": "<a@example.org>", "event": "bounced"}'

    assert webhooks.signature("secret", "1790000000", body) == OPENSSL
