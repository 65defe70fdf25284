"""Two recruitment CRMs that are told of every enquiry, and can be told to misbehave."""

import http.client
import json
import threading
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from standardwebhooks import Webhook, WebhookVerificationError

from tests.faults.site import Site, free_port

# While one of them is away, the other is kind: nobody waits for a receiver that is not theirs.
BAD_MOODS = ("failing", "hanging", "dropping", "away", "killed")
HANG_SECONDS = 12  # longer than a hand-off waits
RECEIVED, ERASED = "enquiry.received", "enquiry.erased"
MAKE_RECEIVER = """
from pathlib import Path
from enquiries.handoff import secrets
from enquiries.models import Happening, Receiver
made = Receiver.objects.create(name="{name}", kind="webhook", address="http://127.0.0.1:{port}/hooks", is_on=True,
    happenings=[str(happening) for happening in Happening])
Path("{path}").write_text(secrets.renew(made))
"""


@dataclass
class CRM:
    """`mood` is `kind` or one of `BAD_MOODS`. `taken` counts the deliveries of each id that it took; `told` leads from
    what happened to an enquiry, and its reference, to the ids with which it was told of it."""

    name: str
    port: int = field(default_factory=free_port)
    mood: str = "kind"
    secret: str = ""
    taken: Counter[str] = field(default_factory=Counter)
    told: defaultdict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    forged: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _server: ThreadingHTTPServer | None = None

    def begin(self, site: Site, folder: Path) -> None:
        """Listens, and has the site tell it everything."""
        path = folder / f"{self.name}.secret"
        site.manage("shell", "-v0", "-c", MAKE_RECEIVER.format(name=self.name, port=self.port, path=path))
        self.secret = path.read_text()
        self._listen()

    def behave(self, mood: str) -> None:
        """Away is nobody on the port; killed is that for a moment, with every line cut that was open."""
        self.mood = mood
        if mood in ("away", "killed"):
            self.stop()
        if mood != "away" and self._server is None:
            self._listen()

    def take(self, head: dict[str, str], body: str) -> None:
        """Keeps what it was told, if the reference implementation of Standard Webhooks takes the signature."""
        try:
            Webhook(self.secret).verify(body, head)
        except WebhookVerificationError:
            self.forged += 1
            return
        said = json.loads(body)
        with self._lock:
            self.taken[head["webhook-id"]] += 1
            self.told[said["type"], said["data"]["enquiry"]["reference"]].add(head["webhook-id"])

    def stop(self) -> None:
        if self._server:
            self._server.shutdown()
            self._server.server_close()
        self._server = None

    def _listen(self) -> None:
        self._server = ThreadingHTTPServer(("127.0.0.1", self.port), listener(self))
        self._server.daemon_threads, self._server.block_on_close = True, False
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()


def listener(crm: CRM) -> type[BaseHTTPRequestHandler]:
    """What answers a request, in the mood of that moment."""

    class Listener(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            mood, body = crm.mood, self.rfile.read(int(self.headers["Content-Length"])).decode()
            if mood == "hanging":
                threading.Event().wait(HANG_SECONDS)
            if mood in ("kind", "dropping"):
                crm.take({name.lower(): value for name, value in self.headers.items()}, body)
            if mood in ("kind", "failing"):
                self.send_response(http.client.OK if mood == "kind" else http.client.INTERNAL_SERVER_ERROR)
                self.end_headers()
            self.close_connection = True

        def log_message(self, *args: object) -> None:
            """Says nothing."""

    return Listener
