"""The demo site, which passes the gate guide by guide: built once a run, and copied by all that look at it."""

import shutil
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings

from agency.models import Identity, Page
from articles.models import CheckRule
from tests import once

APPS = ("agency", "articles")


def load() -> None:
    """Fills the empty database and the media folder with the demo site."""
    site = once.made("demo", _build)
    shutil.copytree(site / "media", settings.MEDIA_ROOT, dirs_exist_ok=True)
    for model in (
        Identity,
        Page,
        CheckRule,
    ):  # what a new database begins with is in the copy, under other numbers perhaps
        model.objects.all().delete()
    call_command("loaddata", site / "rows.json", verbosity=0)


def _build(site: Path) -> None:
    with override_settings(MEDIA_ROOT=site / "media"), transaction.atomic():
        call_command("seed_demo", verbosity=0)
        call_command("dumpdata", *APPS, output=site / "rows.json", verbosity=0)
        transaction.set_rollback(True)
