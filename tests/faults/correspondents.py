"""Enquirers who answer by mail, once they were thanked: into the mailbox that the workers read, or by a provider's webhook."""

import base64
import http.client
import json
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.enquiries.imap_server import ImapServer
from tests.faults.door import LINE_BROKEN, Door
from tests.faults.visitors import MESSAGE, PAUSE, Statistics, host

SECRET = "provider:of-this-trial-0123456789-0123456789"  # pragma: allowlist secret
WEBHOOK = "/webhooks/postmark/inbound/"
KNOWN = f"Basic {base64.b64encode(SECRET.encode()).decode()}"
ANSWER = "Fault test answer"
BAD_MOODS = ("dropping", "hanging", "refusing")
# What the server does, and then breaks the line instead of saying so.
UNSAID = ("UID FETCH", "UID MOVE", "LOGIN", "SELECT")


@dataclass
class Correspondents:
    """`acknowledged` are the answers that a mailbox or the site took; every second goes by each of the two ways."""

    door: Door
    mailbox: ImapServer
    statistics: Statistics
    deadline: float
    acknowledged: set[str] = field(default_factory=set)
    by_webhook: int = 0

    def write(self, is_over: threading.Event) -> None:
        """Returns once everybody who was thanked has answered."""
        for number, (message, reference) in enumerate(self._thanked(is_over)):
            answer = message.replace(MESSAGE, ANSWER)
            mail = self._mail(answer, int(message.rpartition(" ")[2]), reference)
            if number % 2:
                self.mailbox.append(mail)
                self.acknowledged.add(answer)
            else:
                self._post(answer, mail, times=1 + number % 4 // 2)

    def _thanked(self, is_over: threading.Event) -> Iterator[tuple[str, str]]:
        done: set[str] = set()
        while time.monotonic() < self.deadline:
            was_over = is_over.is_set()
            with self.statistics.lock:
                new = {name: reference for name, reference in self.statistics.thanked.items() if name not in done}
            yield from new.items()
            done |= new.keys()
            if was_over and not new:
                return
            is_over.wait(PAUSE)

    def _mail(self, answer: str, number: int, reference: str) -> bytes:
        """Known by the reference in its subject and the enquirer's address; with bytes that nobody may mend."""
        lines = [
            f"From: visitor-{number}@{host(number)}",
            "To: inbox@reply.agency.example",
            f"Subject: Re: Your enquiry {reference}",
            f"Message-ID: <{number}@visitor.example>",
            "",
            answer,
            "",
        ]
        return "\r\n".join(lines).encode()

    def _post(self, answer: str, mail: bytes, times: int) -> None:
        """As a provider does: again and again until it is taken; at times once more than need be."""
        told = json.dumps({"FromFull": {}, "Headers": [], "RawEmail": mail.decode()})
        while times and time.monotonic() < self.deadline:
            try:
                status = self.door.ask(WEBHOOK, "POST", told, Content_Type="application/json", Authorization=KNOWN)[0]
            except LINE_BROKEN:
                status = 0
            if status == http.client.OK:
                self.acknowledged.add(answer)
                self.by_webhook += 1
                times -= 1
            else:
                time.sleep(PAUSE)
