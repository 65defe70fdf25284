"""The database as the migrations make it, which takes as long as some hundred tests: made once a run, and copied."""

import shutil
from functools import partial
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

from tests import once

NAME = "migrated"
FILE = "db.sqlite3"


def copy() -> None:
    """Has the test database of this process begin as a copy."""
    made = once.made(NAME, _make)
    if connection.vendor == "postgresql":
        connection.settings_dict["TEST"]["TEMPLATE"] = NAME
    else:
        connection.creation._create_test_db = partial(_copy_file, made / FILE)


def _make(folder: Path) -> None:
    own, test = connection.settings_dict["NAME"], connection.settings_dict["TEST"]
    name, test["NAME"] = test["NAME"], NAME if connection.vendor == "postgresql" else str(folder / FILE)
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    connection.close()
    test["NAME"] = name
    connection.settings_dict["NAME"] = settings.DATABASES[connection.alias]["NAME"] = own


def _copy_file(made: Path, *args: Any, **options: Any) -> str:
    name = str(connection.settings_dict["TEST"]["NAME"])
    shutil.copyfile(made, name)
    return name
