"""Load on one address from many connections at once: by wrk where it is installed, else by our own generator."""

import json
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks.speed.servers import HOST, PATIENCE, BenchFailed, python

CONNECTIONS = 16
# Connections that broke, answers that took longer than PATIENCE, and those that were not 200.
FAULTS = ("broken", "late", "refused")
LONGER = (1, 4, 16)  # times the seconds: slow pages on a busy machine
WRK = shutil.which("wrk")


@dataclass(frozen=True)
class Load:
    """What came of it: how many requests were answered in how many seconds, and how many milliseconds each took."""

    requests: int
    seconds: float
    p50: float
    p99: float

    @property
    def rate(self) -> float:
        return self.requests / self.seconds


def load(port: int, path: str, seconds: float, headers: Mapping[str, str]) -> Load:
    """Asks for the address as often as it can, for longer where nothing was answered in that time.

    Raises `BenchFailed` when anything but a whole answer of 200 comes.
    """
    for factor in LONGER:
        told = _run(port, path, seconds * factor, headers)
        faults = {name: count for name in FAULTS if (count := told.pop(name))}
        if faults:
            raise BenchFailed(f"not every request of {path} on port {port} was answered with 200: {faults}")
        if told["requests"]:
            return Load(**told)
    raise BenchFailed(f"{path} on port {port} is not answered")


def _run(port: int, path: str, seconds: float, headers: Mapping[str, str]) -> dict[str, Any]:
    lines = [f"{name}: {value}" for name, value in headers.items()]
    command = _command(f"http://{HOST}:{port}{path}", seconds, lines)
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode:
        raise BenchFailed(f"no load could be put on {path}: {run.stderr.strip()}")
    told: dict[str, Any] = json.loads(run.stdout.strip().splitlines()[-1])
    return told


def _command(address: str, seconds: float, headers: list[str]) -> list[str]:
    flags = [flag for header in headers for flag in ("-H", header)]
    if not WRK:
        return python("-m", "tests.benchmarks.speed.generator", address, str(seconds), str(CONNECTIONS), *headers)
    script = str(Path(__file__).parent / "wrk.lua")
    return [
        WRK,
        "-t1",
        f"-c{CONNECTIONS}",
        f"-d{max(1, round(seconds))}s",
        "-s",
        script,
        f"--timeout={PATIENCE:.0f}s",
        *flags,
        address,
    ]


def generator() -> str:
    """Which one it is, for the table."""
    if not WRK:
        return "a generator of our own in Python, which is slower than the fastest of these servers"
    version = subprocess.run([WRK, "--version"], capture_output=True, text=True, check=False).stdout
    return " ".join(version.split()[:2]).replace("debian/", "")
