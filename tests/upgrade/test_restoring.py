"""A backup that an older version made is restored, by the commands themselves, into a new place that is then up to date."""

import os
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from pyrage import x25519

ROOT = Path(__file__).parents[2]
OLDER = ("audit", "0001")  # since when only a trigger was added: the code of today can make the backup


def run(folder: Path, backups: Path, key: x25519.Identity, *command: str) -> str:
    """A command of the site whose data is in this folder."""
    surroundings = {
        "PATH": os.environ["PATH"],
        "ENV_FILE": os.devnull,
        "SITE_URL": "http://localhost",
        "SECRET_KEY": "restoring-0123456789-0123456789-0123456789-0123456789",
        "DATA_DIR": str(folder),
        "BACKUP_STORAGE_URL": backups.as_uri(),
        "BACKUP_RECIPIENTS": str(key.to_public()),
    }
    done = subprocess.run(
        [sys.executable, "manage.py", *command], cwd=ROOT, env=surroundings, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def enquiries(folder: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(folder / "site.sqlite3")) as line:
        return line.execute("SELECT reference, message FROM enquiries_enquiry ORDER BY id").fetchall()


def test_a_backup_of_an_older_version_is_tried_and_restored(tmp_path: Path) -> None:
    old, new, backups, key = tmp_path / "old", tmp_path / "new", tmp_path / "backups", x25519.Identity.generate()
    identity = tmp_path / "key.txt"
    identity.write_text(str(key))
    run(old, backups, key, "migrate", "-v0")
    run(old, backups, key, "make_enquiries", "3")
    run(old, backups, key, "migrate", "-v0", *OLDER)

    made = run(old, backups, key, "backup")
    restored = run(new, backups, key, "restore", "latest", "--identity", str(identity))

    assert re.fullmatch(r"website-\d{8}T\d{6}Z\.tar\.gz\.age: [\d.]+\sKB, restored as a trial, in \d+ seconds\n", made)
    assert "        3  enquiries_enquiry\n" in restored
    assert enquiries(new) == enquiries(old) != []
    assert run(new, backups, key, "migrate", "--check") == ""
    assert sorted(path.name for path in old.iterdir()) == ["backup.lock", "site.sqlite3"]
