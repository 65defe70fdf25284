"""A real mail server that can be told to misbehave, and that remembers what it accepted."""

import asyncio
from collections import Counter
from email import message_from_bytes
from typing import Any

from aiosmtpd.controller import Controller

HANG_SECONDS = 60


class MailServer:
    """`mood` is `kind`, `refusing`, `hanging` or `dropping`; `accepted` counts each (Message-ID, recipient)."""

    def __init__(self) -> None:
        self.mood = "kind"
        self.accepted: Counter[tuple[str, str]] = Counter()

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:  # noqa: N802 (aiosmtpd's name)
        if self.mood == "refusing":
            return "451 Try again later"
        if self.mood == "dropping":
            server.transport.abort()
        if self.mood == "hanging":
            await asyncio.sleep(HANG_SECONDS)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        message_id = message_from_bytes(envelope.content)["Message-ID"]
        self.accepted.update((message_id, recipient) for recipient in envelope.rcpt_tos)
        return "250 OK"


def listening(server: MailServer, port: int) -> Controller:
    """The server, accepting connections on the port; stop it with `.stop()`."""
    controller = Controller(server, hostname="127.0.0.1", port=port, ready_timeout=20)
    controller.start()
    return controller
