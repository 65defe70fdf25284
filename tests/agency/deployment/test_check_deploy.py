"""`check --deploy` says what is missing, and which line of which file mends it."""

import re
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.core import checks
from django.utils import timezone
from pytest_django import Settings

from agency.deployment import machine_checks, settings_checks
from agency.management.commands import work
from agency.models import Backup, SignOfLife

ROOT = Path(__file__).parents[3]
GOOD_KEY = "qW3eR5tY7uI9oP1aS2dF4gH6jK8lZ0xC-vBnM_QwErTyUiOpAsDfGh"  # pragma: allowlist secret - made up


@pytest.fixture(autouse=True)
def deployed(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A deployment with nothing to find; returns its `.env`."""
    file = tmp_path / ".env"
    file.write_text("# ours\nDEFAULT_FROM_EMAIL=website@agency.example\n# TRUSTED_PROXIES=1\n")
    file.chmod(0o640)
    settings.ENV_FILE, settings.DATA_DIR = file, tmp_path / "data"
    settings.DATA_DIR.mkdir(mode=0o750)
    settings.HTTPS, settings.TRUSTED_PROXIES, settings.SECRET_KEY = True, 1, GOOD_KEY
    settings.BACKUP_STORAGE_URL = "file:///var/backups/website"
    monkeypatch.setattr(machine_checks, "NGINX", tmp_path / "nginx")
    for name in ("TRUSTED_PROXIES", "ALLOWED_HOSTS", "SECRET_KEY", "EMAIL_URL", "DEFAULT_FROM_EMAIL", "DATABASE_URL"):
        monkeypatch.delenv(name, raising=False)
    return file


def of_settings() -> list[tuple[str, str]]:
    return [(str(found.id), str(found.hint)) for found in settings_checks.check()]


def of_machine() -> list[tuple[str, str]]:
    return [(str(found.id), str(found.hint)) for found in machine_checks.check()]


def sections() -> set[str]:
    headings = re.findall(r"^#+ (.+)$", (ROOT / "docs/operations.md").read_text(), re.MULTILINE)
    return {re.sub(r"[^a-z0-9 -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_a_deployment_without_a_fault_is_not_found_fault_with() -> None:
    assert of_settings() == []


def test_it_is_asked_for_deployments_only() -> None:
    everyday = checks.registry.registry.get_checks()
    deployment = set(checks.registry.registry.get_checks(include_deployment_checks=True)) - set(everyday)
    assert {settings_checks.check, machine_checks.check} <= deployment


@pytest.mark.parametrize(
    ("changes", "number", "mend"),
    [
        ({"TRUSTED_PROXIES": 0}, "001", "Line 3 of {file} should read TRUSTED_PROXIES=1,"),
        ({"DEFAULT_FROM_EMAIL": "W <website@localhost>"}, "002", "Line 2 of {file} should read DEFAULT_FROM_EMAIL="),
        ({"MAILERS": {"default": {"OPTIONS": {"file_path": "/m"}}}}, "003", "Add a line to {file}: EMAIL_URL=smtp://"),
        ({"BACKUP_STORAGE_URL": ""}, "004", "Add a line to {file}: BACKUP_STORAGE_URL=file:///var/backups/website,"),
        ({"SECRET_KEY": "ab" * 30}, "005", "Add a line to {file}: SECRET_KEY="),
        ({"SECRET_KEY": "change-me-" + GOOD_KEY}, "005", "Add a line to {file}: SECRET_KEY="),
        ({"WEBHOOK_SECRET": GOOD_KEY}, "006", "Add a line to {file}: SECRET_KEY="),
        ({"BACKUP_STORAGE_URL": f"s3://KEY:{GOOD_KEY}@s3.example/b"}, "006", "Add a line to {file}: SECRET_KEY="),
        ({"SECRET_KEY_FALLBACKS": [GOOD_KEY]}, "007", "Add a line to {file}: SECRET_KEY="),
        ({"INBOUND_EMAIL": "in+{token}@a.example"}, "014", "Add a line to {file}: INBOUND_IMAP_URL=imaps://"),
        ({"INBOUND_IMAP_URL": urlsplit("imaps://u:p@a.example/")}, "015", "Add a line to {file}: INBOUND_EMAIL="),
        ({"ALLOWED_HOSTS": ["a.example"]}, "008", "Add a line to {file}: ALLOWED_HOSTS=localhost,a.example."),
    ],
)
def test_what_the_settings_lack_is_named_with_its_line(
    settings: Settings, deployed: Path, changes: dict[str, Any], number: str, mend: str
) -> None:
    for name, value in changes.items():
        setattr(settings, name, value)

    [(found, hint)] = of_settings()

    assert found == f"agency.W{number}"
    assert hint.startswith(mend.format(file=deployed))
    assert hint.rpartition("docs/operations.md#")[2].rstrip(".") in sections()


def test_what_the_environment_sets_is_mended_there(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.SECRET_KEY = "ab" * 30
    monkeypatch.setenv("SECRET_KEY", settings.SECRET_KEY)

    [(_number, hint)] = of_settings()

    assert hint.startswith("The environment of the service sets SECRET_KEY: there it should read SECRET_KEY=")
    assert settings.SECRET_KEY not in hint


def test_sqlite_in_a_folder_of_the_network_is_named(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(settings.DATABASES["default"], "ENGINE", "django.db.backends.sqlite3")
    monkeypatch.setattr(settings_checks, "file_system_of", lambda _folder: "nfs4")
    assert [number for number, _ in of_settings()] == ["agency.W009"]

    monkeypatch.setitem(settings.DATABASES["default"], "ENGINE", "django.db.backends.postgresql")
    assert of_settings() == []


def test_the_kind_of_a_file_system_is_that_of_the_nearest_mount() -> None:
    assert settings_checks.file_system_of(Path("/proc/self")) == "proc"


# The machine


@pytest.fixture
def at_work(db: None) -> None:
    """A worker that runs, and a backup of last night."""
    work.show_life(lambda: False)
    Backup.objects.create(name="website-20261126T032000Z.tar.gz.age", taken_at=timezone.now(), size=1)


def test_a_machine_without_a_fault_is_not_found_fault_with(at_work: None) -> None:
    assert of_machine() == []


def test_files_that_everybody_can_read_are_named(settings: Settings, deployed: Path, at_work: None) -> None:
    deployed.chmod(0o644)
    settings.DATA_DIR.chmod(0o755)

    assert of_machine() == [
        ("agency.W010", f"Run chmod o= {deployed}. See docs/operations.md#files."),
        ("agency.W010", f"Run chmod o= {settings.DATA_DIR}. See docs/operations.md#files."),
    ]


@pytest.mark.parametrize(
    ("size", "mend"),
    [
        ("", "Add a line to its server block in {file}: client_max_body_size 32m;"),
        ("client_max_body_size 2m;", "Line 4 of {file} should read client_max_body_size 32m;"),
        ("client_max_body_size 32768k;", ""),
        ("client_max_body_size 1g;", ""),
    ],
)
def test_a_web_server_in_front_that_refuses_cvs_is_named(
    settings: Settings, tmp_path: Path, at_work: None, size: str, mend: str
) -> None:
    folder = tmp_path / "nginx/conf.d"
    folder.mkdir(parents=True)
    file = folder / "website.conf"
    file.write_text(
        f"server {{\n  listen 443 ssl;\n  server_name a.example localhost;\n  {size}\n  proxy_pass x;\n}}\n"
    )
    (folder / "other.conf").write_text("server { server_name b.example; proxy_pass y; }")

    expected = [("agency.W011", f"{mend.format(file=file)} See docs/operations.md#the-web-server-in-front.")]
    assert of_machine() == (expected if mend else [])


def test_the_configuration_that_we_ship_lets_cvs_through(settings: Settings, tmp_path: Path, at_work: None) -> None:
    folder = tmp_path / "nginx/sites-enabled"
    folder.mkdir(parents=True)
    shipped = (ROOT / "deploy/nginx/website.conf").read_text().replace("www.example.org", "localhost")
    (folder / "website").write_text(shipped)
    assert of_machine() == []


def test_a_missing_or_an_old_backup_is_named(settings: Settings, at_work: None) -> None:
    Backup.objects.update(taken_at=timezone.now() - timedelta(hours=37))
    old = machine_checks.check()
    Backup.objects.all().delete()
    never = machine_checks.check()
    settings.BACKUP_STORAGE_URL = ""

    assert [(one.id, one.msg) for one in old] == [("agency.W012", "No backup was made for more than 36 hours.")]
    assert [(one.id, one.msg) for one in never] == [("agency.W012", "No backup was ever made.")]
    assert of_machine() == []


def test_a_worker_that_was_not_seen_lately_is_named(at_work: None) -> None:
    SignOfLife.objects.update(seen_at=timezone.now() - timedelta(minutes=16))

    assert [number for number, _ in of_machine()] == ["agency.W013"]


@pytest.mark.django_db
def test_every_section_that_is_named_exists(settings: Settings, deployed: Path) -> None:
    deployed.chmod(0o644)
    hints = [hint for _, hint in of_machine()]
    assert {hint.rpartition("#")[2].rstrip(".") for hint in hints} <= sections()
