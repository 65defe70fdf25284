"""Runs the drill and prints the counts; ends with 1 when anything was missing."""

import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import psycopg
from pyrage import x25519

from tests.faults.door import Door
from tests.faults.mail import MailServer, listening
from tests.faults.site import Site, free_port
from tests.faults.visitors import Visitors

ENQUIRIES = 300
LONGEST_SECONDS = 15 * 60
GUIDE = re.compile(r'href="(/guides/[a-z0-9-]+/)"')
LINK = re.compile(r"(/enquiries/status/[^/\s]+/)")


def main() -> int:
    """The drill from each database to the other."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that everything is stopped then, too
    missing = drill(on_postgres=True) + drill(on_postgres=False)
    print("restore drill: " + ("FAILED" if missing else "nothing missing"))
    return int(bool(missing))


def drill(*, on_postgres: bool) -> int:
    """Backs up a site under load and restores it on the other database; returns how much is missing."""
    print("from PostgreSQL to SQLite" if on_postgres else "from SQLite to PostgreSQL")
    with tempfile.TemporaryDirectory(prefix="drill-") as passing:
        folder, key = Path(passing), x25519.Identity.generate()
        (folder / "key.txt").write_text(str(key))
        site = Site(folder)
        site.environment |= {
            "BACKUP_STORAGE_URL": (folder / "backups").as_uri(),
            "BACKUP_RECIPIENTS": str(key.to_public()),
        }
        if not on_postgres:
            site.environment["DATABASE_URL"] = ""
        inbox = listening(MailServer(), site.mail_port)
        try:
            site.manage("migrate", "-v0")
            site.manage("seed_demo")
            site.start()
            return under_load(site, folder, on_postgres=on_postgres)
        finally:
            site.stop()
            inbox.stop()


def under_load(site: Site, folder: Path, *, on_postgres: bool) -> int:
    """Makes a backup when a third of the visitors were thanked, and restores it; returns how much is missing."""
    visitors = Visitors(Door((site.port,)), ENQUIRIES, time.monotonic() + LONGEST_SECONDS, number=4)
    load = threading.Thread(target=visitors.run)
    load.start()
    while load.is_alive() and len(visitors.statistics.thanked) < ENQUIRIES // 3:
        time.sleep(0.05)
    acknowledged = dict(visitors.statistics.thanked)
    said = command(site, "backup")
    print(f"  {said.strip()}")
    load.join()
    print(f"  {len(visitors.statistics.thanked):>6}  enquiries acknowledged in all")
    name = said.split(":")[0]
    return restored(site, folder, name, acknowledged, pages(site.port), to_postgres=not on_postgres)


def restored(
    site: Site, folder: Path, name: str, acknowledged: dict[str, str], guides: dict[str, bytes], *, to_postgres: bool
) -> int:
    """Restores a backup and serves it; prints what is there, and returns how much is missing."""
    other = folder / name
    site.environment |= {"DATA_DIR": str(other), "DATABASE_URL": fresh_database(site, name) if to_postgres else ""}
    command(site, "restore", name, "--identity", str(folder / "key.txt"))
    rows = dict(query(site, other, "SELECT message, reference FROM enquiries_enquiry"))
    texts = query(site, other, "SELECT text FROM outbox_message WHERE kind = 'acknowledgement' LIMIT 50")
    lost = [message for message, reference in acknowledged.items() if rows.get(message) != reference]
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "agency.running.web_server", f"--port={port}"], env=site.environment
    )
    try:
        now = pages(port)
        links = [found[1] for (text,) in texts if (found := LINK.search(text))]
        dead = [link for link in links if fetch(port, link) is None]
    finally:
        server.terminate()
        server.wait()
    different = [path for path, page in guides.items() if now.get(path) != page]
    for number, what in (
        (len(acknowledged), "acknowledged before this backup began"),
        (len(rows), "enquiries in it"),
        (len(lost), "of the acknowledged missing"),
        (len(guides), "guides"),
        (len(different), "of them different"),
        (len(links), "links of mails tried"),
        (len(dead), "of them dead"),
    ):
        print(f"  {number:>6}  {what}")
    return len(lost) + len(different) + len(dead) + (not guides) + (not links)


def command(site: Site, *words: str) -> str:
    """What a command of the site says."""
    done = subprocess.run(
        [sys.executable, "manage.py", *words], env=site.environment, check=False, capture_output=True, text=True
    )
    if done.returncode:
        sys.exit(f"manage.py {words[0]}: {done.stderr[-2000:]}")
    return done.stdout


def fresh_database(site: Site, name: str) -> str:
    """The address of a new, empty database on the site's PostgreSQL."""
    database = re.sub(r"\W", "", name)
    site.execute(f'CREATE DATABASE "{database}"')
    return site.postgres.get_uri(database=database)


def query(site: Site, folder: Path, sql: str) -> list[tuple[Any, ...]]:
    """The rows of a query on the restored database."""
    if address := site.environment["DATABASE_URL"]:
        with psycopg.connect(address) as line:
            return line.execute(sql).fetchall()
    with closing(sqlite3.connect(folder / "site.sqlite3")) as line:
        return line.execute(sql).fetchall()


def pages(port: int) -> dict[str, bytes]:
    """Every guide of the list, as it is served."""
    deadline = time.monotonic() + 60
    while (index := fetch(port, "/guides/")) is None and time.monotonic() < deadline:
        time.sleep(0.5)
    return {path: fetch(port, path) or b"" for path in sorted(set(GUIDE.findall((index or b"").decode())))}


def fetch(port: int, path: str) -> bytes | None:
    """A page; None when there is none."""
    try:
        with urlopen(f"http://127.0.0.1:{port}{path}", timeout=30) as response:
            return bytes(response.read())
    except (HTTPError, URLError, OSError):
        return None


if __name__ == "__main__":
    sys.exit(main())
