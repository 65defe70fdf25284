"""A virus scanner in this process that speaks clamd's protocol."""

import struct
from pathlib import Path
from socketserver import StreamRequestHandler, ThreadingUnixStreamServer
from threading import Thread
from typing import Self

VIRUS = b"A TERRIBLE VIRUS"
NAME = "Win.Test.Terrible-1"


class Scanner(ThreadingUnixStreamServer):
    """Finds one virus; `answer` replaces what it says, and None makes it hang up without a word."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        self.address = str(folder / "clamd.ctl")
        super().__init__(self.address, Line)
        self.answer: bytes | None = b""
        self.longest = 10_000_000
        self.scanned: list[bytes] = []
        self._thread = Thread(target=self.serve_forever, kwargs={"poll_interval": 0.01})

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *args: object) -> None:
        self.shutdown()
        self._thread.join()
        self.server_close()


class Line(StreamRequestHandler):
    server: Scanner

    def handle(self) -> None:
        command = self._until_nul()
        answer = b"PONG\0" if command == b"zPING" else self._scan()
        if self.server.answer is not None:
            self.wfile.write(self.server.answer or answer)

    def _scan(self) -> bytes:
        content = b""
        while size := struct.unpack(">I", self.rfile.read(4))[0]:
            content += self.rfile.read(size)
            if len(content) > self.server.longest:
                return b"INSTREAM size limit exceeded. ERROR\0"
        self.server.scanned.append(content)
        return b"stream: " + (NAME.encode() + b" FOUND\0" if VIRUS in content else b"OK\0")

    def _until_nul(self) -> bytes:
        command = b""
        while (sign := self.rfile.read(1)) not in (b"\0", b""):
            command += sign
        return command
