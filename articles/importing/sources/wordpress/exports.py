"""The XML files of an export: one, or the parts into which WordPress.com divides a large one."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from articles.importing.posts import Unreadable
from articles.importing.sources.archives import DAMAGED, Folder, Shelf, shelf
from articles.importing.sources.gzipped import unpacked

HEAD = 64_000  # bytes in which an export says that it is one
IS_ONE = re.compile(rb"wxr_version|wordpress\.org/export/1\.\d", re.IGNORECASE)
XML = re.compile(r"\.xml(?:\.gz)?", re.IGNORECASE)
MOST = 200  # XML files that are looked into


class Exports:
    """Opens each part in the order of the names. Raises `Unreadable` where there is none."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self._shelf: Shelf = Folder(path.resolve().parent) if is_one_file(path) else shelf(path)
        names = [path.resolve().name] if is_one_file(path) else _looked_into(self._shelf)
        self._names = [name for name in names if self._is_one(name)]
        if not self._names:
            raise Unreadable(f"{path.name} holds no export of WordPress (an XML file from Tools, Export).")

    def __iter__(self) -> Iterator[BinaryIO]:
        for name in self._names:
            yield self._opened(name)

    def _opened(self, name: str) -> BinaryIO:
        stream = self._shelf.open(name)
        if stream is None:
            raise Unreadable(f"There is no {name}.")
        return unpacked(stream, name)

    def _is_one(self, name: str) -> bool:
        try:
            with self._opened(name) as stream:
                head = stream.read(HEAD)
        except DAMAGED:
            return False
        return bool(IS_ONE.search(head.replace(b"\x00", b"")))


def _looked_into(files: Shelf) -> list[str]:
    """XML files that are no uploads."""
    names = (name for name in files if _ends_in_xml(name) and "uploads/" not in name)
    return sorted(names, key=lambda name: (name.count("/"), name))[:MOST]


def is_one_file(path: Path) -> bool:
    """Whether it is no folder and by its name no archive."""
    return not path.is_dir() and _ends_in_xml(path.name)


def _ends_in_xml(name: str) -> bool:
    return bool(re.search(rf"{XML.pattern}\Z", name, re.IGNORECASE))
