"""The originals of pictures, films and downloads: those of the library, and those that any draft or revision shows."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from django.core.files.storage import default_storage

from articles.document import File, Image, Value
from articles.exporting.folder import Folder
from articles.exporting.manifest import MEDIA


def names_in(value: Any) -> Iterator[str]:
    """The names of the files in a value of the document, wherever its kind keeps them."""
    match value:
        case Image(name=name) | File(name=name):
            yield name
        case tuple():
            for item in value:
                yield from names_in(item)
        case Value():
            for entry in fields(value):
                yield from names_in(getattr(value, entry.name))


def write(folder: Folder) -> None:
    """The part of an export that holds them; it comes after those that name them. What is lost is listed as missing."""
    names = sorted(name for name in folder.media if MEDIA.fullmatch(name))
    folder.manifest.missing.extend(folder.media - set(names))
    folder.go_through((_copy(folder, name) for name in names), len(names), "pictures and files")


def _copy(folder: Folder, name: str) -> int:
    try:
        with default_storage.open(name) as file:
            folder.write(name, file.chunks())
    except FileNotFoundError:
        folder.manifest.missing.append(name)
    return 1
