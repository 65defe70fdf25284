"""A Chromium on the site as production serves it. What a visitor must never meet fails the test that met it."""

import os
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.db import connections
from django.test import override_settings
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pytest_django import DjangoDbBlocker
from pytest_django.live_server_helper import LiveServer

from tests import accessible, chromium, demo

OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    # On a line of unknown speed, which is all that a browser without a desktop sees, pictures are fetched from as far
    # below the window as on a quick one.
    "--blink-settings=lazyLoadingImageMarginPxUnknown=1250",  # pragma: allowlist secret - no secret
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Lets the tests of the demo site read the database, and has it made when no other test asks for it."""
    for item in items:
        if "demo_site" in getattr(item, "fixturenames", []):
            item.add_marker(pytest.mark.django_db)


@pytest.fixture(scope="session")
def browser(django_db_setup: None) -> Iterator[Browser]:
    """One Chromium for all tests of a process.

    Playwright keeps an event loop running in this thread. Django would refuse to query its database there, and while
    the loop runs it uses connections that it does not see afterwards, so they are closed here.
    """
    if not chromium.PATH:
        pytest.skip(chromium.MISSING)
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=chromium.PATH, args=OPTIONS)
        connections.close_all()


@pytest.fixture(scope="session")
def _server(browser: Browser) -> Iterator[LiveServer]:
    """The site with its own handling of static files and uploads, not the test server's."""
    server = LiveServer("127.0.0.1", start=False)
    server.thread.static_handler = lambda _: WSGIHandler()
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def live_server(_server: LiveServer) -> LiveServer:
    """The site for a test that makes its own data, which is gone after the test."""
    return _server


@pytest.fixture(scope="module")
def demo_site(
    _server: LiveServer, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of the site with the demo content, there once for a module whose tests only read."""
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media")):
        demo.load()
        yield _server.url
        call_command("flush", interactive=False, verbosity=0)


@pytest.fixture
def problems() -> list[str]:
    """What went wrong in the browser so far; a test that expects some of it takes it out."""
    return []


@pytest.fixture
def browser_page(browser: Browser, _server: LiveServer, problems: list[str]) -> Iterator[Page]:
    """A page of a new visitor; errors in its console and requests to other hosts fail the test."""
    with chromium.new_visitor(browser, _server.url) as context:
        watch(context, urlsplit(_server.url).netloc, problems)
        yield context.new_page()
    assert problems == []


def watch(context: BrowserContext, host: str, problems: list[str]) -> None:
    """Notes errors in any console, uncaught exceptions, and requests to other hosts."""
    context.on("console", lambda message: message.type == "error" and problems.append(message.text))
    context.on("weberror", lambda error: problems.append(str(error.error)))
    context.on(
        "request", lambda request: urlsplit(request.url).netloc not in {host, ""} and problems.append(request.url)
    )


@pytest.fixture(scope="session")
def axe() -> Callable[..., list[str]]:
    """A function that returns what axe-core finds on a page."""
    return accessible.violations
