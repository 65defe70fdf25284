"""Visitors on the machine's HTTPS port: who read, and who send the enquiry form."""

import html
import http.client
import re
import secrets
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from urllib.parse import urlsplit

import pikepdf

from tests.benchmarks.speed.servers import HOST
from tests.deployment.machine import NAME, Machine

FORM = "/enquiries/new/?role=candidate&from=/guides/"
HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)"')
REFERENCE = re.compile(r"reference is <strong>([A-Z0-9]{8})</strong>")
PAUSE = 0.05  # between two requests of one visitor: a light load
LARGEST_CV = 5 * 2**20


class Line(http.client.HTTPSConnection):
    """To the machine, under the site's name."""

    def __init__(self, machine: Machine) -> None:
        super().__init__(NAME, timeout=60, context=machine.trust())
        self._machine = machine

    def connect(self) -> None:
        raw = socket.create_connection((HOST, self._machine.port), self.timeout)
        self.sock = self._context.wrap_socket(raw, server_hostname=NAME)


@dataclass
class Answer:
    status: int
    headers: http.client.HTTPMessage
    text: str


def ask(machine: Machine, path: str, method: str = "GET", body: bytes | None = None, **headers: str) -> Answer:
    """One request on a line of its own."""
    line = Line(machine)
    try:
        line.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
        answer = line.getresponse()
        return Answer(answer.status, answer.headers, answer.read().decode(errors="replace"))
    finally:
        line.close()


def enquire(machine: Machine, message: str, cv: bytes = b"") -> str:
    """Fills the form in and sends it as a browser does; returns the reference of the thank-you page, or what came instead."""
    form = ask(machine, FORM)
    cookie = form.headers.get("Set-Cookie", "").split(";")[0]
    fields = {name: html.unescape(value) for name, value in HIDDEN.findall(form.text)}
    fields |= {"role": "candidate", "name": "Pat Example", "email": "pat@visitor.example", "message": message}
    boundary = secrets.token_hex(16)
    parts = [f'--{boundary}\r\nContent-Disposition: form-data; name="{n}"\r\n\r\n{v}\r\n' for n, v in fields.items()]
    file = f'--{boundary}\r\nContent-Disposition: form-data; name="cv"; filename="cv.pdf"\r\n\r\n'
    body = "".join(parts).encode() + (file.encode() + cv + b"\r\n" if cv else b"") + f"--{boundary}--\r\n".encode()
    kind = f"multipart/form-data; boundary={boundary}"
    sent = ask(machine, FORM, "POST", body, Cookie=cookie, Content_Type=kind, Origin=f"https://{NAME}")
    if sent.status != http.client.FOUND:
        return f"{sent.status}"
    thanks = ask(machine, urlsplit(sent.headers["Location"]).path)
    found = REFERENCE.search(thanks.text)
    return found[1] if found else f"{thanks.status} without a reference"


def largest_cv() -> bytes:
    """A PDF of just the size that the form still takes."""
    with pikepdf.new() as document:
        document.add_blank_page()
        file = BytesIO()
        document.save(file)
    return file.getvalue() + b"\n%" + b"x" * (LARGEST_CV - len(file.getvalue()) - 2)


@dataclass
class Crowd:
    """Two who read kept pages, two whom no cache serves, and one who sends enquiries, until `leave`."""

    machine: Machine
    asked: int = 0
    slowest: float = 0
    wrong: list[str] = field(default_factory=list)
    references: set[str] = field(default_factory=set)

    def __enter__(self) -> "Crowd":
        self._done = threading.Event()
        works = [self._read, self._read, self._read_past_caches, self._read_past_caches, self._enquire]
        self._threads = [threading.Thread(target=self._repeat, args=(work,)) for work in works]
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._done.set()
        for thread in self._threads:
            thread.join()

    def _repeat(self, work: Callable[[], str]) -> None:
        while not self._done.wait(PAUSE):
            started = time.monotonic()
            try:
                trouble = work()
            except (OSError, http.client.HTTPException) as error:
                trouble = repr(error)
            self.asked += 1
            self.slowest = max(self.slowest, time.monotonic() - started)
            if trouble:
                self.wrong.append(trouble)

    def _read(self) -> str:
        status = ask(self.machine, "/guides/").status
        return "" if status == http.client.OK else f"/guides/: {status}"

    def _read_past_caches(self) -> str:
        status = ask(self.machine, "/", Cookie="somebody=here").status
        return "" if status == http.client.OK else f"/: {status}"

    def _enquire(self) -> str:
        reference = enquire(self.machine, f"During the change {secrets.token_hex(8)}")
        if len(reference) != 8:
            return f"enquiry: {reference}"
        self.references.add(reference)
        return ""
