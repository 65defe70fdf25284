"""The web server, the same on one machine (`make run`) and in production."""

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from granian import Granian
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels

from agency.running import env_file, logs

# Each request whose body is still on its way waits on a thread of its own, and each that Django has not come to yet.
THREADS = 512
CONNECTIONS = 900  # in a process; more wait until one is free. Many systems let a process open 1,024 files
HEADERS = 32 * 2**10  # bytes; whoever sends more is refused with 431
SECONDS_TO_START = 10  # after SIGHUP the old process goes then, ready or not the new one
SHARED_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it


def main() -> None:
    """Serves until SIGTERM; SIGHUP puts new processes in the place of the old ones, which finish what they began."""
    env_file.load()  # WEB_CONCURRENCY and LOG_FORMAT may stand there
    parser = argparse.ArgumentParser(prog="python -m agency.running.web_server", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--processes", type=int, default=os.environ.get("WEB_CONCURRENCY", "1"))
    parser.add_argument(
        "--seconds-to-finish", type=int, default=30, help="what takes longer when it stops is broken off"
    )
    options = parser.parse_args()
    with counting_together(options.processes):
        serve(options)


@contextmanager
def counting_together(processes: int) -> Iterator[None]:
    """Gives several processes one folder for their figures (agency/monitoring/metrics.py).

    In memory: a process whose figures are in a file on a disk that is full is killed (SIGBUS).
    """
    if processes == 1:
        yield
        return
    with TemporaryDirectory(dir=SHARED_MEMORY if SHARED_MEMORY.is_dir() else None) as folder:
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = folder
        try:
            yield
        finally:
            del os.environ["PROMETHEUS_MULTIPROC_DIR"]  # the folder is gone then, and who starts next would look for it


def serve(options: argparse.Namespace) -> None:
    Granian(
        "agency.wsgi:application",
        address=options.host,
        port=options.port,
        workers=options.processes,
        interface=Interfaces.WSGI,
        http=HTTPModes.http1,
        websockets=False,
        http1_settings=HTTP1Settings(max_buffer_size=HEADERS),
        blocking_threads=THREADS,
        backpressure=CONNECTIONS,
        respawn_failed_workers=True,
        respawn_interval=SECONDS_TO_START,
        workers_kill_timeout=options.seconds_to_finish,
        log_level=LogLevels.error,
        log_dictconfig=_logging(),
    ).serve()


def _logging() -> dict[str, Any]:
    return {
        "formatters": {"chosen": logs.formatter(os.environ.get("LOG_FORMAT", "line"))},
        "handlers": {"stdout": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "chosen"}},
        "loggers": {"_granian": {"handlers": ["stdout"], "propagate": False}},
    }


if __name__ == "__main__":
    main()
