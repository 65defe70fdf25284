"""What the machine shows: who can read the files, whether the web server in front lets a CV through, who is at work."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core import checks
from django.db import Error
from django.db.models.functions import Now

from agency.backups import state
from agency.deployment.advice import line_of, warning
from agency.models import Backup, SignOfLife

NGINX = Path("/etc/nginx")
BODY_MB = 32  # as deploy/nginx/website.conf says
BODY_SIZE = re.compile(r"^\s*client_max_body_size\s+(\d+)([kmg]?)", re.MULTILINE | re.IGNORECASE)
IN_MB = {"": 2**-20, "k": 2**-10, "m": 1, "g": 2**10}
OTHERS = 0o007
AWAY = timedelta(minutes=15)


@checks.register(deploy=True)
def check(**_kwargs: Any) -> list[checks.CheckMessage]:
    """All of them, in the order of their numbers; what only a database knows is left out while there is none."""
    found = [*_files(), *_body_size()]
    try:
        return [*found, *_last_backup(), *_worker()]
    except Error:
        return found


def _files() -> Iterator[checks.CheckMessage]:
    for path, holds in ((settings.ENV_FILE, "passwords and SECRET_KEY"), (settings.DATA_DIR, "enquiries")):
        if (path.is_file() or path.is_dir()) and path.stat().st_mode & OTHERS:
            yield warning(
                10, f"Everybody on this machine can read {path}, which holds {holds}.", f"Run chmod o= {path}.", "files"
            )


def _body_size() -> Iterator[checks.CheckMessage]:
    """nginx refuses bodies of more than 1 MB unless it is told otherwise."""
    for file in _of_nginx():
        text = file.read_text(errors="replace")
        sizes = [int(number) * IN_MB[unit.lower()] for number, unit in BODY_SIZE.findall(text)]
        if max(sizes, default=1) < BODY_MB:
            line = line_of(file, "client_max_body_size")
            where = f"Line {line} of {file} should read" if line else f"Add a line to its server block in {file}:"
            yield warning(
                11,
                "nginx refuses larger CVs before the site can say a word.",
                f"{where} client_max_body_size {BODY_MB}m;",
                "the-web-server-in-front",
            )


def _of_nginx() -> Iterator[Path]:
    """The files of nginx on this machine that serve this site over HTTPS, or at all where it needs none."""
    serves = re.compile(rf"^\s*server_name\b[^;]*\s{re.escape(str(settings.SITE.hostname))}[\s;]", re.MULTILINE)
    for file in sorted(
        {path.resolve() for folder in ("conf.d", "sites-enabled") for path in (NGINX / folder).glob("*")}
    ):
        try:
            text = file.read_text(errors="replace")
        except OSError:
            continue
        if serves.search(text) and "proxy_pass" in text:
            yield file


def _last_backup() -> Iterator[checks.CheckMessage]:
    if reason := state.reason():
        what = reason if Backup.objects.exists() else "No backup was ever made."
        yield warning(
            12, what, "Run manage.py backup now, and look at the timer or crontab that runs it each night.", "backups"
        )


def _worker() -> Iterator[checks.CheckMessage]:
    if not SignOfLife.objects.filter(process="worker", seen_at__gt=Now() - AWAY).exists():
        yield warning(
            13,
            "No worker was at work in the last quarter of an hour: no mail leaves.",
            "Start the service that runs manage.py work.",
            "in-production",
        )
