"""The demo site, which passes the gate guide by guide: built once a run, and copied by all that look at it."""

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management import call_command

from agency.models import Identity, Page
from tests.settings import FOLDER

SNAPSHOT = FOLDER / "demo"
ROWS, PICTURES = SNAPSHOT / "rows.json", SNAPSHOT / "pictures"
APPS = ("agency", "articles")


def load() -> None:
    """Fills the empty database and the media folder with the demo site. Whoever comes first builds it."""
    with _one_process_at_a_time():
        if not ROWS.exists():
            _build()
            return
    shutil.copytree(PICTURES, settings.MEDIA_ROOT, dirs_exist_ok=True)
    for model in (Identity, Page):  # what a new database begins with is in the copy, under other numbers perhaps
        model.objects.all().delete()
    call_command("loaddata", ROWS, verbosity=0)


def _build() -> None:
    call_command("seed_demo", verbosity=0)
    shutil.copytree(settings.MEDIA_ROOT, PICTURES)
    call_command("dumpdata", *APPS, output=ROWS, verbosity=0)


@contextmanager
def _one_process_at_a_time() -> Iterator[None]:
    SNAPSHOT.mkdir(exist_ok=True)
    with Path(SNAPSHOT / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
