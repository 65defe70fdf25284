"""Faults are told to whoever speaks Sentry's protocol, and the people who met them are not."""

import gzip
import json
import logging
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import brotli
import pytest
import sentry_sdk
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from pytest_django import Settings

from agency.monitoring import error_reports

SECRET = "pat@person.example"
PAGE = "/enquiries/status/signed-part/"


def fails(request: HttpRequest, signed: str) -> HttpResponse:
    words = request.POST["words"]
    raise ValueError(f"cannot read {words}")


def complains(request: HttpRequest) -> HttpResponse:
    logging.getLogger("articles").error("message 7: not sent, see %s", PAGE)
    return HttpResponse()


urlpatterns = [path("enquiries/status/<str:signed>/", fails), path("complains/", complains)]
handler500 = "agency.serving.errors.server_error"


class Service(HTTPServer):
    """Takes what is reported, as such a service does."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Taker)
        self.taken: list[dict[str, Any]] = []
        self.raw = b""


class Taker(BaseHTTPRequestHandler):
    server: Service

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        unpack = {"gzip": gzip.decompress, "br": brotli.decompress}.get(self.headers.get("Content-Encoding", ""), bytes)
        text = unpack(body)
        self.server.raw += text
        self.server.taken.append(json.loads(text.splitlines()[2]))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_words: Any) -> None:
        pass


@pytest.fixture
def service(settings: Settings) -> Iterator[Service]:
    settings.ROOT_URLCONF = __name__
    with Service() as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        error_reports.start(f"http://key@127.0.0.1:{server.server_port}/1")
        yield server
        sentry_sdk.get_client().close()
        sentry_sdk.get_global_scope().set_client(None)
        server.shutdown()
        thread.join()


def test_a_fault_is_told_with_its_place_and_without_its_words(service: Service) -> None:
    client = Client(raise_request_exception=False, headers={"X-Request-ID": "0123456789abcdef"})

    assert client.post(PAGE, {"words": SECRET}).status_code == 500
    sentry_sdk.flush()

    [event] = service.taken
    [fault] = event["exception"]["values"]
    assert (fault["type"], fault["stacktrace"]["frames"][-1]["function"]) == ("ValueError", "fails")
    assert event["tags"] == {"request_id": "0123456789abcdef"}
    assert SECRET.encode() not in service.raw
    assert b"signed-part" not in service.raw
    assert {"request", "user", "breadcrumbs", "modules"} & set(event) == set()


def test_what_is_logged_as_an_error_is_told_without_private_links(service: Service) -> None:
    Client().get("/complains/")
    sentry_sdk.flush()

    [event] = service.taken
    assert event["logentry"] == {"message": "message 7: not sent, see /enquiries/status/…/"}
