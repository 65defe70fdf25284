"""Runs the whole site on this machine: as production does (`make run`), or with auto-reload (`make dev`)."""

import argparse
import os
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from threading import Event
from typing import Any

from agency.running.health_check import HOST, answers

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
SECONDS_TO_STOP = 5

type Parts = dict[str, subprocess.Popen[bytes]]


def main() -> None:
    """Prepares the site, then serves it until it is stopped or a part of it dies."""
    for number in SIGNALS:
        signal.signal(number, lambda *_: os._exit(0))  # nothing runs yet, and an exception might be swallowed
    parser = argparse.ArgumentParser(prog="python -m agency.running.run_local", description=__doc__)
    parser.add_argument("--dev", action="store_true", help="debug pages and auto-reload")
    dev = parser.parse_args().dev
    port = free_port(os.environ.get("PORT") or "8000")

    from agency.running import bootstrap  # takes a while, so that the signals come first

    bootstrap.configure(f"http://{HOST}:{port}", hosts=f"{HOST},localhost", debug=dev)
    login = bootstrap.prepare(static=not dev)
    stop = Event()
    for number in SIGNALS:
        signal.signal(number, lambda *_: stop.set())
    parts = {"web server": start(*server(port, dev=dev)), "worker": start("manage.py", "work")}
    guard = guarded(parts)
    try:
        dead = watch(parts, stop, port, login)
    finally:
        end(parts)
        guard.kill()
    if dead:
        sys.exit(f"The {dead} stopped unexpectedly, so the site was stopped.")


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


def server(port: int, *, dev: bool) -> list[str]:
    """The web server's command line."""
    if dev:
        return ["manage.py", "runserver", f"{HOST}:{port}"]
    options = [f"--host={HOST}", f"--port={port}", f"--seconds-to-finish={SECONDS_TO_STOP - 2}"]
    return ["-m", "agency.running.web_server", *options]


def start(*command: str) -> subprocess.Popen[bytes]:
    """Starts a part in a group of its own: Ctrl-C reaches only us, and we end the whole group."""
    return subprocess.Popen([sys.executable, *command], start_new_session=True)  # noqa: S603 (the commands are ours)


def guarded(parts: Parts) -> subprocess.Popen[bytes]:
    """A process that ends the parts should we be killed; it must be killed itself once they are ended."""
    command = [sys.executable, "-m", "agency.running.guard"]
    guard = subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True)  # noqa: S603 (ours)
    groups: Any = guard.stdin
    groups.writelines(f"{part.pid}\n".encode() for part in parts.values())
    groups.flush()
    return guard


def watch(parts: Parts, stop: Event, port: int, login: str) -> str | None:
    """Waits until we are stopped, and announces the site once it answers; returns the name of a part that died."""
    announced = False
    while not stop.wait(0.2):
        for name, part in parts.items():
            if part.poll() is not None:
                return name
        if not announced and answers(port):
            announced = True
            announce(port, login)
    return None


def announce(port: int, login: str) -> None:
    """Says where the site is, how to sign in and where mail goes."""
    site = f"http://{HOST}:{port}/"
    passkeys = f"http://localhost:{port}/accounts/  (add one there: browsers keep none for {HOST})"
    sys.stdout.write(f"\nSite    {site}\nAdmin   {site}admin/\n{login}\nPasskey {passkeys}\nPress Ctrl-C to stop.\n\n")
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
