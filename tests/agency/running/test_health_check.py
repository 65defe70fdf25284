"""A deployment asks each node whether it is well, before it goes on to the next."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

from agency.running import health_check
from tests.benchmarks.speed.servers import free_port


@contextmanager
def node(statuses: dict[str, int]) -> Iterator[tuple[int, list[str | None]]]:
    """A server that answers each path with its status, and the hosts that it was asked for."""
    hosts: list[str | None] = []

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            hosts.append(self.headers["Host"])
            self.send_response(statuses[self.path])
            self.end_headers()

        def log_message(self, *args: object) -> None: ...

    server = HTTPServer((health_check.HOST, 0), Answer)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield server.server_port, hosts
    finally:
        server.shutdown()
        server.server_close()


def test_a_node_is_well_when_its_database_and_its_pages_answer() -> None:
    with node({"/healthz": 200, "/": 200}) as (port, hosts):
        assert health_check.answers_within(0, port, "www.example.org")
        assert hosts == ["www.example.org"] * 2


def test_a_node_that_is_away_or_without_its_pages_is_not() -> None:
    assert not health_check.answers_within(0, free_port(), "www.example.org")
    with node({"/healthz": 200, "/": 500}) as (port, _):
        assert not health_check.answers_within(0, port, "www.example.org")
