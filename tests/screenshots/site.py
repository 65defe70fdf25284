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
            "LOG_LEVEL": "CRITICAL",
        }
        self.sessions: dict[str, str] = {}
        self.web: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Loads the content and serves it; returns once the site answers."""
        django.setup()
        from tests.screenshots import content  # needs the settings

        self.sessions = content.load()
        bind = f"--bind=127.0.0.1:{self.port}"
        options = ["--threads=8", "--no-control-socket", "--log-level=critical"]
        self.web = subprocess.Popen([sys.executable, "-m", "gunicorn", "agency.wsgi", bind, *options])
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            with suppress(ConnectionError), socket.create_connection(("127.0.0.1", self.port)):
                return
            time.sleep(0.2)
        raise TimeoutError("the site did not answer")

    @contextmanager
    def without_database(self) -> Iterator[None]:
        """Every query fails, as it would with the database away."""
        away = self.database.with_suffix(".away")
        self.database.rename(away)
        yield
        for made_since in self.database.parent.glob(f"{self.database.name}*"):
            made_since.unlink()
        away.rename(self.database)

    def stop(self) -> None:
        """Ends the web server."""
        if self.web:
            self.web.terminate()
            self.web.wait()
