"""Visitors who submit the enquiry form as a browser does, and press the button again when they are not thanked."""

import http.client
import re
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from urllib.parse import urlencode

from tests.faults.door import LINE_BROKEN, Door
from tests.faults.mail import NO_ENTRY, NO_MAILBOX

FORM = "/enquiries/new/?role=client&from=/guides/"
HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)"')
REFERENCE = re.compile(r"reference is <strong>([A-Z0-9]{8})</strong>")
PAUSE = 0.1
MESSAGE = "Fault test message"
# Who goes back has the same form before them, and writes something else.
ENQUIRIES_OF_A_FORM = 5

type Form = tuple[str, dict[str, str]]


def host(number: int) -> str:
    """Where the visitor's mailbox is: every tenth is where none is, or where the mail is refused."""
    return {0: NO_MAILBOX, 10: NO_ENTRY}.get(number % 20, "visitor.example")


@dataclass
class Statistics:
    """The answers that the visitors got. `thanked` holds each acknowledged message with the reference that came with it."""

    thanked: dict[str, str] = field(default_factory=dict)
    submissions: int = 0
    refusals: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)


@dataclass
class Visitors:
    """`number` visitors who between them are thanked for `wanted` enquiries, or stop at `deadline`."""

    door: Door
    wanted: int
    deadline: float
    number: int = 8
    name: str = MESSAGE
    statistics: Statistics = field(default_factory=Statistics)

    def run(self) -> Statistics:
        """Returns when all are done."""
        numbers = count(1)
        threads = [threading.Thread(target=self._visit, args=(numbers,)) for _ in range(self.number)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return self.statistics

    def _visit(self, numbers: Iterator[int]) -> None:
        while form := self._patiently(self._open_form):
            for _ in range(ENQUIRIES_OF_A_FORM):
                with self.statistics.lock:
                    number = next(numbers)
                if number > self.wanted or time.monotonic() > self.deadline:
                    return
                self._submit(form, f"{self.name} {number}", f"visitor-{number}@{host(number)}")

    def _submit(self, form: Form, message: str, email: str) -> None:
        """Sends a form until somebody says thank you; every second one is pressed twice for good measure."""
        cookie, hidden = form
        body = urlencode(hidden | {"role": "client", "name": "Pat Example", "email": email, "message": message})
        for _ in range(1 + self.statistics.submissions % 2):
            if reference := self._patiently(lambda: self._send(cookie, body)):
                with self.statistics.lock:
                    known = self.statistics.thanked.setdefault(message, reference)
                    assert known == reference, f"{message} was given two references, {known} and {reference}"

    def _patiently[Answer](self, ask: Callable[[], Answer | None]) -> Answer | None:
        while time.monotonic() < self.deadline:
            try:
                if answer := ask():
                    return answer
            except LINE_BROKEN:
                pass
            with self.statistics.lock:
                self.statistics.refusals += 1
            time.sleep(PAUSE)
        return None

    def _open_form(self) -> Form | None:
        status, headers, page = self.door.ask(FORM)
        if status != http.client.OK:
            return None
        return headers.get("Set-Cookie", "").split(";")[0], dict(HIDDEN.findall(page))

    def _send(self, cookie: str, body: str) -> str | None:
        with self.statistics.lock:
            self.statistics.submissions += 1
        status, headers, _ = self.door.post(FORM, body, Cookie=cookie)
        if status != http.client.FOUND:
            return None
        status, _, page = self.door.ask(headers["Location"])
        found = REFERENCE.search(page) if status == http.client.OK else None
        return found[1] if found else None
