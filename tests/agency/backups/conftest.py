"""A site that backs itself up into a folder, for the owner of a key."""

from pathlib import Path

import pytest
from pyrage import x25519
from pytest_django import Settings

from agency.backups import trial
from agency.running import environment


@pytest.fixture
def key(settings: Settings, tmp_path: Path) -> x25519.Identity:
    """The secret key; the site knows only the other half."""
    key = x25519.Identity.generate()
    settings.BACKUP_STORAGE_URL = (tmp_path / "backups").as_uri()
    settings.BACKUP_RECIPIENTS = [str(key.to_public())]
    settings.DATA_DIR = tmp_path / "data"
    settings.DATA_DIR.mkdir()
    folder = environment.backup_storage(settings.BACKUP_STORAGE_URL, "", settings.MEDIA_ROOT)
    settings.STORAGES = settings.STORAGES | {"backups": folder}
    return key


@pytest.fixture
def tried(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the backups that would be restored as a trial; tests/upgrade does it."""
    names: list[str] = []
    monkeypatch.setattr(trial, "restore", lambda name, _key, _folder: names.append(name))
    return names
