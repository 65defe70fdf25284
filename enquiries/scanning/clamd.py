"""The protocol of clamd, ClamAV's scanner (clamd(8)), which other scanners speak, too."""

import socket
import struct
import time
from contextlib import suppress
from typing import Any

from django.conf import settings

SECONDS = 10  # for a whole scan; a visitor waits
SECONDS_TO_PING = 1
PIECE = 64 * 1024
LONGEST_ANSWER = 4096
SCAN, PING = b"zINSTREAM\0", b"zPING\0"
FOUND = " FOUND"


class NotScanned(Exception):
    """The scanner has not said whether there is a virus; the message says why."""


class ScannerAway(NotScanned):
    """It does not answer, so that others need not be tried now."""


def virus_in(content: bytes) -> str:
    """The name of the virus that was found; empty when there is none. Raises `NotScanned`."""
    pieces = [content[at : at + PIECE] for at in range(0, len(content), PIECE)]
    stream = b"".join(struct.pack(">I", len(piece)) + piece for piece in (*pieces, b""))
    answer = _ask(SCAN + stream, SECONDS).removeprefix("stream: ")
    if answer.endswith(FOUND):
        return "".join(filter(str.isprintable, answer.removesuffix(FOUND)))[:200] or "a virus without a name"
    if answer != "OK":
        raise NotScanned("the scanner answered with an error")
    return ""


def is_there() -> bool:
    """Whether the scanner answers at all."""
    try:
        return _ask(PING, SECONDS_TO_PING) == "PONG"
    except NotScanned:
        return False


def _ask(question: bytes, seconds: float) -> str:
    deadline = time.monotonic() + seconds
    try:
        with _connected(seconds) as line:
            line.settimeout(_left(deadline))
            with suppress(BrokenPipeError, ConnectionResetError):  # it may have said why it stopped listening
                line.sendall(question)
            return _answer(line, deadline)
    except OSError as error:
        raise ScannerAway(type(error).__name__) from error


def _connected(seconds: float) -> socket.socket:
    where: Any = settings.VIRUS_SCANNER
    if isinstance(where, tuple):
        return socket.create_connection(where, seconds)
    line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    line.settimeout(seconds)
    try:
        line.connect(where)
    except OSError:
        line.close()
        raise
    return line


def _answer(line: socket.socket, deadline: float) -> str:
    """Up to the NUL that ends it. Raises `OSError` for one that does not end."""
    answer = b""
    while not answer.endswith(b"\0"):
        line.settimeout(_left(deadline))
        more = line.recv(LONGEST_ANSWER)
        answer += more
        if not more or len(answer) > LONGEST_ANSWER:
            raise ConnectionError("the answer does not end")
    return answer.rstrip(b"\0").decode(errors="replace").strip()


def _left(deadline: float) -> float:
    if (left := deadline - time.monotonic()) <= 0:
        raise TimeoutError
    return left
