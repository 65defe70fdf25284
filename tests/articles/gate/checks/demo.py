"""The demo guides as documents, read from their files without a database."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from PIL import Image as Pillow

from articles import demo
from articles.demo import loading
from articles.document import BLOCKS, Block, Document, Figure, File, Image, SalaryFigure, SalaryTable, Speaker
from articles.salaries.pasting import reading

FOLDER = Path(demo.__file__).parent


@cache
def demo_documents() -> dict[str, Document]:
    """Each demo guide under its slug."""
    return {path.stem: _document(path.stem, _read(path)) for path in sorted((FOLDER / "guides").glob("*.toml"))}


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text())


def _document(slug: str, data: dict[str, Any]) -> Document:
    hero = data["hero"]
    return Document(
        slug=slug,
        title=data["title"],
        standfirst=data["standfirst"],
        description=data["description"],
        topic=data["topic"],
        author=data["author"],
        hero=Figure(**(hero | {"image": _image(hero["image"])})),
        blocks=tuple(_block(block) for block in data["blocks"]),
    )


def _block(data: dict[str, Any]) -> Block:
    """A block as the files write it; pictures, roles and voices are named, not spelled out."""
    kind = BLOCKS[data["kind"]]
    fields = loading.fields_of(data)
    if "image" in fields:
        fields["image"] = _image(fields["image"])
    if "file" in fields:
        fields["file"] = File(name=f"files/0123456789abcdef/{fields['file']}", size=1)
    if "speaker" in fields:
        fields["speaker"] = _voices()[fields["speaker"]]
        fields["said_on"] = fields.pop("date")
    return _salary_tables()[fields["role"]] if kind is SalaryTable else kind(**fields)


def _image(name: str) -> Image:
    with Pillow.open(FOLDER / "images" / name) as picture:
        width, height = picture.size
    return Image(name=f"pictures/{name}", width=width, height=height)


@cache
def _voices() -> dict[str, Speaker]:
    authors = _read(FOLDER / "authors.toml")["authors"]
    return {
        author["slug"]: Speaker(slug=author["slug"], name=author["name"], role=author["role"]) for author in authors
    }


@cache
def _salary_tables() -> dict[str, SalaryTable]:
    roles = _read(FOLDER / "salaries.toml")["roles"]
    return {role["slug"]: _salary_table(role) for role in roles}


def _salary_table(role: dict[str, Any]) -> SalaryTable:
    figures = tuple(
        SalaryFigure(**{name: getattr(row, name) for name in SalaryFigure.__slots__})
        for row in reading.parse(role["rows"])
    )
    return SalaryTable(role=role["slug"], role_name=role["name"], figures=figures)
