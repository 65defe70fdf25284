"""A real mail server in this process, which can be told to refuse, to hang and to drop the line."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from pytest_django import Settings

from agency.running import environment

SECONDS_OF_A_HANG = 3600  # the server is stopped long before


class MailServer:
    """Keeps what it accepts, with the recipients it was told.

    `answer` refuses a recipient, `data_answer` the mail itself, `sender_answer` every mail; the first two only for the
    addresses in `refused`, if there are any. `lacks` are the extensions of SMTP that it does not know.
    """

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.contents: list[bytes] = []
        self.senders: list[str] = []
        self.lacks: set[str] = set()
        self.recipients: list[list[str]] = []
        self.answer = self.data_answer = self.sender_answer = ""
        self.refused: set[str] = set()
        self.hangs = self.drops = False

    async def handle_EHLO(  # noqa: N802 (the name is aiosmtpd's)
        self, server: Any, session: Any, envelope: Any, hostname: str, responses: list[str]
    ) -> list[str]:
        session.host_name = hostname
        return [line for line in responses if line[4:] not in self.lacks]

    async def handle_MAIL(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:  # noqa: N802
        envelope.mail_from = address
        return self.sender_answer or "250 OK"

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:  # noqa: N802
        if self.drops:
            server.transport.abort()
        if self.hangs:
            await asyncio.sleep(SECONDS_OF_A_HANG)
        if self.answer and self._refuses(address):
            return self.answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        if self.data_answer and all(map(self._refuses, envelope.rcpt_tos)):
            return self.data_answer
        self.contents.append(envelope.content)
        self.senders.append(envelope.mail_from)
        self.mails.append(message_from_bytes(envelope.content, policy=policy.default))
        self.recipients.append(envelope.rcpt_tos)
        return "250 OK"

    def _refuses(self, address: str) -> bool:
        return not self.refused or address in self.refused

    def mail_to(self, address: str) -> EmailMessage:
        """The one mail that this address got."""
        [found] = [mail for mail, to in zip(self.mails, self.recipients, strict=True) if to == [address]]
        return found


class AnyPort(Controller):
    """Takes the port that the system gives it."""

    def _trigger_server(self) -> None:
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@contextmanager
def running(settings: Settings) -> Iterator[MailServer]:
    """The server on a free port, and the settings that lead to it."""
    server = MailServer()
    controller = AnyPort(server, hostname="127.0.0.1", port=0, ready_timeout=20)
    controller.start()
    try:
        settings.MAILERS = {"default": environment.mailer(f"smtp://127.0.0.1:{controller.port}")}
        yield server
    finally:
        controller.stop(no_assert=True)
