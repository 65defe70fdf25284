"""Who is believed that a visitor came by HTTPS."""

from typing import Any

import pytest
from pytest_django import Settings

from agency.serving.proxies import believe_scheme

HERE, ELSEWHERE = "127.0.0.1", "203.0.113.7"


def scheme(peer: str, forwarded: str | None) -> str:
    environ: dict[str, Any] = {"wsgi.url_scheme": "http", "REMOTE_ADDR": peer}
    if forwarded is not None:
        environ["HTTP_X_FORWARDED_PROTO"] = forwarded
    believe_scheme(environ)
    return environ["wsgi.url_scheme"]


@pytest.mark.parametrize("peer", [HERE, "::1", ""])
def test_a_web_server_on_this_machine_is_believed(settings: Settings, peer: str) -> None:
    settings.TRUSTED_PROXIES = 0
    assert scheme(peer, "https") == "https"


def test_proxies_that_are_counted_are_believed(settings: Settings) -> None:
    settings.TRUSTED_PROXIES = 1
    assert scheme(ELSEWHERE, "https") == "https"


def test_a_visitor_who_comes_without_a_proxy_is_not_believed(settings: Settings) -> None:
    settings.TRUSTED_PROXIES = 0
    assert scheme(ELSEWHERE, "https") == "http"


@pytest.mark.parametrize("forwarded", [None, "", "http", "HTTPS", "https, http", "https,https"])
def test_anything_but_https_leaves_the_request_as_it_came(settings: Settings, forwarded: str | None) -> None:
    settings.TRUSTED_PROXIES = 1
    assert scheme(HERE, forwarded) == "http"
