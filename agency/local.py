"""Runs the whole site on this machine: as production does (`make run`), or with auto-reload (`make dev`)."""

import argparse
import hashlib
import http.client
import os
import secrets
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import Event

import django
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles import finders
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import connections, transaction

BASE_DIR = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"
EDITOR = "editor"
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
SECONDS_TO_STOP = 5

type Parts = dict[str, subprocess.Popen[bytes]]


def main() -> None:
    """Prepares the site, then serves it until it is told to stop or a part of it dies."""
    for number in SIGNALS:
        signal.signal(number, lambda *_: sys.exit(0))
    parser = argparse.ArgumentParser(prog="python -m agency.local", description=__doc__)
    parser.add_argument("--dev", action="store_true", help="debug pages and auto-reload")
    dev = parser.parse_args().dev
    port = free_port(os.environ.get("PORT") or "8000")
    configure(port, dev=dev)
    password = prepare(dev=dev)
    stop = Event()
    for number in SIGNALS:
        signal.signal(number, lambda *_: stop.set())
    parts = {"web server": start(*server(port, dev=dev)), "mail worker": start("manage.py", "send_notices")}
    try:
        dead = watch(parts, stop, port, password)
    finally:
        end(parts)
    if dead:
        sys.exit(f"The {dead} ended by itself, so the site was stopped.")


def free_port(text: str) -> int:
    """The port as a number; leaves with a sentence when it is none, or taken."""
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 2**16):
        sys.exit(f"PORT must be a number from 1 to 65535, not {text!r}.")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, int(text)))
        except OSError as error:
            sys.exit(f"Port {text} cannot be used ({error.strerror}); choose another, for example with PORT=8123.")
    return int(text)


def configure(port: int, *, dev: bool) -> None:
    """Sets the environment of this run, writes `.env` where there is none, and loads Django."""
    os.chdir(BASE_DIR)
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "agency.settings",
        "SITE_URL": f"http://{HOST}:{port}",
        "ALLOWED_HOSTS": f"{HOST},localhost",
        "DEBUG": "on" if dev else "off",
    }
    env_file = Path(os.environ.get("ENV_FILE", BASE_DIR / ".env"))
    if not env_file.exists():
        write_private(env_file, f"SITE_URL={os.environ['SITE_URL']}\nSECRET_KEY={secrets.token_urlsafe(60)}\n")
    try:
        django.setup()
    except ImproperlyConfigured as error:
        sys.exit(f"The settings in {env_file} or the environment are not complete: {error}")


def prepare(*, dev: bool) -> str:
    """Brings database, content, static files and login to where they must be; returns the login's password."""
    from articles.models import Article  # needs the settings

    call_command("migrate", verbosity=0)
    if not Article.objects.exists():
        with transaction.atomic():
            call_command("seed_demo")
    if not dev:
        collect_static()
    password = ensure_editor()
    connections.close_all()
    return password


def collect_static() -> None:
    """Collects the static files, unless they are the ones that were collected last."""
    files = sorted(storage.path(name) for finder in finders.get_finders() for name, storage in finder.list([]))
    states = [(path, Path(path).stat().st_mtime_ns, Path(path).stat().st_size) for path in files]
    state, stamp = hashlib.sha256(repr(states).encode()).hexdigest(), Path(settings.STATIC_ROOT) / ".collected"
    if not stamp.exists() or stamp.read_text() != state:
        call_command("collectstatic", interactive=False, verbosity=0)
        stamp.write_text(state)


def ensure_editor() -> str:
    """Makes the staff login on the first run; returns its password, which a private file keeps for later runs."""
    file = settings.DATA_DIR / "editor-password"
    if not file.exists():
        write_private(file, secrets.token_urlsafe(12))
    password = file.read_text()
    users = get_user_model()._default_manager
    editor = users.filter(username=EDITOR).first() or users.create_superuser(EDITOR, password=password)
    return password if editor.check_password(password) else "(the password you chose)"


def write_private(path: Path, text: str) -> None:
    """Writes a new file that only its owner can read."""
    path.touch(mode=0o600, exist_ok=False)
    path.write_text(text)


def server(port: int, *, dev: bool) -> list[str]:
    """The web server's command line."""
    if dev:
        return ["manage.py", "runserver", f"{HOST}:{port}"]
    options = ["--threads=8", "--no-control-socket", "--log-level=warning", f"--graceful-timeout={SECONDS_TO_STOP - 2}"]
    return ["-m", "gunicorn", "agency.wsgi", f"--bind={HOST}:{port}", *options]


def start(*command: str) -> subprocess.Popen[bytes]:
    """Starts a part in a group of its own: Ctrl-C reaches only us, and we end the whole group."""
    return subprocess.Popen([sys.executable, *command], start_new_session=True)  # noqa: S603 (the commands are ours)


def watch(parts: Parts, stop: Event, port: int, password: str) -> str | None:
    """Waits until we are told to stop, announcing the site once it answers; returns the name of a part that died."""
    announced = False
    while not stop.wait(0.2):
        for name, part in parts.items():
            if part.poll() is not None:
                return name
        if not announced and answers(port):
            announced = True
            announce(port, password)
    return None


def answers(port: int) -> bool:
    """True when the site is ready for visitors."""
    site = http.client.HTTPConnection(HOST, port, timeout=2)
    try:
        site.request("GET", "/healthz")
        return site.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        site.close()


def announce(port: int, password: str) -> None:
    """Says where the site is and how to sign in."""
    lines = [
        f"Site    http://{HOST}:{port}/",
        f"Admin   http://{HOST}:{port}/admin/",
        f"Login   {EDITOR}  {password}",
        f"Mail    {settings.MAILERS['default']['OPTIONS'].get('file_path', 'is really sent, see EMAIL_URL')}",
        "Ctrl-C ends everything.",
    ]
    sys.stdout.write("\n" + "\n".join(lines) + "\n\n")
    sys.stdout.flush()


def end(parts: Parts) -> None:
    """Ends every part and what it started, by force where it takes too long."""
    signal_groups(parts, signal.SIGTERM)
    for part in parts.values():
        with suppress(subprocess.TimeoutExpired):
            part.wait(SECONDS_TO_STOP)
    signal_groups(parts, signal.SIGKILL)


def signal_groups(parts: Parts, number: signal.Signals) -> None:
    """Signals each part's group, where anything of it is left."""
    for part in parts.values():
        with suppress(ProcessLookupError):
            os.killpg(part.pid, number)


if __name__ == "__main__":
    main()
