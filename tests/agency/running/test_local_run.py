"""`make run` and `make dev`, without make: the site starts, can be used, and ends with everything it started."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, ProxyHandler, build_opener

import pytest
from django.conf import settings

from agency.running import run_local

ROOT = Path(__file__).parents[3]
GUIDE = "/guides/what-does-a-machine-learning-engineer-do/"
DEADLINE = 240

pytestmark = pytest.mark.skipif(
    bool(os.environ.get("DATABASE_URL")),
    reason="the local run uses its own SQLite file, whichever database the tests use",
)


class Run:
    """One `python -m agency.running.run_local` on a port of its own, with its data in a folder."""

    def __init__(self, folder: Path, *options: str, **environ: str) -> None:
        self.folder, self.port = folder, free_port()
        self.visitor = build_opener(ProxyHandler({}), HTTPCookieProcessor(CookieJar()))
        self.output = folder / "output"
        surroundings = {
            "PATH": os.environ["PATH"],
            "PORT": str(self.port),
            "ENV_FILE": str(folder / "env"),
            "DATA_DIR": str(folder / "data"),
            "STATIC_ROOT": str(settings.STATIC_ROOT),  # collected for all tests, so this run need not
        }
        with self.output.open("w") as output:
            # All that it starts hold the other end of the pipe for errors: it closes when the last of them has ended.
            self.process = subprocess.Popen(
                [sys.executable, "-m", "agency.running.run_local", *options],
                cwd=ROOT,
                env=surroundings | environ,
                stdout=output,
                stderr=subprocess.PIPE,
                text=True,
            )

    def ready(self) -> str:
        """Waits for the announcement; returns what was printed."""
        wait_for(lambda: "Ctrl-C" in self.output.read_text() or self.process.poll() is not None)
        return self.output.read_text()

    def get(self, path: str, data: dict[str, str] | None = None) -> str:
        body = urlencode(data).encode() if data else None
        with self.visitor.open(f"http://127.0.0.1:{self.port}{path}", body, timeout=10) as response:
            return response.read().decode()

    def ended(self) -> tuple[int, str]:
        """Waits until everything has ended; returns exit code and errors."""
        errors = self.process.communicate(timeout=15)[1]
        return self.process.returncode, errors


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + DEADLINE
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.1)


@pytest.fixture
def start(tmp_path: Path):
    runs = []

    def start(*options: str, **environ: str) -> Run:
        runs.append(Run(tmp_path, *options, **environ))
        return runs[-1]

    yield start
    for run in runs:
        run.process.terminate()
        with suppress(subprocess.TimeoutExpired):
            run.process.communicate(timeout=15)


def test_first_and_second_run(start: Callable[..., Run], tmp_path: Path) -> None:
    run = start()
    printed = run.ready()
    assert "guides loaded" in printed
    assert f"http://127.0.0.1:{run.port}/admin/" in printed
    login = next(line for line in printed.splitlines() if line.startswith("Login"))
    password = tmp_path / "data" / "editor-password"
    assert login.split() == ["Login", "editor", password.read_text()]
    for private in (password, tmp_path / "env"):
        assert private.stat().st_mode & 0o777 == 0o600

    assert "ok" in run.get("/healthz")
    page = run.get(GUIDE)
    icon = re.search(r'href="(/static/img/icon\.[0-9a-f]{12}\.svg)"', page)
    assert icon
    run.get(icon[1])
    form = run.get("/enquiries/new/")
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form))
    enquiry = {"role": "client", "name": "Ada Byron", "email": "ada@visitor.example", "message": "Hello", "from": GUIDE}
    run.get("/enquiries/new/", hidden | enquiry)
    wait_for(lambda: len(list((tmp_path / "data" / "mail").glob("*"))) == 2)

    run.process.send_signal(signal.SIGINT)
    assert run.ended() == (0, "")
    with pytest.raises(URLError):
        run.get("/healthz")

    again = start("--dev")
    printed = again.ready()
    assert "guides loaded" not in printed
    assert login in printed
    assert again.port != run.port
    assert f"http://127.0.0.1:{again.port}/sitemap.xml" in again.get("/robots.txt")
    assert "/static/img/icon.svg" in again.get(GUIDE)
    again.get("/static/css/base.css")
    again.process.send_signal(signal.SIGTERM)
    code, errors = again.ended()
    assert code == 0
    assert "Traceback" not in errors


def test_a_taken_port_is_named(start: Callable[..., Run], tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        code, errors = start(PORT=str(port)).ended()
    assert code == 1
    assert (
        errors == f"Port {port} cannot be used (Address already in use); choose another, for example with PORT=8123.\n"
    )
    assert not (tmp_path / "env").exists()


@pytest.mark.parametrize("port", ["abc", "0", "-1", "65536", "80 80", "²"])
def test_a_port_that_is_none_is_refused(port: str) -> None:
    with pytest.raises(SystemExit, match="PORT must be a number from 1 to 65535"):
        run_local.free_port(port)


def test_settings_that_are_not_complete_are_named(start: Callable[..., Run], tmp_path: Path) -> None:
    (tmp_path / "env").write_text("SECRET_KEY=\n")
    code, errors = start().ended()
    assert code == 1
    assert errors.endswith("SECRET_KEY must have at least 50 random characters.\n")
    assert errors.count("\n") == 1


STARTER = """
import sys, time
from agency.running import run_local
part = run_local.start("-c", "import time; time.sleep(60)")
guard = run_local.guarded({"part": part})
print(part.pid, flush=True)
time.sleep(60)
"""


def test_a_part_ends_with_a_run_that_is_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", STARTER], cwd=ROOT, stdout=subprocess.PIPE, text=True) as starter:
        assert starter.stdout
        part = int(starter.stdout.readline())
        starter.kill()

    wait_for(lambda: not is_running(part))


def is_running(pid: int) -> bool:
    """False for one that only waits for its exit code to be read, too."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_the_death_of_one_part_ends_the_others() -> None:
    parts = {
        "first": run_local.start("-c", "import time; time.sleep(60)"),
        "second": run_local.start("-c", ""),
    }
    assert run_local.watch(parts, run_local.Event(), free_port(), "") == "second"
    run_local.end(parts)
    assert parts["first"].wait(1) == -signal.SIGTERM
