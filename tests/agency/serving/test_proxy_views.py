"""What the proxy answered from its own copy is counted by the worker."""

import json
import socket
from collections.abc import Iterator

import pytest
from pytest_django import Settings

from agency.serving import proxy_views
from articles.models import GuideDay
from tests import cast
from tests.articles.readership.test_readers import CHROME
from tests.benchmarks.speed.servers import HOST

pytestmark = pytest.mark.django_db


@pytest.fixture
def proxy(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[socket.socket]:
    """Tells the worker, which waits for nothing more."""
    monkeypatch.setattr(proxy_views, "QUIET_FOR", 0.05)
    proxy_views._told.clear()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as free:
        free.bind((HOST, 0))
        settings.PROXY_VIEWS = free.getsockname()
    line = proxy_views._line(settings.PROXY_VIEWS)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as proxy:
        proxy.connect(settings.PROXY_VIEWS)
        yield proxy
    line.close()
    proxy_views._line.cache_clear()


def view(path: str, **said: str) -> bytes:
    request = {"PATH_INFO": path, "REQUEST_METHOD": "GET", "HTTP_USER_AGENT": CHROME, "HTTP_PURPOSE": ""} | said
    return b"<190>Nov 26 13:00:00 view: " + json.dumps(request).encode()


def test_views_are_added_to_those_of_the_site_and_nonsense_to_nothing(proxy: socket.socket) -> None:
    guide = cast.live_guide()
    path = f"/guides/{guide.slug}/"
    nonsense = (
        b"",
        b"{",
        b"{}",
        b"[1]",
        b'{"PATH_INFO": 1}',
        b"\xff{\xff}",
        view("/guides/unknown/"),
        view("/salaries/"),
    )
    for datagram in (
        *nonsense,
        view(path),
        view(path),
        view(path, HTTP_PURPOSE="prefetch"),
        view(path, HTTP_USER_AGENT="x"),
    ):
        proxy.send(datagram)

    assert proxy_views.hear(lambda: False) == 2
    proxy.send(view(path))
    assert proxy_views.hear(lambda: False) == 1
    assert list(GuideDay.objects.values_list("guide", "what", "number")) == [(guide.pk, "viewed", 3)]


def test_a_worker_that_should_stop_writes_what_it_heard(proxy: socket.socket) -> None:
    guide = cast.live_guide()
    proxy_views._told[guide.slug] = 4

    assert proxy_views.hear(lambda: True) == 4
