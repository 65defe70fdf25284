"""A restore that changes nothing here: into an SQLite database and a folder that are thrown away."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from django.conf import settings


class Failed(Exception):
    """The backup could not be restored; the message says what the command said."""


def restore(name: str, key: str, folder: Path) -> str:
    """Restores a backup by the command itself, in a process and a folder of its own; returns what that said.

    Raises `Failed`.
    """
    with tempfile.TemporaryDirectory(dir=folder, prefix="trial-") as passing:
        surroundings = os.environ | {
            "DJANGO_SETTINGS_MODULE": "agency.settings",
            "DATA_DIR": passing,
            "DATABASE_URL": "",
            "MEDIA_STORAGE_URL": "",
        }
        command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "restore", name, "--identity", "-"]
        done = subprocess.run(command, input=key, env=surroundings, capture_output=True, text=True)  # noqa: S603
    if done.returncode:
        raise Failed(f"The backup {name} could not be restored: {done.stderr.strip()[-500:]}")
    return done.stdout
