"""Search engines that want to be told of changes are told, each time, by whoever has a key, and by nobody else."""

import json
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from agency.discovery import indexnow
from agency.models import IndexNowCursor
from agency.running import environment
from articles.models import Article, GuideEvent
from articles.publishing import publication
from tests import cast

pytestmark = pytest.mark.django_db
KEY = "0123456789abcdef"
SITE = "https://www.agency.example"


class Engine(HTTPServer):
    """A search engine on this machine: what it was told, and the status that it answers with."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Listener)
        self.told: list[dict[str, Any]] = []
        self.status = 200


class Listener(BaseHTTPRequestHandler):
    server: Engine

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.told.append(json.loads(body))
        self.send_response(self.server.status)
        self.end_headers()

    def log_message(self, *args: object) -> None:
        """Says nothing."""


@pytest.fixture
def engine(settings: Settings) -> Iterator[Engine]:
    """The engine, and a public site with a key that has told of all that happened so far."""
    with Engine() as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        settings.INDEXNOW_KEY = KEY
        settings.INDEXNOW_ENDPOINT = f"http://127.0.0.1:{server.server_port}/indexnow"
        settings.SITE, settings.SITE_URL = urlsplit(SITE), SITE
        announce()
        yield server
        server.shutdown()
        thread.join()


def announce() -> int:
    """With this machine taken for a public one."""
    return indexnow.announce(lambda _host: ["127.0.0.1"])


def a_minute_passes() -> None:
    GuideEvent.objects.update(at=timezone.now() - timedelta(minutes=2))


def the_pause_is_over() -> None:
    IndexNowCursor.objects.update(due_at=timezone.now() - timedelta(seconds=1))


def test_a_published_guide_is_told_once(engine: Engine) -> None:
    cast.guide()
    a_minute_passes()

    assert [announce(), announce()] == [1, 0]
    assert engine.told == [
        {
            "host": "www.agency.example",
            "key": KEY,
            "keyLocation": f"{SITE}/{KEY}.txt",
            "urlList": [f"{SITE}/guides/a-guide/"],
        }
    ]


def test_a_guide_that_moved_is_told_with_the_address_it_left(engine: Engine) -> None:
    article = cast.guide("first").article
    Article.objects.filter(pk=article.pk).update(slug="second")
    publication.publish(article, by=None)
    a_minute_passes()

    announce()

    assert engine.told[0]["urlList"] == [f"{SITE}/guides/first/", f"{SITE}/guides/second/"]


def test_a_withdrawn_guide_is_told(engine: Engine) -> None:
    article = cast.guide().article
    a_minute_passes()
    announce()
    publication.withdraw(article, by=None)
    a_minute_passes()

    announce()

    assert [told["urlList"] for told in engine.told] == [[f"{SITE}/guides/a-guide/"]] * 2


def test_what_readers_do_not_see_is_not_told(engine: Engine) -> None:
    article = cast.draft()
    publication.schedule(article, by=None, at=timezone.now() + timedelta(days=1))
    a_minute_passes()

    assert (announce(), engine.told) == (0, [])


def test_what_has_just_happened_waits_for_what_is_not_yet_stored(engine: Engine) -> None:
    cast.guide()

    assert (announce(), engine.told) == (0, [])


@pytest.mark.parametrize("status", [400, 403, 422, 429, 500, 301])
def test_a_refusal_is_tried_again_after_a_pause(engine: Engine, status: int, caplog: pytest.LogCaptureFixture) -> None:
    cast.guide()
    a_minute_passes()
    engine.status = status

    assert [announce(), announce()] == [0, 0]
    assert (len(engine.told), f"answered with {status}" in caplog.text) == (1, True)

    engine.status = 202
    the_pause_is_over()
    assert announce() == 1
    assert engine.told[0] == engine.told[1]


def test_the_pauses_grow_to_six_hours(engine: Engine) -> None:
    cast.guide()
    a_minute_passes()
    engine.status = 500
    pauses = []
    for _ in range(11):
        before = timezone.now()
        announce()
        pauses.append(round((IndexNowCursor.objects.get().due_at - before) / timedelta(minutes=1)))
        the_pause_is_over()

    assert pauses == [1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360]


def test_an_engine_that_is_away_is_tried_again(engine: Engine, settings: Settings) -> None:
    cast.guide()
    a_minute_passes()
    there, settings.INDEXNOW_ENDPOINT = settings.INDEXNOW_ENDPOINT, "http://127.0.0.1:1/indexnow"
    assert announce() == 0

    settings.INDEXNOW_ENDPOINT = there
    the_pause_is_over()

    assert announce() == 1


def test_a_worker_that_died_is_followed_by_the_next_once_its_turn_is_over(engine: Engine) -> None:
    cast.guide()
    a_minute_passes()
    assert indexnow._claim(IndexNowCursor.objects.get())
    assert announce() == 0

    the_pause_is_over()

    assert announce() == 1


def test_nobody_is_told_without_a_key(engine: Engine, settings: Settings) -> None:
    settings.INDEXNOW_KEY = ""
    cast.guide()
    a_minute_passes()

    assert (announce(), engine.told) == (0, [])


def test_a_site_on_this_machine_tells_nobody(engine: Engine, settings: Settings) -> None:
    settings.SITE = urlsplit("http://127.0.0.1:8000")
    cast.guide()
    a_minute_passes()

    assert (announce(), engine.told) == (0, [])


def test_an_engine_inside_our_own_network_is_told_nothing(engine: Engine) -> None:
    cast.guide()
    a_minute_passes()

    assert (indexnow.announce(), engine.told) == (0, [])


def test_what_happened_before_the_key_is_left_to_the_sitemap(engine: Engine) -> None:
    IndexNowCursor.objects.all().delete()
    cast.guide()
    a_minute_passes()

    assert (announce(), engine.told) == (0, [])


def test_the_key_is_shown_at_its_own_address(client: Client, settings: Settings) -> None:
    settings.INDEXNOW_KEY = KEY

    response = client.get(f"/{KEY}.txt")

    assert (response.content.decode(), response.headers["Content-Type"]) == (KEY, "text/plain; charset=utf-8")
    assert client.get("/fedcba9876543210.txt").status_code == 404


def test_without_a_key_there_is_no_such_file(client: Client) -> None:
    assert client.get(f"/{KEY}.txt").status_code == 404


@pytest.mark.parametrize("value", ["", "a1-B2-c3", "k" * 128])
def test_a_key_is_taken_as_it_is(value: str) -> None:
    assert environment.indexnow_key(value) == value


@pytest.mark.parametrize("value", ["short", "k" * 129, "with space", "../robots", "12345678\n", "schlüssel"])
def test_a_key_that_the_protocol_does_not_know_is_refused(value: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="INDEXNOW_KEY must"):
        environment.indexnow_key(value)
