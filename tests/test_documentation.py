"""What the documents say of the code must be so."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import User
from django.db.models import Model

from articles.models.blocks import BlockRow
from tests.test_architecture import APPS, LAYERS

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
    "docs/performance.md",
    "docs/scale.md",
    "docs/consultants.md",
    "docs/handoff.md",
    "docs/privacy.md",
    "docs/security.md",
    "docs/spam.md",
    "docs/webhooks.md",
]
FOLDERS = ("agency/", "articles/", "deploy/", "enquiries/", "templates/", "static/", "tests/", "docs/")


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


def architecture() -> str:
    return (ROOT / "docs/architecture.md").read_text()


def models() -> Iterator[type[Model]]:
    for label in (*APPS, "outbox", "audit"):
        yield from apps.get_app_config(label).get_models()


def drawn_as(model: type[Model]) -> str:
    """The name of a model in the pictures: the tables of blocks share one, so that a new kind changes no picture."""
    return BlockRow.__name__ if issubclass(model, BlockRow) else model.__name__


def relations() -> Iterator[str]:
    """Every relation between our own models, as Mermaid writes it."""
    for model in models():
        for field in model._meta.get_fields():
            if field.concrete and (field.many_to_one or field.one_to_one) and field.related_model is not User:
                one, many = "|o" if field.null else "||", "o|" if field.one_to_one else "o{"
                yield f"{drawn_as(field.related_model)} {one}--{many} {drawn_as(model)} : {field.name}"


def test_every_package_is_named_in_the_architecture() -> None:
    folders = {
        f"{path.parent.relative_to(ROOT)}/"
        for app in APPS
        for path in (ROOT / app).rglob("__init__.py")
        if path.parent.name not in ("migrations", "commands", app)
    }

    assert {folder for folder in folders if f"`{folder}`" not in architecture()} == set()


def test_every_model_is_named_in_the_architecture() -> None:
    names = {drawn_as(model) for model in models()}
    assert {name for name in names if not re.search(rf"\b{name}\b", architecture())} == set()


def test_the_picture_of_the_packages_shows_the_layers() -> None:
    drawn = {app: re.findall(rf'^ +{app}\d+\["(.+)"\]$', architecture(), re.MULTILINE) for app in APPS}
    assert drawn == {app: [" · ".join(layer.split()) for layer in layers] for app, layers in LAYERS.items()}


def test_the_pictures_of_the_models_show_every_relation_and_no_other() -> None:
    drawn = re.findall(r"^ +(\w+ [|o]{2}--o[|{] \w+ : \w+)$", architecture(), re.MULTILINE)
    assert sorted(drawn) == sorted(set(relations()))


def requirements() -> list[list[str]]:
    """The lines about ASVS: identifier, level, what it asks, whether it is held, how, and by what."""
    rows = re.findall(r"^\| (\d+\.\d+\.\d+ \|.+) \|$", (ROOT / "docs/security.md").read_text(), re.MULTILINE)
    return [row.split(" | ") for row in rows]


def test_what_is_said_to_hold_a_requirement_exists() -> None:
    for *_what, by in requirements():
        for path, name in re.findall(r"`([\w/.]+)::(\w+)`", by):
            assert re.search(rf"^def {name}\(", (ROOT / path).read_text(), re.MULTILINE), name
        for name in re.findall(r"`([A-Z][A-Z_]+)`", by):
            assert hasattr(settings, name), name


@pytest.mark.parametrize(("level", "sentence"), [("1", "level 1: {} of {} lines that apply"), ("2", "{} of {}.**")])
def test_requirements_are_counted(level: str, sentence: str) -> None:
    answers = [held for _id, of, _what, held, *_how in requirements() if of == level and held != "n/a"]

    assert sentence.format(answers.count("yes"), len(answers)) in (ROOT / "docs/security.md").read_text()
