"""A mailbox by IMAP (RFC 3501): what waits in a folder, whole, and where it goes once we have it.

Nothing is moved before the caller says that it is stored. Any server may hang, break off or say nonsense:
everything that goes wrong is `MailboxAway`.
"""

import imaplib
import re
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from threading import Timer
from typing import Any
from urllib.parse import SplitResult, unquote

PROCESSED = "Processed"
SECONDS = 20  # for each answer of the server
LONGEST_VISIT = 5 * 60  # seconds; a server may send a byte at a time
MOST = 50  # mails that are asked for at once
MOST_FORGOTTEN = 200
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
HEAD_BYTES = 64 * 1024
PORTS = {"imaps": 993, "imap": 143}
SIZE = re.compile(rb"UID (?P<uid>\d+)|RFC822\.SIZE (?P<size>\d+)")
PERSONAL_NAMESPACE = re.compile(rb'^\(\("(?P<prefix>[^"]*)" ')
TROUBLE = (OSError, imaplib.IMAP4.error, ssl.SSLError, ValueError, LookupError)


class MailboxAway(Exception):
    """The mailbox cannot be used now; the message is the kind of failure, without personal data."""


class Mailbox:
    """An open folder. Get one from `opened`."""

    def __init__(self, line: imaplib.IMAP4, folder: str) -> None:
        self._line, self._folder = line, _quoted(folder)
        # Servers can more for somebody whom they know.
        self._can = b" ".join(self._ask("CAPABILITY", *line.capability())).upper().split()
        self.processed = self._prefix() + PROCESSED
        line.create(_quoted(self.processed))  # refused where it is there already

    def waiting(self) -> list[tuple[bytes, int]]:
        """Number (UID) and size of the mails that have waited longest, at most `MOST`."""
        there = int(self._ask("SELECT", *self._line.select(self._folder))[0] or 0)
        if not there:
            return []
        lines = self._ask("FETCH", *self._line.fetch(f"1:{min(there, MOST)}", "(UID RFC822.SIZE)"))
        return [_uid_and_size(line) for line in lines if isinstance(line, bytes)]

    def whole(self, uid: bytes) -> bytes:
        """The mail, without marking it as read."""
        return self._content(uid, "(BODY.PEEK[])")

    def head(self, uid: bytes) -> bytes:
        """Its headers."""
        return self._content(uid, f"(BODY.PEEK[HEADER]<0.{HEAD_BYTES}>)")

    def put_away(self, uid: bytes) -> None:
        """Moves it to the folder `processed`; fine if it has gone there meanwhile."""
        number, folder = uid.decode(), _quoted(self.processed)
        if b"MOVE" in self._can:  # RFC 6851
            self._ask("MOVE", *self._line.uid("MOVE", number, folder))
            return
        self._ask("COPY", *self._line.uid("COPY", number, folder))
        self._ask("STORE", *self._line.uid("STORE", number, "+FLAGS.SILENT", r"(\Deleted)"))
        self._ask("EXPUNGE", *self._line.expunge())

    def forget(self, before: date) -> int:
        """Deletes what was put away and came in before that day; returns how many, at most `MOST_FORGOTTEN`."""
        self._ask("SELECT", *self._line.select(_quoted(self.processed)))
        found = self._ask("SEARCH", *self._line.uid("SEARCH", "BEFORE", _day(before)))[0] or b""
        numbers = found.decode().split()[:MOST_FORGOTTEN]
        if numbers:
            self._ask("STORE", *self._line.uid("STORE", ",".join(numbers), "+FLAGS.SILENT", r"(\Deleted)"))
            self._ask("EXPUNGE", *self._line.expunge())
        return len(numbers)

    def _prefix(self) -> str:
        """What the names of our folders begin with, such as `INBOX.` (RFC 2342)."""
        if b"NAMESPACE" not in self._can:
            return ""
        match = PERSONAL_NAMESPACE.match(self._ask("NAMESPACE", *self._line.namespace())[0] or b"")
        return match["prefix"].decode("ascii") if match else ""

    def _content(self, uid: bytes, what: str) -> bytes:
        """Raises `MailboxAway` for a mail that is not there any more."""
        lines = self._ask("FETCH", *self._line.uid("FETCH", uid.decode(), what))
        found = [line[1] for line in lines if isinstance(line, tuple)]
        if len(found) != 1:
            raise MailboxAway("a mail was not there any more")
        return bytes(found[0])

    def _ask(self, name: str, status: str, lines: list[Any]) -> list[Any]:
        if status != "OK":
            raise MailboxAway(f"{name} was refused")
        return lines


@contextmanager
def opened(url: SplitResult) -> Iterator[Mailbox]:
    """The folder that the address names, INBOX if it names none. Raises `MailboxAway`, also for what is done inside."""
    timer = None
    try:
        line = _line_to(url)
        timer = Timer(LONGEST_VISIT, _cut, args=(line,))
        timer.daemon = True
        timer.start()
        try:
            _login(line, url)
            yield Mailbox(line, unquote(url.path.strip("/")) or "INBOX")
        finally:
            with suppress(*TROUBLE):
                line.logout()
            with suppress(*TROUBLE):  # where saying goodbye failed
                line.shutdown()
    except TROUBLE as error:
        raise MailboxAway(type(error).__name__) from error
    finally:
        if timer:
            timer.cancel()


def _line_to(url: SplitResult) -> imaplib.IMAP4:
    host, port = str(url.hostname), url.port or PORTS[url.scheme]
    if url.scheme == "imaps":
        return imaplib.IMAP4_SSL(host, port, ssl_context=ssl.create_default_context(), timeout=SECONDS)
    return imaplib.IMAP4(host, port, timeout=SECONDS)


def _login(line: imaplib.IMAP4, url: SplitResult) -> None:
    try:
        line.login(unquote(url.username or ""), unquote(url.password or ""))
    except imaplib.IMAP4.abort:
        raise
    except imaplib.IMAP4.error as error:  # its words may name the mailbox
        raise MailboxAway("LOGIN was refused") from error


def _cut(line: imaplib.IMAP4) -> None:
    with suppress(OSError):
        line.socket().shutdown(socket.SHUT_RDWR)


def _quoted(folder: str) -> str:
    return '"{}"'.format(folder.replace("\\", r"\\").replace('"', r"\""))


def _day(day: date) -> str:
    """As the protocol writes it, whatever the language of the machine is."""
    return f"{day.day}-{MONTHS[day.month - 1]}-{day.year}"


def _uid_and_size(line: bytes) -> tuple[bytes, int]:
    found: dict[str, bytes] = {}
    for match in SIZE.finditer(line):
        found |= {name: value for name, value in match.groupdict().items() if value}
    return found["uid"], int(found["size"])
