"""A throw-away demo site for pictures: its own data, one web server, and guides in the states that readers can meet."""

import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import django

PATIENCE = 30.0
WITHDRAWN = "sample-guide-1"


class Site:
    """The demo content, served from `folder`. Call `start` once and `stop` at the end."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.database = folder / "data" / "site.sqlite3"
        self.away = folder / "away"
        os.environ |= {
            "ENV_FILE": os.devnull,
            "DJANGO_SETTINGS_MODULE": "agency.settings",
            "SITE_URL": self.address,
            "SECRET_KEY": secrets.token_urlsafe(60),
            "DATA_DIR": str(folder / "data"),
            "STATIC_ROOT": str(folder / "static"),
            "DATABASE_URL": "",
            "EMAIL_URL": (folder / "mail").as_uri(),
            "ENQUIRIES_EMAIL": "team@agency.example",
            "INBOUND_EMAIL": "enquiries@reply.agency.example",
            "SECOND_FACTOR": "off",
            "LOG_LEVEL": "CRITICAL",
        }
        self.sessions: dict[str, str] = {}
        self.numbers: dict[str, int] = {}
        self.mails: dict[str, str] = {}
        self.web: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Loads the content and serves it; returns once the site answers."""
        django.setup()
        from tests.screenshots import content  # needs the settings

        self.sessions, self.numbers, self.mails = content.load()
        self._serve()

    def _serve(self) -> None:
        self.web = subprocess.Popen([sys.executable, "-m", "agency.running.web_server", f"--port={self.port}"])
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            with suppress(ConnectionError), socket.create_connection(("127.0.0.1", self.port)):
                return
            time.sleep(0.2)
        raise TimeoutError("the site did not answer")

    @contextmanager
    def without_database(self) -> Iterator[None]:
        """Every query fails, as it would with the database away; a process that has it open would not notice."""
        self.stop()
        self._move(self.database.parent, self.away)
        self._serve()
        yield
        self.stop()
        self._move(self.away, self.database.parent)
        self._serve()

    def _move(self, source: Path, target: Path) -> None:
        """The database with its logs, over whatever was made there since."""
        for made_since in target.glob(f"{self.database.name}*"):
            made_since.unlink()
        target.mkdir(exist_ok=True)
        for file in list(source.glob(f"{self.database.name}*")):
            file.rename(target / file.name)

    def stop(self) -> None:
        """Ends the web server."""
        if self.web:
            self.web.terminate()
            self.web.wait()
