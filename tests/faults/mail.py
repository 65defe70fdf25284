"""A real mail server that can be told to misbehave, and that remembers what it accepted."""

import asyncio
from collections import Counter
from email import message_from_bytes
from typing import Any

from aiosmtpd.controller import Controller

HANG_SECONDS = 60
NO_MAILBOX, NO_ENTRY = "no-mailbox.example", "no-entry.example"
# Between two moods it is kind again, so that something gets through.
BAD_MOODS = ("refusing", "hanging", "dropping", "greylisting", "full", "away", "locked", "blocking")


class MailServer:
    """`mood` is `kind`, `holding` or one of `BAD_MOODS`; `accepted` counts each (Message-ID, recipient).

    Whatever its mood, it refuses for good who is at `NO_MAILBOX`, and what is sent to `NO_ENTRY`; the moods are its own
    trouble. `refused` are the recipients to whom it ever said a no that sounds like one for good.
    """

    def __init__(self) -> None:
        self.mood = "kind"
        self.accepted: Counter[tuple[str, str]] = Counter()
        self.refused: set[str] = set()
        self.met: set[str] = set()
        self.held = 0

    async def handle_MAIL(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:  # noqa: N802 (aiosmtpd's name)
        if self.mood == "full":
            return "452 4.3.1 Insufficient system storage"
        if self.mood == "locked":
            return "530 5.7.0 Authentication required"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:  # noqa: N802
        if self.mood == "dropping":
            server.transport.abort()
        if self.mood == "hanging":
            await asyncio.sleep(HANG_SECONDS)
        if self.mood == "holding":
            await self._hold()
        if refusal := self._refusal(address):
            return refusal
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        if any(recipient.endswith(NO_ENTRY) for recipient in envelope.rcpt_tos):
            self.refused.update(envelope.rcpt_tos)
            return "554 5.7.1 Not wanted here"
        message_id = message_from_bytes(envelope.content)["Message-ID"]
        self.accepted.update((message_id, recipient) for recipient in envelope.rcpt_tos)
        return "250 OK"

    def _refusal(self, address: str) -> str:
        is_known = address in self.met
        self.met.add(address)
        if self.mood == "refusing":
            return "451 Try again later"
        if self.mood == "greylisting" and not is_known:
            return "451 4.7.1 Greylisted, please try again"
        if self.mood == "blocking":
            self.refused.add(address)
            return "554 5.7.1 Client host blocked"
        if address.endswith(NO_MAILBOX):
            self.refused.add(address)
            return "550 5.1.1 No such mailbox"
        return ""

    async def _hold(self) -> None:
        """Until the mood changes."""
        self.held += 1
        while self.mood == "holding":
            await asyncio.sleep(0.1)


class Inbox:
    """The mail server on its port, which can also go away."""

    def __init__(self, port: int) -> None:
        self.server, self.port = MailServer(), port
        self._controller: Controller | None = listening(self.server, port)

    def behave(self, mood: str) -> None:
        self.server.mood = mood
        if mood == "away":
            self.stop()
        elif self._controller is None:
            self._controller = listening(self.server, self.port)

    def stop(self) -> None:
        if self._controller:
            self._controller.stop()
        self._controller = None


def listening(server: MailServer, port: int) -> Controller:
    """The server, accepting connections on the port; stop it with `.stop()`."""
    controller = Controller(server, hostname="127.0.0.1", port=port, ready_timeout=20)
    controller.start()
    return controller
