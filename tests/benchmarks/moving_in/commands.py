"""The command in a process of its own, on a site of its own, killed where it is asked for."""

import os
import signal
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

import psycopg

from tests.benchmarks.speed.servers import HOST, BenchFailed, python

# What the old site calls its topic and its author.
NAMES = """
from articles.models import Author, Topic
Topic.objects.create(slug="hiring", name="Hiring", description="How to hire.")
Author.objects.create(slug="ines-vale", name="Ines Vale", biography="<p>Ines writes.</p>")
"""


@dataclass(frozen=True, slots=True)
class Went:
    """How a process ended, after how many seconds, so many of the processor, and the most memory that it held, in bytes."""

    code: int
    seconds: float
    processor: float
    memory: int

    @property
    def was_killed(self) -> bool:
        return self.code == -signal.SIGKILL


@dataclass(frozen=True, slots=True)
class Site:
    """A site with nothing in it."""

    folder: Path
    database: str = ""

    def make(self) -> None:
        self.folder.mkdir(parents=True)
        self._call("manage.py", "migrate", "-v0")
        self._call("manage.py", "shell", "-v0", "-c", NAMES)

    def move_in(self, export: Path) -> Went:
        """Runs the command to its end. Raises `BenchFailed` where that is a bad one."""
        with self._started(export) as process:
            went = ended(process)
        if went.code:
            raise BenchFailed(f"the command ended with {went.code}: see {self.folder / 'log'}")
        return went

    def move_in_until(self, export: Path, posts: int, seconds: float) -> Went:
        """Kills the command so many seconds after as many posts are in, if it is not over by then."""
        with self._started(export) as process:
            killing = Thread(target=self._kill, args=(process.pid, posts, seconds), daemon=True)
            killing.start()
            went = ended(process)
            killing.join()
        return went

    def posts(self) -> int:
        """How many are in."""
        question = "SELECT count(*) FROM articles_importedpost"
        if self.database:
            with psycopg.connect(self.database) as line:
                [number] = line.execute(question).fetchone() or (0,)
        else:
            with closing(sqlite3.connect(self.folder / "data/site.sqlite3", timeout=60)) as line:
                [number] = line.execute(question).fetchone()
        return int(number)

    def outcome(self) -> Path:
        """A file that says all that moving in left behind, written in the same way for every site."""
        path = self.folder / "outcome.json"
        self._call("-m", "tests.benchmarks.moving_in.outcome", str(path))
        return path

    @contextmanager
    def _started(self, export: Path) -> Iterator[subprocess.Popen[bytes]]:
        command = python("manage.py", "import_site", str(export), "--report", str(self.folder / "report.json"))
        with (self.folder / "log").open("a") as log:
            yield subprocess.Popen(command, env=self._environment, stdout=log, stderr=log)

    def _kill(self, pid: int, posts: int, seconds: float) -> None:
        while self.posts() < posts and lives(pid):
            time.sleep(0.2)
        time.sleep(seconds)
        if lives(pid):
            os.kill(pid, signal.SIGKILL)

    def _call(self, *arguments: str) -> None:
        if subprocess.run(python(*arguments), env=self._environment, check=False).returncode:
            raise BenchFailed(f"{' '.join(arguments)} failed")

    @property
    def _environment(self) -> dict[str, str]:
        return os.environ | {
            "ENV_FILE": os.devnull,
            "DJANGO_SETTINGS_MODULE": "agency.settings",
            "SITE_URL": f"http://{HOST}:8000",
            "ALLOWED_HOSTS": HOST,
            "SECRET_KEY": "only-for-the-bench-" + "0123456789" * 5,
            "DEBUG": "off",
            "DATA_DIR": str(self.folder / "data"),
            "STATIC_ROOT": str(self.folder / "static"),
            "DATABASE_URL": self.database,
            "MEDIA_STORAGE_URL": "",
            "EMAIL_URL": (self.folder / "mail").as_uri(),
            "LOG_LEVEL": "ERROR",
        }


def ended(process: subprocess.Popen[bytes]) -> Went:
    """Waits for it, as nobody else may: only whoever does so learns what it used."""
    began = time.monotonic()
    _pid, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return Went(process.returncode, time.monotonic() - began, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)


def lives(pid: int) -> bool:
    """Whether there is such a process."""
    return Path(f"/proc/{pid}").exists()
