"""Where visitors come in: the proxy, or each node in turn."""

import http.client
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count

TIMEOUT = 30
# What a line does that somebody killed.
LINE_BROKEN = (OSError, http.client.HTTPException)

type Answer = tuple[int, http.client.HTTPMessage, str]


@dataclass(frozen=True)
class Door:
    """`head` goes with each request, such as what a proxy would say."""

    ports: tuple[int, ...]
    head: Mapping[str, str] = field(default_factory=dict)
    turns: "count[int]" = field(default_factory=count)

    def ask(self, path: str, method: str = "GET", body: str | None = None, **head: str) -> Answer:
        """Status, headers and text, on a line of its own. Raises one of `LINE_BROKEN`."""
        port = self.ports[next(self.turns) % len(self.ports)]
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=TIMEOUT)
        try:
            said = {name.replace("_", "-"): value for name, value in head.items()}
            line.request(method, path, body, {**self.head, **said})
            answer = line.getresponse()
            return answer.status, answer.headers, answer.read().decode()
        finally:
            line.close()

    def post(self, path: str, form: str, **head: str) -> Answer:
        return self.ask(path, "POST", form, Content_Type="application/x-www-form-urlencoded", **head)
