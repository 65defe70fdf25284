"""What the documents say of the code must be so."""

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import Model

ROOT = Path(__file__).parent.parent
DOCUMENTS = [
    "README.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "docs/architecture.md",
    "docs/design-system.md",
    "docs/editors.md",
    "docs/gate.md",
    "docs/operations.md",
    "docs/consultants.md",
    "docs/privacy.md",
    "docs/spam.md",
    "docs/webhooks.md",
]
FOLDERS = ("agency/", "articles/", "enquiries/", "templates/", "static/", "tests/", "docs/")


def packages(requirements: list[str]) -> set[str]:
    return {re.match(r"[\w.-]+", requirement)[0] for requirement in requirements}  # type: ignore[index]


def test_every_dependency_has_its_reason_and_no_other_is_listed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    text = (ROOT / "docs/architecture.md").read_text().split("## Dependencies")[1].split("\n## ")[0]
    table, development = text.split("For development:")

    optional = [package for extra in project["project"]["optional-dependencies"].values() for package in extra]
    assert set(re.findall(r"^\| ([a-z][\w-]+) \|", table, re.MULTILINE)) - {"package"} == packages(
        project["project"]["dependencies"] + optional
    )
    for package in packages(project["dependency-groups"]["dev"]):
        assert re.search(rf"\b{package}\b", development)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_path_that_is_named_exists(document: str) -> None:
    text = (ROOT / document).read_text()
    named = {path for path in re.findall(r"`([\w./-]+)`", text) if path.startswith(FOLDERS)}
    linked = {
        str((ROOT / document).parent.relative_to(ROOT) / path) for path in re.findall(r"\]\((?!http)([^)#]+)\)", text)
    }

    assert {path for path in named | linked if not (ROOT / path).exists()} == set()


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_make_word_that_is_named_exists(document: str) -> None:
    makefile = (ROOT / "Makefile").read_text()

    for word in re.findall(r"`(?:\w+=\S+ )?make ([\w-]+)", (ROOT / document).read_text()):
        assert re.search(rf"^{word}:", makefile, re.MULTILINE)


def test_every_package_and_every_model_is_named_in_the_architecture() -> None:
    text = (ROOT / "docs/architecture.md").read_text()
    folders = {
        str(path.parent.relative_to(ROOT)) + "/"
        for app in ("agency", "articles", "enquiries")
        for path in (ROOT / app).rglob("__init__.py")
        if path.parent.name not in ("migrations", "commands", app)
    }
    models = {
        model.__name__ for label in ("agency", "articles", "enquiries", "outbox") for model in get_models_of(label)
    }

    assert {folder for folder in folders if f"`{folder}`" not in text} == set()
    assert {name for name in models if not re.search(rf"\b{name}\b", text)} == set()


def get_models_of(label: str) -> Iterable[type[Model]]:
    return apps.get_app_config(label).get_models()
