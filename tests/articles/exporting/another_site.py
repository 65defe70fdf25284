"""A site of its own, with a database and a media folder of its own, in processes that can be killed."""

import os
import pickle
import secrets
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from django.conf import settings

from tests import migrated
from tests.settings import FOLDER


class AnotherSite:
    """It begins empty. Its files are in `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "agency.settings",
            "DATA_DIR": str(folder / "data"),
            "DATABASE_URL": "",
            "SECRET_KEY": secrets.token_urlsafe(60),
        }
        folder.mkdir()
        if (made := FOLDER / "once" / migrated.NAME / migrated.FILE).exists():
            (folder / "data").mkdir()
            shutil.copyfile(made, folder / "data/site.sqlite3")
        self.manage("migrate", "-v0")

    def manage(self, *command: str) -> str:
        """What a command says; it must succeed."""
        return self._run("manage.py", *command)

    def kill_under_way(self, *command: str, when: str) -> None:
        """Ends a command by force as soon as it says this."""
        process = subprocess.Popen([sys.executable, "-u", "manage.py", *command], **self._how(stdout=subprocess.PIPE))
        with process:
            assert any(when in line for line in process.stdout)  # type: ignore[union-attr]
            process.kill()
        assert process.returncode == -9, "it was done before it could be killed"

    def pages(self) -> Any:
        """Its public pages."""
        told = self.folder / "pages"
        self._run("-m", "tests.articles.exporting.public_pages", str(told))
        return pickle.loads(told.read_bytes())  # noqa: S301 - we wrote it

    def _run(self, *command: str) -> str:
        done = subprocess.run([sys.executable, *command], check=True, **self._how(stdout=subprocess.PIPE))
        return str(done.stdout)

    def _how(self, **more: Any) -> Any:
        return {"cwd": settings.BASE_DIR, "env": self.environment, "text": True, **more}
