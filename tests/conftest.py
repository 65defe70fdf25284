"""What all tests share."""

import gc
import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from django.conf import settings
from pytest_django import DjangoDbBlocker, Settings
from whitenoise import WhiteNoise

from tests import chromium, databases
from tests.enquiries.mail_server import MailServer, running
from tests.settings import FOLDER

MEDIA, NUMBERS = FOLDER / "media", count()
gc.disable()  # until everything is imported and collected, see below

# The same examples on every run, however slow the machine: few in `make test`, many in `make test-all`.
COMMON = hypothesis.settings(
    derandomize=True, deadline=None, database=None, suppress_health_check=list(hypothesis.HealthCheck)
)
hypothesis.settings.register_profile("few", COMMON, max_examples=50)
hypothesis.settings.register_profile("many", COMMON, max_examples=150)
hypothesis.settings.load_profile("few")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--every-test",
        action="store_true",
        help="on PostgreSQL run all tests that touch the database, not only those that tests/databases.py chooses",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Before any worker starts: static files as production has them, collected once."""
    if missing := databases.missing():
        raise pytest.UsageError(f"tests/databases.py names files of tests that are not there: {', '.join(missing)}")
    if not hasattr(config, "workerinput"):
        from agency.running import bootstrap  # needs the settings

        bootstrap.collect_static()


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """On PostgreSQL the files that tests/databases.py does not choose are not even read."""
    if not is_second_database() or collection_path.is_dir():
        return None
    if databases.NEVER in collection_path.relative_to(databases.FOLDER).parts:
        return True
    return None if config.option.every_test or collection_path.stem in databases.CHOSEN else True


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL only what touches the database runs: the rest cannot differ, and runs on SQLite already."""
    if is_second_database():
        chosen = [item for item in items if touches_database(item)]
        config.hook.pytest_deselected(items=[item for item in items if not touches_database(item)])
        items[:] = chosen


def pytest_collection_finish() -> None:
    """What was imported and collected lives as long as the run: looking through it for garbage again and again is in vain."""
    gc.freeze()
    gc.enable()
    gc.set_threshold(50_000, 20, 50)


def is_second_database() -> bool:
    return settings.DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql"


def touches_database(item: pytest.Item) -> bool:
    fixtures = getattr(item, "fixturenames", ())
    return item.get_closest_marker("django_db") is not None or "db" in fixtures or "transactional_db" in fixtures


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says so when the browser tests were left out."""
    if not chromium.PATH:
        terminalreporter.write_line(chromium.MISSING, yellow=True)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings: None, django_db_blocker: DjangoDbBlocker, request: pytest.FixtureRequest
) -> None:
    """Of several processes one migrates, and the others begin with a copy."""
    if hasattr(request.config, "workerinput"):
        from tests import migrated  # needs the settings

        with django_db_blocker.unblock():
            migrated.copy()


@pytest.fixture(autouse=True, scope="session")
def _static_files_are_found_once() -> Iterator[None]:
    """Every test client builds the middlewares anew, but the folder of static files is the same for all of them.

    WhiteNoise describes each of its files from nothing but the arguments below, the settings, and the files.
    """
    find = WhiteNoise.update_files_dictionary
    found: dict[tuple[Any, ...], dict[str, Any]] = {}

    def find_once(self: WhiteNoise, root: str, prefix: str) -> None:
        terms = (root, prefix, self.max_age, self.allow_all_origins, self.charset, self.index_file)
        if terms not in found:
            before, self.files = self.files, {}
            find(self, root, prefix)
            found[terms], self.files = self.files, before
        self.files.update(found[terms])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(WhiteNoise, "update_files_dictionary", find_once)
        yield


@pytest.fixture(autouse=True, scope="session")
def _nothing_is_counted_in_the_background() -> Iterator[None]:
    """The thread that writes what readers do would write into the database of whatever test runs by then.

    A server in this process would begin it.
    """
    from articles.readership import counting  # needs the settings

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(counting, "_begin", lambda: None)
        yield


@pytest.fixture(autouse=True)
def _own_media_folder(request: pytest.FixtureRequest, settings: Settings) -> None:
    """Uploads of one test are not seen by another, except those of the demo site, which its tests share.

    The folder is only named here: few tests have uploads, and making one for each takes its time.
    """
    from articles.pictures import derived_files  # needs the settings

    derived_files.original_size.cache_clear()  # tests use a name twice
    if "demo_site" not in request.fixturenames:
        settings.MEDIA_ROOT = MEDIA / f"{os.getpid()}-{next(NUMBERS)}"


@pytest.fixture
def mail_server(settings: Settings) -> Iterator[MailServer]:
    """A real mail server in this process, to which the site's mail goes."""
    with running(settings) as server:
        yield server
