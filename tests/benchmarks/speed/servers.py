"""Web servers under measurement: started, watched from outside, and ended with everything that they started."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from http import HTTPStatus
from pathlib import Path

HOST = "127.0.0.1"
PATIENCE = 60.0
TICKS = os.sysconf("SC_CLK_TCK")
# Fields of /proc/PID/stat behind the name in brackets: the process group, and the ticks spent for it and by the kernel.
GROUP, USER, SYSTEM = 2, 11, 12


class BenchFailed(Exception):
    """A figure could not be had; the message says why."""


def free_port() -> int:
    """A port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


class Server:
    """One web server on a port of its own, until `stop`."""

    def __init__(self, name: str, command: Sequence[str], port: int, environment: Mapping[str, str]) -> None:
        self.name, self.port, self.answered_after = name, port, 0.0
        self._started = time.monotonic()
        self._process = subprocess.Popen(
            command, env=os.environ | environment, start_new_session=True, stdout=subprocess.DEVNULL
        )

    def wait_for(self, path: str) -> None:
        """Returns with its first whole answer, and keeps how many seconds after its start that was. Raises `BenchFailed`."""
        while time.monotonic() - self._started < PATIENCE and self._process.poll() is None:
            with suppress(OSError, http.client.HTTPException):
                if get(self.port, path)[0] == HTTPStatus.OK:
                    self.answered_after = time.monotonic() - self._started
                    return
            time.sleep(0.01)
        self.stop()
        raise BenchFailed(f"{self.name} does not answer at {path}")

    def cpu(self) -> float:
        """The seconds of processor time that all its processes have used so far."""
        return sum(int(stat[USER]) + int(stat[SYSTEM]) for _pid, stat in self._processes()) / TICKS

    def memory(self) -> float:
        """The megabytes (of a million bytes) that its largest process holds."""
        pages = [int(Path(f"/proc/{pid}/statm").read_text().split()[1]) for pid, _stat in self._processes()]
        return max(pages) * os.sysconf("SC_PAGESIZE") / 1e6

    def stop(self) -> None:
        for number, seconds in ((signal.SIGTERM, 10), (signal.SIGKILL, 10)):
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, number)
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(seconds)

    def _processes(self) -> Iterator[tuple[int, list[str]]]:
        for folder in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                stat = (folder / "stat").read_text().rpartition(")")[2].split()
                if int(stat[GROUP]) == self._process.pid:
                    yield int(folder.name), stat


def python(*arguments: str) -> list[str]:
    """The command line that runs Python as we are run."""
    return [sys.executable, *arguments]


type Said = list[tuple[str, str]]


def _ask(port: int, path: str, asked: Mapping[str, str]) -> tuple[int, Said, bytes]:
    connection = http.client.HTTPConnection(HOST, port, timeout=PATIENCE)
    try:
        connection.request("GET", path, headers=dict(asked))
        response = connection.getresponse()
        return response.status, response.getheaders(), response.read()
    finally:
        connection.close()


def get(port: int, path: str, headers: Mapping[str, str] | None = None) -> tuple[int, bytes]:
    """The status and the body, as they come over the line."""
    status, _said, content = _ask(port, path, headers or {})
    return status, content


def headers(port: int, path: str, asked: Mapping[str, str]) -> Said:
    """What the application says before the body, without its length and what the web server adds."""
    _status, said, _content = _ask(port, path, asked)
    return [(name, value) for name, value in said if name.lower() not in ("content-length", "date", "server")]


def body(port: int, path: str, headers: Mapping[str, str] | None = None) -> bytes:
    """What is answered. Raises `BenchFailed` for anything but 200."""
    status, content = get(port, path, headers)
    if status != HTTPStatus.OK:
        raise BenchFailed(f"{path} on port {port} answers with {status}")
    return content
