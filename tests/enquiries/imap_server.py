"""A small, real IMAP server in this process: as much of RFC 3501, 6851 and 2342 as a mailbox's reader needs.

It can be told to hang, to drop the line, to refuse, and to lack extensions.
"""

import re
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

USER, PASSWORD = "reader", "p@ss:word"


@dataclass
class Stored:
    """One mail in one folder."""

    uid: int
    content: bytes
    flags: set[str] = field(default_factory=set)
    came_on: date = field(default_factory=date.today)


class ImapServer:
    """`folders` holds the mails. `mood` is kind, hanging, dropping or refusing; `drops_after` drops the line after a
    command of this name was carried out, before it is answered; `hangs_at` leaves it without an answer."""

    def __init__(self, *, can: tuple[str, ...] = ("MOVE", "NAMESPACE"), prefix: str = "", port: int = 0) -> None:
        self.folders: dict[str, list[Stored]] = {"INBOX": []}
        self.can, self.prefix, self.mood, self.drops_after = can, prefix, "kind", ""
        self.hangs_at = ""
        self.commands: list[str] = []
        self.is_over = threading.Event()
        self._lock, self._uid = threading.Lock(), 0
        server = self

        class Handler(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                Session(server, self.rfile, self.wfile).run()

        socketserver.ThreadingTCPServer.allow_reuse_address = True
        self._tcp = socketserver.ThreadingTCPServer(("127.0.0.1", port), Handler)
        self._tcp.daemon_threads, self._tcp.block_on_close = True, False
        self.port = self._tcp.server_address[1]

    @property
    def url(self) -> str:
        return f"imap://{USER}:p%40ss%3Aword@127.0.0.1:{self.port}/INBOX"  # pragma: allowlist secret - of nobody

    def append(self, content: bytes, folder: str = "INBOX") -> None:
        """What a mail server does with a mail for the mailbox: once this returns, it has been taken."""
        with self._lock:
            self._uid += 1
            self.folders.setdefault(folder, []).append(Stored(self._uid, content))

    def contents(self, folder: str) -> list[bytes]:
        with self._lock:
            return [mail.content for mail in self.folders.get(folder, [])]

    def move(self, folder: str, uid: int, to: str, *, keeps: bool = False) -> bool:
        """Whether it was there; under a new number in the other folder."""
        with self._lock:
            found = [mail for mail in self.folders[folder] if mail.uid == uid]
            for mail in found:
                self._uid += 1
                self.folders[to].append(Stored(self._uid, mail.content))
                if not keeps:
                    self.folders[folder].remove(mail)
            return bool(found)

    def serve(self) -> None:
        self._tcp.serve_forever(poll_interval=0.02)

    def stop(self) -> None:
        self.is_over.set()
        self._tcp.shutdown()
        self._tcp.server_close()


class Session:
    """One line, from greeting to goodbye."""

    def __init__(self, server: ImapServer, lines: Any, out: Any) -> None:
        self.server, self.lines, self.out = server, lines, out
        self.folder, self.known = "", False

    def run(self) -> None:
        self.say(b"* OK ready")
        while line := self.lines.readline():
            tag, _, rest = line.strip().partition(b" ")
            if self.server.mood == "hanging":
                while self.server.mood == "hanging" and not self.server.is_over.wait(0.05):
                    pass
                return
            if self.server.mood == "dropping":
                return
            if not self.answer(tag, rest.decode()):
                return

    def say(self, line: bytes) -> None:
        self.out.write(line + b"\r\n")
        self.out.flush()

    def answer(self, tag: bytes, command: str) -> bool:
        """Whether the line goes on."""
        name, _, rest = command.partition(" ")
        if name.upper() == "UID":
            name, _, rest = rest.partition(" ")
            name = f"UID {name}"
        name = name.upper()
        self.server.commands.append(name)
        said = getattr(self, name.replace(" ", "_").lower(), lambda _rest: "BAD unknown")(rest)
        if self.server.hangs_at == name:
            self.server.is_over.wait()
        if self.server.drops_after == name:
            return False
        self.say(tag + b" " + said.encode() + b" (that was it)")
        return name != "LOGOUT"

    def capability(self, _rest: str) -> str:
        more = " ".join(self.server.can) if self.known else ""
        self.say(f"* CAPABILITY IMAP4rev1 {more}".strip().encode())
        return "OK"

    def login(self, rest: str) -> str:
        self.known = rest == f'{USER} "{PASSWORD}"' and self.server.mood != "refusing"
        return "OK" if self.known else "NO [AUTHENTICATIONFAILED] reader@example.org is unknown"

    def namespace(self, _rest: str) -> str:
        self.say(f'* NAMESPACE (("{self.server.prefix}" ".")) NIL NIL'.encode())
        return "OK"

    def create(self, rest: str) -> str:
        name = rest.strip('"')
        if not name.startswith(self.server.prefix) or name in self.server.folders:
            return "NO cannot be made"
        self.server.folders[name] = []
        return "OK"

    def select(self, rest: str) -> str:
        self.folder = rest.strip('"')
        if self.folder not in self.server.folders:
            return "NO there is none"
        self.say(f"* {len(self.server.folders[self.folder])} EXISTS".encode())
        return "OK [READ-WRITE]"

    def fetch(self, rest: str) -> str:
        last = int(rest.partition(" ")[0].partition(":")[2])
        for number, mail in enumerate(self.server.folders[self.folder][:last], start=1):
            self.say(f"* {number} FETCH (UID {mail.uid} RFC822.SIZE {size_of(mail)})".encode())
        return "OK"

    def uid_fetch(self, rest: str) -> str:
        uid, _, what = rest.partition(" ")
        for number, mail in enumerate(self.server.folders[self.folder], start=1):
            if mail.uid == int(uid):
                content = mail.content.partition(b"\r\n\r\n")[0] if "HEADER" in what else mail.content
                self.out.write(f"* {number} FETCH (UID {uid} BODY[] {{{len(content)}}}\r\n".encode() + content)
                self.say(b")")
        return "OK"

    def uid_move(self, rest: str) -> str:
        uid, _, folder = rest.partition(" ")
        if folder.strip('"') not in self.server.folders:
            return "NO [TRYCREATE]"
        self.server.move(self.folder, int(uid), folder.strip('"'))
        return "OK"

    def uid_copy(self, rest: str) -> str:
        uid, _, folder = rest.partition(" ")
        self.server.move(self.folder, int(uid), folder.strip('"'), keeps=True)
        return "OK"

    def uid_search(self, rest: str) -> str:
        day = datetime.strptime(rest.partition(" ")[2], "%d-%b-%Y").date()  # noqa: DTZ007 - a day
        found = [str(mail.uid) for mail in self.server.folders[self.folder] if mail.came_on < day]
        self.say(" ".join(["* SEARCH", *found]).encode())
        return "OK"

    def uid_store(self, rest: str) -> str:
        uids = set(map(int, rest.partition(" ")[0].split(",")))
        for mail in self.server.folders[self.folder]:
            if mail.uid in uids:
                mail.flags.add(r"\Deleted")
        return "OK"

    def expunge(self, _rest: str) -> str:
        kept = [mail for mail in self.server.folders[self.folder] if r"\Deleted" not in mail.flags]
        self.server.folders[self.folder] = kept
        return "OK"

    def logout(self, _rest: str) -> str:
        self.say(b"* BYE")
        return "OK"


def size_of(mail: Stored) -> int:
    """Its length, or the one that it claims, so that a test need not make a mail of 50 MB."""
    claimed = re.search(rb"^X-Claimed-Size: (\d+)", mail.content, re.MULTILINE)
    return int(claimed[1]) if claimed else len(mail.content)


@contextmanager
def running(**options: Any) -> Iterator[ImapServer]:
    server = ImapServer(**options)
    thread = threading.Thread(target=server.serve, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.stop()
        thread.join()
