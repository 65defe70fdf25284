"""Sixteen clients who read every page through both nodes, in processes of their own, and note what they got."""

import gzip
import http.client
import random
import threading
import time
from dataclasses import dataclass, field
from hashlib import sha256
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any

import brotli

from tests.freshness import pages
from tests.freshness.pages import PAGES

PROCESSES, CLIENTS = 4, 4
PAUSE = 0.02
TIMEOUT = 30
REQUESTS_A_LINE = 20
UNPACK = {"": lambda body: body, "gzip": gzip.decompress, "br": brotli.decompress}
ACCEPTED = {"": "identity", "gzip": "gzip", "br": "gzip, deflate, br"}


@dataclass(slots=True)
class Observation:
    """An answer: when it was asked for, when it came, what it showed, and what was wrong with it."""

    page: str
    node: int
    sent: float
    came: float
    status: int
    shown: dict[str, tuple[int, ...]]
    faults: list[str]
    etag: str = ""
    digest: str = ""


class Readers:
    """Call `stop` for what they saw."""

    def __init__(self, ports: tuple[int, ...], site: str) -> None:
        context = get_context("spawn")
        self._lines: list[tuple[Any, Connection]] = []
        for seed in range(PROCESSES):
            ours, theirs = context.Pipe()
            process = context.Process(target=read_until_told, args=(theirs, ports, site, seed), daemon=True)
            process.start()
            self._lines.append((process, ours))

    def stop(self) -> list[Observation]:
        seen: list[Observation] = []
        for _process, line in self._lines:
            line.send("stop")
        for process, line in self._lines:
            seen += line.recv()
            process.join()
        return seen


def read_until_told(line: Connection, ports: tuple[int, ...], site: str, seed: int) -> None:
    """One process of clients."""
    done = threading.Event()
    clients = [Client(ports, site, random.Random(f"{seed} {number}"), done) for number in range(CLIENTS)]  # noqa: S311
    threads = [threading.Thread(target=client.read) for client in clients]
    for thread in threads:
        thread.start()
    line.recv()
    done.set()
    for thread in threads:
        thread.join()
    line.send([one for client in clients for one in client.seen])


@dataclass
class Client:
    ports: tuple[int, ...]
    site: str
    dice: random.Random
    done: threading.Event
    seen: list[Observation] = field(default_factory=list)
    lines: dict[int, http.client.HTTPConnection] = field(default_factory=dict)
    # What each page in each encoding showed when it was last got whole.
    known: dict[tuple[str, str], Observation] = field(default_factory=dict)

    def read(self) -> None:
        while not self.done.wait(self.dice.uniform(0, 2 * PAUSE)):
            name = self.dice.choice(list(PAGES))
            self.seen.append(self.ask(name, self.dice.randrange(len(self.ports)), self.dice.choice(list(UNPACK))))

    def ask(self, name: str, node: int, encoding: str) -> Observation:
        known = self.known.get((name, encoding)) if self.dice.random() < 0.5 else None
        headers = {"Accept-Encoding": ACCEPTED[encoding]} | ({"If-None-Match": known.etag} if known else {})
        sent = time.time()
        try:
            answer = self._get(node, PAGES[name].path, headers)
            came, body = time.time(), answer.read()
        except (OSError, http.client.HTTPException) as error:
            self.lines.pop(node).close()
            return Observation(name, node, sent, time.time(), 0, {}, [f"line broken: {type(error).__name__}"])
        got = {header.lower(): value for header, value in answer.getheaders()}
        if answer.status == http.client.NOT_MODIFIED:
            return self._unmodified(name, node, sent, came, known, got)
        return self._whole(name, node, sent, came, encoding, answer.status, got, body)

    def _get(self, node: int, path: str, headers: dict[str, str]) -> http.client.HTTPResponse:
        """On a line that was in use before, once more: the server may have hung up just when we asked."""
        is_used = node in self.lines
        line = self._line(node)
        try:
            line.request("GET", path, headers=headers)
            return line.getresponse()
        except (ConnectionError, http.client.BadStatusLine):
            if not is_used:
                raise
            line.close()
            line.request("GET", path, headers=headers)
            return line.getresponse()

    def _line(self, node: int) -> http.client.HTTPConnection:
        if node in self.lines and self.dice.randrange(REQUESTS_A_LINE) == 0:
            self.lines.pop(node).close()
        if node not in self.lines:
            self.lines[node] = http.client.HTTPConnection("127.0.0.1", self.ports[node], timeout=TIMEOUT)
        return self.lines[node]

    def _unmodified(
        self, name: str, node: int, sent: float, came: float, known: Observation | None, headers: dict[str, str]
    ) -> Observation:
        if known is None:
            return Observation(name, node, sent, came, 304, {}, ["304 for nothing"])
        wrong = [] if headers.get("etag") == known.etag else ["304 with another tag"]
        wrong += [
            f"304 without {header}" for header in ("cache-control", "content-security-policy") if header not in headers
        ]
        return Observation(name, node, sent, came, 304, known.shown, wrong)

    def _whole(
        self,
        name: str,
        node: int,
        sent: float,
        came: float,
        asked: str,
        status: int,
        headers: dict[str, str],
        body: bytes,
    ) -> Observation:
        packed = headers.get("content-encoding", "")
        try:
            text = UNPACK[packed](body).decode()
        except (KeyError, OSError, EOFError, UnicodeDecodeError, brotli.error) as error:
            return Observation(name, node, sent, came, status, {}, [f"cannot be unpacked: {type(error).__name__}"])
        shown = pages.shown(name, status, headers.get("location", ""), text)
        wrong = pages.faults(name, self.site, status, headers, text)
        wrong += [f"mixed words of {letter}" for letter, numbers in shown.items() if len(numbers) > 1]
        if packed not in ("", asked) or (len(body) > 0 and int(headers.get("content-length", -1)) != len(body)):
            wrong.append("wrongly packed")
        one = Observation(
            name, node, sent, came, status, {letter: tuple(numbers) for letter, numbers in shown.items()}, wrong,
            headers.get("etag", ""), sha256(body).hexdigest(),
        )  # fmt: skip
        if status == http.client.OK and not wrong:
            self.known[name, asked] = one
        return one
