"""Our site as the bench needs it: its content made, then served as `make run` serves it."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from agency.running import run_local
from tests.benchmarks import stand_in
from tests.benchmarks.speed.servers import HOST, BenchFailed, Server, free_port, python

SECRET_KEY = "only-for-the-bench-" + "0123456789" * 5
HELLO = Path(__file__).parent / "hello.py"


@dataclass(frozen=True)
class Site:
    """A filled site: how its processes find its data, and what there is to ask for."""

    name: str
    environment: dict[str, str]
    public: dict[str, str]
    staff: dict[str, str]
    cookie: str

    def serve(self, **settings: str) -> Server:
        """Starts its web server with these settings beside its own; returns once it answers."""
        port = free_port()
        # SITE_URL stays: prepared pages are those of one address.
        server = Server(self.name, python(*run_local.server(port, dev=False)), port, self.environment | settings)
        server.wait_for(self.public["guide"])
        return server


def make(name: str, folder: Path, database: str, *, guides: int = 0, enquiries: int = 0) -> Site:
    """Makes the site's content, or goes on with it. Raises `BenchFailed` where that fails."""
    home = folder / name.replace(" ", "-")
    home.mkdir(parents=True, exist_ok=True)
    environment = {
        "ENV_FILE": os.devnull,
        "DJANGO_SETTINGS_MODULE": "agency.settings",
        "SITE_URL": f"http://{HOST}:8000",
        "ALLOWED_HOSTS": f"{HOST},localhost,testserver",
        "SECRET_KEY": SECRET_KEY,
        "DEBUG": "off",
        "DATA_DIR": str(home / "data"),
        "STATIC_ROOT": str(home / "static"),
        "DATABASE_URL": database,
        "MEDIA_STORAGE_URL": "",
        "EMAIL_URL": (home / "mail").as_uri(),
        "SECOND_FACTOR": "off",
        "LOG_LEVEL": "CRITICAL",
    }
    file = home / "facts.json"
    command = python("-m", "tests.benchmarks.speed.content", str(guides), str(enquiries), str(file))
    with subprocess.Popen(command, env=os.environ | environment, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout or ():
            say(f"{name}: {line.rstrip()}")
    if process.returncode:
        raise BenchFailed(f"{name} could not be filled")
    facts: dict[str, Any] = json.loads(file.read_text())
    return Site(name, environment, **facts)


def hello(headers: Sequence[tuple[str, str]]) -> Server:
    """The bare WSGI application with these headers, under the site's own web server."""
    port = free_port()
    environment = stand_in.environment(HELLO) | {"HELLO_HEADERS": json.dumps(headers)}
    server = Server("hello", python(*run_local.server(port, dev=False)), port, environment)
    server.wait_for("/1/")
    return server


def plain(folder: Path, database: str, *, guides: int, length: int) -> Server:
    """The plain Django project with as many guides, whose bodies are as long."""
    port = free_port()
    environment = {"PLAIN_FOLDER": str(folder / "plain"), "PLAIN_DATABASE_URL": database}
    flags = [f"--port={port}", f"--guides={guides}", f"--length={length}"]
    server = Server("plain", python("-m", "tests.benchmarks.plain", *flags), port, environment)
    server.wait_for("/guides/guide-1/")
    return server


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
