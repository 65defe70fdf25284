"""The log for machines: one line of JSON each, with one id from the request to the mail that it caused."""

import json
import logging
from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.test.client import RequestFactory

from agency.monitoring.request_ids import NameRequest, RequestIDMiddleware
from agency.running import logs
from articles.outbox import sending
from articles.outbox.models import Message
from enquiries.monitoring.log_filter import HideLinks
from tests.enquiries import stored
from tests.enquiries.mail_server import MailServer

ID = "0123456789abcdef0123456789abcdef"


@pytest.fixture
def written() -> Iterator[StringIO]:
    """What goes to stdout in production with LOG_FORMAT=json."""
    stream = StringIO()
    handler = logging.StreamHandler(stream)
    arguments = dict(logs.formatter("json"))
    handler.setFormatter(logging.config.DictConfigurator({}).configure_formatter(arguments))  # type: ignore[attr-defined]
    handler.addFilter(HideLinks())
    handler.addFilter(NameRequest())
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    yield stream
    root.removeHandler(handler)
    root.setLevel(level)


def lines(stream: StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def answered(given: str | None) -> str:
    """The id under which a view logs, when the proxy sent this one."""
    logged: list[str] = []

    def view(request: HttpRequest) -> HttpResponse:
        record = logging.makeLogRecord({})
        NameRequest().filter(record)
        logged.append(record.request_id)  # type: ignore[attr-defined]
        return HttpResponse()

    headers = {"X-Request-ID": given} if given is not None else {}
    RequestIDMiddleware(view)(RequestFactory().get("/", headers=headers))
    return logged[0]


@pytest.mark.django_db
def test_a_line_is_json_with_the_id_of_the_request(client: Client, written: StringIO) -> None:
    assert client.get("/guides/no%0Asuch/", headers={"X-Request-ID": ID}).status_code == 404

    [line] = lines(written)
    assert line.pop("time")
    assert line == {
        "level": "WARNING",
        "logger": "django.request",
        "message": "Not Found: /guides/no\\nsuch/",
        "status_code": 404,
        "request_id": ID,
    }


@pytest.mark.django_db
def test_the_mail_that_a_request_caused_is_logged_under_its_id(
    client: Client, mail_server: MailServer, written: StringIO
) -> None:
    stored.received()
    Message.objects.update(request_id=ID)

    sending.send_due("mail")

    assert {line["request_id"] for line in lines(written) if line["logger"] == "articles.outbox.sending"} == {ID}


def test_words_from_outside_add_no_line_for_people_either() -> None:
    arguments = dict(logs.formatter("line"))
    formatter = logging.config.DictConfigurator({}).configure_formatter(arguments)  # type: ignore[attr-defined]
    record = logging.makeLogRecord({"name": "site", "msg": "found %s", "args": ("a\r\nERROR\u2028\x1b[2J é",)})

    assert formatter.format(record).endswith(r" site found a\r\nERROR\u2028\x1b[2J é")


@pytest.mark.parametrize("given", [None, "", "short", "a" * 65, "{}", "with space 12345678", "äöüäöüäöü"])
def test_what_is_no_id_is_replaced(given: str | None) -> None:
    made = answered(given)

    assert made != given
    assert len(made) == 32


def test_an_id_from_the_proxy_is_taken_over() -> None:
    assert answered(ID) == ID


def test_another_format_is_refused() -> None:
    with pytest.raises(ImproperlyConfigured, match=r"^LOG_FORMAT must be one of line, json, not 'xml'\.$"):
        logs.formatter("xml")


def test_production_names_the_request_in_each_line() -> None:
    assert settings.LOGGING["handlers"]["stdout"]["filters"] == ["hide_links", "name_request"]
