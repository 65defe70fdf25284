"""Runs the bench, prints which bars are met, and writes its tables; ends with 1 when a request failed."""

import signal
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
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
DATABASES = ("small", "middle", "enquiries", "guides", "plain")


def main() -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that everything is stopped then, too
    asked = options.read()
    try:
        with kept(asked.folder) as folder, postgres.running(folder / "postgres") as server:
            addresses = {name: database(server, name) for name in DATABASES}
            facts = machine.facts(asked, version(addresses["small"]))
            found = measure(folder, addresses, asked)
    except BenchFailed as failed:
        sys.exit(f"The bench failed: {failed}")
    judged = bars.bars(found, asked)
    report.write(report.tables(found, judged, asked, facts))
    for bar in judged:
        sites.say(f"{bar.wanted}: {bar.measured}, {bar.verdict}")
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

        def filling(name: str, database: str = "", **sizes: int) -> Future[Site]:
            return pool.submit(sites.make, name, folder, addresses.get(database, ""), **sizes)

        pg_enquiries = filling("PostgreSQL, many enquiries", "enquiries", enquiries=large)
        pg_guides = filling("PostgreSQL, many guides", "guides", guides=asked.guides)
        sqlite_guides = filling("SQLite, many guides", guides=asked.guides)
        pg_middle = filling("PostgreSQL, a tenth of the enquiries", "middle", enquiries=middle)
        pg_small = filling("PostgreSQL, small", "small", enquiries=small)
        sqlite_small = filling("SQLite, small")
    found = Figures()
    take_rates(found, folder, addresses["plain"], asked, sqlite_small.result(), pg_small.result())
    found.growth[SQLITE] = figures.public_growth(sqlite_small.result(), sqlite_guides.result())
    found.growth[POSTGRESQL] = figures.public_growth(pg_small.result(), pg_guides.result())
    found.staff = figures.staff_growth(pg_small.result(), pg_middle.result(), pg_enquiries.result())
    return found


def take_rates(found: Figures, folder: Path, plain: str, asked: Options, sqlite: Site, postgresql: Site) -> None:
    """What one small site does: its rates on either database, its memory, and how soon it is there."""
    found.cached = figures.cached(sqlite, folder, asked)
    found.uncached[SQLITE] = figures.uncached(sqlite, folder, "", asked)
    found.uncached[POSTGRESQL] = figures.uncached(postgresql, folder, plain, asked)
    found.memory = figures.memory(sqlite, asked)
    found.memory_uncached = figures.memory(sqlite, asked, **figures.WITHOUT_CACHE)
    found.start = figures.start(sqlite)


if __name__ == "__main__":
    sys.exit(main())
