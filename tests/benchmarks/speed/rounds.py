"""Measuring in turns: each round puts load on every target once, so that what else the machine does hits all alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

from tests.benchmarks.speed.load import Load, load
from tests.benchmarks.speed.servers import Server, body

# As browsers ask, and as what does not know Brotli does; every other round the second.
ENCODINGS = {"br": "gzip, deflate, br, zstd", "gzip": "gzip, deflate"}


@dataclass(frozen=True)
class Target:
    """An address of a server; where it differs by encoding, one for each."""

    server: Server
    paths: Mapping[str, str]

    @classmethod
    def of(cls, server: Server, path: str) -> "Target":
        return cls(server, dict.fromkeys(ENCODINGS, path))


@dataclass
class Measured:
    """What the rounds found of one target."""

    size: int
    loads: list[Load] = field(default_factory=list)
    cpus: list[float] = field(default_factory=list)

    @property
    def rate(self) -> float:
        return median(load.rate for load in self.loads)

    @property
    def p50(self) -> float:
        return median(load.p50 for load in self.loads)

    @property
    def p99(self) -> float:
        return median(load.p99 for load in self.loads)

    @property
    def spread(self) -> float:
        return median(load.p99 / load.p50 for load in self.loads)

    @property
    def cpu(self) -> float:
        """Milliseconds of processor time for a request."""
        return median(self.cpus)

    def rate_of(self, other: "Measured") -> float:
        """How much of the other's rate it reaches, round by round."""
        return median(mine.rate / theirs.rate for mine, theirs in zip(self.loads, other.loads, strict=True))

    def cpu_of(self, other: "Measured") -> float:
        return median(mine / theirs for mine, theirs in zip(self.cpus, other.cpus, strict=True))


def in_turns(targets: Mapping[str, Target], rounds: int, seconds: float) -> dict[str, Measured]:
    """Each target's figures, by its name. Raises `BenchFailed` with the first request that is not answered."""
    found = {name: Measured(size=_visit(target)) for name, target in targets.items()}
    names = list(targets)
    for number in range(rounds):
        encoding = list(ENCODINGS)[number % len(ENCODINGS)]
        first = number % len(names)
        for name in names[first:] + names[:first]:
            _measure(targets[name], encoding, seconds, found[name])
    return found


def _visit(target: Target) -> int:
    """Asks for each of its answers twice, so that they are made; returns how many bytes a browser gets."""
    sizes: Sequence[int] = [
        len(body(target.server.port, target.paths[name], {"Accept-Encoding": ENCODINGS[name]}))
        for name in (*ENCODINGS, *ENCODINGS)
    ]
    return sizes[0]


def _measure(target: Target, encoding: str, seconds: float, found: Measured) -> None:
    before = target.server.cpu()
    one = load(target.server.port, target.paths[encoding], seconds, {"Accept-Encoding": ENCODINGS[encoding]})
    found.loads.append(one)
    found.cpus.append((target.server.cpu() - before) / one.requests * 1e3)
