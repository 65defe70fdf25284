"""On what it was measured: never by name or path."""

import os
import platform
import sqlite3
from datetime import UTC, datetime
from importlib import metadata

from tests.benchmarks.speed import load, nginx
from tests.benchmarks.speed.options import Options

WEB_SERVERS = ("granian", "gunicorn")


def facts(options: Options, postgresql: str) -> str:
    """One paragraph: when, on which machine, with what, and how."""
    today = datetime.now(UTC).date()
    versions = [
        f"Python {platform.python_version()}",
        f"Django {metadata.version('django')}",
        _web_server(),
        nginx.version(),
        f"SQLite {sqlite3.sqlite_version}",
        f"PostgreSQL {postgresql}",
    ]
    return (
        f"{today.day} {today:%B %Y}: {os.cpu_count()} cores, shared with the load generator ({load.generator()}); "
        f"{', '.join(versions)}. {load.CONNECTIONS} connections; medians of {options.rounds} rounds of "
        f"{options.seconds:.0f} s, in which each address took its turn, in every other round without Brotli. When it "
        f"began, {os.getloadavg()[0]:.1f} processes on average wanted a core: with more than a few of another's, do not "
        "believe the rates."
    )


def _web_server() -> str:
    """The one that is installed with the site."""
    names = {distribution.name for distribution in metadata.distributions()}
    return next(f"{name} {metadata.version(name)}" for name in WEB_SERVERS if name in names)
