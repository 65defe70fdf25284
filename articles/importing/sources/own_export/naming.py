"""What the numbers and files in an export mean."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Self

from articles.importing.posts import PictureNote, Unreadable
from articles.importing.sources.own_export import guide as guides
from articles.importing.sources.own_export.package import Package


@dataclass(frozen=True, slots=True)
class Named:
    """A row as people know it."""

    slug: str
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Names:
    """Topics, authors, job roles by their numbers, guides by theirs with the address of their drafts, pictures by file."""

    topics: Mapping[int, Named]
    authors: Mapping[int, Named]
    roles: Mapping[int, Named]
    guides: Mapping[int, str]
    pictures: Mapping[str, PictureNote]

    @classmethod
    def read(cls, package: Package) -> Self:
        """Those of an export. Raises `Unreadable`."""
        try:
            return cls(
                topics=_named(package, "topics"),
                authors=_named(package, "authors"),
                roles=_named(package, "job-roles"),
                guides=dict(_guides(guides.folders(package))),
                pictures={row["file"]: _note(row) for row in package.lines("tables/pictures.jsonl")},
            )
        except (KeyError, TypeError) as error:
            raise Unreadable("A table of this export has other columns than it should have.") from error


def _named(package: Package, table: str) -> dict[int, Named]:
    return {row["id"]: Named(row["slug"], row["name"]) for row in package.lines(f"tables/{table}.jsonl")}


def _guides(folders: list[str]) -> list[tuple[int, str]]:
    parts = [PurePosixPath(folder).name.partition("-") for folder in folders]
    return [(int(number), slug) for number, _sign, slug in parts]


def _note(row: dict[str, Any]) -> PictureNote:
    return PictureNote(
        address=row["file"],
        alt=row["alt"],
        credit=row["credit"],
        title=row["title"],
        focus=(row["focus_x"], row["focus_y"]),
        decorative=row["decorative"],
    )
