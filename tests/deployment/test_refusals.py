"""The scripts of deploy/ say in a sentence why they stop, before they have changed anything."""

import subprocess
from pathlib import Path

import pytest

from tests.deployment.machine import REPOSITORY, furnish

ANSWERS = {
    "SITE_URL": "https://www.agency.test",
    "EMAIL_URL": "smtp://mail.agency.test",
    "DEFAULT_FROM_EMAIL": "website@agency.test",
    "ENQUIRIES_EMAIL": "team@agency.test",
    "ADMIN_EMAIL": "admin@agency.test",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    furnish(tmp_path)
    return tmp_path


def refusal(root: Path, script: str, **answers: str) -> str:
    """What the script says when it stops, without a person at the keyboard."""
    environment = {"PATH": f"{root}/bin:/usr/bin:/bin", "ROOT": str(root)} | answers
    command = [str(REPOSITORY / "deploy" / script)]
    done = subprocess.run(
        command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    return done.stderr.strip()


@pytest.mark.parametrize("script", ["install.sh", "upgrade.sh", "rollback.sh"])
def test_only_root_may(root: Path, script: str) -> None:
    (root / "bin/id").write_text("#!/bin/sh\necho 1000\n")
    assert refusal(root, script) == "Stopped: run it as root, with sudo."


@pytest.mark.parametrize("missing", ANSWERS)
def test_an_answer_that_is_missing_is_named(root: Path, missing: str) -> None:
    said = refusal(root, "install.sh", **{name: value for name, value in ANSWERS.items() if name != missing})

    assert said.startswith(f"Stopped: {missing} is not set (The ")
    assert list((root / "etc/website").glob("env*")) == []


def test_an_address_without_tls_is_refused(root: Path) -> None:
    said = refusal(root, "install.sh", **ANSWERS | {"SITE_URL": "http://www.agency.test"})

    assert said == "Stopped: SITE_URL must begin with https://."
    assert list((root / "etc/website").glob("env*")) == []


def test_what_is_not_there_is_neither_upgraded_nor_taken_back(root: Path) -> None:
    assert refusal(root, "upgrade.sh") == "Stopped: the site is not installed here yet: run deploy/install.sh."
    assert refusal(root, "rollback.sh") == "Stopped: there is no version to go back to."
