"""An export of the full site, made once a run."""

import shutil
from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker

from tests import once
from tests.articles.exporting import full_site


@pytest.fixture(scope="session")
def _full_site(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Path:
    """Made outside of any test's transaction: an export has one of its own."""
    with django_db_blocker.unblock():
        return once.made("full-site", full_site.make)


@pytest.fixture
def export(_full_site: Path, tmp_path: Path) -> Path:
    """What was exported of a full site; this one is empty."""
    shutil.copytree(_full_site / "export", tmp_path / "export")
    return tmp_path / "export"
