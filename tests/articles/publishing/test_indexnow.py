"""A site with a key tells IndexNow's search engines about each change; a site without one tells nobody."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.db import transaction
from django.utils import timezone
from pytest_django import Settings

from articles.models import Article
from articles.outbox import leases
from articles.outbox.channels import CHANNELS, ServerAway
from articles.outbox.models import Message
from articles.outbox.sending import send_due
from articles.publishing import indexnow, publication
from tests import cast
from tests.enquiries import stored

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_engine_is_public")]
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
        self.send_header("Location", "/indexnow")
        self.end_headers()

    def log_message(self, *args: object) -> None:
        """Says nothing."""


@pytest.fixture
def engine(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    """The engine, and a public site with a key."""
    with Engine() as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        settings.INDEXNOW_KEY = KEY
        settings.INDEXNOW_ENDPOINT = f"http://127.0.0.1:{server.server_port}/indexnow"
        settings.SITE, settings.SITE_URL = urlsplit(SITE), SITE
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def _engine_is_public(monkeypatch: pytest.MonkeyPatch) -> None:
    """This machine taken for a public one."""
    tell = partial(indexnow.tell, resolve=lambda _host: ["127.0.0.1"])
    monkeypatch.setitem(CHANNELS, indexnow.NAME, replace(indexnow.CHANNEL, send=tell))


def announce() -> int:
    """One round of the worker; how many changes it announced."""
    return send_due(indexnow.NAME)


def test_a_published_guide_is_told_once(engine: Engine) -> None:
    cast.full_guide()

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
    article = cast.full_guide("first").article
    Article.objects.filter(pk=article.pk).update(slug="second")
    publication.publish(article, by=None)

    announce()

    assert engine.told[0]["urlList"] == [f"{SITE}/guides/first/", f"{SITE}/guides/second/"]


def test_a_withdrawn_guide_is_told(engine: Engine) -> None:
    article = cast.full_guide().article
    announce()
    publication.withdraw(article, by=None)

    announce()

    assert [told["urlList"] for told in engine.told] == [[f"{SITE}/guides/a-guide/"]] * 2


def test_what_readers_do_not_see_is_not_told(engine: Engine) -> None:
    article = cast.full_draft()
    publication.schedule(article, by=None, at=timezone.now() + timedelta(days=1))

    assert (announce(), engine.told) == (0, [])


def test_changes_of_one_round_are_told_at_once(engine: Engine) -> None:
    for slug in ("one", "two", "three"):
        cast.full_guide(slug)

    assert announce() == 3
    assert [told["urlList"] for told in engine.told] == [
        [f"{SITE}/guides/one/", f"{SITE}/guides/three/", f"{SITE}/guides/two/"]
    ]


def test_a_change_is_told_of_only_if_it_is_stored(engine: Engine) -> None:
    with transaction.atomic():
        cast.full_guide()
        transaction.set_rollback(True)

    assert (announce(), engine.told) == (0, [])


@pytest.mark.parametrize("status", [400, 403, 422, 429, 500, 301])
def test_a_refusal_is_tried_again_after_a_pause(engine: Engine, status: int, caplog: pytest.LogCaptureFixture) -> None:
    cast.full_guide()
    engine.status = status

    assert [announce(), announce()] == [0, 0]
    assert (len(engine.told), f"Refused {status}" in caplog.text) == (1, True)

    engine.status = 202
    stored.make_due()
    assert announce() == 1
    assert engine.told[0] == engine.told[1]


def test_the_pauses_grow_to_six_hours(engine: Engine) -> None:
    cast.full_guide()
    Message.objects.exclude(channel=indexnow.NAME).delete()
    engine.status = 500
    pauses = []
    for _ in range(11):
        announce()
        pauses += stored.minutes_until_due()
        stored.make_due()

    assert pauses == [1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360]


def test_an_engine_that_is_away_is_tried_again(engine: Engine, settings: Settings) -> None:
    cast.full_guide()
    there, settings.INDEXNOW_ENDPOINT = settings.INDEXNOW_ENDPOINT, "http://127.0.0.1:1/indexnow"
    assert announce() == 0

    settings.INDEXNOW_ENDPOINT = there
    stored.make_due()

    assert announce() == 1


def test_a_worker_that_died_is_followed_by_the_next_once_its_turn_is_over(engine: Engine) -> None:
    cast.full_guide()
    assert leases.claim(CHANNELS[indexnow.NAME])
    assert announce() == 0

    stored.make_due()

    assert announce() == 1


def test_an_engine_that_comes_back_is_told_at_once_of_what_waited(engine: Engine, settings: Settings) -> None:
    there, settings.INDEXNOW_ENDPOINT = settings.INDEXNOW_ENDPOINT, "http://127.0.0.1:1/indexnow"
    for slug in ("one", "two"):
        cast.full_guide(slug)
    announce()
    Message.objects.update(due_at=timezone.now() + timedelta(hours=6))
    settings.INDEXNOW_ENDPOINT = there

    cast.full_guide("three")
    assert announce() == 3


def test_a_key_that_was_taken_away_leaves_nothing_waiting(engine: Engine, settings: Settings) -> None:
    cast.full_guide()
    settings.INDEXNOW_KEY = ""

    assert (announce(), engine.told) == (1, [])
    assert not Message.objects.waiting().filter(channel=indexnow.NAME).exists()


def test_nobody_is_told_without_a_key(engine: Engine, settings: Settings) -> None:
    settings.INDEXNOW_KEY = ""
    cast.full_guide()

    assert (announce(), engine.told) == (0, [])


def test_a_site_on_this_machine_tells_nobody(engine: Engine, settings: Settings) -> None:
    settings.SITE = urlsplit("http://127.0.0.1:8000")
    cast.full_guide()

    assert (announce(), engine.told) == (0, [])


def test_an_engine_inside_our_own_network_is_told_nothing(engine: Engine) -> None:
    cast.full_guide()

    with pytest.raises(ServerAway):
        indexnow.tell(Message.objects.all())
    assert engine.told == []


def test_only_the_address_that_was_looked_at_is_asked(engine: Engine, settings: Settings) -> None:
    settings.INDEXNOW_ENDPOINT = f"http://engine.invalid:{engine.server_port}/indexnow"
    cast.full_guide()

    assert (announce(), len(engine.told)) == (1, 1)


def test_an_engine_that_leads_elsewhere_is_not_followed(engine: Engine) -> None:
    engine.status = 307
    cast.full_guide()

    assert (announce(), len(engine.told)) == (0, 1)
    assert Message.objects.waiting().filter(channel=indexnow.NAME).exists()


def test_what_happened_before_the_key_is_left_to_the_sitemap(engine: Engine, settings: Settings) -> None:
    settings.INDEXNOW_KEY = ""
    cast.full_guide()
    settings.INDEXNOW_KEY = KEY

    assert (announce(), engine.told) == (0, [])
