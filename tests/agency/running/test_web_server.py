"""The web server as everybody starts it: what it answers to odd requests, and that it ends and restarts in order."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from unittest.mock import Mock

import pytest
from django.conf import settings

from agency.running import web_server
from tests.agency.running.test_local_run import ROOT, free_port, wait_for
from tests.agency.running.test_settings import PRODUCTION

HOST = b"Host: localhost\r\n"
HEALTH = b"GET /healthz HTTP/1.1\r\n" + HOST + b"\r\n"
LAST = b"GET /healthz HTTP/1.1\r\nConnection: close\r\n" + HOST + b"\r\n"

pytestmark = pytest.mark.skipif(bool(os.environ.get("DATABASE_URL")), reason="it asks no database for anything")


class WebServer:
    """One `python -m agency.running.web_server`, over an empty database."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        surroundings = {
            "PATH": os.environ["PATH"],
            "ENV_FILE": os.devnull,
            "DATA_DIR": str(folder),
            "STATIC_ROOT": str(settings.STATIC_ROOT),
            "SITE_URL": "http://localhost",
        }
        command = [sys.executable, "-m", "agency.running.web_server", f"--port={self.port}"]
        self.process = subprocess.Popen(command, cwd=ROOT, env=PRODUCTION | surroundings, stdout=subprocess.DEVNULL)
        wait_for(self.answers)

    def line(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=20)

    def send(self, request: bytes) -> bytes:
        """All that comes back until the server closes the connection."""
        with self.line() as line:
            line.sendall(request)
            return b"".join(iter(lambda: line.recv(65536), b""))

    def answers(self) -> bool:
        with suppress(ConnectionError):
            return b" 200 " in self.send(LAST)
        return False

    def children(self) -> list[int]:
        pid = self.process.pid
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebServer]:
    server = WebServer(tmp_path_factory.mktemp("web"))
    yield server
    server.process.terminate()
    server.process.wait(15)


def statuses(answer: bytes) -> list[int]:
    return [int(number) for number in re.findall(rb"HTTP/1\.[01] (\d{3}) ", answer)]


def test_requests_on_one_connection_are_answered_one_after_the_other(server: WebServer) -> None:
    assert statuses(server.send(HEALTH + HEALTH + LAST)) == [200, 200, 200]


def test_a_head_has_the_length_and_not_the_body(server: WebServer) -> None:
    head, _, body = server.send(LAST.replace(b"GET", b"HEAD")).partition(b"\r\n\r\n")

    assert b"content-length: 16" in head
    assert body == b""


@pytest.mark.parametrize(
    "request_",
    [
        b"get /healthz HTTP/1.1\r\n" + HOST + b"\r\n",
        b"GET /healthz HTTP/1.1\r\n\r\n",
        b"GET /healthz HTTP/1.1\r\n" + HOST + b"Host: www.agency.example\r\nConnection: close\r\n\r\n",
        b"POST /healthz HTTP/1.1\r\n" + HOST + b"Content-Length: 5\r\nContent-Length: 0\r\n\r\na=b&c",
        b"GET /healthz\xff HTTP/1.1\r\n" + HOST + b"\r\n",
    ],
    ids=["small letters", "no host", "two hosts", "two lengths", "an address that is not ASCII"],
)
def test_a_request_against_the_rules_is_refused(server: WebServer, request_: bytes) -> None:
    assert statuses(server.send(request_)) == [400]


def test_headers_without_end_are_refused(server: WebServer) -> None:
    endless = b"GET / HTTP/1.1\r\n" + HOST + b"X-A: " + b"a" * 100_000 + b"\r\n\r\n"

    with suppress(ConnectionError):  # the answer may come while we still send
        assert statuses(server.send(endless)) == [431]


def test_a_request_that_breaks_off_leaves_nothing_behind(server: WebServer) -> None:
    with server.line() as line:
        line.sendall(b"POST /enquiries/new/ HTTP/1.1\r\n" + HOST + b"Content-Length: 5000\r\n\r\nname=Ada")
        line.shutdown(socket.SHUT_WR)
        assert statuses(b"".join(iter(lambda: line.recv(65536), b""))) in ([], [400])
    assert server.answers()


@pytest.mark.skipif(sys.platform != "linux", reason="how processes are found is Linux's")
def test_a_process_that_dies_is_replaced(server: WebServer) -> None:
    (died,) = server.children()
    os.kill(died, signal.SIGKILL)

    wait_for(lambda: server.children() not in ([], [died]) and server.answers())

    assert server.process.poll() is None


def test_what_was_begun_is_finished_before_it_stops(tmp_path: Path) -> None:
    server = WebServer(tmp_path)
    with server.line() as line:
        line.sendall(b"POST /healthz HTTP/1.1\r\n" + HOST + b"Content-Length: 3\r\n\r\na")
        server.process.terminate()
        line.sendall(b"=b")
        answer = b"".join(iter(lambda: line.recv(65536), b""))

    assert statuses(answer) == [403]
    assert server.process.wait(15) == 0


def test_the_number_of_processes_may_stand_in_the_file_of_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "env").write_text("WEB_CONCURRENCY=3\n")
    monkeypatch.setenv("WEB_CONCURRENCY", "gone when the test is over")
    monkeypatch.delenv("WEB_CONCURRENCY")
    monkeypatch.setenv("ENV_FILE", str(tmp_path / "env"))
    monkeypatch.setattr(sys, "argv", ["web_server"])
    server = Mock()
    monkeypatch.setattr(web_server, "Granian", server)

    web_server.main()

    assert server.call_args.kwargs["workers"] == 3
