"""A stand-in for systemctl: starts and stops what the unit files under `$ROOT` say, for what the scripts of deploy/ ask.

Nothing is started again when it dies, timers never fire, and nobody is confined.
"""

import os
import shlex
import signal
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

ROOT = Path(os.environ["ROOT"])
FOLDERS = (ROOT / "etc/systemd/system", ROOT / "lib/systemd/system")
PIDS, ENABLED = ROOT / "run/units", ROOT / "run/enabled"

type Section = dict[str, list[str]]


def main(command: str, *words: str) -> int:
    """Does as systemctl does, for the commands that the scripts use: 0 when all went well."""
    units = [word for word in words if not word.startswith("-")]
    names = [unit if unit.endswith((".service", ".timer")) else f"{unit}.service" for unit in units]
    if command == "enable" and "--now" in words:
        command = "enable_now"
    return max([COMMANDS[command](name) for name in names], default=0)


def enable(name: str) -> int:
    """Only a unit that is there can be enabled; its name is noted."""
    ENABLED.mkdir(parents=True, exist_ok=True)
    (ENABLED / name).touch()
    return int(not _files(name))


def enable_now(name: str) -> int:
    """A timer is then left alone, since no clock moves it."""
    return enable(name) or (int(name.endswith(".service") and not is_active(name)) and start(name))


def restart(name: str) -> int:
    return stop(name) or start(name)


def reload(name: str) -> int:
    return subprocess.run(_command(name, "ExecReload"), check=False).returncode


def start(name: str) -> int:
    """Starts a service, or runs it to its end when it is a oneshot; 0 when that went well."""
    unit = _service(name)
    journal = (ROOT / "var/log/journal.txt").open("ab")
    environment = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "ROOT": str(ROOT)}
    environment |= dict(line.split("=", 1) for line in unit["Environment"])
    process = subprocess.Popen(
        _command(name, "ExecStart"),
        cwd=unit["WorkingDirectory"][-1] if unit["WorkingDirectory"] else ROOT,
        env=environment,
        stdout=journal,
        stderr=journal,
        start_new_session=True,
    )
    if unit["Type"] == ["oneshot"]:
        return process.wait()
    PIDS.mkdir(parents=True, exist_ok=True)
    (PIDS / name).write_text(str(process.pid))
    return 0


def stop(name: str) -> int:
    """SIGTERM, and SIGKILL after TimeoutStopSec, as systemd does."""
    if is_active(name):
        pid = int((PIDS / name).read_text())
        os.kill(pid, signal.SIGTERM)
        deadline = time.monotonic() + float((_service(name)["TimeoutStopSec"] or ["90"])[-1])
        while is_active(name) and time.monotonic() < deadline:
            time.sleep(0.05)
        if is_active(name):
            os.killpg(pid, signal.SIGKILL)
    (PIDS / name).unlink(missing_ok=True)
    return 0


def is_active(name: str) -> bool:
    """Whether the process of the service is there, and not only waiting to be buried."""
    try:
        state = Path(f"/proc/{(PIDS / name).read_text()}/stat").read_text()
    except FileNotFoundError:
        return False
    return state.rpartition(")")[2].split()[0] != "Z"


def _files(name: str) -> list[Path]:
    """The unit itself, or the template that it is an instance of, and the settings for all units of its family."""
    template = f"{name.partition('@')[0]}@.{name.rpartition('.')[2]}" if "@" in name else name
    unit = [folder / template for folder in FOLDERS if (folder / template).exists()]
    family = f"{name.partition('-')[0]}-.service.d" if "-" in name else ""
    return unit and unit + sorted(FOLDERS[0].glob(f"{family}/*.conf") if family else [])


def _service(name: str) -> Section:
    """What the unit files say of the service."""
    section: Section = defaultdict(list)
    instance = name.partition("@")[2].rpartition(".")[0]
    for file in _files(name):
        lines = file.read_text().partition("[Service]\n")[2].partition("\n[")[0].splitlines()
        for key, value in (line.split("=", 1) for line in lines if "=" in line and line[0] not in "#;"):
            section[key].append(value.replace("%i", instance))
    if not section:
        raise SystemExit(f"Unit {name} not found.")
    return section


def _command(name: str, key: str) -> list[str]:
    line = _service(name)[key][-1].replace("$MAINPID", (PIDS / name).read_text() if key == "ExecReload" else "")
    return [part.replace("$$", "$") for part in shlex.split(line)]


COMMANDS: dict[str, Callable[[str], int]] = {
    "daemon-reload": int,
    "enable": enable,
    "enable_now": enable_now,
    "start": start,
    "restart": restart,
    "stop": stop,
    "reload": reload,
    "is-active": lambda name: int(not is_active(name)),
}


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
