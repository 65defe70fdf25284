"""A backup and back: nothing is lost, nobody else reads it, and half a backup is none."""

import json
import os
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pyrage
import pytest
from django.apps import apps
from django.contrib.sessions.models import Session
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from pyrage import x25519
from pytest_django import Settings

from agency.backups import columns, lock, making, restoring, storages, tables, trial
from agency.backups.archive import Unreadable
from agency.models import Backup
from articles.models import Article
from enquiries import access_links
from enquiries.models import CV, Enquiry
from tests import cast
from tests.articles import staff
from tests.enquiries import data_subject as subject

ON_THE_DATABASE_ITSELF = pytest.mark.django_db(transaction=True)


def told() -> dict[str, Any]:
    """What the database holds of each table."""
    found = {}
    with tables.snapshot():
        for table in tables.every():
            digest = tables.Digest()
            for line in tables.read(table):
                digest.add(line)
            found[table.name] = digest.told()
    return found


def stored_pictures() -> dict[str, bytes]:
    found = {}
    for name in making.pictures_in(""):
        with default_storage.open(name) as file:
            found[name] = file.read()
    return found


def whole(key: x25519.Identity) -> dict[str, bytes]:
    """The files in the newest backup, as age and tar open them."""
    with storages.storage().open(storages.every()[0]) as file:
        plain = pyrage.decrypt(file.read(), [key])
    with tarfile.open(fileobj=BytesIO(plain), mode="r:gz") as tar:
        return {member.name: tar.extractfile(member).read() for member in tar}  # type: ignore[union-attr]


def restore(key: x25519.Identity, *, replaces: bool = True, spoilt: Any = None) -> restoring.Restored:
    with storages.storage().open(storages.every()[0]) as file:
        content = file.read()
    return restoring.restore(BytesIO(spoilt(content) if spoilt else content), key, replaces=replaces)


@pytest.fixture
def site(tried: list[str]) -> Enquiry:
    """A site in use: a guide, a picture of a visitor's making, an enquiry with a CV, somebody signed in."""
    cast.full_guide()
    Client().force_login(staff.editor())
    return subject.enquiry(message="Line\u2028separator, NUL-free, “quotes”, \\N and \t tab\nand more")


@ON_THE_DATABASE_ITSELF
def test_everything_comes_back_as_it_was(client: Client, key: x25519.Identity, site: Enquiry, tried: list[str]) -> None:
    before, page, link = told(), client.get("/guides/a-guide/").content, access_links.status_link(site)
    default_storage.save("pictures/sent.png", ContentFile(cast.picture()))
    pictures = stored_pictures()
    assert pictures != {}
    backup = making.make()

    Enquiry.objects.update(message="spoilt")
    Article.objects.update(title="spoilt")
    for name in pictures:
        default_storage.delete(name)
    restored = restore(key)

    after = told()
    assert {name for name in before if before[name] != after[name]} <= {
        "articles_contentversion",  # pages are shown anew
        "agency_backup",
    }
    assert stored_pictures() == pictures
    assert client.get("/guides/a-guide/").content == page
    assert client.get(link).status_code == 200
    assert bytes(CV.objects.get().content) == subject.CV.content
    assert (restored.rows["enquiries_enquiry"], restored.pictures, restored.has_another_key) == (
        1,
        len(pictures),
        False,
    )
    assert tried == [backup.name]
    assert not (making.settings.DATA_DIR / "backup-under-way").exists()


@ON_THE_DATABASE_ITSELF
def test_what_is_new_after_a_restore_gets_numbers_of_its_own(key: x25519.Identity, site: Enquiry) -> None:
    making.make()
    restore(key)

    assert subject.enquiry(token="b" * 32).pk > site.pk


@ON_THE_DATABASE_ITSELF
def test_a_site_is_replaced_only_when_that_was_said(key: x25519.Identity, site: Enquiry) -> None:
    making.make()
    Enquiry.objects.update(name="Newer")

    with pytest.raises(restoring.Refused, match="holds a site already"):
        restore(key, replaces=False)

    assert Enquiry.objects.get().name == "Newer"


@ON_THE_DATABASE_ITSELF
def test_half_a_backup_changes_nothing(key: x25519.Identity, site: Enquiry) -> None:
    making.make()
    Enquiry.objects.update(name="Newer")
    ways = [
        lambda content: content[:-1],
        lambda content: content[: len(content) // 2],
        lambda content: content[:-99] + b"x" + content[-98:],
        lambda _content: b"no backup",
        lambda _content: b"",
    ]

    for spoil in ways:
        with pytest.raises(Unreadable):
            restore(key, spoilt=spoil)
        assert Enquiry.objects.get().name == "Newer"


@ON_THE_DATABASE_ITSELF
def test_only_its_recipients_read_it_and_find_all_in_it(key: x25519.Identity, site: Enquiry) -> None:
    default_storage.save("renditions/made.webp", ContentFile(b"again"))
    making.make()

    with pytest.raises(pyrage.DecryptError):
        whole(x25519.Identity.generate())
    files = whole(key)

    assert (next(iter(files)), list(files)[-1]) == ("about.json", "manifest.json")
    assert f"SECRET_KEY={os.environ['SECRET_KEY']}\n" in files["settings.env"].decode()
    assert "# EMAIL_URL was set; give this machine its own.\n" in files["settings.env"].decode()
    assert "smtp://" not in files["settings.env"].decode()
    assert [name for name in files if "renditions" in name or "session" in name] == []
    assert Session.objects.count() == 1
    manifest = json.loads(files["manifest.json"])
    assert manifest["tables"]["enquiries_enquiry"]["rows"] == 1
    mode = Path(storages.storage().path(storages.every()[0])).stat().st_mode
    assert mode & 0o077 == 0


@ON_THE_DATABASE_ITSELF
def test_a_backup_that_cannot_be_restored_does_not_stay(
    key: x25519.Identity, site: Enquiry, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> None:
        raise trial.Failed("The disk is full.")

    monkeypatch.setattr(trial, "restore", fail)

    with pytest.raises(trial.Failed):
        making.make()

    assert (storages.every(), Backup.objects.count()) == ([], 0)


@ON_THE_DATABASE_ITSELF
def test_two_do_not_run_at_once(key: x25519.Identity, site: Enquiry) -> None:
    with lock.one_at_a_time(), pytest.raises(lock.Busy):
        making.make()
    assert storages.every() == []


@ON_THE_DATABASE_ITSELF
def test_the_backup_is_of_one_moment_and_keeps_nobody_waiting(key: x25519.Identity, site: Enquiry) -> None:
    """The tables are read one after the other: what another process writes meanwhile is in none of them."""
    seen: list[int] = []
    with tables.snapshot():
        table = columns.described(Enquiry)
        seen.append(len(list(tables.read(table))))
        with _another_connection() as other, other.cursor() as cursor:
            cursor.execute("UPDATE enquiries_enquiry SET name = 'Newer'")
            cursor.execute("DELETE FROM enquiries_cv")
        seen.append(len(list(tables.read(columns.described(CV)))))
        assert "Newer" not in "".join(tables.read(table))

    assert seen == [1, 1]
    assert (Enquiry.objects.get().name, CV.objects.count()) == ("Newer", 0)


@contextmanager
def _another_connection() -> Iterator[Any]:
    other = connection.copy()
    try:
        yield other
    finally:
        other.close()


def test_every_column_of_every_app_is_of_a_kind_that_backups_know() -> None:
    described = {table.name for table in tables.every()}
    models = apps.get_models(include_auto_created=True)
    assert described == {
        model._meta.db_table for model in models if not model._meta.proxy and model._meta.label != "sessions.Session"
    }


def test_a_column_of_a_new_kind_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(columns.TOLD, "BinaryField")
    with pytest.raises(columns.UnknownKind, match=r"^enquiries_cv has columns .*: BinaryField$"):
        columns.described(CV)


@pytest.mark.parametrize(
    ("kind", "read", "line"),
    [
        ("CharField", "“O'Neil”\u2028\n", '["“O\'Neil”\u2028\\n"]'),
        ("JSONField", '{"b": [1, null], "a": "é"}', r'["{\"a\": \"é\", \"b\": [1, null]}"]'),
        ("JSONField", "null", '["null"]'),
        ("BooleanField", 1, "[true]"),
        ("BinaryField", memoryview(b"\x00\xff"), '["AP8="]'),
        ("UUIDField", "00000000000000000000000000000001", '["00000000-0000-0000-0000-000000000001"]'),
        ("CharField", None, "[null]"),
    ],
)
def test_a_value_is_told_in_one_way(kind: str, read: Any, line: str) -> None:
    assert columns.Table("t", (("c", kind),)).line((read,)) == line


# Which are kept


@pytest.fixture
def names() -> list[str]:
    """One a night for two years, the newest first."""
    newest = storages.moment_of("website-20261126T032000Z.tar.gz.age")
    return [storages.named(newest - timedelta(days=days)) for days in range(730)]


def test_days_weeks_and_months_are_kept(names: list[str]) -> None:
    kept = sorted(storages.kept(names, (3, 2, 4)), reverse=True)
    assert [storages.moment_of(name).date().isoformat() for name in kept] == [
        *("2026-11-26", "2026-11-25", "2026-11-24"),
        *("2026-11-22", "2026-10-31", "2026-09-30", "2026-08-31"),
    ]


def test_the_newest_is_kept_whatever_was_said(names: list[str]) -> None:
    assert storages.kept(names, (0, 0, 0)) == {names[0]}
    assert storages.kept([], (7, 4, 6)) == set()


def test_a_night_without_a_backup_costs_no_other(names: list[str]) -> None:
    assert storages.kept([names[0], names[50]], (2, 0, 0)) == {names[0], names[50]}


def test_only_backups_are_let_go(key: x25519.Identity, settings: Settings, names: list[str]) -> None:
    settings.BACKUP_KEEP = (2, 0, 0)
    for name in (*names[:4], "notes.txt", "website-copy.tar.gz.age"):
        storages.storage().save(name, ContentFile(b"x"))

    assert storages.rotate() == sorted(names[2:4])
    assert sorted(storages.storage().listdir("")[1]) == sorted([*names[:2], "notes.txt", "website-copy.tar.gz.age"])


# The commands


def test_without_a_place_for_them_the_command_says_what_to_set() -> None:
    with pytest.raises(CommandError, match="Set BACKUP_STORAGE_URL and BACKUP_RECIPIENTS first"):
        call_command("backup")


@ON_THE_DATABASE_ITSELF
def test_the_commands_say_what_they_did(key: x25519.Identity, site: Enquiry, tmp_path: Path) -> None:
    identity = tmp_path / "key.txt"
    identity.write_text(f"# created: today\n# public key: {key.to_public()}\n{key}\n")
    out, kept = StringIO(), tmp_path / "settings.env"

    call_command("backup", stdout=out)
    call_command(
        "restore", "latest", identity=str(identity), replace=True, settings_to=kept, stdout=out, stderr=StringIO()
    )

    said = out.getvalue()
    assert said.startswith(f"{storages.every()[0]}: ")
    assert "        1  enquiries_enquiry\n" in said
    assert said.endswith("Every row and picture was read back and is as it was.\n")
    assert (kept.stat().st_mode & 0o777, "SECRET_KEY=" in kept.read_text()) == (0o600, True)


PUBLIC = "age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3"  # pragma: allowlist secret - it is none


@pytest.mark.parametrize("content", ["", "AGE-SECRET-KEY-1NONSENSE", PUBLIC])
def test_a_file_without_a_key_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "key.txt").write_text(content)
    with pytest.raises(CommandError, match="holds no secret key of age"):
        call_command("restore", "latest", identity=str(tmp_path / "key.txt"))


def test_a_backup_that_is_not_there_is_named(key: x25519.Identity, tmp_path: Path) -> None:
    (tmp_path / "key.txt").write_text(str(key))
    with pytest.raises(CommandError, match=r"^There is no backup nothing\.age\.$"):
        call_command("restore", "nothing.age", identity=str(tmp_path / "key.txt"))
