"""A copy of the demo site, served by Python's own web server, which knows nothing but files."""

import threading
from collections.abc import Iterator
from functools import partial
from http.client import HTTPConnection
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import lxml.html
import pytest
from django.conf import settings
from django.core.management import call_command
from playwright.sync_api import Browser, Page, expect
from pytest_django import DjangoDbBlocker

from tests import chromium
from tests.browser.conftest import watch

LEFT = "net::ERR_ABORTED"  # because the visitor went on
PAGES = ["/", "/guides/", "/salaries/", "/people/", "/guides/what-does-an-ai-engineer-do/"]


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: Any) -> None:
        """A test shows what matters of it."""


@pytest.fixture(scope="module")
def copy(demo_site: str, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("copy")
    with django_db_blocker.unblock():
        call_command("export_static", folder, verbosity=0)
    return folder


@pytest.fixture(scope="module")
def url(copy: Path) -> Iterator[str]:
    """Where it is served."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=copy)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def visitor(browser: Browser, url: str, problems: list[str]) -> Iterator[Page]:
    """A page on which nothing may fail."""
    with chromium.new_visitor(browser, url) as context:
        watch(context, urlsplit(url).netloc, problems)
        context.on("response", lambda got: got.status >= 400 and problems.append(f"{got.status} {got.url}"))
        context.on(
            "requestfailed", lambda request: request.failure != LEFT and problems.append(f"failed: {request.url}")
        )
        yield context.new_page()
    assert problems == []


def test_whatever_a_page_leads_to_or_shows_is_there(copy: Path, url: str) -> None:
    led_to = {
        urlsplit(address).path or "/"
        for file in copy.rglob("*.html")
        for address in linked(file, f"{url}/{file.relative_to(copy)}".removesuffix("index.html"))
        if address.startswith((f"{url}/", f"{settings.SITE_URL}/"))
    }

    assert len(led_to) > 200
    assert {path: answer for path in sorted(led_to) if (answer := status(url, path)) != 200} == {}


def linked(file: Path, page: str) -> Iterator[str]:
    """Every address in the page, as another reader of HTML than ours finds it."""
    for element, attribute, address, _ in lxml.html.parse(str(file)).getroot().iterlinks():
        if element.tag != "source" or attribute != "srcset":
            yield urljoin(page, address)
    for element in lxml.html.parse(str(file)).getroot().iter("source", "img", "meta"):
        for candidate in element.get("srcset", "").split(","):
            yield urljoin(page, (candidate.split() or [""])[0])
        yield element.get("content", "")


def status(url: str, path: str) -> int:
    connection = HTTPConnection(urlsplit(url).netloc)
    connection.request("GET", path)
    answer = connection.getresponse().status
    connection.close()
    return answer


@pytest.mark.parametrize("path", PAGES)
def test_pages_show_whole_in_a_browser(visitor: Page, path: str) -> None:
    visitor.goto(path)

    for picture in visitor.locator("main img").all():
        picture.scroll_into_view_if_needed()
        picture.evaluate("picture => picture.decode()")


def test_a_visitor_reads_on_and_learns_how_to_reach_the_agency(visitor: Page) -> None:
    visitor.goto("/guides/")
    visitor.get_by_role("link", name="Older guides").click()
    expect(visitor.get_by_role("link", name="Newer guides")).to_be_visible()
    visitor.get_by_label("Hiring").check()
    visitor.get_by_role("button", name="Continue").click()

    expect(visitor.get_by_role("heading", level=1)).to_have_text("This is a copy of our site")
    expect(visitor.locator("main").get_by_role("link", name="hello@adria.example")).to_be_visible()

    visitor.goto("/salaries/")
    visitor.get_by_role("link", name="AI engineer", exact=True).last.click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text("AI engineer salaries")
