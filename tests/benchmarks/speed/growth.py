"""Does a page cost the same on a large site as on a small one? One request to each in turn, and the medians."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http.client import HTTPConnection
from statistics import median

from tests.benchmarks.speed.servers import HOST, PATIENCE, BenchFailed, Server

ENCODING = "gzip, deflate, br, zstd"
WARM_UP = 2


@dataclass(frozen=True)
class Visited:
    """A site's server, and the session with which staff's pages are asked for."""

    server: Server
    cookie: str = ""


def compare(visited: Sequence[Visited], paths: Mapping[str, str], times: int, seconds: float) -> dict[str, list[float]]:
    """For each page the milliseconds until its first byte, on each server; at most so many `seconds` for a page."""
    lines = [HTTPConnection(HOST, one.server.port, timeout=PATIENCE) for one in visited]
    try:
        return {name: _page(visited, lines, path, times, seconds) for name, path in paths.items()}
    finally:
        for line in lines:
            line.close()


def _page(
    visited: Sequence[Visited], lines: Sequence[HTTPConnection], path: str, times: int, seconds: float
) -> list[float]:
    found: list[list[float]] = [[] for _ in visited]
    until = time.monotonic() + seconds
    while len(found[-1]) < times + WARM_UP and (len(found[-1]) <= WARM_UP or time.monotonic() < until):
        for one, line, took in zip(visited, lines, found, strict=True):
            took.append(_ask(line, path, one.cookie))
    return [median(took[WARM_UP:]) for took in found]


def _ask(line: HTTPConnection, path: str, cookie: str) -> float:
    """The milliseconds until the answer begins, on a connection that is open already."""
    start = time.perf_counter()
    line.request("GET", path, headers={"Accept-Encoding": ENCODING} | ({"Cookie": cookie} if cookie else {}))
    response = line.getresponse()
    if response.status != 200:
        raise BenchFailed(f"{path} on port {line.port} answers with {response.status}")
    response.read(1)
    took = (time.perf_counter() - start) * 1e3
    response.read()
    return took
