"""The configuration of nginx that we ship, in a running nginx: what it logs, whom it asks, and what it says alone."""

import http.client
import re
import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from time import monotonic

import pytest
from django.core.management import call_command
from django.templatetags.static import static
from django.test import Client
from pytest_django import Settings

from agency.models import Identity
from agency.serving.proxy_views import read_by_somebody
from agency.serving.stylesheets import source
from tests.articles.readership.test_readers import CHROME
from tests.benchmarks.speed import nginx
from tests.benchmarks.speed.servers import HOST, free_port

CONFIGURATION = nginx.SHIPPED
OF_THE_FILE = {"ETag", "Expires", "Last-Modified", "Content-Length", "Content-Type", "Content-Encoding", "Vary", "Date"}
FOLDERS = (
    "etc/nginx",
    "etc/website/tls",
    "opt/website/static",
    "var/cache/nginx",
    "var/cache/website",
    "var/log/nginx/website",
)


class Node(ThreadingHTTPServer):
    """A stand-in for a node of the site, which remembers what it was asked and hangs up on forms when told to."""

    def __init__(self) -> None:
        super().__init__((HOST, 0), Answer)
        self.asked: list[str] = []
        self.ids: list[str] = []
        self.hangs_up = False
        threading.Thread(target=self.serve_forever, daemon=True).start()


class Answer(BaseHTTPRequestHandler):
    server: Node

    def do_GET(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.asked.append(f"{self.command} {self.path}")
        self.server.ids.append(self.headers["X-Request-ID"])
        if self.server.hangs_up:
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        self.send_response(200)
        self.send_header("Content-Length", "2")
        if self.path.startswith("/guides/"):
            self.send_header("Cache-Control", "public, s-maxage=600, stale-if-error=600")
        self.end_headers()
        self.wfile.write(b"ok")

    do_POST = do_GET  # noqa: N815 - the library's name

    def log_message(self, *args: object) -> None: ...


def worker_line() -> socket.socket:
    """Where the worker listens."""
    line = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    line.bind((HOST, 0))
    line.settimeout(20)
    return line


@dataclass
class Proxy:
    """nginx before two nodes, in a folder of its own."""

    home: Path
    port: int = field(default_factory=free_port)
    nodes: list[Node] = field(default_factory=lambda: [Node(), Node()])
    worker: socket.socket = field(default_factory=worker_line)

    def start(self) -> None:
        for folder in FOLDERS:
            (self.home / folder).mkdir(parents=True)
        self.make_certificate()
        servers = "".join(f"server {HOST}:{node.server_port} max_fails=0;\n" for node in self.nodes)
        (self.home / "etc/nginx/website-nodes.conf").write_text(servers)
        site = nginx.adapted(CONFIGURATION.read_text(), https=self.port, http=free_port(), home=self.home)
        site = site.replace(" buffer=64k flush=5s", "")  # a test reads the log at once
        site = site.replace("127.0.0.1:8514", f"{HOST}:{self.worker.getsockname()[1]}")
        self.process = subprocess.Popen(nginx.command(self.home, site))
        while True:
            try:
                socket.create_connection((HOST, self.port), timeout=1).close()
            except OSError:
                assert self.process.poll() is None, (self.home / "error.log").read_text()
            else:
                return

    def make_certificate(self) -> None:
        tls = self.home / "etc/website/tls"
        command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", f"/CN={HOST}"]
        files = ["-keyout", str(tls / "privkey.pem"), "-out", str(tls / "fullchain.pem")]
        subprocess.run([*command, *files], check=True, capture_output=True)

    def trust(self) -> ssl.SSLContext:
        context = ssl.create_default_context(cafile=self.home / "etc/website/tls/fullchain.pem")
        context.check_hostname = False
        return context

    def ask(self, method: str, path: str, **headers: str) -> tuple[int, str, str | None]:
        """Status, body and Retry-After."""
        line = http.client.HTTPSConnection(HOST, self.port, timeout=20, context=self.trust())
        line.request(
            method, path, body=b"x" if method == "POST" else None, headers={"X-Request-ID": "forged"} | headers
        )
        answer = line.getresponse()
        body = answer.read().decode()
        line.close()
        return answer.status, body, answer.headers["Retry-After"]

    def asked(self) -> list[str]:
        return [asked for node in self.nodes for asked in node.asked]

    def log(self, lines: int) -> list[str]:
        """So many lines at least: nginx writes each once the answer has gone."""
        deadline = monotonic() + 20
        while len(found := (self.home / "var/log/nginx/website/access.log").read_text().splitlines()) < lines:
            assert monotonic() < deadline, found
        return found

    def stop(self) -> None:
        self.worker.close()
        self.process.terminate()
        self.process.wait()
        for node in self.nodes:
            node.server_close()


@pytest.fixture
def proxy(tmp_path: Path) -> Iterator[Proxy]:
    if nginx.NGINX is None or not shutil.which("openssl"):
        pytest.skip("nginx or openssl is not installed")
    proxy = Proxy(tmp_path)
    try:
        proxy.start()
        yield proxy
    finally:
        proxy.stop()


def test_requests_are_numbered_and_what_only_its_owner_may_see_is_not_logged(proxy: Proxy) -> None:
    for path in ("/guides/one/?q=secret", "/enquiries/status/secret/", "//admin/?q=secret", "/enquiries/sent/secret/",
                 "/guides/shared/secret/", "/accounts/login/", "/enquiries/st%61tus/secret/"):  # fmt: skip
        assert proxy.ask("GET", path)[0] == 200
    logged = [(line.split('"')[1], line.split()[-1]) for line in proxy.log(lines=2)]

    assert [path for path, _ in logged] == ["/guides/one/", "..."]
    ids = [sent for node in proxy.nodes for sent in node.ids]
    assert len(ids) == 7
    assert all(re.fullmatch(r"[0-9a-f]{32}", sent) for sent in ids)
    assert {number for _, number in logged} <= set(ids)


def test_a_page_is_asked_for_again_and_a_form_never(proxy: Proxy) -> None:
    for node in proxy.nodes:
        node.hangs_up = True

    assert [proxy.ask("GET", "/one/")[0], proxy.ask("POST", "/two/")[0]] == [503, 503]
    assert sorted(proxy.asked()) == ["GET /one/", "GET /one/", "POST /two/"]


def test_the_worker_hears_of_guides_that_readers_got_from_the_copy_and_of_nothing_else(proxy: Proxy) -> None:
    reader = {"User-Agent": CHROME}
    for path in ("/guides/one/", "/guides/", "/guides/two.md"):
        proxy.ask("GET", path, **reader)  # by the site itself, which counts it
        for headers in ({}, {"User-Agent": "curl/8"}, {"Sec-Purpose": "prefetch"} | reader, reader):
            proxy.ask("GET", path, **headers)
        proxy.ask("HEAD", path, **reader)
    proxy.ask("GET", "/guides/last/", **reader)
    proxy.ask("GET", "/guides/last/?utm=none", **reader)
    proxy.ask("GET", "/guides/last/", **reader)

    told = [read_by_somebody(proxy.worker.recv(8192)) for _ in range(4)]
    assert told == [None, "one", None, "last"]  # the first and the third are the prefetched and the HEAD
    assert len(proxy.asked()) == 5


@pytest.mark.django_db
def test_with_nobody_behind_it_the_away_page_names_the_phone_number(proxy: Proxy, settings: Settings) -> None:
    Identity.objects.update_or_create(defaults={"name": "Hart & Co", "phone": "+44 20 7946 0000"})
    settings.AWAY_PAGE = str(proxy.home / "var/cache/website/away.html")
    call_command("away_page")
    page = Path(settings.AWAY_PAGE).read_text()
    for node in proxy.nodes:
        node.shutdown()
        node.server_close()

    assert proxy.ask("GET", "/guides/") == (503, page, "30")
    assert proxy.ask("POST", "/enquiries/new/") == (503, page, "30")
    assert 'href="tel:+442079460000"' in page
    assert "Hart &amp; Co" in page
    styles = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    assert [f"style-src {source(style)};" in unescape(page) for style in styles] == [True]


@pytest.mark.django_db
def test_static_files_have_the_headers_of_the_site(client: Client) -> None:
    static_files = CONFIGURATION.read_text().split("location /static/ {")[1]
    shipped = dict(re.findall(r'add_header ([\w-]+) "?([^";]+(?:; [^"]+)?)"?;', static_files))

    response = client.get(static("css/base.css"))
    response.close()

    assert response.status_code == 200
    sent = {name: value for name, value in response.headers.items() if name not in OF_THE_FILE}
    # Said by a site whose address is https.
    assert shipped.pop("Strict-Transport-Security") == "max-age=63072000"
    assert shipped == sent
