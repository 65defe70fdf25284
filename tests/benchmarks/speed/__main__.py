"""Runs the bench, prints which bars are met, and writes its tables; ends with 1 when a request failed."""

import signal
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import psycopg

from tests import postgres
from tests.benchmarks.speed import bars, figures, machine, options, report, sites
from tests.benchmarks.speed.figures import Figures
from tests.benchmarks.speed.options import Options
from tests.benchmarks.speed.servers import BenchFailed
from tests.benchmarks.speed.sites import Site

AT_ONCE = 2  # sites that are filled
SQLITE, POSTGRESQL = "SQLite", "PostgreSQL"
DATABASES = ("small", "middle", "large", "plain")


def main() -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that everything is stopped then, too
    asked = options.read()
    try:
        with kept(asked.folder) as folder, postgres.running(folder / "postgres") as server:
            addresses = {name: database(server, name) for name in DATABASES}
            found = measure(folder, addresses, asked)
            facts = machine.facts(asked, version(addresses["small"]))
    except BenchFailed as failed:
        sys.exit(f"The bench failed: {failed}")
    judged = bars.bars(found, asked)
    report.write(report.tables(found, judged, asked, facts))
    for bar in judged:
        sites.say(f"{'met   ' if bar.is_met else 'MISSED'}  {bar.wanted}: {bar.measured}")
    return 0


@contextmanager
def kept(folder: Path | None) -> Iterator[Path]:
    """The folder, or one that is gone afterwards."""
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
        yield folder
    else:
        with tempfile.TemporaryDirectory(prefix="bench-") as name:
            yield Path(name)


def database(server: postgres.Server, name: str) -> str:
    """The address of the database of that name, which is made where it is missing."""
    with psycopg.connect(server.get_uri(), autocommit=True) as line:
        if not line.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            line.execute(f'CREATE DATABASE "{name}"')
    return server.get_uri(database=name)


def version(address: str) -> str:
    with psycopg.connect(address) as line:
        return str(line.info.parameter_status("server_version"))


def measure(folder: Path, addresses: dict[str, str], asked: Options) -> Figures:
    """Fills the sites, two at a time, then takes the figures, with nothing else going on."""
    small, middle, large = asked.enquiry_sizes
    with ThreadPoolExecutor(AT_ONCE) as pool:
        making = [
            pool.submit(
                sites.make, "PostgreSQL, large", folder, addresses["large"], guides=asked.guides, enquiries=large
            ),
            pool.submit(sites.make, "SQLite, large", folder, "", guides=asked.guides),
            pool.submit(sites.make, "PostgreSQL, middle", folder, addresses["middle"], enquiries=middle),
            pool.submit(sites.make, "PostgreSQL, small", folder, addresses["small"], enquiries=small),
            pool.submit(sites.make, "SQLite, small", folder, ""),
        ]
    pg_large, sqlite_large, pg_middle, pg_small, sqlite_small = (one.result() for one in making)
    return take(folder, addresses["plain"], asked, (sqlite_small, sqlite_large), (pg_small, pg_middle, pg_large))


def take(
    folder: Path, plain: str, asked: Options, sqlite: tuple[Site, Site], postgresql: tuple[Site, Site, Site]
) -> Figures:
    found = Figures()
    found.cached = figures.cached(sqlite[0], folder, asked)
    found.uncached[SQLITE] = figures.uncached(sqlite[0], folder, "", asked)
    found.uncached[POSTGRESQL] = figures.uncached(postgresql[0], folder, plain, asked)
    found.growth[SQLITE] = figures.public_growth(*sqlite)
    found.growth[POSTGRESQL] = figures.public_growth(postgresql[0], postgresql[-1])
    found.staff = figures.staff_growth(*postgresql)
    found.memory = figures.memory(sqlite[0], asked.requests, asked.seconds)
    found.memory_uncached = figures.memory(
        sqlite[0], asked.requests // report.FEWER, asked.seconds, **figures.WITHOUT_CACHE
    )
    found.start = figures.start(sqlite[0])
    return found


if __name__ == "__main__":
    sys.exit(main())
