"""What all tests share."""

from pathlib import Path

import pytest
from pytest_django import Settings

from tests import chromium


def pytest_configure(config: pytest.Config) -> None:
    """Before any worker starts: static files as production has them, collected once."""
    if not hasattr(config, "workerinput"):
        from agency import preparation  # needs the settings

        preparation.collect_static()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says so when the browser tests were left out."""
    if not chromium.PATH:
        terminalreporter.write_line(chromium.MISSING, yellow=True)


@pytest.fixture(autouse=True)
def _own_media_folder(request: pytest.FixtureRequest, settings: Settings, tmp_path: Path) -> None:
    """Uploads of one test are not seen by another, except those of the demo site, which its tests share."""
    if "demo_site" not in request.fixturenames:
        settings.MEDIA_ROOT = tmp_path / "media"
