"""`manage.py check_links`, against a real web server whose names only the tests know."""

import json
import socket
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import StringIO
from threading import Thread
from typing import Any

import pytest
from django.core.management import call_command

from articles.document import Text
from articles.gate import external_links
from articles.gate.external_links import Checked, Outcome
from articles.lib import http_client
from articles.lib.http_client import Answer, Unreachable
from articles.management.commands.check_links import Command
from tests import cast

# Path: status, and where to.
PAGES: dict[str, tuple[int, str]] = {
    "/": (200, ""),
    "/café?q=a b": (200, ""),
    "/gone": (404, ""),
    "/no-head": (405, ""),
    "/closed": (403, ""),
    "/ill": (500, ""),
    "/moved": (301, "/"),
    "/moved-twice": (308, "/moved"),
    "/detour": (302, "/"),
    "/detour-to-moved": (302, "/moved"),
    "/moved-to-nothing": (301, "/gone"),
    "/moved-inside": (301, "http://inside.example/"),
    "/moved-to-mail": (301, "mailto:sam@example.org"),
    "/round": (302, "/round"),
}


class Site(ThreadingHTTPServer):
    asked: list[tuple[str, str, str | None, str]]


class Handler(BaseHTTPRequestHandler):
    server: Site

    def do_HEAD(self) -> None:
        self.answer()

    def do_GET(self) -> None:
        self.answer()

    def answer(self) -> None:
        headers = self.headers
        self.server.asked.append((self.command, self.path, headers["Cookie"], headers["User-Agent"]))
        path = self.path.replace("%20", " ").replace("%C3%A9", "é")
        status, location = PAGES.get(path, (404, ""))
        if (self.command, path) == ("GET", "/no-head"):
            status = 200
        self.send_response(status)
        self.send_header("Set-Cookie", "seen=1")
        if location:
            self.send_header("Location", location)
        self.end_headers()

    def log_message(self, *args: Any) -> None:
        pass


@pytest.fixture
def site() -> Iterator[Site]:
    server = Site(("127.0.0.1", 0), Handler)
    server.asked = []
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def resolve(host: str) -> list[str]:
    """The tests' own names; every other is refused as in production."""
    return ["127.0.0.1"] if host.endswith((".example", ".example.org")) and host != "inside.example" else _refused(host)


def _refused(_host: str) -> list[str]:
    raise Unreachable("the site is not on the public internet")


def address(site: Site, path: str, host: str = "other.example") -> str:
    return f"http://{host}:{site.server_port}{path}"


def ask(site: Site, path: str) -> Answer:
    return http_client.ask(address(site, path), "agent", resolve)


def outcomes(site: Site, *paths: str) -> dict[str, tuple[Outcome, str]]:
    addresses = [address(site, path) for path in paths]
    checked = external_links.check(addresses, lambda each: http_client.ask(each, "agent", resolve), pause=0)
    return {link.address.rpartition(f":{site.server_port}")[2]: (link.outcome, link.detail) for link in checked}


@pytest.mark.parametrize("path", ["/", "/no-head", "/detour", "/café?q=a b"])
def test_a_page_that_is_there_is_fine(site: Site, path: str) -> None:
    assert outcomes(site, path) == {path: (Outcome.FINE, "")}


@pytest.mark.parametrize("path", ["/moved", "/moved-twice"])
def test_a_page_that_moved_for_good_is_reported_with_its_new_address(site: Site, path: str) -> None:
    assert outcomes(site, path) == {path: (Outcome.MOVED, address(site, "/"))}


def test_a_detour_is_nothing_to_change_a_link_for(site: Site) -> None:
    assert outcomes(site, "/detour-to-moved") == {"/detour-to-moved": (Outcome.FINE, "")}


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/gone", "it answers with 404"),
        ("/ill", "it answers with 500"),
        ("/moved-to-nothing", "it answers with 404"),
        ("/round", "it is redirected too many times"),
        ("/moved-inside", "the site is not on the public internet"),
        ("/moved-to-mail", "it is not the address of a web page"),
    ],
)
def test_a_page_that_is_not_there_is_broken(site: Site, path: str, reason: str) -> None:
    assert outcomes(site, path) == {path: (Outcome.BROKEN, reason)}


def test_what_a_site_refuses_to_programs_is_left_to_a_person(site: Site) -> None:
    outcome, detail = outcomes(site, "/closed")["/closed"]

    assert (outcome, "403" in detail) == (Outcome.UNSURE, True)


def test_head_is_asked_first_and_get_only_where_it_fails(site: Site) -> None:
    ask(site, "/")
    ask(site, "/no-head")

    assert [(method, path) for method, path, *_ in site.asked] == [
        ("HEAD", "/"),
        ("HEAD", "/no-head"),
        ("GET", "/no-head"),
    ]


def test_no_cookie_is_sent_and_the_agent_says_who_asks(site: Site) -> None:
    for _ in range(2):
        ask(site, "/moved")

    assert {(cookie, agent) for *_, cookie, agent in site.asked} == {(None, "agent")}


def test_a_site_that_does_not_listen_is_broken() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
        with pytest.raises(Unreachable, match="it cannot be reached"):
            http_client.ask(f"http://other.example:{port}/", "agent", resolve)


def test_a_site_that_does_not_speak_tls_is_broken(site: Site) -> None:
    with pytest.raises(Unreachable, match="it cannot be reached"):
        http_client.ask(address(site, "/").replace("http:", "https:"), "agent", resolve)


@pytest.mark.parametrize(
    "page", ["ftp://other.example/", "http:///path", "http://other.example:port/", f"http://{'a' * 64}.example/"]
)
def test_what_is_no_address_of_a_page_is_broken(page: str) -> None:
    with pytest.raises(Unreachable, match="it is not the address of a web page"):
        http_client.ask(page, "agent", resolve)


@pytest.mark.parametrize(
    "host", ["localhost", "127.0.0.1", "10.0.0.1", "169.254.169.254", "192.168.0.1", "::1", "fe80::1", "100.64.0.1", "224.0.0.1",
             "240.0.0.1", "::ffff:127.0.0.1", "::127.0.0.1", "64:ff9b::10.0.0.1", "64:ff9b:1::a00:1", "2002:7f00:1::",
             "2001::1", "fec0::1", "fc00::1", "ff02::1", "::"],
)  # fmt: skip
def test_a_host_of_our_own_network_is_never_asked(host: str) -> None:
    with pytest.raises(Unreachable, match="the site is not on the public internet"):
        http_client.public_addresses(host)


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "64:ff9b::8.8.8.8", "::ffff:8.8.8.8"])
def test_a_host_of_the_internet_may_be_asked(address: str) -> None:
    assert http_client.is_public(address)


def test_the_next_address_of_a_host_is_tried_when_one_does_not_answer(site: Site) -> None:
    answer = http_client.ask(address(site, "/"), "agent", lambda _host: ["127.0.0.2", "127.0.0.1"])

    assert answer.status == 200


def test_the_pages_of_one_host_are_asked_one_after_the_other_with_a_pause() -> None:
    addresses = [f"https://other.example/{number}" for number in range(3)]
    asked = []

    def remember(page: str) -> Answer:
        asked.append(page)
        return Answer(200, page, False)

    checked = list(external_links.check(addresses, remember, pause=0))

    assert asked == addresses
    assert checked == [Checked(address=page, outcome=Outcome.FINE) for page in addresses]


class LocalCommand(Command):
    """Finds the names of the tests, and does not pause."""

    resolve = staticmethod(resolve)
    pause = 0.0


def run(*arguments: str) -> tuple[int, str]:
    out = StringIO()
    try:
        call_command(LocalCommand(), *arguments, stdout=out)
    except SystemExit as end:
        return int(str(end.code)), out.getvalue()
    return 0, out.getvalue()


def linking(slug: str, *addresses: str) -> None:
    links = "".join(f'<p>See <a href="{each}">this page of theirs</a>.</p>' for each in addresses)
    cast.live_guide(slug, blocks=(Text(html=links),))


@pytest.mark.django_db
def test_the_links_of_live_guides_are_told_with_the_guides_that_hold_them(site: Site) -> None:
    linking("one", address(site, "/gone#part"), address(site, "/"), "/guides/two/", "mailto:sam@example.org")
    linking("two", address(site, "/gone"), address(site, "/moved"))
    cast.draft("three", blocks=(Text(html=f'<p><a href="{address(site, "/ill")}">Theirs</a>.</p>'),))

    code, out = run()

    assert code == 1
    assert out == (
        f"broken: {address(site, '/gone')}\n  it answers with 404\n  in one, two\n"
        f"moved: {address(site, '/moved')}\n  {address(site, '/')}\n  in two\n"
        "3 links: 1 broken, 0 unsure, 1 moved, 1 fine.\n"
    )


@pytest.mark.django_db
def test_the_json_form_tells_the_same(site: Site) -> None:
    linking("one", address(site, "/gone"))

    code, out = run("--format", "json")

    assert code == 1
    assert json.loads(out) == {
        "links": [
            {
                "address": address(site, "/gone"),
                "outcome": "broken",
                "detail": "it answers with 404",
                "guides": ["one"],
            }
        ],
        "totals": {"fine": 0, "moved": 0, "unsure": 0, "broken": 1},
    }


@pytest.mark.django_db
def test_a_link_that_moved_lets_the_command_end_well(site: Site) -> None:
    linking("one", address(site, "/moved"))

    assert run()[0] == 0


@pytest.mark.django_db
def test_a_site_without_links_is_fine() -> None:
    assert run() == (0, "0 links: 0 broken, 0 unsure, 0 moved, 0 fine.\n")
