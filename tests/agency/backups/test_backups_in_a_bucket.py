"""Backups in a bucket, with a server that speaks S3."""

import logging
from collections.abc import Iterator

import pytest
from django.core.files.base import ContentFile
from moto.server import ThreadedMotoServer
from pyrage import x25519
from pytest_django import Settings

from agency.backups import archive, storages
from agency.running import environment


@pytest.fixture
def bucket(settings: Settings) -> Iterator[None]:
    """An empty bucket for backups."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer("127.0.0.1", port=0, verbose=False)
    server.start()
    address = f"s3://KEY:SECRET@127.0.0.1:{server.get_host_and_port()[1]}/backups"
    entry = environment.backup_storage(address, "", settings.MEDIA_ROOT)
    settings.STORAGES = settings.STORAGES | {"backups": entry}
    storages.storage().bucket.create()  # type: ignore[attr-defined]
    yield
    storages.storage().bucket.meta.client.close()  # type: ignore[attr-defined]
    server.stop()


@pytest.mark.usefixtures("bucket")
def test_backups_are_stored_found_read_and_let_go(settings: Settings) -> None:
    settings.BACKUP_KEEP = (1, 0, 0)
    older, newest = "website-20261125T032000Z.tar.gz.age", "website-20261126T032000Z.tar.gz.age"
    key = x25519.Identity.generate()
    with archive.written(settings.MEDIA_ROOT.parent / "backup", [key.to_public()]) as file:
        file.add("about.json", b"{}")
    for name in (older, newest, "notes.txt"):
        storages.storage().save(name, ContentFile((settings.MEDIA_ROOT.parent / "backup").read_bytes()))

    assert storages.every() == [newest, older]
    assert storages.rotate() == [older]
    assert storages.every() == [newest]
    with storages.storage().open(newest) as source, archive.opened(source, key) as files:
        assert [(name, content.read()) for name, content in files] == [("about.json", b"{}")]
