"""A real mail server that can be told to misbehave, and that remembers what it accepted."""

import asyncio
from collections import Counter
from email import message_from_bytes
from typing import Any

from aiosmtpd.controller import Controller

HANG_SECONDS = 60
NO_MAILBOX, NO_ENTRY = "no-mailbox.example", "no-entry.example"


class MailServer:
    """`mood` is `kind`, `refusing`, `hanging`, `dropping`, `full` or `locked`; `accepted` counts each (Message-ID, recipient).

    Whatever its mood, it refuses for good who is at `NO_MAILBOX`, and what is sent to `NO_ENTRY`; the moods are its own
    trouble.
    """

    def __init__(self) -> None:
        self.mood = "kind"
        self.accepted: Counter[tuple[str, str]] = Counter()

    async def handle_MAIL(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:  # noqa: N802 (aiosmtpd's name)
        if self.mood == "full":
            return "452 4.3.1 Insufficient system storage"
        if self.mood == "locked":
            return "530 5.7.0 Authentication required"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:  # noqa: N802
        if self.mood == "refusing":
            return "451 Try again later"
        if self.mood == "dropping":
            server.transport.abort()
        if self.mood == "hanging":
            await asyncio.sleep(HANG_SECONDS)
        if address.endswith(NO_MAILBOX):
            return "550 5.1.1 No such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        if any(recipient.endswith(NO_ENTRY) for recipient in envelope.rcpt_tos):
            return "554 5.7.1 Not wanted here"
        message_id = message_from_bytes(envelope.content)["Message-ID"]
        self.accepted.update((message_id, recipient) for recipient in envelope.rcpt_tos)
        return "250 OK"


def listening(server: MailServer, port: int) -> Controller:
    """The server, accepting connections on the port; stop it with `.stop()`."""
    controller = Controller(server, hostname="127.0.0.1", port=port, ready_timeout=20)
    controller.start()
    return controller
