"""What all tests share."""

from pathlib import Path

import pytest
from django.conf import settings
from pytest_django import Settings

from tests import chromium


def pytest_configure(config: pytest.Config) -> None:
    """Before any worker starts: static files as production has them, collected once."""
    if not hasattr(config, "workerinput"):
        from agency.running import bootstrap  # needs the settings

        bootstrap.collect_static()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL only what touches the database runs: the rest cannot differ, and runs on SQLite already."""
    if settings.DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql":
        chosen = [item for item in items if touches_database(item)]
        config.hook.pytest_deselected(items=[item for item in items if not touches_database(item)])
        items[:] = chosen


def touches_database(item: pytest.Item) -> bool:
    fixtures = getattr(item, "fixturenames", ())
    return item.get_closest_marker("django_db") is not None or "db" in fixtures or "transactional_db" in fixtures


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says so when the browser tests were left out."""
    if not chromium.PATH:
        terminalreporter.write_line(chromium.MISSING, yellow=True)


@pytest.fixture(autouse=True)
def _own_media_folder(request: pytest.FixtureRequest, settings: Settings, tmp_path: Path) -> None:
    """Uploads of one test are not seen by another, except those of the demo site, which its tests share."""
    if "demo_site" not in request.fixturenames:
        settings.MEDIA_ROOT = tmp_path / "media"
