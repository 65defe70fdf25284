"""A recruitment CRM in this process, which can be told to fail, to hang, to drip, to answer twice and to lead elsewhere."""

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

from standardwebhooks import Webhook

from enquiries.handoff import secrets
from enquiries.models import Happening, Receiver


class CRM(ThreadingHTTPServer):
    """Keeps each request. It answers with the `statuses` one by one, and then with 200."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Listener)
        self.got: list[tuple[dict[str, str], str]] = []
        self.statuses: list[int] = []
        self.hangs = self.drips = self.answers_twice = False
        self.is_over = Event()
        self.secret = ""

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/hooks?key=1"

    def told(self) -> list[Any]:
        """The bodies of what came, each with a signature that the reference implementation takes."""
        return [Webhook(self.secret).verify(body, headers) for headers, body in self.got]

    def types(self) -> list[str]:
        return [json.loads(body)["type"] for _headers, body in self.got]

    def ids(self) -> list[str]:
        return [headers["webhook-id"] for headers, _body in self.got]


class Listener(BaseHTTPRequestHandler):
    server: CRM

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.got.append(({name.lower(): value for name, value in self.headers.items()}, body))
        while self.server.hangs and not self.server.is_over.is_set():
            if self.server.drips:
                self.wfile.write(b"H")
            self.server.is_over.wait(0.02)
        self.send_response(self.server.statuses.pop(0) if self.server.statuses else 200)
        self.send_header("Location", "/elsewhere")
        self.end_headers()
        self.wfile.write(b"x" * 100_000)
        if self.server.answers_twice:
            self.wfile.write(b"HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n")

    def do_GET(self) -> None:
        self.server.got.append(({}, "followed"))

    def handle(self) -> None:
        """Whoever hung up does not want to hear of it."""
        with suppress(OSError):
            super().handle()

    def log_message(self, *args: object) -> None:
        """Says nothing."""


@contextmanager
def running() -> Iterator[CRM]:
    with CRM() as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.is_over.set()
        server.shutdown()
        thread.join()


def receiver(crm: CRM | None = None, **fields: Any) -> Receiver:
    """The CRM as a receiver that is switched on and told everything; `fields` change that."""
    made = Receiver.objects.create(
        **{
            "name": "CRM",
            "kind": Receiver.Kind.WEBHOOK,
            "address": crm.address if crm else "https://crm.example/hooks",
            "is_on": True,
            "happenings": list(Happening),
        }
        | fields
    )
    if crm:
        crm.secret = secrets.renew(made)
    return made


def mailbox(**fields: Any) -> Receiver:
    return receiver(**{"name": "ATS", "kind": Receiver.Kind.MAIL, "address": "parse@ats.example"} | fields)
