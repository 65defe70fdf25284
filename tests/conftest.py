"""What all tests share. Pages are rendered with the production storage, so static files are collected once."""

from pathlib import Path

import pytest
from django.core.management import call_command


def pytest_configure(config: pytest.Config) -> None:
    """Before any worker starts: the manifest of static files, as production has it."""
    if not hasattr(config, "workerinput"):
        call_command("collectstatic", interactive=False, verbosity=0)


@pytest.fixture(autouse=True)
def _own_media_folder(settings: object, tmp_path: Path) -> None:
    """Uploads of one test are not seen by another."""
    settings.MEDIA_ROOT = tmp_path / "media"  # type: ignore[attr-defined]
